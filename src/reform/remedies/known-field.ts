import { say } from '../../kernel/text.ts'
import type { WrittenLine } from '../editing/line-spans.ts'
import { operationNamed } from '../operations/index.ts'
import { nearest } from '../plan-problems.ts'
import { numberOf, rewritten, written } from './lines.ts'
import { defineRemedy } from './remedy.ts'

const common = ['op', 'on', 'basis', 'opinions']

/** F04, a slip of the pen in the name of a field; one that resembles none is left out. */
export const knownField = defineRemedy({
  name: 'known-field',
  codes: ['F04'],
  propose: (finding, { text: now }) => {
    const number = numberOf(finding)
    const line = number === undefined ? undefined : written(now, number)?.value
    const shape = line === undefined ? undefined : operationNamed(line.op)?.fields
    const fields = Object.keys((shape as unknown as { shape?: object })?.shape ?? {})
    if (line === undefined || fields.length === 0) return []
    const unknown = Object.keys(line).filter((key) => !common.includes(key) && !fields.includes(key))
    const [key] = unknown.filter((each) => finding.message.zh.includes(`“${each}”`))
    const near = key === undefined ? undefined : nearest(key, fields)
    if (key === undefined) return []
    const renamedTo = near !== undefined && !(near in line) ? near : undefined
    const change = (given: WrittenLine) =>
      Object.fromEntries(
        Object.entries(given).flatMap(([name, value]) =>
          name !== key ? [[name, value]] : renamedTo === undefined ? [] : [[renamedTo, value]],
        ),
      ) as WrittenLine
    return [
      {
        label:
          renamedTo === undefined
            ? say(`删去“${key}”`, `Remove “${key}”`)
            : say(`“${key}”改为“${renamedTo}”`, `Write “${renamedTo}” instead of “${key}”`),
        edit: (text) => rewritten(text, number, change),
      },
    ]
  },
})
