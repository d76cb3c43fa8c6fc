import { say } from '../../kernel/text.ts'
import { moveLine } from '../editing/plan-edit.ts'
import { numberOf, subjectIn } from './lines.ts'
import { defineRemedy } from './remedy.ts'

/** U01, the order of lines: a later line sets up the unit that this one names already. */
export const afterItsBirth = defineRemedy({
  name: 'after-its-birth',
  codes: ['U01'],
  propose: (finding, { plan }) => {
    const [id, number] = [subjectIn(finding, 'unit'), numberOf(finding)]
    const birth = plan.lines.find(({ operation, fields }) =>
      (operation.creates?.(fields) ?? []).some((each) => each === id),
    )
    if (number === undefined || birth === undefined || birth.number < number) return []
    return [
      {
        label: say(`移到第${birth.number}行之后`, `Move it after line ${birth.number}`),
        edit: (text) => moveLine(text, number, birth.number),
      },
    ]
  },
})
