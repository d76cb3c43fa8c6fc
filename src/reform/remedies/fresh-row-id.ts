import { say } from '../../kernel/text.ts'
import { type HeldName, heldNames } from '../../register/register.ts'
import type { WrittenLine } from '../editing/line-spans.ts'
import { freshId } from '../legal/new-names.ts'
import { numberOf, renamed, rewritten, rowOf } from './lines.ts'
import { defineRemedy } from './remedy.ts'

/** T05: the id of a new row is taken, or was once. */
export const freshRowId = defineRemedy({
  name: 'fresh-row-id',
  codes: ['T05'],
  propose: (finding, { before, after }) => {
    const row = rowOf(finding)
    const table = heldNames.find((name) => name === row?.table) as HeldName | undefined
    if (row === undefined || table === undefined) return []
    const fresh = freshId(`${row.id}-2`, table, before, after)
    return [
      {
        label: say(`标识改为“${fresh}”`, `Give it the id “${fresh}”`),
        edit: (text) =>
          rewritten(text, numberOf(finding), (line) => renamed(line, row.id, fresh) as WrittenLine),
      },
    ]
  },
})
