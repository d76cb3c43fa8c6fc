import type { UnitId } from '../../kernel/id.ts'
import { number, say } from '../../kernel/text.ts'
import { shortNameOf } from '../../register/queries.ts'
import { postKinds, postKindsEn } from '../../register/quota.ts'
import { kinds, tallyOf } from '../rules/tally.ts'
import { lastDay, subjectIn, withLines } from './lines.ts'
import { defineRemedy } from './remedy.ts'

/** Q2: the posts of a kind are set at the people who are there; beyond the county's total another rule refuses it. */
export const postsForAll = defineRemedy({
  name: 'posts-for-all',
  codes: ['Q2'],
  propose: (finding, { after, plan }) => {
    const unit = subjectIn(finding, 'unit') as UnitId | undefined
    if (unit === undefined || finding.severity !== 'error') return []
    const tally = tallyOf(after, unit)
    const name = shortNameOf(after, unit)
    return kinds
      .filter((kind) => tally.byKind[kind] > tally.posts[kind])
      .map((kind) => ({
        label: say(
          `核定${name.zh}${postKinds[kind]}${tally.byKind[kind]}名`,
          `Set ${number(tally.byKind[kind])} ${postKindsEn[kind]} posts for ${name.en}`,
        ),
        edit: (text: string) =>
          withLines(text, [
            { op: 'set-staffing-quota', unit, kind, posts: tally.byKind[kind], ...lastDay(plan) },
          ]),
      }))
  },
})
