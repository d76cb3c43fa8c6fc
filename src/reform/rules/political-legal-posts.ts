import { say } from '../../kernel/text.ts'
import type { Register } from '../../register/register.ts'
import type { Unit } from '../../register/unit.ts'
import { defineRule } from '../rule.ts'
import { says } from './bearers.ts'
import { atUnits, called, someOf } from './remark.ts'
import { tallyOf, unitsIn } from './tally.ts'
import { words } from './terms.ts'

/** The unit’s own name, its nameplates and its guests; one of them is enough to be a political-legal body. */
const namesOf = (register: Register, unit: Unit): string =>
  [unit, ...register.units.linkedTo(unit.id), ...register.nameplates.heldBy(unit.id)]
    .map(({ name }) => name)
    .join('\n')

/** 政法专项编制 is managed apart and goes to political-legal bodies only. */
export const politicalLegalPosts = defineRule({
  code: 'Q5',
  title: say('政法专项编制专编专用', 'Political-legal posts stay with political-legal bodies'),
  parameter: 'posts.political-legal',
  shape: words,
  gives: ['error', 'note'],
  check: (world, bodies, tell) => {
    const { before, after } = world
    const strays = unitsIn(after).filter((unit) => {
      const { posts, byKind } = tallyOf(after, unit.id)
      return posts.politicalLegal + byKind.politicalLegal > 0 && !says(namesOf(after, unit), bodies)
    })
    if (strays.length === 0) return []
    const posts = strays.reduce((sum, { id }) => sum + tallyOf(after, id).posts.politicalLegal, 0)
    const isOld = strays.every(({ id }) => {
      const was = tallyOf(before, id)
      return was.posts.politicalLegal + was.byKind.politicalLegal > 0
    })
    const names = someOf(strays.map(called))
    return [
      tell({
        severity: isOld ? 'note' : 'error',
        at: atUnits(world.plan, strays),
        message: say(
          `${names.zh}不是政法机关，${isOld ? '方案前即' : '方案后'}使用政法专项编制${posts}名。`,
          `Not political-legal bodies, but with ${posts} political-legal posts${isOld ? ' already before the plan' : ''}: ${names.en}.`,
        ),
        remedy: say(
          '将政法专项编制及人员划回政法机关。',
          'Return these posts and people to a political-legal body.',
        ),
      }),
    ]
  },
})
