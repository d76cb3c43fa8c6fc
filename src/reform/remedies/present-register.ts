import { say } from '../../kernel/text.ts'
import { setHeading } from '../editing/plan-edit.ts'
import { defineRemedy } from './remedy.ts'

/** D10: the plan is drawn for the register as it is now. */
export const presentRegister = defineRemedy({
  name: 'present-register',
  codes: ['D10'],
  propose: (_, { plan, digest }) => [
    {
      label: say('以现在的台账为依据', 'Take the register as it is now'),
      edit: (text) => setHeading(text, 'base', { register: plan.base?.register, hash: digest }),
    },
  ],
})
