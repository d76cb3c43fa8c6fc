import { z } from 'zod'
import { listed, say } from '../../kernel/text.ts'
import { defineRule } from '../rule.ts'
import { isMerged } from './joined.ts'
import { atUnits, called, counted } from './remark.ts'
import { named } from './reshaped.ts'
import { tallyOf, unitsIn } from './tally.ts'

/** 部门领导职数: one chief and a few deputies; a merged department may have some more by approval. */
export const departmentLeadingPosts = defineRule({
  code: 'Q9',
  title: say('部门领导职数按标准核定', 'Departments have the usual number of leading posts'),
  parameter: 'leading-posts.department',
  shape: z.strictObject({ most: z.number(), mergedMore: z.number() }),
  gives: ['warning'],
  check: (world, { most, mergedMore }, tell) => {
    const { after, plan } = world
    const touched = named(world)
    const over = unitsIn(after).flatMap((unit) => {
      if (unit.kind !== 'governmentDepartment' || unit.counts !== 'organ' || !touched.has(unit.id)) return []
      const posts = tallyOf(after, unit.id).leadingPosts
      const may = isMerged(world, unit.id) ? most + mergedMore : most
      return posts > may ? [{ unit, posts, may }] : []
    })
    if (over.length === 0) return []
    const shown = listed(
      over
        .slice(0, 5)
        .map(({ unit, posts, may }) =>
          say(`${called(unit).zh}${posts}名（标准${may}名）`, `${called(unit).en} ${posts} (usual: ${may})`),
        ),
    )
    return [
      tell({
        severity: 'warning',
        at: atUnits(
          plan,
          over.map(({ unit }) => unit),
        ),
        message: say(
          `${over.length}个部门核定领导职数多于标准（一般${most}名，整合组建的可再增${mergedMore}名）：${shown.zh}${over.length > 5 ? '等' : ''}。`,
          `${counted(over.length, 'department')} with more leading posts than usual (${most}, merged ones ${mergedMore} more): ${shown.en}${over.length > 5 ? ' …' : ''}.`,
        ),
        remedy: say('减少副职，或附上级核定职数的批件。', 'Have fewer deputies, or attach the approval.'),
      }),
    ]
  },
})
