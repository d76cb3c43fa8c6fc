import { createHash, randomBytes } from 'node:crypto'
import type { Client } from '../database.ts'
import { type AccountKey, tokenShape } from './session.ts'

/** Somebody who has shown a password and still owes the second factor. */
export interface Pending extends AccountKey {
  /** How the first factor was shown. */
  readonly method: string
}

/** Minutes in which the second factor has to be shown. */
export const pendingMinutes = 5

/** Remembers it, and gives the token that its bearer goes on with. */
export const beginPending = async (client: Client, { home, id, method }: Pending): Promise<string> => {
  const secret = randomBytes(32).toString('base64url')
  await client.query(
    'insert into pending_sign_in (county_id, token_hash, account_id, method) values ($1, $2, $3, $4)',
    [home, hashOf(secret), id, method],
  )
  return `${home}.${secret}`
}

/** Who bears such a token; undefined when it is unknown, used or too old. */
export const pendingOf = async (client: Client, token: string | undefined): Promise<Pending | undefined> => {
  const [, home, secret] = tokenShape.exec(token ?? '') ?? []
  if (home === undefined || secret === undefined) return undefined
  const { rows } = await client.query<{ id: string; method: string }>(
    `select account_id as id, method from pending_sign_in
     where county_id = $1 and token_hash = $2 and started_at > now() - make_interval(mins => $3)`,
    [home, hashOf(secret), pendingMinutes],
  )
  return rows[0] === undefined ? undefined : { home, ...rows[0] }
}

/** Ends everything of an account that still waits for its second factor. */
export const endPending = async (client: Client, { home, id }: AccountKey): Promise<void> => {
  await client.query('delete from pending_sign_in where county_id = $1 and account_id = $2', [home, id])
}

const hashOf = (secret: string): string => createHash('sha256').update(secret).digest('hex')
