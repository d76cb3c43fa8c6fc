import type { UnitId } from '../../kernel/id.ts'
import { number, say } from '../../kernel/text.ts'
import { shortNameOf } from '../../register/queries.ts'
import { tallyOf } from '../rules/tally.ts'
import { leadingPostsSet } from './leading-posts.ts'
import { lastDay, subjectIn, withLines } from './lines.ts'
import { defineRemedy } from './remedy.ts'

/** Q15: the leading posts are set at the leaders who are there; beyond the caps other rules refuse it. */
export const leadingPostsForAll = defineRemedy({
  name: 'leading-posts-for-all',
  codes: ['Q15'],
  propose: (finding, { after, plan }) => {
    const unit = subjectIn(finding, 'unit') as UnitId | undefined
    if (unit === undefined || finding.severity !== 'error') return []
    const { leaders } = tallyOf(after, unit)
    const name = shortNameOf(after, unit)
    return [
      {
        label: say(
          `核定${name.zh}领导职数${leaders}名`,
          `Set ${number(leaders)} leading posts for ${name.en}`,
        ),
        edit: (text) => withLines(text, [{ ...leadingPostsSet(after, unit, leaders), ...lastDay(plan) }]),
      },
    ]
  },
})
