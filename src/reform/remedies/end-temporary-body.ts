import type { UnitId } from '../../kernel/id.ts'
import { say } from '../../kernel/text.ts'
import { shortNameOf } from '../../register/queries.ts'
import { lineOf, withLines } from './lines.ts'
import { defineRemedy } from './remedy.ts'

/** P8, no end in sight: a line ends the body on the day the plan is complete; what it has goes to its sponsor. */
export const endTemporaryBody = defineRemedy({
  name: 'end-temporary-body',
  codes: ['P8'],
  propose: (finding, { plan, after }) => {
    const { unit } = (lineOf(plan, finding)?.fields ?? {}) as { readonly unit?: UnitId }
    if (unit === undefined || finding.severity === 'error') return []
    const sponsor = after.units.get(unit)?.sponsor
    const name = shortNameOf(after, unit)
    return [
      {
        label: say(`${plan.completesOn}撤销${name.zh}`, `End ${name.en} on ${plan.completesOn}`),
        edit: (text) => withLines(text, [{ op: 'dissolve-unit', unit, to: sponsor, on: plan.completesOn }]),
      },
    ]
  },
})
