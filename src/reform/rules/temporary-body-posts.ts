import type { Finding } from '../../kernel/finding.ts'
import { say } from '../../kernel/text.ts'
import type { Register } from '../../register/register.ts'
import { isOpen, type Unit } from '../../register/unit.ts'
import type { Plan } from '../plan.ts'
import { defineRule } from '../rule.ts'
import { says } from './bearers.ts'
import { atUnits, called, counted, someOf, type Tell } from './remark.ts'
import { allPosts, tallyOf, unitsIn } from './tally.ts'
import { words } from './terms.ts'

const heldBy = (register: Register, { id }: Unit) => {
  const tally = tallyOf(register, id)
  return { posts: allPosts(tally), leading: tally.leadingPosts }
}

/** What temporary bodies had that was not cancelled; `passedOn` when it went to a successor by the plan. */
const uncancelled = (units: readonly Unit[], { register, plan, passedOn }: Held, tell: Tell): Finding[] => {
  if (units.length === 0) return []
  const posts = units.reduce((sum, unit) => sum + heldBy(register, unit).posts, 0)
  const leading = units.reduce((sum, unit) => sum + heldBy(register, unit).leading, 0)
  const list = someOf(units.map(called))
  return [
    tell({
      severity: passedOn ? 'warning' : 'note',
      at: atUnits(plan, units),
      message: say(
        `临时机构${list.zh}${passedOn ? '撤并时' : '仍'}有编制${posts}名、领导职数${leading}名${passedOn ? '转入承继单位，未核销' : '未核销'}。`,
        `Temporary bodies with ${counted(posts, 'post')} and ${counted(leading, 'leading post')} ${passedOn ? 'that pass to a successor instead of ending' : 'never cancelled'}: ${list.en}.`,
      ),
      remedy: say(
        '先用 set-staffing-quota、set-leadership-quota 核销，再撤并；人员回原单位。',
        'Set the posts to 0 before it ends; its people return to their own units.',
      ),
    }),
  ]
}

interface Held {
  readonly register: Register
  readonly plan: Plan
  readonly passedOn: boolean
}

/** 临时机构: over-quota leaders come, among others, from posts of temporary offices that nobody ever cancelled. */
export const temporaryBodyPosts = defineRule({
  code: 'L3',
  title: say('临时机构的编制、职数及时核销', 'Posts of temporary bodies are cancelled'),
  parameter: 'temporary-bodies',
  shape: words,
  gives: ['warning', 'note'],
  check: ({ before, after, plan }, names, tell) => {
    const holds = (register: Register) => (unit: Unit) => {
      const { posts, leading } = heldBy(register, unit)
      return unit.kind !== 'upperBureau' && posts + leading > 0 && says(unit.name, names)
    }
    const ended = [...before.units.values()].filter(
      (unit) => isOpen(unit) && after.units.get(unit.id)?.closedOn !== undefined && holds(before)(unit),
    )
    const passedOn = ended.filter(({ id }) => {
      const heir = after.units.get(id)?.supersededBy?.[0]
      if (heir === undefined) return false
      return tallyOf(after, heir).leadingPosts > tallyOf(before, heir).leadingPosts
    })
    return [
      ...uncancelled(unitsIn(after).filter(holds(after)), { register: after, plan, passedOn: false }, tell),
      ...uncancelled(passedOn, { register: before, plan, passedOn: true }, tell),
    ]
  },
})
