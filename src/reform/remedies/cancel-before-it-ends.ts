import type { UnitId } from '../../kernel/id.ts'
import { say } from '../../kernel/text.ts'
import { leadingPostsOf } from '../../register/queries.ts'
import { isOpen } from '../../register/unit.ts'
import type { WrittenLine } from '../editing/line-spans.ts'
import { subjectIn, withLines, written } from './lines.ts'
import { defineRemedy } from './remedy.ts'

/** L3: the posts of a temporary body pass to a successor; they are set to 0 before the line that ends it. */
export const cancelBeforeItEnds = defineRemedy({
  name: 'cancel-before-it-ends',
  codes: ['L3'],
  propose: (finding, { plan, before, after }) => {
    const id = subjectIn(finding, 'unit') as UnitId | undefined
    const unit = id === undefined ? undefined : after.units.get(id)
    const ending = plan.lines.find(({ fields }) => {
      const { unit: one, units } = fields as { readonly unit?: string; readonly units?: readonly string[] }
      return one === id || units?.includes(id ?? '') === true
    })
    if (id === undefined || unit === undefined || isOpen(unit) || ending === undefined) return []
    return [
      {
        label: say('撤并前先核销编制、职数', 'Set its posts to 0 before it ends'),
        edit: (text) => {
          const on = written(text, ending.number)?.value?.on
          const day = on === undefined ? {} : { on }
          const posts = before.quotas
            .heldBy(id)
            .map(({ kind }): WrittenLine => ({ op: 'set-staffing-quota', unit: id, kind, posts: 0, ...day }))
          const leading: readonly WrittenLine[] =
            leadingPostsOf(before, id) === 0
              ? []
              : [{ op: 'set-leadership-quota', unit: id, chief: 0, deputy: 0, ...day }]
          return withLines(text, [...posts, ...leading], ending.number)
        },
      },
    ]
  },
})
