import { z } from 'zod'
import { wholeShape } from '../kit/shapes.ts'
import { actorShape, digestShape, keptLine, numberShape, planParams } from './plan-shapes.ts'

/** Shapes of the comments on a plan. */

export const commentParams = planParams.extend({ comment: wholeShape })

/** What is said, in a few sentences. */
export const commentText = keptLine(1, 2000)

/** The number of a line, counted from 1; left out for the plan as a whole. */
export const lineNumber = z.int().min(1).max(1_000_000)

export const commentGiven = z
  .strictObject({
    version: numberShape,
    line: lineNumber.optional(),
    kind: z.enum(['remark', 'question']),
    text: commentText,
  })
  .meta({
    id: 'PlanCommentGiven',
    example: { version: 1, line: 1, kind: 'question', text: '编制从何处核减？' },
  })

export const replyGiven = z
  .strictObject({ text: commentText })
  .meta({ id: 'PlanCommentReply', example: { text: '从事业编制中调剂，见附件。' } })

export const returnGiven = z
  .strictObject({ version: numberShape, line: lineNumber.optional(), text: commentText })
  .meta({ id: 'PlanReturned', example: { version: 1, text: '领导职数依据不足，请补充后再报。' } })

export const madeShape = z
  .strictObject({ comment: z.int() })
  .meta({ id: 'PlanCommentMade', description: 'The number of what was written' })

const saidShape = z.strictObject({
  number: z.int(),
  text: z.string(),
  author: actorShape,
  at: z.string(),
})

const commentShape = saidShape
  .extend({
    kind: z.enum(['remark', 'question', 'return']),
    version: z.int(),
    line: z.strictObject({ number: z.int(), digest: digestShape }).nullable().meta({
      description: 'The line of that version, with the digest of what it said; null for the whole plan',
    }),
    now: z
      .strictObject({ number: z.int(), isChanged: z.boolean() })
      .nullable()
      .meta({ description: 'Where that line stands in the version of now; null when it is gone' }),
    isOpen: z.boolean(),
    resolved: z.strictObject({ by: actorShape, at: z.string() }).nullable(),
    replies: z.array(saidShape),
  })
  .meta({ id: 'PlanComment', description: '批注: a remark, a question, or 退回 with its reason' })

export const commentsShape = z.strictObject({ version: z.int(), comments: z.array(commentShape) }).meta({
  id: 'PlanComments',
  description: 'All comments of a plan, and the version that their lines are of',
})
