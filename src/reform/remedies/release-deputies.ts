import type { UnitId } from '../../kernel/id.ts'
import { number, say } from '../../kernel/text.ts'
import { leadersOf, shortNameOf } from '../../register/queries.ts'
import { tallyOf } from '../rules/tally.ts'
import { lastDay, subjectIn, withLines } from './lines.ts'
import { defineRemedy } from './remedy.ts'

/** Q15: as many deputies as are beyond the posts leave office, those who came to it last first; they stay in the unit. */
export const releaseDeputies = defineRemedy({
  name: 'release-deputies',
  codes: ['Q15'],
  propose: (finding, { after, plan }) => {
    const unit = subjectIn(finding, 'unit') as UnitId | undefined
    if (unit === undefined || finding.severity !== 'error') return []
    const tally = tallyOf(after, unit)
    const over = tally.leaders - tally.leadingPosts
    const leaving = leadersOf(after, unit)
      .filter(({ office }) => office !== 'chief')
      .sort((a, b) => ((a.since ?? '') < (b.since ?? '') ? 1 : (a.since ?? '') > (b.since ?? '') ? -1 : 0))
      .slice(0, over)
    if (over <= 0 || leaving.length < over) return []
    const name = shortNameOf(after, unit)
    return [
      {
        label: say(`免去${name.zh}副职${over}名`, `Remove ${number(over)} from deputy office in ${name.en}`),
        edit: (text) =>
          withLines(
            text,
            leaving.map(({ person }) => ({ op: 'remove-from-office', person, unit, ...lastDay(plan) })),
          ),
      },
    ]
  },
})
