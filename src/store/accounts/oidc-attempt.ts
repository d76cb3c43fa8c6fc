import { createHash, randomBytes } from 'node:crypto'
import type { Client } from '../database.ts'

/** One sign-in that is under way at a provider of identities. */
export interface OidcAttempt {
  /** Known to the browser only; here is its hash. */
  readonly state: string
  /** What the identity token must repeat. */
  readonly nonce: string
  /** What proves that the code comes back to where it was asked for (PKCE). */
  readonly verifier: string
}

/** Minutes in which somebody must come back. */
export const attemptMinutes = 10

/** Begins an attempt with a provider. */
export const beginAttempt = async (client: Client, provider: string): Promise<OidcAttempt> => {
  const [state, nonce, verifier] = [fresh(), fresh(), fresh()]
  await client.query(
    "insert into oidc_attempt (county_id, state_hash, provider, verifier, nonce) values ('-', $1, $2, $3, $4)",
    [hashOf(state), provider, verifier, nonce],
  )
  return { state, nonce, verifier }
}

/** The attempt of a state, which ends with this: nobody comes back twice. Undefined when there is none. */
export const takeAttempt = async (
  client: Client,
  provider: string,
  state: string,
): Promise<OidcAttempt | undefined> => {
  const { rows } = await client.query<{ nonce: string; verifier: string }>(
    `delete from oidc_attempt where county_id = '-' and state_hash = $1 and provider = $2
       and started_at > now() - make_interval(mins => $3) returning nonce, verifier`,
    [hashOf(state), provider, attemptMinutes],
  )
  return rows[0] === undefined ? undefined : { state, ...rows[0] }
}

const fresh = (): string => randomBytes(32).toString('base64url')
const hashOf = (state: string): string => createHash('sha256').update(state).digest('hex')
