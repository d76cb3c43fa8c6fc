import { say, type Text } from '../../../kernel/text.ts'
import type { CounterMove } from '../../../reform/legal/try.ts'
import { operationNamed } from '../../../reform/operations/index.ts'
import { changeText } from '../../format.ts'
import { counterLabels } from '../../model/counters.ts'
import { operationText as textOf } from '../../model/forms/operation-groups.ts'
import type { Words } from '../words.tsx'

/** 合并组建 / Merge: what an operation is called on the page, by its name or any word of the plan language. */
export const operationText = (op: string): Text => {
  const operation = operationNamed(op)
  return operation === undefined ? say(op, op) : textOf(operation)
}

/** 领导职数 −2、… in one string. */
export const counterTexts = (counters: readonly CounterMove[], { t, pick }: Words): readonly string[] =>
  counters.map(({ id, change }) => {
    const label = id === 'unplaced' ? t('counterUnplaced') : pick(counterLabels[id])
    return `${label} ${changeText(change)}`
  })
