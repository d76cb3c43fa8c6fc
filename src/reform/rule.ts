import type { Clause, Finding } from '../kernel/finding.ts'
import type { Text } from '../kernel/text.ts'
import type { Register } from '../register/register.ts'
import type { Conservation } from './conservation.ts'
import type { Plan } from './plan.ts'
import type { Policy } from './policy.ts'
import type { Step } from './rehearse.ts'

/** Everything a rule may look at. It looks; it never changes anything. */
export interface World {
  readonly before: Register
  readonly after: Register
  readonly plan: Plan
  readonly policy: Policy
  /** The steps that were applied, in order of effect. */
  readonly steps: readonly Step[]
  readonly conservation: Conservation
}

/** One coded rule with the clause it enforces. `code` is the row of the rule book: Q1, M3, P9 … */
export interface Rule {
  readonly code: string
  readonly title: Text
  /** The clause when the rule has no dated parameter; a parameter brings its own. */
  readonly clause?: Clause
  /** Findings about units carry `at: unit:<id>`; the rehearsal finds the line. */
  check(world: World): Finding[]
}

export const defineRule = (rule: Rule): Rule => rule
