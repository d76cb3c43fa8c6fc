import { say, type Text } from '../../../kernel/text.ts'
import type { CounterMove } from '../../../reform/legal/try.ts'
import { operationNamed } from '../../../reform/operations/index.ts'
import { changeText } from '../../format.ts'
import { counterLabels } from '../../model/counters.ts'
import type { Words } from '../words.tsx'

/** 合并组建 / Merge units: what an operation is called on the page. */
export const operationText = (op: string): Text => {
  const plain = op.replaceAll('-', ' ')
  return say(operationNamed(op)?.terms[0] ?? op, `${plain[0]?.toUpperCase() ?? ''}${plain.slice(1)}`)
}

/** 领导职数 −2、… in one string. */
export const counterTexts = (counters: readonly CounterMove[], { t, pick }: Words): readonly string[] =>
  counters.map(({ id, change }) => {
    const label = id === 'unplaced' ? t('counterUnplaced') : pick(counterLabels[id])
    return `${label} ${changeText(change)}`
  })
