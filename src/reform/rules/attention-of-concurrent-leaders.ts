import { z } from 'zod'
import { say } from '../../kernel/text.ts'
import { defineRule } from '../rule.ts'
import { atPlan, counted } from './remark.ts'

/** 兼任: whoever leads several bodies can give each its day of the week, and has one left for the main office. */
export const attentionOfConcurrentLeaders = defineRule({
  code: 'Q19',
  title: say('兼任者的精力够用', 'Concurrent leaders have the time'),
  parameter: 'concurrent.attention',
  shape: z.strictObject({ daysAWeek: z.number(), daysForEach: z.number() }),
  gives: ['warning'],
  check: ({ after, plan }, { daysAWeek, daysForEach }, tell) => {
    const offices = new Map<string, number>()
    for (const { person, concurrent } of after.appointments.values())
      if (concurrent) offices.set(person, (offices.get(person) ?? 0) + 1)
    return [...offices]
      .filter(([, count]) => count * daysForEach > daysAWeek - 1)
      .map(([person, count]) =>
        tell({
          severity: 'warning',
          at: atPlan(plan),
          message: say(
            `${person}兼任${count}个职务，每周每处至少${daysForEach}天，需${count * daysForEach}天，每周只有${daysAWeek}个工作日且须留1天办理本职。`,
            `${person} holds ${counted(count, 'concurrent office')}: at ${counted(daysForEach, 'day')} a week each that is ${count * daysForEach} of ${daysAWeek} days, with none left for the main office.`,
          ),
          remedy: say(
            '减少兼任，或由主持日常工作的副职履职并明确授权。',
            'Give up an office, or let an executive deputy act with a written mandate.',
          ),
        }),
      )
  },
})
