import { canonical, sha256Hex } from '../../kernel/canonical.ts'
import type { Finding } from '../../kernel/finding.ts'
import { say } from '../../kernel/text.ts'
import { auditTurn } from '../../store/accounts/audit-turn.ts'
import type { Client, Database } from '../../store/database.ts'
import { databaseNow, writeAudit } from '../../store/journal-store.ts'
import { conflict, Refused } from './problem.ts'
import type { Answer, AuditNote } from './route.ts'

/** A command as it came: who sent it, under which key, and everything that makes it the same command. */
export interface Sent {
  /** `account:…`, or `public`. */
  readonly actor: string
  /** The county it is for, `-` for the installation. */
  readonly county: string
  readonly key: string | undefined
  /** Method, address, query and body. */
  readonly content: unknown
}

/** What a command gave, and whether it was given before and not done again. */
export interface Given {
  readonly answer: Answer
  readonly isReplayed: boolean
}

/**
 * Does a command as one transaction: its rows, its audit record and the answer to its key, or nothing. The same key
 * again gets the same answer; for another command it is J02. Two at once with one key: the second waits for the first.
 */
export const carriedOut = (
  database: Database,
  sent: Sent,
  work: (client: Client, now: string) => Promise<Answer>,
): Promise<Given> =>
  database.transaction(async (client) => {
    if (sent.key !== undefined) {
      await client.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`answer ${keyOf(sent)}`])
      const before = await answered(client, sent)
      if (before !== undefined) return { answer: before, isReplayed: true }
    }
    const now = await databaseNow(client)
    const answer = await work(client, now)
    if (answer.audit !== undefined) await audited(client, { ...answer.audit, actor: sent.actor })
    if (sent.key !== undefined) await remembered(client, sent, answer)
    return { answer, isReplayed: false }
  })

/** Adds an audit record to the chain of a county, or of the installation (`-`), in its turn and with the time of it. */
export const audited = async (
  client: Client,
  note: AuditNote & { readonly actor: string },
): Promise<void> => {
  await auditTurn(client, note.county)
  const { county, actor, action, subject, detail } = note
  const at = await databaseNow(client)
  await writeAudit(client, { county, at, actor, action, subject, detail })
}

const keyOf = ({ actor, key }: Sent): string => `${actor} ${key}`
const requestHash = ({ content }: Sent): string => sha256Hex(canonical(content))

const answered = async (client: Client, sent: Sent): Promise<Answer | undefined> => {
  const { rows } = await client.query(
    'select request_hash, answer from answer where county_id = $1 and key = $2',
    [sent.county, keyOf(sent)],
  )
  const [row] = rows
  if (row === undefined) return undefined
  if (row.answer.isSecret === true)
    throw new Refused(
      conflict(say('此请求已办理，答复未予保存。', 'This was done; its answer was not kept.'), [doneUnkept]),
    )
  if (row.request_hash !== requestHash(sent))
    throw new Refused(
      conflict(say('此键已用于另一请求。', 'This key was used for another command.'), [keyUsed]),
    )
  return row.answer as Answer
}

const remembered = async (client: Client, sent: Sent, given: Answer): Promise<void> => {
  const { status, body, headers, kept = body, isSecret = false } = given
  await client.query('insert into answer (county_id, key, request_hash, answer) values ($1, $2, $3, $4)', [
    sent.county,
    keyOf(sent),
    isSecret ? '' : requestHash(sent),
    JSON.stringify(isSecret ? { status, isSecret } : { status, headers, body: kept }),
  ])
}

const keyUsed: Finding = {
  code: 'J02',
  severity: 'error',
  at: 'request:header.idempotency-key',
  message: say('此键已用于另一请求', 'The key was used for another command'),
  remedy: say('换一个键。', 'Use another key.'),
}

const doneUnkept: Finding = {
  code: 'Y11',
  severity: 'error',
  at: 'request:header.idempotency-key',
  message: say(
    '此键的请求已办理；其内容涉及个人信息或篇幅过大，答复未予保存',
    'The command of this key was done; it is about personal data or large, so its answer was not kept',
  ),
  remedy: say('需要再看时，换一个键重新请求。', 'To see it again, ask again under another key.'),
}
