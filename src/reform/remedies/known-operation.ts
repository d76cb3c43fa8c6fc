import { say } from '../../kernel/text.ts'
import { operationWords } from '../operations/index.ts'
import { nearest } from '../plan-problems.ts'
import { numberOf, rewritten, written } from './lines.ts'
import { defineRemedy } from './remedy.ts'

/** F05, a slip of the pen in the name of the operation. */
export const knownOperation = defineRemedy({
  name: 'known-operation',
  codes: ['F05'],
  propose: (finding, { text: now }) => {
    const number = numberOf(finding)
    const op = number === undefined ? undefined : written(now, number)?.value?.op
    const near = op === undefined ? undefined : nearest(op, operationWords)
    if (near === undefined) return []
    return [
      {
        label: say(`改为“${near}”`, `Write “${near}”`),
        edit: (text) => rewritten(text, number, (line) => ({ ...line, op: near })),
      },
    ]
  },
})
