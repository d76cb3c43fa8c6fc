import { say } from '../../kernel/text.ts'
import { sum } from '../../register/queries.ts'
import type { Register } from '../../register/register.ts'
import { defineRule } from '../rule.ts'
import { atPlan } from './remark.ts'
import { tallyOf, unitsIn } from './tally.ts'
import { byCounty, forCounty } from './terms.ts'

const leadingPosts = (register: Register): number =>
  sum(
    unitsIn(register).filter((unit) => unit.counts === 'organ'),
    (unit) => tallyOf(register, unit.id).leadingPosts,
  )

/** 领导职数总量: the leading posts of the organs together. */
export const leadingPostsWithinCap = defineRule({
  code: 'Q8',
  title: say('党政机构领导职数总量不超过上限', 'Leading posts of the organs are within the total'),
  parameter: 'leading-posts.cap',
  shape: byCounty,
  gives: ['error', 'warning'],
  check: ({ before, after, plan }, value, tell) => {
    const cap = forCounty(value, after.county.code)
    const [was, is] = [leadingPosts(before), leadingPosts(after)]
    if (cap === undefined || is <= cap) return []
    return [
      tell({
        severity: is > was ? 'error' : 'warning',
        at: atPlan(plan),
        message: say(
          `党政机构领导职数核定总量${cap}名，方案后${is}名（方案前${was}名），超${is - cap}名。`,
          `The organs may have ${cap} leading posts; after the plan they have ${is} (before: ${was}), ${is - cap} too many.`,
        ),
        remedy: say(
          `用 set-leadership-quota 再核减${is - cap}名。`,
          `Cut ${is - cap} more with set-leadership-quota.`,
        ),
      }),
    ]
  },
})
