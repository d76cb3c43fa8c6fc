import type { Client } from '../database.ts'
import { hasAccounts } from './account.ts'
import { newId, openAccount } from './keep.ts'
import type { AccountKey } from './session.ts'

/** One of the two persons that an installation begins with. */
export interface FirstPerson {
  readonly username: string
  readonly displayName: string
  readonly passwordHash: string
  readonly mustChangePassword: boolean
}

/**
 * Opens the first two accounts: who keeps accounts, and who decides about rights. Two persons, because nobody grants
 * what he proposes. Undefined, and nothing is done, when there is any account already.
 */
export const setUp = async (
  client: Client,
  persons: { readonly administrator: FirstPerson; readonly security: FirstPerson },
  by: string,
): Promise<{ administrator: AccountKey; security: AccountKey } | undefined> => {
  await client.query("select pg_advisory_xact_lock(hashtextextended('set-up', 0))")
  if (await hasAccounts(client)) return undefined
  const administrator = await openAccount(client, { ...persons.administrator, home: '-', by })
  const security = await openAccount(client, { ...persons.security, home: '-', by })
  if (administrator === undefined || security === undefined) return undefined
  await grantFirst(client, administrator, 'system-administrator', by)
  await grantFirst(client, security, 'security-administrator', by)
  return { administrator, security }
}

const grantFirst = async (
  client: Client,
  { home, id }: AccountKey,
  role: string,
  by: string,
): Promise<void> => {
  await client.query(
    `insert into role_grant (county_id, grant_id, account_id, role, over_county, state, proposed_by, decided_by, decided_at)
     values ($1, $2, $3, $4, '*', 'granted', $5, 'set-up', now())`,
    [home, newId('g'), id, role, by],
  )
}
