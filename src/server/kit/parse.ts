import { z } from 'zod'
import type { Finding } from '../../kernel/finding.ts'
import { say } from '../../kernel/text.ts'
import { badRequest, Refused } from './problem.ts'

/** What was sent, in the shape that the route says; thrown as a 400 with a finding for every place that differs (A01). */
export const parsed = (shape: z.ZodType | undefined, part: string, given: unknown): unknown => {
  if (shape === undefined) return undefined
  const result = shape.safeParse(given)
  if (result.success) return result.data
  throw new Refused(
    badRequest(
      say('请求的写法不对。', 'The request is not written as it should be.'),
      result.error.issues.slice(0, 50).map((issue) => misshapen(part, issue)),
    ),
  )
}

const misshapen = (part: string, issue: z.core.$ZodIssue): Finding => ({
  code: 'A01',
  severity: 'error',
  at: `request:${[part, ...issue.path.map(String)].join('.').slice(0, 200)}`,
  message: say(`写法不对：${inChinese(issue)}`, issue.message),
  remedy: say('按 /docs 所述填写。', 'See /docs for what belongs here.'),
})

const chinese = z.locales.zhCN().localeError

/** The same remark in Chinese; what a shape says in words of its own has them in both languages already, or in English. */
const inChinese = (issue: z.core.$ZodIssue): string => {
  const told = issue.code === 'custom' ? undefined : chinese(issue as z.core.$ZodRawIssue)
  return (typeof told === 'string' ? told : told?.message) ?? issue.message
}
