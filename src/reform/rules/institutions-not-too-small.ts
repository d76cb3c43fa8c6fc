import { z } from 'zod'
import { say } from '../../kernel/text.ts'
import { reformInstitutions } from '../../register/queries.ts'
import { defineRule } from '../rule.ts'
import { atUnits, called, counted, someOf } from './remark.ts'
import { allPosts, tallyOf } from './tally.ts'

/** 原则上不设编制过少的事业单位: the institutions in the reform have at least so many posts. */
export const institutionsNotTooSmall = defineRule({
  code: 'Q6',
  title: say('事业单位编制不少于下限', 'Institutions are not too small'),
  parameter: 'institutions.min-posts',
  shape: z.number(),
  gives: ['warning'],
  check: ({ after, plan }, least, tell) => {
    const small = reformInstitutions(after).filter(({ id }) => allPosts(tallyOf(after, id)) < least)
    if (small.length === 0) return []
    const names = someOf(
      small.map((unit) => {
        const posts = allPosts(tallyOf(after, unit.id))
        return say(`${called(unit).zh}（${posts}名）`, `${called(unit).en} (${posts})`)
      }),
    )
    return [
      tell({
        severity: 'warning',
        at: atUnits(plan, small),
        message: say(
          `原则上不设编制${least}名以下的事业单位，方案后尚有${small.length}个：${names.zh}。`,
          `Institutions should have at least ${least} posts; after the plan ${counted(small.length, 'institution')} would have fewer: ${names.en}.`,
        ),
        remedy: say('整合到职责相近的事业单位，或说明保留理由。', 'Merge them, or say why they stay.'),
      }),
    ]
  },
})
