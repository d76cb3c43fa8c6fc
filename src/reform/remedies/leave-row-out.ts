import { say } from '../../kernel/text.ts'
import { dropped, numberOf, rowOf } from './lines.ts'
import { defineRemedy } from './remedy.ts'

/** T03, T04, H01, P03: the row is there already, is not the giver's, or cannot go; the line does without it. */
export const leaveRowOut = defineRemedy({
  name: 'leave-row-out',
  codes: ['T01', 'T03', 'T04', 'H01', 'P03'],
  propose: (finding) => {
    const row = rowOf(finding)
    if (row === undefined) return []
    return [
      {
        label: say(`从本行删去“${row.id}”`, `Leave “${row.id}” out of the line`),
        edit: (text) => dropped(text, numberOf(finding), row.id),
      },
    ]
  },
})
