import { z } from 'zod'
import { say } from '../../kernel/text.ts'
import { guestsOf, sum } from '../../register/queries.ts'
import { defineRule } from '../rule.ts'
import { isMerged, joined } from './joined.ts'
import { counted } from './remark.ts'
import { allPosts, tallyOf } from './tally.ts'
import { isOrganKind } from './terms.ts'

/** 超载预警: a merged department in which few people carry many duties. */
export const overloadedMergedDepartment = defineRule({
  code: 'W4',
  title: say('整合后的部门不超载', 'A merged department is not overloaded'),
  parameter: 'load.merged-department',
  shape: z.strictObject({ dutiesEach: z.number(), fromDuties: z.number() }),
  gives: ['warning'],
  check: (world, { dutiesEach, fromDuties }, tell) => {
    const { after } = world
    return [...joined(world).keys()].flatMap((id) => {
      const unit = after.units.get(id)
      if (unit === undefined || !isOrganKind(unit.kind) || !isMerged(world, id)) return []
      const duties = sum([unit, ...guestsOf(after, id)], (each) => after.duties.heldBy(each.id).length)
      const tally = tallyOf(after, id)
      const people = tally.atDesk
      if (duties < fromDuties || (people > 0 && duties / people < dutiesEach)) return []
      const posts = allPosts(tally)
      const each = people === 0 ? '—' : (duties / people).toFixed(2)
      return [
        tell({
          severity: 'warning',
          at: `unit:${id}`,
          message: say(
            `${unit.short}承担职责${duties}项，核定编制${posts}名，在岗${people}人，人均${each}项（预警线${dutiesEach}项），空编${Math.max(0, posts - tally.total)}名。`,
            `The ${unit.nameEn} has ${counted(duties, 'duty', 'duties')}, ${counted(posts, 'post')} and ${counted(people, 'person', 'people')} at work: ${each} duties each (alarm at ${dutiesEach}), ${Math.max(0, posts - tally.total)} posts vacant.`,
          ),
          remedy: say(
            '补足空编，或划回部分职责，或授权主持日常工作的副职。',
            'Fill the vacancies, give some duties back, or deputise.',
          ),
        }),
      ]
    })
  },
})
