import { randomBytes } from 'node:crypto'
import type { Client } from '../database.ts'
import type { AccountKey } from './session.ts'

/** An account to be opened. Without a hash nobody signs in with a password. */
export interface NewAccount {
  readonly home: string
  /** As `signInName` writes it. */
  readonly username: string
  readonly displayName: string
  readonly person?: string | undefined
  readonly passwordHash?: string
  readonly mustChangePassword: boolean
  /** The actor of the audit: `account:…`, `local:…` or `public`. */
  readonly by: string
}

/** Opens an account and gives its key; undefined when the name is taken, anywhere in the installation. */
export const openAccount = async (client: Client, account: NewAccount): Promise<AccountKey | undefined> => {
  const { home, username, displayName, person = null, passwordHash = null, mustChangePassword, by } = account
  const id = newId('a')
  const { rows } = await client.query(
    `insert into sign_in_name (county_id, username, home_county, account_id) values ('-', $1, $2, $3)
     on conflict do nothing returning username`,
    [username, home, id],
  )
  if (rows.length === 0) return undefined
  await client.query(
    `insert into account (county_id, account_id, username, display_name, password_hash, must_change_password, person_id, created_by)
     values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [home, id, username, displayName, passwordHash, mustChangePassword, person, by],
  )
  return { home, id }
}

/** Whether a person of a county has an account that is in use. */
export const hasAccount = async (client: Client, home: string, person: string): Promise<boolean> => {
  const { rows } = await client.query<{ is: boolean }>(
    `select exists (select from account where county_id = $1 and person_id = $2 and disabled_at is null) as is`,
    [home, person],
  )
  return rows[0]?.is === true
}

/** An id that says nothing and is never given twice. */
export const newId = (kind: string): string => `${kind}-${randomBytes(9).toString('hex')}`

/** Sets a password; with `mustChange` it is one that was told by somebody else. */
export const setPassword = async (
  client: Client,
  { home, id }: AccountKey,
  { hash, mustChange }: { readonly hash: string; readonly mustChange: boolean },
): Promise<void> => {
  await client.query(
    'update account set password_hash = $3, must_change_password = $4 where county_id = $1 and account_id = $2',
    [home, id, hash, mustChange],
  )
}

/** Shuts an account, or opens it again. Nothing of it is ever removed: the audit names it. */
export const setDisabled = async (
  client: Client,
  { home, id }: AccountKey,
  isDisabled: boolean,
): Promise<void> => {
  await client.query(
    'update account set disabled_at = case when $3 then now() end where county_id = $1 and account_id = $2',
    [home, id, isDisabled],
  )
}

/** Links an account to what a provider of identities calls its owner; false when that is another account's. */
export const linkAccount = async (
  client: Client,
  { home, id }: AccountKey,
  { issuer, subject }: { readonly issuer: string; readonly subject: string },
): Promise<boolean> => {
  await unlinkAccount(client, { home, id })
  const { rows } = await client.query(
    `insert into oidc_link (county_id, issuer, subject, home_county, account_id) values ('-', $1, $2, $3, $4)
     on conflict do nothing returning subject`,
    [issuer, subject, home, id],
  )
  return rows.length > 0
}

/** Takes the link of an account away. */
export const unlinkAccount = async (client: Client, { home, id }: AccountKey): Promise<void> => {
  await client.query("delete from oidc_link where county_id = '-' and home_county = $1 and account_id = $2", [
    home,
    id,
  ])
}
