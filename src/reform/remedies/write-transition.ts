import { say } from '../../kernel/text.ts'
import { setHeading } from '../editing/plan-edit.ts'
import { defineRemedy } from './remedy.ts'

/** Q2, Q15: those beyond the posts stay inside a dated transition, until the plan is complete. */
export const writeTransition = defineRemedy({
  name: 'write-transition',
  codes: ['Q2', 'Q15'],
  propose: ({ severity }, { plan }) => {
    if (severity !== 'error' || plan.transition !== undefined || plan.completesOn <= plan.effectiveOn)
      return []
    return [
      {
        label: say(`列入过渡安置，至${plan.completesOn}`, `Write a transition until ${plan.completesOn}`),
        edit: (text) => setHeading(text, 'transition', { until: plan.completesOn, basis: plan.authority }),
      },
    ]
  },
})
