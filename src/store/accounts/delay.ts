import { createHash } from 'node:crypto'
import type { Client } from '../database.ts'

/** What failures are counted for: one name at one address, an address whatever the name, or the codes of an account. */
export interface Subject {
  readonly hash: string
  readonly kind: 'name' | 'address' | 'code'
}

/** Who tries to sign in: a name where he comes from, and where he comes from. Kept as hashes only. */
export const subjectsOf = (name: string, address: string): readonly [Subject, Subject] => [
  subject('name', `${name}\n${networkOf(address)}`),
  subject('address', networkOf(address)),
]

/** The second factor of an account, from wherever it is tried: who gets that far has shown the password. */
export const codeSubject = ({ home, id }: { home: string; id: string }): Subject =>
  subject('code', `${home}\n${id}`)

const subject = (kind: Subject['kind'], text: string): Subject => ({
  kind,
  hash: createHash('sha256').update(`${kind}\n${text}`).digest('hex'),
})

/** Whoever has one IPv6 address has the whole network of 64 bits that it is in. */
const networkOf = (address: string): string =>
  address.includes(':') && !address.startsWith('::ffff:')
    ? address.split(':').slice(0, 4).join(':')
    : address.replace('::ffff:', '')

/** Failures that lie further back count no more. */
const forgottenAfter = "interval '10 minutes'"
const longest = 30

/** Seconds to wait behind so many failures: 2, 4, 8 … from the third of a name, from the twentieth of an address. */
export const delayAfter = (failures: number, kind: Subject['kind']): number => {
  const steps = kind === 'address' ? Math.floor((failures - 10) / 10) : failures - 2
  return steps < 1 ? 0 : Math.min(longest, 2 ** steps)
}

/** Seconds until one of these may be tried again; 0 when it may be now. */
export const secondsToWait = async (client: Client, subjects: readonly Subject[]): Promise<number> => {
  const { rows } = await client.query<{ subject: string; failures: number; ago: number }>(
    `select subject, failures, extract(epoch from clock_timestamp() - last_at)::float8 as ago from sign_in_failure
     where county_id = '-' and subject = any($1) and last_at > clock_timestamp() - ${forgottenAfter}`,
    [subjects.map(({ hash }) => hash)],
  )
  const waits = subjects.map(({ hash, kind }) => {
    const row = rows.find((each) => each.subject === hash)
    const delay = row === undefined ? 0 : delayAfter(row.failures, kind)
    // A clock that was set back must not make anybody wait longer than the delay itself.
    return row === undefined || delay === 0 ? 0 : Math.min(delay, delay - row.ago)
  })
  return Math.max(0, ...waits)
}

/** Lets only one attempt at a subject come to its end at a time, so that many at once count as many. */
export const takeTurn = async (client: Client, { hash }: Subject): Promise<void> => {
  await client.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`sign-in ${hash}`])
}

/** Counts one more failure of each. */
export const countFailures = async (client: Client, subjects: readonly Subject[]): Promise<void> => {
  for (const { hash } of subjects)
    await client.query(
      `insert into sign_in_failure (county_id, subject, failures, last_at) values ('-', $1, 1, clock_timestamp())
       on conflict (county_id, subject) do update set last_at = excluded.last_at, failures = case
         when sign_in_failure.last_at > clock_timestamp() - ${forgottenAfter} then sign_in_failure.failures + 1 else 1 end`,
      [hash],
    )
}

/** Forgets the failures of one: it succeeded. */
export const clearFailures = async (client: Client, { hash }: Subject): Promise<void> => {
  await client.query("delete from sign_in_failure where county_id = '-' and subject = $1", [hash])
}
