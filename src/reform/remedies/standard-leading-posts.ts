import { z } from 'zod'
import { number, say } from '../../kernel/text.ts'
import type { Unit } from '../../register/unit.ts'
import type { WrittenLine } from '../editing/line-spans.ts'
import { isMerged } from '../rules/joined.ts'
import { named } from '../rules/reshaped.ts'
import { tallyOf, unitsIn } from '../rules/tally.ts'
import { leadingPostsSet } from './leading-posts.ts'
import { lastDay, withLines } from './lines.ts'
import { defineRemedy, type Ward } from './remedy.ts'

const shape = z.object({ most: z.number(), mergedMore: z.number() })

/** The departments that a plan touches and that have more leading posts than the standard, with what it allows. */
const over = (ward: Ward): readonly { readonly unit: Unit; readonly may: number }[] => {
  const limit = shape.safeParse(ward.policy.limit('leading-posts.department')?.value)
  if (!limit.success) return []
  const { most, mergedMore } = limit.data
  const touched = named(ward)
  return unitsIn(ward.after).flatMap((unit) => {
    if (unit.kind !== 'governmentDepartment' || unit.counts !== 'organ' || !touched.has(unit.id)) return []
    const may = isMerged(ward, unit.id) ? most + mergedMore : most
    return tallyOf(ward.after, unit.id).leadingPosts > may ? [{ unit, may }] : []
  })
}

/** Q9: the leading posts of the departments are set at the standard. */
export const standardLeadingPosts = defineRemedy({
  name: 'standard-leading-posts',
  codes: ['Q9'],
  propose: (_, ward) => {
    const units = over(ward)
    if (units.length === 0) return []
    const lines = units.map(
      ({ unit, may }): WrittenLine => ({
        ...leadingPostsSet(ward.after, unit.id, may),
        ...lastDay(ward.plan),
      }),
    )
    return [
      {
        label: say(
          `将${units.length}个部门的领导职数核定为标准数`,
          `Set the leading posts at the standard: ${number(units.length)} departments`,
        ),
        edit: (text) => withLines(text, lines),
      },
    ]
  },
})
