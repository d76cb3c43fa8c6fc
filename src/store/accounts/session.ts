import { createHash, randomBytes } from 'node:crypto'
import type { Role } from '../../rights/role.ts'
import { type Grant, nobody, type Viewer } from '../../rights/viewer.ts'
import type { Client } from '../database.ts'

/** How long a session lasts without being used, and at most. */
const sessionLimits = { idleMinutes: 30, hours: 12 } as const

/** The key of an account: the county that keeps it (`-` for the installation) and its id. */
export interface AccountKey {
  readonly home: string
  readonly id: string
}

/** Begins a session and gives the token that its bearer is known by; the store keeps only its hash. */
export const beginSession = async (
  client: Client,
  account: AccountKey,
  hasSecondFactor: boolean,
): Promise<string> => {
  const secret = randomBytes(32).toString('base64url')
  await client.query(
    `insert into session (county_id, token_hash, account_id, has_second_factor, expires_at)
     values ($1, $2, $3, $4, now() + make_interval(hours => $5))`,
    [account.home, tokenHash(secret), account.id, hasSecondFactor, sessionLimits.hours],
  )
  return `${account.home}.${secret}`
}

/**
 * Who bears a token: nobody when it is unknown, ended, idle for too long, or its account is disabled; nor does the
 * account of a demonstration work anywhere else.
 */
export const viewerOf = async (
  client: Client,
  token: string | undefined,
  { isDemo, isReadOnly }: { readonly isDemo: boolean; isReadOnly(): boolean },
): Promise<Viewer> => {
  const parts = partsOf(token)
  if (parts === undefined) return nobody
  const { rows } = await client.query(
    `select a.account_id, a.username, a.display_name, a.person_id, a.must_change_password, s.has_second_factor,
       s.last_seen_at < now() - interval '1 minute' as "isStale",
       (select coalesce(json_agg(json_build_object('role', g.role, 'over', g.over_county, 'unit', g.unit) order by g.grant_id), '[]')
        from role_grant g where g.county_id = a.county_id and g.account_id = a.account_id and g.state = 'granted') as grants
     from session s join account a on a.county_id = s.county_id and a.account_id = s.account_id
     where s.county_id = $1 and s.token_hash = $2 and s.expires_at > now() and a.disabled_at is null and (not a.is_demo or $4)
       and s.last_seen_at > now() - make_interval(mins => $3)`,
    [parts.home, parts.hash, sessionLimits.idleMinutes, isDemo],
  )
  const [row] = rows
  if (row === undefined) return nobody
  // On a full disk a session lasts no longer for being used, and reading goes on.
  if (row.isStale && !isReadOnly())
    await client.query('update session set last_seen_at = now() where county_id = $1 and token_hash = $2', [
      parts.home,
      parts.hash,
    ])
  return {
    account: {
      home: parts.home,
      id: row.account_id,
      username: row.username,
      displayName: row.display_name,
      ...(row.person_id === null ? {} : { person: row.person_id }),
    },
    grants: (row.grants as { role: Role; over: string; unit: string | null }[]).map(grantOf),
    mustChangePassword: row.must_change_password,
    hasSecondFactor: row.has_second_factor,
  }
}

const grantOf = ({ role, over, unit }: { role: Role; over: string; unit: string | null }): Grant => ({
  role,
  over,
  ...(unit === null ? {} : { unit }),
})

/** Ends one session. */
export const endSession = async (client: Client, token: string | undefined): Promise<void> => {
  const parts = partsOf(token)
  if (parts === undefined) return
  await client.query('delete from session where county_id = $1 and token_hash = $2', [parts.home, parts.hash])
}

/** Ends all sessions of an account, and what was on the way to become one: its rights or its password changed. */
export const endSessionsOf = async (client: Client, { home, id }: AccountKey): Promise<void> => {
  await client.query('delete from session where county_id = $1 and account_id = $2', [home, id])
  await client.query('delete from pending_sign_in where county_id = $1 and account_id = $2', [home, id])
}

/**
 * Takes away what is past its time everywhere: sessions, half-done sign-ins, counted failures. What somebody else has in
 * hand just now is left to the next time, so that nobody waits here.
 */
export const sweepSignIns = async (client: Client): Promise<void> => {
  for (const [table, key, isPast] of past)
    await client.query(
      `delete from ${table} where (county_id, ${key}) in
         (select county_id, ${key} from ${table} where ${isPast} for update skip locked)`,
    )
}

const past = [
  [
    'session',
    'token_hash',
    `expires_at < now() or last_seen_at < now() - interval '${sessionLimits.idleMinutes} minutes'`,
  ],
  ['pending_sign_in', 'token_hash', "started_at < now() - interval '1 hour'"],
  ['oidc_attempt', 'state_hash', "started_at < now() - interval '1 hour'"],
  ['sign_in_failure', 'subject', "last_at < now() - interval '1 hour'"],
] as const

/** The county that keeps the account, and the secret; a browser may send anything. */
export const tokenShape = /^(-|[\p{L}\p{N}][\p{L}\p{N}._-]{0,79})\.([\w-]{1,80})$/u

const tokenHash = (secret: string): string => createHash('sha256').update(secret).digest('hex')

const partsOf = (token: string | undefined): { home: string; hash: string } | undefined => {
  const match = tokenShape.exec(token ?? '')
  if (match === null) return undefined
  const [, home = '', secret = ''] = match
  return { home, hash: tokenHash(secret) }
}
