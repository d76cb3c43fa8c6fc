import { say } from '../../kernel/text.ts'
import { type HeldName, heldNames } from '../../register/register.ts'
import type { WrittenLine } from '../editing/line-spans.ts'
import { nearest } from '../plan-problems.ts'
import { numberOf, renamed, rewritten, rowOf } from './lines.ts'
import { defineRemedy } from './remedy.ts'

/** T01, a slip of the pen: the row whose id differs least is meant. */
export const nameKnownRow = defineRemedy({
  name: 'name-known-row',
  codes: ['T01'],
  propose: (finding, { before, after }) => {
    const row = rowOf(finding)
    const table = heldNames.find((name) => name === row?.table) as HeldName | undefined
    if (row === undefined || table === undefined) return []
    const ids = new Set([...before[table]].map(([id]) => id))
    for (const [id] of after[table]) ids.add(id)
    const near = nearest(row.id, [...ids])
    if (near === undefined) return []
    return [
      {
        label: say(`改为“${near}”`, `Write “${near}”`),
        edit: (text) =>
          rewritten(text, numberOf(finding), (line) => renamed(line, row.id, near) as WrittenLine),
      },
    ]
  },
})
