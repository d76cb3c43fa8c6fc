import type { Role } from '../../rights/role.ts'
import type { Client } from '../database.ts'
import { newId } from './keep.ts'
import type { AccountKey } from './session.ts'

/** A right as it was proposed, and what became of it. */
export interface StoredGrant {
  readonly home: string
  readonly id: string
  readonly account: string
  readonly role: Exclude<Role, 'public'>
  readonly over: string
  readonly unit: string | null
  readonly state: 'proposed' | 'granted' | 'refused' | 'revoked'
  /** An actor, as the audit has it. */
  readonly proposedBy: string
  readonly proposedAt: string
  readonly decidedBy: string | null
  readonly decidedAt: string | null
}

/** An instant of the database as it is written in answers. */
export const instant = (column: string): string =>
  `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`

const columns = `county_id as home, grant_id as id, account_id as account, role, over_county as over, unit, state,
  proposed_by as "proposedBy", ${instant('proposed_at')} as "proposedAt",
  decided_by as "decidedBy", ${instant('decided_at')} as "decidedAt"`

/** All that was ever proposed for some accounts of one home, oldest first. */
export const grantsOf = async (
  client: Client,
  home: string,
  accounts: readonly string[],
): Promise<StoredGrant[]> => {
  const { rows } = await client.query<StoredGrant & Record<string, unknown>>(
    `select ${columns} from role_grant where county_id = $1 and account_id = any($2) order by proposed_at, grant_id`,
    [home, accounts],
  )
  return rows
}

/** Writes a proposal and gives its id. */
export const propose = async (
  client: Client,
  { home, id }: AccountKey,
  grant: {
    readonly role: Role
    readonly over: string
    readonly unit?: string | undefined
    readonly by: string
  },
): Promise<string> => {
  const grantId = newId('g')
  await client.query(
    `insert into role_grant (county_id, grant_id, account_id, role, over_county, unit, state, proposed_by)
     values ($1, $2, $3, $4, $5, $6, 'proposed', $7)`,
    [home, grantId, id, grant.role, grant.over, grant.unit ?? null, grant.by],
  )
  return grantId
}

/** Moves a grant on from the state it is in. */
export const decide = async (
  client: Client,
  { home, id }: Pick<StoredGrant, 'home' | 'id'>,
  { state, by }: { readonly state: StoredGrant['state']; readonly by: string },
): Promise<void> => {
  await client.query(
    'update role_grant set state = $3, decided_by = $4, decided_at = now() where county_id = $1 and grant_id = $2',
    [home, id, state, by],
  )
}

/**
 * All rights of an account are proposals again: who set its password, or linked it to an identity, could otherwise use
 * them alone. Somebody else decides them anew.
 */
export const proposeAgain = async (client: Client, { home, id }: AccountKey, by: string): Promise<void> => {
  await client.query(
    `update role_grant set state = 'proposed', proposed_by = $3, proposed_at = now(), decided_by = null, decided_at = null
     where county_id = $1 and account_id = $2 and state = 'granted'`,
    [home, id, by],
  )
}

/** Whether an account administers the installation, so that nobody could decide for it if it lost its rights. */
export const isAdministrator = async (client: Client, { home, id }: AccountKey): Promise<boolean> => {
  const { rows } = await client.query<{ is: boolean }>(
    `select exists (select from role_grant where county_id = $1 and account_id = $2 and state = 'granted'
       and role in ('system-administrator', 'security-administrator')) as is`,
    [home, id],
  )
  return rows[0]?.is === true
}

/** Decisions about who administers take their turn: two at once could each leave the other as the last. */
export const takeAdministratorsTurn = async (client: Client): Promise<void> => {
  await client.query("select pg_advisory_xact_lock(hashtextextended('administrators', 0))")
}

/** The administrators of these roles that could still work without an account, or without one grant of it. */
export const othersWith = async (
  client: Client,
  role: Role,
  without: { readonly account: string; readonly isDemo: boolean },
): Promise<number> => {
  const { rows } = await client.query<{ count: number }>(
    `select count(distinct g.account_id)::int as count from role_grant g
     join account a on a.county_id = g.county_id and a.account_id = g.account_id
     where g.county_id = '-' and g.role = $1 and g.over_county = '*' and g.state = 'granted'
       and a.disabled_at is null and a.account_id <> $2 and a.is_demo = $3`,
    [role, without.account, without.isDemo],
  )
  return rows[0]?.count ?? 0
}
