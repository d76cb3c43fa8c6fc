import type { Client } from '../src/store/database.ts'
import type { Sent } from './requests.ts'

/** A question to the store whose answer is a count. */
export interface Question {
  readonly text: string
  readonly values: readonly unknown[]
}

/** Counts the audit records of an act; `more` is a further condition on its detail. */
export const auditOf = (
  county: string,
  [action, subject]: readonly [string, string],
  detail: Readonly<Record<string, string | number>>,
): Question => ({
  text: 'select count(*)::int as n from audit where county_id = $1 and action = $2 and subject = $3 and detail @> $4::jsonb',
  values: [county, action, subject, JSON.stringify(detail)],
})

/** How often each part of a command is there: its answer, its audit record and what it wrote. */
export const partsOf = async (
  client: Client,
  { county, account, key, audit, rows }: Sent,
): Promise<number[]> => {
  const answer = {
    text: 'select count(*)::int as n from answer where county_id = $1 and key = $2',
    values: [county, `account:${account} ${key}`],
  }
  const counts: number[] = []
  for (const { text, values } of [answer, audit, ...(rows === undefined ? [] : [rows])])
    counts.push(Number((await client.query<{ n: number }>(text, [...values])).rows[0]?.n))
  return counts
}

/** Whether the parts are all there once, all not there, or something that must never be. */
export const judged = (parts: readonly number[]): 'once' | 'not' | 'half' | 'doubled' => {
  if (parts.some((count) => count > 1)) return 'doubled'
  if (parts.every((count) => count === 1)) return 'once'
  return parts.every((count) => count === 0) ? 'not' : 'half'
}
