import { z } from 'zod'
import { listed, say } from '../../kernel/text.ts'
import { defineRule } from '../rule.ts'
import { atLine, atPlan, counted } from './remark.ts'

/** 股室: a section that the plan sets up has enough posts to exist. */
export const sectionsNotTooSmall = defineRule({
  code: 'Q11',
  title: say('新设内设机构编制不少于下限', 'New sections are not too small'),
  parameter: 'sections.min-posts',
  shape: z.number(),
  gives: ['warning'],
  check: ({ after, plan, steps }, least, tell) => {
    const small = steps.flatMap(({ line, fields }) => {
      if (line.operation.name !== 'establish-section') return []
      const section = after.sections.get((fields as { section: string }).section)
      return section !== undefined && section.posts < least ? [{ line, section }] : []
    })
    const first = small[0]
    if (first === undefined) return []
    const names = listed(
      small
        .slice(0, 5)
        .map(({ section }) =>
          say(`${section.name}（${section.posts}名）`, `${section.nameEn} (${section.posts})`),
        ),
    )
    return [
      tell({
        severity: 'warning',
        at: small.length === 1 ? atLine(plan, first.line) : atPlan(plan),
        message: say(
          `内设机构一般不少于${least}名编制，新设的${small.length}个不足：${names.zh}。`,
          `A section should have at least ${least} posts; ${counted(small.length, 'new section')} would have fewer: ${names.en}.`,
        ),
        remedy: say('合并设置，或增加编制。', 'Set up fewer and larger ones.'),
      }),
    ]
  },
})
