import type { Finding } from '../../kernel/finding.ts'
import { say, type Text } from '../../kernel/text.ts'
import { after } from '../../reform/approval-chain.ts'
import type { LineMark } from '../../reform/editing/follow-line.ts'
import type { Client } from '../database.ts'
import { type CommentKind, linesOf, readComments } from './comments.ts'
import type { PlanKey } from './draft.ts'
import type { Doing, OpenDraft, Outcome } from './opened.ts'
import { readVersion } from './read.ts'

/** The most comments and replies that a plan may have. */
export const mostComments = 1000

/** A comment as somebody makes it: on a version, and on a line of it unless it is about the whole plan. */
export interface CommentGiven extends Doing {
  readonly kind: CommentKind
  readonly version: number
  readonly line?: number | undefined
  readonly text: string
}

type Made = Outcome<{ readonly number: number }>

/**
 * Writes a comment on a version that there is. L37 that version has no such line · L38 there are too many comments. A
 * return also in its turn: L12, L17 and L41 of the lifecycle, and on the version of now, which whoever calls has made sure of.
 */
export const comment = async (
  client: Client,
  { key, draft }: OpenDraft,
  { line, ...given }: CommentGiven,
): Promise<Made> => {
  const turn = given.kind === 'return' ? after(key.plan, draft.state, 'return') : undefined
  if (turn !== undefined && 'refused' in turn) return { refused: [turn.refused] }
  const text = (await readVersion(client, key, given.version))?.text ?? ''
  const digest = line === undefined ? undefined : linesOf(text)?.[line - 1]
  if (line !== undefined && digest === undefined)
    return { refused: [noSuchLine(key.plan, given.version, line)] }
  const mark = line === undefined || digest === undefined ? null : { number: line, digest }
  return insert(client, key, { ...given, replyTo: null, line: mark })
}

/** Answers a comment; undefined when there is none of that number. L38 too many · L40 it is settled. */
export const reply = async (
  client: Client,
  { key, draft }: OpenDraft,
  { to, ...said }: Doing & { readonly to: number; readonly text: string },
): Promise<Made | undefined> => {
  const answered = (await readComments(client, key)).find(({ number }) => number === to)
  if (answered === undefined) return undefined
  if (answered.resolved !== null) return { refused: [settledAlready(key.plan, to)] }
  return insert(client, key, { ...said, kind: 'reply', replyTo: to, version: draft.version, line: null })
}

/** Who settles a comment, and whether he draws plans. */
export interface Settling extends Doing {
  readonly number: number
  readonly isPlanner: boolean
}

/**
 * Settles a comment; undefined when there is none of that number. L39 only who wrote it and the planner may · L40 it is
 * settled · L42 a return is answered by a version: only who gave the plan back takes that back.
 */
export const settle = async (
  client: Client,
  { key, draft }: OpenDraft,
  { number, isPlanner, actor, at }: Settling,
): Promise<Made | undefined> => {
  const found = (await readComments(client, key)).find((each) => each.number === number)
  if (found === undefined) return undefined
  const isAuthor = found.author === actor
  const isAnswered = found.kind === 'return' && found.version < draft.version
  const refused = [
    ...(found.resolved !== null || isAnswered ? [settledAlready(key.plan, number)] : []),
    ...(!isAuthor && !isPlanner ? [notYours(key.plan, number)] : []),
    ...(!isAuthor && isPlanner && found.kind === 'return' ? [needsVersion(key.plan, number)] : []),
  ]
  if (refused.length > 0) return { refused }
  await client.query(
    'update plan_comment set resolved_by = $4, resolved_at = $5 where county_id = $1 and plan_id = $2 and comment_no = $3',
    [key.county, key.plan, number, actor, at],
  )
  return { done: { number }, findings: [] }
}

interface Row extends Doing {
  readonly kind: CommentKind | 'reply'
  readonly replyTo: number | null
  readonly version: number
  readonly line: LineMark | null
  readonly text: string
}

const insert = async (client: Client, { county, plan }: PlanKey, row: Row): Promise<Made> => {
  const { rows } = await client.query(
    'select coalesce(max(comment_no), 0) as last from plan_comment where county_id = $1 and plan_id = $2',
    [county, plan],
  )
  const number = Number(rows[0]?.last) + 1
  if (number > mostComments) return { refused: [tooMany(plan)] }
  const { kind, replyTo, version, line, text, actor, at } = row
  await client.query(
    `insert into plan_comment (county_id, plan_id, comment_no, kind, reply_to, version, line, line_digest, text, author, at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
    [
      county,
      plan,
      number,
      kind,
      replyTo,
      version,
      line?.number ?? null,
      line?.digest ?? null,
      text,
      actor,
      at,
    ],
  )
  return { done: { number }, findings: [] }
}

const finding = (code: string, plan: string, message: Text, remedy: Text): Finding => ({
  code,
  severity: 'error',
  at: `plan:${plan}`,
  message,
  remedy,
})

const noSuchLine = (plan: string, version: number, line: number): Finding =>
  finding(
    'L37',
    plan,
    say(`第${version}稿没有第${line}行可批注。`, `Version ${version} has no line ${line} to comment on.`),
    say('核对行号，或就整个方案批注。', 'Check the number, or comment on the plan as a whole.'),
  )

const tooMany = (plan: string): Finding =>
  finding(
    'L38',
    plan,
    say(`本方案的批注已满${mostComments}条。`, `This plan has ${mostComments} comments, and takes no more.`),
    say('汇总意见，以文件附入方案。', 'Put the remarks together in a document, and attach it to the plan.'),
  )

const notYours = (plan: string, number: number): Finding =>
  finding(
    'L39',
    plan,
    say(`批注${number}不由您办结。`, `Comment ${number} is not yours to settle.`),
    say('由批注人或拟订岗办结；您可以答复。', 'Who wrote it or the planner settles it; you may reply.'),
  )

const settledAlready = (plan: string, number: number): Finding =>
  finding(
    'L40',
    plan,
    say(`批注${number}已经办结。`, `Comment ${number} is settled.`),
    say('如有新的意见，另写一条。', 'Write another one if there is more to say.'),
  )

const needsVersion = (plan: string, number: number): Finding =>
  finding(
    'L42',
    plan,
    say(
      `批注${number}是退回，以新稿答复。`,
      `Comment ${number} is a return, which a further version answers.`,
    ),
    say(
      '修改方案并另存新稿；或请退回人收回。',
      'Save a further version; or ask who returned it to take that back.',
    ),
  )
