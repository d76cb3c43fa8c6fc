import { z } from 'zod'
import type { UnitId } from '../../kernel/id.ts'
import { number, say } from '../../kernel/text.ts'
import { leadingPostsOf, shortNameOf } from '../../register/queries.ts'
import { partsOf } from '../rules/joined.ts'
import { isOrganKind } from '../rules/terms.ts'
import { leadingPostsSet } from './leading-posts.ts'
import { lastDay, subjectIn, withLines } from './lines.ts'
import { defineRemedy } from './remedy.ts'

const shape = z.object({ most: z.number(), mergedMore: z.number() })

/** L4: a merged body gets one team, no larger than the standard and smaller than the old ones together. */
export const oneTeam = defineRemedy({
  name: 'one-team',
  codes: ['L4'],
  propose: (finding, ward) => {
    const id = subjectIn(finding, 'unit') as UnitId | undefined
    if (id === undefined) return []
    const was = partsOf(ward, id)
      .filter(({ kind }) => isOrganKind(kind))
      .reduce((sum, part) => sum + leadingPostsOf(ward.before, part.id), 0)
    const limit = shape.safeParse(ward.policy.limit('leading-posts.department')?.value)
    const standard = limit.success ? limit.data.most + limit.data.mergedMore : was - 1
    const count = Math.min(standard, was - 1)
    if (count < 1) return []
    const name = shortNameOf(ward.after, id)
    return [
      {
        label: say(`核定${name.zh}领导职数${count}名`, `Set ${number(count)} leading posts for ${name.en}`),
        edit: (text) =>
          withLines(text, [{ ...leadingPostsSet(ward.after, id, count), ...lastDay(ward.plan) }]),
      },
    ]
  },
})
