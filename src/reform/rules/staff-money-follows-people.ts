import type { Finding } from '../../kernel/finding.ts'
import type { UnitId } from '../../kernel/id.ts'
import { number, say } from '../../kernel/text.ts'
import type { Register } from '../../register/register.ts'
import type { Unit } from '../../register/unit.ts'
import { defineRule, type World } from '../rule.ts'
import { bodyOf } from './joined.ts'
import { atUnits, called, counted, someOf, type Tell } from './remark.ts'
import { tallyOf, unitsIn } from './tally.ts'
import { inForce } from './terms.ts'

type Yuan = ReadonlyMap<UnitId, number>

const unitsOf = (register: Register, ids: Iterable<UnitId>): Unit[] =>
  [...ids].flatMap((id) => register.units.get(id) ?? [])

/** 人员经费 of each unit in yuan a year. */
const staffYuan = (register: Register): Yuan => {
  const yuan = new Map<UnitId, number>()
  for (const { unit, item, amountYuan } of register.budget.values())
    if (item === 'staff') yuan.set(unit, (yuan.get(unit) ?? 0) + amountYuan)
  return yuan
}

/** Units to which paid people came from a unit with staff money, and which have none: how many came to each. */
const unpaidIn = ({ before, after }: World, was: Yuan, is: Yuan): ReadonlyMap<UnitId, number> => {
  const unpaid = new Map<UnitId, number>()
  for (const { id: unit } of unitsIn(after)) {
    if ((is.get(unit) ?? 0) > 0 || tallyOf(after, unit).supported === 0) continue
    for (const { id, supported } of after.people.heldBy(unit)) {
      const from = before.people.get(id)?.unit
      if (!supported || from === undefined || from === unit || !was.get(from)) continue
      unpaid.set(unit, (unpaid.get(unit) ?? 0) + 1)
    }
  }
  return unpaid
}

const peopleWithoutMoney = ({ after, plan }: World, unpaid: ReadonlyMap<UnitId, number>, tell: Tell) => {
  const units = unitsOf(after, unpaid.keys())
  if (units.length === 0) return []
  const people = [...unpaid.values()].reduce((sum, count) => sum + count, 0)
  const names = someOf(units.map(called))
  return [
    tell({
      severity: 'warning',
      at: atUnits(plan, units),
      message: say(
        `划入${names.zh}的${people}名财政供养人员没有随转的人员经费。`,
        `${counted(people, 'person', 'people')} paid from the budget, but without any staff money, at: ${names.en}.`,
      ),
      remedy: say('用 transfer-budget 一并划转人员经费。', 'Transfer the staff money too (transfer-budget).'),
    }),
  ]
}

const moneyWithoutPeople = ({ before, after, plan }: World, is: Yuan, tell: Tell) => {
  const left = [...is].filter(
    ([unit, yuan]) => yuan > 0 && tallyOf(after, unit).supported === 0 && tallyOf(before, unit).supported > 0,
  )
  if (left.length === 0) return []
  const units = unitsOf(
    after,
    left.map(([unit]) => unit),
  )
  const yuan = number(left.reduce((sum, [, amount]) => sum + amount, 0))
  const names = someOf(units.map(called))
  return [
    tell({
      severity: 'warning',
      at: atUnits(plan, units),
      message: say(
        `${names.zh}方案后已无财政供养人员，仍留有人员经费${yuan}元。`,
        `Nobody paid from the budget is left, but ${yuan} yuan of staff money stays at: ${names.en}.`,
      ),
      remedy: say('随人划转或核减。', 'Send it after the people, or end it.'),
    }),
  ]
}

/** Less than this share of what the same people had before is more than a saving: somebody’s pay is missing. */
const leastShare = 0.6

/** Staff money of the bodies with one staff (a host with its guests), and the people paid from the budget there. */
const bodiesIn = (register: Register, yuan: Yuan): ReadonlyMap<UnitId, { yuan: number; people: number }> => {
  const bodies = new Map<UnitId, { yuan: number; people: number }>()
  for (const { id } of unitsIn(register)) {
    const body = bodies.get(bodyOf(register, id)) ?? { yuan: 0, people: 0 }
    body.yuan += yuan.get(id) ?? 0
    body.people += tallyOf(register, id).supported
    bodies.set(bodyOf(register, id), body)
  }
  return bodies
}

/** What the paid people of each body had before, each an equal share of the staff money where they were. */
const hadBefore = ({ before, after }: World, was: Yuan): ReadonlyMap<UnitId, number> => {
  const bodies = bodiesIn(before, was)
  const had = new Map<UnitId, number>()
  for (const { id, unit, supported } of after.people.values()) {
    const then = before.people.get(id)
    const body = then?.supported ? bodies.get(bodyOf(before, then.unit)) : undefined
    if (!supported || body === undefined) continue
    const heir = bodyOf(after, unit)
    had.set(heir, (had.get(heir) ?? 0) + body.yuan / body.people)
  }
  return had
}

/** Bodies whose people stay while their staff money goes elsewhere or ends. */
const moneyThatFell = (world: World, [was, is]: readonly [Yuan, Yuan], tell: Tell): Finding[] => {
  const now = bodiesIn(world.after, is)
  return [...hadBefore(world, was)].flatMap(([id, had]) => {
    const [unit, body] = [world.after.units.get(id), now.get(id)]
    if (unit === undefined || body === undefined || body.yuan >= had * leastShare) return []
    const [yuanWas, yuanIs] = [number(Math.round(had)), number(body.yuan)]
    return [
      tell({
        severity: 'warning',
        at: `unit:${id}`,
        message: say(
          `${unit.short}${body.people}名财政供养人员，方案前人员经费每年${yuanWas}元，方案后${yuanIs}元。`,
          `The ${unit.nameEn} has ${counted(body.people, 'person', 'people')} paid from the budget, with ${yuanWas} yuan of staff money a year before the plan and ${yuanIs} after it.`,
        ),
        remedy: say(
          '按实有人员核定人员经费，或用 transfer-budget 划回。',
          'Set the staff money by the people there, or transfer it back (transfer-budget).',
        ),
      }),
    ]
  })
}

/**
 * 编制、人员工资与财政预算相互制约: the pay of people who are moved goes with them, stays nowhere without them, and does
 * not go away while they stay.
 */
export const staffMoneyFollowsPeople = defineRule({
  code: 'Q18',
  title: say('人员经费随人走', 'Staff money follows the people'),
  parameter: 'finance.staff',
  shape: inForce,
  gives: ['warning'],
  check: (world, _, tell) => {
    const [was, is] = [staffYuan(world.before), staffYuan(world.after)]
    const unpaid = unpaidIn(world, was, is)
    const fell = moneyThatFell(world, [was, is], tell)
    return [
      ...peopleWithoutMoney(world, unpaid, tell),
      ...moneyWithoutPeople(world, is, tell),
      ...fell.filter(({ at }) => ![...unpaid.keys()].some((unit) => at === `unit:${unit}`)),
    ]
  },
})
