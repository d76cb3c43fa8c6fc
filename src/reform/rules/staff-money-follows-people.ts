import type { Finding } from '../../kernel/finding.ts'
import type { UnitId } from '../../kernel/id.ts'
import { number, say } from '../../kernel/text.ts'
import type { Register } from '../../register/register.ts'
import { defineRule } from '../rule.ts'
import { atUnits, called, counted, someOf } from './remark.ts'
import { tallyOf, unitsIn } from './tally.ts'
import { inForce } from './terms.ts'

const staffYuan = (register: Register): ReadonlyMap<UnitId, number> => {
  const yuan = new Map<UnitId, number>()
  for (const { unit, item, amountYuan } of register.budget.values())
    if (item === 'staff') yuan.set(unit, (yuan.get(unit) ?? 0) + amountYuan)
  return yuan
}

/** 编制、人员工资与财政预算相互制约: the pay of people who are moved goes with them, and stays nowhere without them. */
export const staffMoneyFollowsPeople = defineRule({
  code: 'Q18',
  title: say('人员经费随人走', 'Staff money follows the people'),
  parameter: 'finance.staff',
  shape: inForce,
  gives: ['warning'],
  check: ({ before, after, plan }, _, tell) => {
    const [was, is] = [staffYuan(before), staffYuan(after)]
    const unpaid = new Map<UnitId, number>()
    for (const { id: unit } of unitsIn(after)) {
      if ((is.get(unit) ?? 0) > 0 || tallyOf(after, unit).supported === 0) continue
      for (const { id, supported } of after.people.heldBy(unit)) {
        const from = before.people.get(id)?.unit
        if (!supported || from === undefined || from === unit || !was.get(from)) continue
        unpaid.set(unit, (unpaid.get(unit) ?? 0) + 1)
      }
    }
    const units = (ids: Iterable<UnitId>) => [...ids].flatMap((id) => after.units.get(id) ?? [])
    const findings: Finding[] = []
    const poor = units(unpaid.keys())
    const people = [...unpaid.values()].reduce((sum, count) => sum + count, 0)
    const names = someOf(poor.map(called))
    if (poor.length > 0)
      findings.push(
        tell({
          severity: 'warning',
          at: atUnits(plan, poor),
          message: say(
            `划入${names.zh}的${people}名财政供养人员没有随转的人员经费。`,
            `${counted(people, 'person', 'people')} paid from the budget, but without any staff money, at: ${names.en}.`,
          ),
          remedy: say(
            '用 transfer-budget 一并划转人员经费。',
            'Transfer the staff money too (transfer-budget).',
          ),
        }),
      )
    const left = [...is].filter(
      ([unit, yuan]) =>
        yuan > 0 && tallyOf(after, unit).supported === 0 && tallyOf(before, unit).supported > 0,
    )
    const rich = units(left.map(([unit]) => unit))
    const yuan = number(left.reduce((sum, [, amount]) => sum + amount, 0))
    const kept = someOf(rich.map(called))
    if (rich.length > 0)
      findings.push(
        tell({
          severity: 'warning',
          at: atUnits(plan, rich),
          message: say(
            `${kept.zh}方案后已无财政供养人员，仍留有人员经费${yuan}元。`,
            `Nobody paid from the budget is left, but ${yuan} yuan of staff money stays at: ${kept.en}.`,
          ),
          remedy: say('随人划转或核减。', 'Send it after the people, or end it.'),
        }),
      )
    return findings
  },
})
