import { z } from 'zod'
import { type FollowedLine, followLine, lineDigests } from '../../reform/editing/follow-line.ts'
import { type Answered, getJson, send } from './ask.ts'
import type { Base } from './draft/drafts.ts'
import type { PlanKey } from './plans.ts'

/** 批注: what is said of a plan and of its lines, and where that stands in the text on the screen. */

const actor = z.object({ id: z.string(), name: z.string().nullable() })
const said = z.object({ number: z.number(), text: z.string(), author: actor, at: z.string() })
const commentShape = said.extend({
  kind: z.enum(['remark', 'question', 'return']),
  version: z.number(),
  line: z.object({ number: z.number(), digest: z.string() }).nullable(),
  now: z.object({ number: z.number(), isChanged: z.boolean() }).nullable(),
  isOpen: z.boolean(),
  resolved: z.object({ by: actor, at: z.string() }).nullable(),
  replies: z.array(said),
})
const commentsShape = z.object({ version: z.number(), comments: z.array(commentShape) })

export type KeptComment = z.output<typeof commentShape>
/** The comments of a plan, and the version whose lines they stand at. */
export interface KeptComments {
  readonly version: number
  readonly comments: readonly KeptComment[]
}

/** The text of a plan on the screen, and the version that it was drawn from. */
export interface Shown {
  readonly text: string
  readonly base: Base | undefined
}

/** A comment and the line of the shown text that it is about; null when that is gone, or it is about the whole plan. */
export interface ShownComment extends KeptComment {
  readonly shown: FollowedLine | null
}

/**
 * The comments where the shown text has their lines. The server says where they stand in the version of now; when the
 * text was drawn from that, a line that is being edited keeps its comments. Without a text the server's places are shown.
 */
export const shownComments = (
  { version, comments }: KeptComments,
  shown: Shown | undefined,
): readonly ShownComment[] => {
  if (shown === undefined || comments.every(({ line }) => line === null))
    return comments.map((each) => ({ ...each, shown: each.now }))
  const to = lineDigests(shown.text) ?? []
  const from = shown.base?.version === version ? lineDigests(shown.base.text) : undefined
  return comments.map((each) => ({ ...each, shown: placeOf(each, to, from) }))
}

const placeOf = (
  { line, now }: KeptComment,
  to: readonly string[],
  from: readonly string[] | undefined,
): FollowedLine | null => {
  if (line === null) return null
  const digest = now === null ? undefined : from?.[now.number - 1]
  if (now === null || digest === undefined) return followLine(line, to) ?? null
  const found = followLine({ number: now.number, digest }, to, from)
  if (found === undefined) return null
  return { number: found.number, isChanged: to[found.number - 1] !== line.digest }
}

/** The version and line that a comment on a shown line is made on; undefined for a line that the server does not keep. */
export const keptLine = (
  line: number,
  version: number,
  shown: Shown | undefined,
): { readonly version: number; readonly line: number } | undefined => {
  if (shown === undefined) return { version, line }
  const { base, text } = shown
  if (base === undefined) return undefined
  if (text === base.text) return { version: base.version, line }
  const [from, to] = [lineDigests(text), lineDigests(base.text)]
  const digest = from?.[line - 1]
  const found =
    digest === undefined || to === undefined ? undefined : followLine({ number: line, digest }, to, from)
  return found === undefined || found.isChanged ? undefined : { version: base.version, line: found.number }
}

/** The comments on a line of the shown text, in the order in which they came. */
export const commentsAt = (list: readonly ShownComment[], line: number): readonly ShownComment[] =>
  list.filter(({ shown }) => shown?.number === line)

/** How many open comments each line has that has any; nothing where comments are not kept. */
export const openCommentsByLine = (
  comments: { readonly list: readonly ShownComment[] } | undefined,
): ReadonlyMap<number, number> => {
  const counts = new Map<number, number>()
  for (const { shown, isOpen } of comments?.list ?? [])
    if (isOpen && shown !== null) counts.set(shown.number, (counts.get(shown.number) ?? 0) + 1)
  return counts
}

/** Which comments of a plan are listed. */
export type CommentFilter = 'open' | 'all' | 'returned'

/** Those comments, the ones on lines in the order of the lines, before them those on the whole plan. */
export const listedComments = (
  list: readonly ShownComment[],
  filter: CommentFilter,
): readonly ShownComment[] => {
  const isListed = ({ isOpen, kind }: ShownComment) =>
    filter === 'all' || (filter === 'open' ? isOpen : kind === 'return')
  const place = ({ line, shown }: ShownComment) =>
    line === null ? 0 : (shown?.number ?? Number.MAX_SAFE_INTEGER)
  return list.filter(isListed).sort((a, b) => place(a) - place(b) || a.number - b.number)
}

const at = ({ county, plan }: PlanKey, rest: string): string =>
  `api/counties/${encodeURIComponent(county)}/plans/${encodeURIComponent(plan)}/${rest}`

export const fetchComments = (plan: PlanKey, signal: AbortSignal): Promise<KeptComments> =>
  getJson(commentsShape, at(plan, 'comments'), signal)

type Sent = Promise<Answered<unknown>>
const post = (key: string, path: string, body?: unknown): Sent =>
  send(z.unknown(), { method: 'POST', path, key, ...(body === undefined ? {} : { body }) })

/** A comment as it is written: on a line of a version, or without one on the whole plan. */
export interface CommentGiven {
  readonly version: number
  readonly line?: number
  readonly kind: 'remark' | 'question'
  readonly text: string
}

export const writeComment = (key: string, plan: PlanKey, given: CommentGiven): Sent =>
  post(key, at(plan, 'comments'), given)

export const replyTo = (key: string, plan: PlanKey, comment: number, text: string): Sent =>
  post(key, at(plan, `comments/${comment}/replies`), { text })

export const settleComment = (key: string, plan: PlanKey, comment: number): Sent =>
  post(key, at(plan, `comments/${comment}/resolution`))
