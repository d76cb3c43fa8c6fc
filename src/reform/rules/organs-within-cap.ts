import { say } from '../../kernel/text.ts'
import { countedOrgans } from '../../register/queries.ts'
import { defineRule } from '../rule.ts'
import { atPlan, counted } from './remark.ts'
import { reshapingsOf } from './reshaped.ts'
import { byCounty, forCounty } from './terms.ts'

/** 机构限额: the organs that count are no more than the cap approved for the county. */
export const organsWithinCap = defineRule({
  code: 'Q1',
  title: say('党政机构数不超过限额', 'Organs are within the cap'),
  parameter: 'organs.cap',
  shape: byCounty,
  gives: ['error', 'warning'],
  check: (world, value, tell) => {
    const cap = forCounty(value, world.after.county.code)
    const count = countedOrgans(world.after).length
    if (cap === undefined || count <= cap) return []
    const over = count - cap
    return [
      tell({
        severity: reshapingsOf(world).length > 0 ? 'error' : 'warning',
        at: atPlan(world.plan),
        message: say(
          `党政机构限额${cap}个，方案后${count}个，超${over}个。`,
          `The cap is ${counted(cap, 'organ')}; after the plan there are ${count}, ${over} too many.`,
        ),
        remedy: say(
          `再整合或合署${over}个机构，或先报请核增限额。`,
          `Merge or co-locate ${over} more, or have the cap raised first.`,
        ),
      }),
    ]
  },
})
