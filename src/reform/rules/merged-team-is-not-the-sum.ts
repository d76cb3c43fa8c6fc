import type { UnitId } from '../../kernel/id.ts'
import { say } from '../../kernel/text.ts'
import type { World } from '../rule.ts'
import { defineRule } from '../rule.ts'
import { joined } from './joined.ts'
import { counted } from './remark.ts'
import { tallyOf } from './tally.ts'
import { inForce, isOrganKind } from './terms.ts'

/** Bodies whose leading posts a line of the plan sets. */
const approved = ({ steps }: World): ReadonlySet<UnitId> =>
  new Set(
    steps
      .filter(({ line }) => line.operation.name === 'set-leadership-quota')
      .map(({ fields }) => (fields as { unit: UnitId }).unit),
  )

/**
 * 班子简单相加: one of the causes of leaders beyond the posts that the press reports establishment offices to name. The
 * posts of merged organs add up by themselves, so a merger whose leading posts no line sets has a team that nobody
 * looked at. No clause forbids it, so that it only warns; institutions are not meant.
 */
export const mergedTeamIsNotTheSum = defineRule({
  code: 'L4',
  title: say('合并后的班子不是原班子之和', 'A merged team is not the sum of the old ones'),
  parameter: 'leading-posts.merged',
  shape: inForce,
  gives: ['warning'],
  check: (world, _, tell) => {
    const { before, after } = world
    const set = approved(world)
    return [...joined(world)].flatMap(([heir, parts]) => {
      const unit = after.units.get(heir)
      const teams = parts
        .filter(({ kind }) => isOrganKind(kind))
        .map((part) => tallyOf(before, part.id).leadingPosts)
        .filter((posts) => posts > 0)
      const is = tallyOf(after, heir).leadingPosts
      const was = teams.reduce((sum, posts) => sum + posts, 0)
      if (unit === undefined || !isOrganKind(unit.kind) || teams.length < 2 || is < was) return []
      const isSet = set.has(heir)
      return [
        tell({
          severity: 'warning',
          at: `unit:${heir}`,
          message: say(
            `${unit.short}由${teams.length}个班子合并而成，领导职数${is}名，不少于原各班子之和${was}名${isSet ? '' : '，且方案没有核定职数'}。`,
            `The ${unit.nameEn} joins ${teams.length} teams and has ${counted(is, 'leading post')}, no fewer than the ${was} of the old teams${isSet ? '' : ', and no line sets them'}.`,
          ),
          remedy: say(
            '用 set-leadership-quota 重新核定领导职数，富余人员另行安置。',
            'Set the leading posts anew with set-leadership-quota and place the others elsewhere.',
          ),
        }),
      ]
    })
  },
})
