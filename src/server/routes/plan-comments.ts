import { say } from '../../kernel/text.ts'
import { permitted } from '../../rights/decide.ts'
import { comment, reply, settle } from '../../store/drafts/commenting.ts'
import { type PlacedComment, placedComments } from '../../store/drafts/comments.ts'
import type { OpenDraft } from '../../store/drafts/opened.ts'
import { actorOf } from '../kit/actor.ts'
import { notFound, Refused } from '../kit/problem.ts'
import { type Answer, command, ok, type Route, reading } from '../kit/route.ts'
import { doneOr422, forVersion, type Named, namesFor, planOf, planToMove } from './plan-asked.ts'
import {
  commentGiven,
  commentParams,
  commentsShape,
  madeShape,
  replyGiven,
  returnGiven,
} from './plan-comment-shapes.ts'
import { planConflictShape, planParams } from './plan-shapes.ts'

/** What the audit keeps: numbers, and never what was written. */
const noted = ({ key }: OpenDraft, action: string, detail: object): Pick<Answer, 'audit'> => ({
  audit: { county: key.county, action, subject: `plan:${key.plan}`, detail },
})

const list = reading({
  path: '/api/counties/:county/plans/:plan/comments',
  operation: 'read-plan',
  summary: say('方案的批注', 'The comments on a plan, each with the line it is about, where that stands now'),
  tag: 'plans',
  params: planParams,
  answers: { 200: { description: 'The comments in the order in which they came', schema: commentsShape } },
  handle: async (ask) => {
    const open = await planOf(ask)
    const comments = await placedComments(ask.client, open)
    const actors = comments.flatMap(({ author, resolved, replies }) => [
      author,
      resolved?.by ?? '',
      ...replies.map((each) => each.author),
    ])
    const named = await namesFor(ask.client, open.key.county, actors)
    return ok({ version: open.draft.version, comments: comments.map((each) => commentView(each, named)) })
  },
})

const commentView = ({ author, resolved, replies, ...rest }: PlacedComment, named: Named) => ({
  ...rest,
  author: named(author),
  resolved: resolved && { ...resolved, by: named(resolved.by) },
  replies: replies.map((each) => ({ ...each, author: named(each.author) })),
})

const write = command({
  method: 'POST',
  path: '/api/counties/:county/plans/:plan/comments',
  operation: 'comment-plan',
  summary: say('批注方案', 'Comment on a line of a version of a plan, or on the plan as a whole'),
  tag: 'plans',
  params: planParams,
  body: commentGiven,
  answers: { 201: { description: 'On the file of the plan', schema: madeShape } },
  handle: async (ask) => {
    const { version, kind, line } = ask.body
    const open = await planToMove(ask)
    if (version < 1 || version > open.draft.version) throw new Refused(notFound)
    const given = { ...ask.body, actor: actorOf(ask.viewer), at: ask.now }
    const { number } = doneOr422(await comment(ask.client, open, given)).done
    const detail = { comment: number, kind, version, line: line ?? null }
    return { status: 201, body: { comment: number }, ...noted(open, 'comment-plan', detail) }
  },
})

const answer = command({
  method: 'POST',
  path: '/api/counties/:county/plans/:plan/comments/:comment/replies',
  operation: 'comment-plan',
  summary: say('答复批注', 'Reply to a comment'),
  tag: 'plans',
  params: commentParams,
  body: replyGiven,
  answers: { 201: { description: 'On the file of the plan', schema: madeShape } },
  handle: async (ask) => {
    const open = await planToMove(ask)
    const to = Number(ask.params.comment)
    const said = { to, text: ask.body.text, actor: actorOf(ask.viewer), at: ask.now }
    const outcome = await reply(ask.client, open, said)
    if (outcome === undefined) throw new Refused(notFound)
    const { number } = doneOr422(outcome).done
    const detail = { comment: number, to }
    return { status: 201, body: { comment: number }, ...noted(open, 'reply-comment', detail) }
  },
})

const resolve = command({
  method: 'POST',
  path: '/api/counties/:county/plans/:plan/comments/:comment/resolution',
  operation: 'comment-plan',
  summary: say('办结批注', 'Settle a comment, as who wrote it or as a planner; or take a return back'),
  tag: 'plans',
  params: commentParams,
  answers: { 200: { description: 'Settled', schema: madeShape } },
  handle: async (ask) => {
    const { county } = ask.params
    const open = await planToMove(ask)
    const target = { county, isDemo: ask.installation.isDemo }
    const outcome = await settle(ask.client, open, {
      number: Number(ask.params.comment),
      isPlanner: permitted(ask.viewer, 'draft-plan', target) !== undefined,
      actor: actorOf(ask.viewer),
      at: ask.now,
    })
    if (outcome === undefined) throw new Refused(notFound)
    const { number } = doneOr422(outcome).done
    return ok({ comment: number }, noted(open, 'resolve-comment', { comment: number }))
  },
})

const giveBack = command({
  method: 'POST',
  path: '/api/counties/:county/plans/:plan/returns',
  operation: 'return-plan',
  summary: say(
    '退回方案',
    'Return the version of now with the reason: it is not approved before a further version answers',
  ),
  tag: 'plans',
  params: planParams,
  body: returnGiven,
  answers: {
    201: { description: 'Returned; on the file of the plan as a comment', schema: madeShape },
    409: { description: 'The plan has a further version', schema: planConflictShape },
  },
  handle: async (ask) => {
    const { version, line } = ask.body
    const open = await planToMove(ask)
    forVersion(open, version)
    const given = { ...ask.body, kind: 'return' as const, actor: actorOf(ask.viewer), at: ask.now }
    const { number } = doneOr422(await comment(ask.client, open, given)).done
    const detail = { comment: number, version, line: line ?? null }
    return { status: 201, body: { comment: number }, ...noted(open, 'return-plan', detail) }
  },
})

/** 批注: read, written, answered and settled; and 退回, the comment that keeps a version from being approved. */
export const planCommentRoutes: readonly Route[] = [list, write, answer, resolve, giveBack]
