import { say } from '../../kernel/text.ts'
import { numberOf, rowOf, withLines, written } from './lines.ts'
import { defineRemedy } from './remedy.ts'

/** P03: who is moved still holds an office in the unit that he leaves; it ends right before. */
export const leaveOfficeFirst = defineRemedy({
  name: 'leave-office-first',
  codes: ['P03'],
  propose: (finding, { after }) => {
    const [row, number] = [rowOf(finding), numberOf(finding)]
    const unit = row === undefined ? undefined : after.people.get(row.id)?.unit
    if (row === undefined || number === undefined || unit === undefined) return []
    return [
      {
        label: say(`先免去“${row.id}”的职务`, `Remove “${row.id}” from office first`),
        edit: (text) => {
          const on = written(text, number)?.value?.on
          return withLines(
            text,
            [{ op: 'remove-from-office', person: row.id, unit, ...(on === undefined ? {} : { on }) }],
            number,
          )
        },
      },
    ]
  },
})
