import { z } from 'zod'
import { listed, say } from '../../kernel/text.ts'
import { defineRule } from '../rule.ts'
import { atUnits, called, counted } from './remark.ts'
import { named } from './reshaped.ts'
import { allPosts, tallyOf, unitsIn } from './tally.ts'

/** 事业单位领导职数: by the size of the institution. */
export const institutionLeadingPosts = defineRule({
  code: 'Q10',
  title: say('事业单位领导职数与规模相当', 'Leading posts of institutions fit their size'),
  parameter: 'leading-posts.institution',
  /** Rows in order of size: with up to so many posts, at most so many leading posts. */
  shape: z.array(z.strictObject({ posts: z.number(), most: z.number() })).min(1),
  gives: ['warning'],
  check: (world, table, tell) => {
    const { after, plan } = world
    const touched = named(world)
    const over = unitsIn(after).flatMap((unit) => {
      if (unit.kind !== 'publicInstitution' || !touched.has(unit.id)) return []
      const tally = tallyOf(after, unit.id)
      const size = allPosts(tally)
      const most = (table.find(({ posts }) => size <= posts) ?? table.at(-1))?.most ?? 0
      return tally.leadingPosts > most ? [{ unit, size, most, posts: tally.leadingPosts }] : []
    })
    if (over.length === 0) return []
    const shown = listed(
      over
        .slice(0, 5)
        .map(({ unit, size, most, posts }) =>
          say(
            `${called(unit).zh}编制${size}名、领导职数${posts}名（至多${most}名）`,
            `${called(unit).en}: ${size} posts, ${posts} leading posts (at most ${most})`,
          ),
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
          `${over.length}个事业单位领导职数超过与其规模相当的数：${shown.zh}${over.length > 5 ? '等' : ''}。`,
          `${counted(over.length, 'institution')} with more leading posts than fit the size. ${shown.en}${over.length > 5 ? ' …' : ''}.`,
        ),
        remedy: say('核减领导职数，或整合到更大的单位。', 'Cut leading posts, or merge into a larger one.'),
      }),
    ]
  },
})
