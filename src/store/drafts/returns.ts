import type { Finding } from '../../kernel/finding.ts'
import { say } from '../../kernel/text.ts'
import { dayOfRecord } from '../../reform/history.ts'
import type { Client } from '../database.ts'
import { type Comment, isOpen, readComments } from './comments.ts'
import type { OpenDraft } from './opened.ts'

/** 退回 as the chain shows it: which version was given back, why, by whom and when, and what came of it. */
export interface PlanReturn extends Pick<Comment, 'number' | 'version' | 'at'> {
  readonly because: string
  readonly by: string
  /** The version that answered it; null while there is none. */
  readonly answeredBy: number | null
  /** By who gave the plan back, before there was an answer. */
  readonly takenBack: Comment['resolved']
}

/** Every return of a plan, in their order. */
export const readReturns = async (client: Client, { key, draft }: OpenDraft): Promise<PlanReturn[]> =>
  (await returnsOf(client, key)).map(({ number, version, at, text, author, resolved }) => ({
    number,
    version,
    at,
    because: text,
    by: author,
    answeredBy: resolved === null && version < draft.version ? version + 1 : null,
    takenBack: resolved,
  }))

/** L36: the returns of the version of now that nobody has answered; they forbid its approval. */
export const unansweredReturns = async (client: Client, { key, draft }: OpenDraft): Promise<Finding[]> =>
  (await returnsOf(client, key))
    .filter((comment) => isOpen(comment, draft.version))
    .map((comment) => returned(key.plan, comment))

const returnsOf = async (client: Client, key: OpenDraft['key']): Promise<Comment[]> =>
  (await readComments(client, key)).filter(({ kind }) => kind === 'return')

const returned = (plan: string, { number, version, at }: Comment): Finding => ({
  code: 'L36',
  severity: 'error',
  at: `plan:${plan}`,
  message: say(
    `第${version}稿已于${dayOfRecord(at)}退回（批注${number}），尚未答复。`,
    `Version ${version} was returned on ${dayOfRecord(at)} (comment ${number}), and has not been answered.`,
  ),
  remedy: say(
    '由拟订岗修改后另存新稿；退回有误的，由退回人收回。',
    'The planner answers with a further version; who returned it by mistake takes that back.',
  ),
})
