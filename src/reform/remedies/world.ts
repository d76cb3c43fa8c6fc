import { stepsOf } from '../rehearse.ts'
import type { World } from '../rule.ts'
import type { Ward } from './remedy.ts'

/** What rules look at, as far as remedies need it: the proof is left out, because no remedy reads it. */
export const worldOf = ({ before, after, plan, policy }: Ward): World => ({
  before,
  after,
  plan,
  policy,
  steps: stepsOf(plan),
  conservation: { holds: true, balances: [], counterExamples: [] },
})
