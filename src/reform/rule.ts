import type { z } from 'zod'
import type { Finding, Severity } from '../kernel/finding.ts'
import { say, type Text } from '../kernel/text.ts'
import type { Register } from '../register/register.ts'
import type { Conservation } from './conservation.ts'
import type { Plan } from './plan.ts'
import type { Policy } from './policy.ts'
import type { Step } from './rehearse.ts'
import { remark, type Tell } from './rules/remark.ts'

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

/** One coded rule. `code` is the row of the rule book: Q1, M3, P9 … */
export interface Rule {
  readonly code: string
  readonly title: Text
  /** The dated entry of `policy/*.yaml` that holds its limit, its clause, and whether the source was verified. */
  readonly parameter: string
  /** The severities it can give while its source is verified; an unverified one is softened to a warning. */
  readonly gives: readonly Severity[]
  /** Silent when no policy file has the parameter on the plan's day: a foreign county has other rules. */
  check(world: World): Finding[]
}

interface Definition<Value> extends Omit<Rule, 'check'> {
  readonly shape: z.ZodType<Value>
  check(world: World, value: Value, tell: Tell): Finding[]
}

/** Ties a rule to its dated parameter. Findings about units carry `at: unit:<id>`; the rehearsal finds the line. */
export const defineRule = <Value>({ shape, check, ...rule }: Definition<Value>): Rule => ({
  ...rule,
  check: (world) => {
    const limit = world.policy.limit(rule.parameter)
    if (limit === undefined) return []
    const value = shape.safeParse(limit.value)
    if (!value.success) return [misshapen(rule)]
    return check(world, value.data, (said) => remark({ ...said, code: rule.code, because: limit.because }))
  },
})

/** B11: the policy gives the rule a value that it cannot be decided with; it blocks, because the rule is not checked. */
const misshapen = ({ code, parameter }: Pick<Rule, 'code' | 'parameter'>): Finding => ({
  code: 'B11',
  severity: 'error',
  at: `policy:${parameter}`,
  message: say(
    `规则 ${code} 的参数 ${parameter} 不是它能用的值，规则未能审核`,
    `The value of ${parameter} is not one that rule ${code} can use, so the rule was not checked`,
  ),
  remedy: say('照 policy/national.yaml 的写法改正。', 'Write it as in policy/national.yaml.'),
})
