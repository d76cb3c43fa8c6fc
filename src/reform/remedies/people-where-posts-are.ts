import type { UnitId } from '../../kernel/id.ts'
import { number, say } from '../../kernel/text.ts'
import { shortNameOf } from '../../register/queries.ts'
import { kinds, tallyOf, unitsIn } from '../rules/tally.ts'
import { isEstablished } from '../rules/terms.ts'
import { lastDay, subjectIn, withLines } from './lines.ts'
import { defineRemedy } from './remedy.ts'

/** Q2: as many as are beyond the posts go to the unit of the same kind that has most of them vacant; no leader is moved. */
export const peopleWherePostsAre = defineRemedy({
  name: 'people-where-posts-are',
  codes: ['Q2'],
  propose: (finding, { after, plan }) => {
    const unit = subjectIn(finding, 'unit') as UnitId | undefined
    const from = unit === undefined ? undefined : after.units.get(unit)
    if (unit === undefined || from === undefined || finding.severity !== 'error') return []
    const tally = tallyOf(after, unit)
    return kinds.flatMap((kind) => {
      const over = tally.byKind[kind] - tally.posts[kind]
      if (over <= 0) return []
      const people = after.people
        .heldBy(unit)
        .filter((person) => person.postKind === kind && after.appointments.linkedTo(person.id).length === 0)
        .slice(-over)
        .map(({ id }) => id)
      const vacant = (id: UnitId) => tallyOf(after, id).posts[kind] - tallyOf(after, id).byKind[kind]
      const [to] = unitsIn(after)
        .filter((each) => each.id !== unit && isEstablished(each.kind) && vacant(each.id) >= over)
        .sort(
          (a, b) =>
            Number(b.kind === from.kind) - Number(a.kind === from.kind) || vacant(b.id) - vacant(a.id),
        )
      if (to === undefined || people.length < over) return []
      const name = shortNameOf(after, to.id)
      return [
        {
          label: say(
            `将${over}名人员转入${name.zh}（有空编）`,
            `Assign ${number(over)} to ${name.en}, which has vacant posts`,
          ),
          edit: (text: string) =>
            withLines(text, [{ op: 'assign-person', people, to: to.id, ...lastDay(plan) }]),
        },
      ]
    })
  },
})
