import { z } from 'zod'
import { type Calendar, workingDaysBetween } from '../../kernel/calendar.ts'
import { addDays, daysBetween, yearOf } from '../../kernel/day.ts'
import type { Finding } from '../../kernel/finding.ts'
import { listed, say, type Text } from '../../kernel/text.ts'
import { documentKinds, type Plan } from '../plan.ts'
import { defineRule } from '../rule.ts'
import { atPlan, type Tell } from './remark.ts'
import { calendarIn } from './working-days.ts'

const asked: readonly (readonly [keyof typeof documentKinds, Text])[] = [
  ['consultation', say('公开征求意见', 'public consultation')],
  ['expert', say('专家论证', 'expert review')],
  ['risk', say('风险评估', 'risk assessment')],
  ['legality', say('合法性审查', 'legality review')],
]

const least = z.strictObject({ consultationDays: z.number(), legalityWorkingDays: z.number() })
type Least = z.output<typeof least> & { readonly calendar: Calendar }

const notListed = (plan: Plan, tell: Tell): Finding[] => {
  const missing = asked.filter(([kind]) => !plan.documents?.some((each) => each.kind === kind))
  if (missing.length === 0) return []
  const { zh, en } = listed(missing.map(([, term]) => term))
  return [
    tell({
      severity: 'note',
      at: atPlan(plan),
      message: say(
        `作为重大行政决策，方案没有列明：${zh}。`,
        `As a major decision the plan should name: ${en}.`,
      ),
      remedy: say('在 documents 中列明起止日期和文件。', 'List them with their days under `documents`.'),
    }),
  ]
}

const tooShort = (
  plan: Plan,
  { consultationDays, legalityWorkingDays, calendar }: Least,
  tell: Tell,
): Finding[] =>
  (plan.documents ?? []).flatMap(({ kind, on, until = on, place }): Finding[] => {
    const inWorkingDays = kind === 'legality'
    if (kind !== 'consultation' && !inWorkingDays) return []
    const asked = inWorkingDays ? legalityWorkingDays : consultationDays
    const days = inWorkingDays
      ? workingDaysBetween(calendar, addDays(on, -1), until)
      : daysBetween(on, until) + 1
    if (days >= asked) return []
    const [zh, en] = inWorkingDays ? ['个工作日', 'working days'] : ['日', 'days']
    const isPublished = calendar.isPublished(yearOf(on)) && calendar.isPublished(yearOf(until))
    const [markZh, markEn] =
      inWorkingDays && !isPublished
        ? [
            '（该年假期安排未收录，按周一至周五计）',
            ' (counted Monday to Friday: the holidays of that year are not on record)',
          ]
        : ['', '']
    return [
      tell({
        severity: 'warning',
        at: { ...atPlan(plan), place },
        message: say(
          `${documentKinds[kind]}（${on}至${until}）只有${days}${zh}，不足${asked}${zh}${markZh}。`,
          `The ${inWorkingDays ? 'legality review' : 'public consultation'} (${on} to ${until}) lasted ${days} ${en}, less than ${asked}${markEn}.`,
        ),
        remedy: say('延长期限；确需缩短的，公布理由。', 'Extend it, or publish why it had to be shorter.'),
      }),
    ]
  })

/** 重大行政决策: the public is asked long enough, experts, risk and legality are reviewed before the decision. */
export const majorDecisionProcedure = defineRule({
  code: 'P11',
  title: say('重大决策程序：征求意见、论证、评估、审查', 'Major decisions: consultation and reviews'),
  parameter: 'procedure.major-decision',
  shape: least,
  gives: ['warning', 'note'],
  check: ({ plan, policy }, value, tell) => [
    ...notListed(plan, tell),
    ...tooShort(plan, { ...value, calendar: calendarIn(policy) }, tell),
  ],
})
