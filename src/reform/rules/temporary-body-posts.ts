import type { Finding } from '../../kernel/finding.ts'
import { say } from '../../kernel/text.ts'
import type { Unit } from '../../register/unit.ts'
import { defineRule } from '../rule.ts'
import { says } from './bearers.ts'
import { atUnits, called, counted, someOf } from './remark.ts'
import { allPosts, tallyOf, unitsIn } from './tally.ts'
import { words } from './terms.ts'

/** 临时机构: over-quota leaders come, among others, from posts of temporary offices that nobody ever cancelled. */
export const temporaryBodyPosts = defineRule({
  code: 'L3',
  title: say('临时机构的编制、职数及时核销', 'Posts of temporary bodies are cancelled'),
  parameter: 'temporary-bodies',
  shape: words,
  gives: ['warning', 'note'],
  check: ({ before, after, plan }, names, tell) => {
    const has = (register: typeof after, { id }: Unit) => {
      const tally = tallyOf(register, id)
      return { posts: allPosts(tally), leading: tally.leadingPosts }
    }
    const holds = (register: typeof after) => (unit: Unit) => {
      const { posts, leading } = has(register, unit)
      return unit.kind !== 'upperBureau' && posts + leading > 0 && says(unit.name, names)
    }
    const told = (units: readonly Unit[], register: typeof after, passedOn: boolean): Finding[] => {
      if (units.length === 0) return []
      const posts = units.reduce((sum, unit) => sum + has(register, unit).posts, 0)
      const leading = units.reduce((sum, unit) => sum + has(register, unit).leading, 0)
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
    const ended = [...before.units.values()].filter(
      (unit) =>
        unit.closedOn === undefined &&
        after.units.get(unit.id)?.closedOn !== undefined &&
        holds(before)(unit),
    )
    const passedOn = ended.filter(({ id }) => {
      const heir = after.units.get(id)?.supersededBy?.[0]
      if (heir === undefined) return false
      return tallyOf(after, heir).leadingPosts > tallyOf(before, heir).leadingPosts
    })
    return [...told(unitsIn(after).filter(holds(after)), after, false), ...told(passedOn, before, true)]
  },
})
