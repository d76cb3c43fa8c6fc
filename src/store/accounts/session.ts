import { createHash, randomBytes } from 'node:crypto'
import type { Role } from '../../rights/role.ts'
import { type Grant, nobody, type Viewer } from '../../rights/viewer.ts'
import type { Client } from '../database.ts'

/** How long a session lasts without being used, and at most. */
export const sessionLimits = { idleMinutes: 30, hours: 12 } as const

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

/** Who bears a token: nobody when it is unknown, ended, idle for too long, or its account is disabled. */
export const viewerOf = async (client: Client, token: string | undefined): Promise<Viewer> => {
  const parts = partsOf(token)
  if (parts === undefined) return nobody
  const { rows } = await client.query(
    `select a.account_id, a.username, a.display_name, a.person_id, a.must_change_password, s.has_second_factor,
       s.last_seen_at < now() - interval '1 minute' as "isStale",
       (select coalesce(json_agg(json_build_object('role', g.role, 'over', g.over_county, 'unit', g.unit) order by g.grant_id), '[]')
        from role_grant g where g.county_id = a.county_id and g.account_id = a.account_id and g.state = 'granted') as grants
     from session s join account a on a.county_id = s.county_id and a.account_id = s.account_id
     where s.county_id = $1 and s.token_hash = $2 and s.expires_at > now() and a.disabled_at is null
       and s.last_seen_at > now() - make_interval(mins => $3)`,
    [parts.home, parts.hash, sessionLimits.idleMinutes],
  )
  const [row] = rows
  if (row === undefined) return nobody
  if (row.isStale)
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

/** Ends all sessions of an account: its rights or its password changed. */
export const endSessionsOf = async (client: Client, { home, id }: AccountKey): Promise<void> => {
  await client.query('delete from session where county_id = $1 and account_id = $2', [home, id])
}

const tokenHash = (secret: string): string => createHash('sha256').update(secret).digest('hex')

const partsOf = (token: string | undefined): { home: string; hash: string } | undefined => {
  const at = token?.lastIndexOf('.') ?? -1
  if (token === undefined || at < 1 || token.length > 200) return undefined
  return { home: token.slice(0, at), hash: tokenHash(token.slice(at + 1)) }
}
