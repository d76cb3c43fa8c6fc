import { z } from 'zod'
import { number, say } from '../../kernel/text.ts'
import type { WrittenLine } from '../editing/line-spans.ts'
import { named } from '../rules/reshaped.ts'
import { allPosts, tallyOf, unitsIn } from '../rules/tally.ts'
import { leadingPostsSet } from './leading-posts.ts'
import { lastDay, withLines } from './lines.ts'
import { defineRemedy } from './remedy.ts'

const shape = z.array(z.object({ posts: z.number(), most: z.number() })).min(1)

/** Q10: the leading posts of institutions are set at what their size allows. */
export const fittingInstitutionPosts = defineRemedy({
  name: 'fitting-institution-posts',
  codes: ['Q10'],
  propose: (_, ward) => {
    const limit = shape.safeParse(ward.policy.limit('leading-posts.institution')?.value)
    if (!limit.success) return []
    const touched = named(ward)
    const lines = unitsIn(ward.after).flatMap((unit): WrittenLine[] => {
      if (unit.kind !== 'publicInstitution' || !touched.has(unit.id)) return []
      const tally = tallyOf(ward.after, unit.id)
      const size = allPosts(tally)
      const most = (limit.data.find(({ posts }) => size <= posts) ?? limit.data.at(-1))?.most ?? 0
      if (tally.leadingPosts <= most) return []
      return [{ ...leadingPostsSet(ward.after, unit.id, most), ...lastDay(ward.plan) }]
    })
    if (lines.length === 0) return []
    return [
      {
        label: say(
          `将${lines.length}个事业单位的领导职数核定为与规模相当`,
          `Set the leading posts by size: ${number(lines.length)} institutions`,
        ),
        edit: (text) => withLines(text, lines),
      },
    ]
  },
})
