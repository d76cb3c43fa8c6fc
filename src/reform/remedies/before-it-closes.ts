import { say } from '../../kernel/text.ts'
import { moveLine } from '../editing/plan-edit.ts'
import { numberOf, subjectIn } from './lines.ts'
import { defineRemedy } from './remedy.ts'

/** U02, the order of lines: this line belongs before the one that closes the unit. */
export const beforeItCloses = defineRemedy({
  name: 'before-it-closes',
  codes: ['U02'],
  propose: (finding, { plan }) => {
    const [id, number] = [subjectIn(finding, 'unit'), numberOf(finding)]
    const closing = plan.lines.find(({ fields, operation, number: at }) => {
      const { unit, units } = fields as { readonly unit?: string; readonly units?: readonly string[] }
      const closes = ['merge-units', 'absorb-unit', 'dissolve-unit', 'split-unit'].includes(operation.name)
      return closes && at < (number ?? 0) && (unit === id || units?.includes(id ?? '') === true)
    })
    if (number === undefined || closing === undefined) return []
    return [
      {
        label: say(`移到第${closing.number}行之前`, `Move it before line ${closing.number}`),
        edit: (text) => moveLine(text, number, closing.number),
      },
    ]
  },
})
