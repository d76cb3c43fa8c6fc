import type { Client } from '../database.ts'
import type { AccountKey } from './session.ts'

/** An account as the server works with it. Its secrets never leave the server. */
export interface Account extends AccountKey {
  readonly username: string
  readonly displayName: string
  readonly person?: string
  readonly passwordHash?: string
  readonly mustChangePassword: boolean
  /** The secret of the second factor, once a code of it was shown. */
  readonly totpSecret?: string
  readonly totpLastStep?: number
  /** A secret that was handed out and not confirmed yet. */
  readonly totpOffered?: string
  readonly isDemo: boolean
  readonly isDisabled: boolean
}

const columns = `a.county_id, a.account_id, a.username, a.display_name, a.person_id, a.password_hash, a.must_change_password,
  a.totp_secret, a.totp_confirmed_at is not null as has_totp, a.totp_last_step, a.is_demo, a.disabled_at is not null as is_disabled`

/** The account of a key; with `lock` it stays as it is until the transaction ends. */
export const accountOf = async (
  client: Client,
  { home, id }: AccountKey,
  options: { readonly lock?: boolean } = {},
): Promise<Account | undefined> => {
  const end = options.lock === true ? ' for update' : ''
  const { rows } = await client.query(
    `select ${columns} from account a where a.county_id = $1 and a.account_id = $2${end}`,
    [home, id],
  )
  return rows[0] === undefined ? undefined : accountFrom(rows[0])
}

/** The account that signs in with a name (as `signInName` writes it). */
export const accountNamed = async (client: Client, name: string): Promise<Account | undefined> => {
  const { rows } = await client.query(
    `select ${columns} from sign_in_name n join account a on a.county_id = n.home_county and a.account_id = n.account_id
     where n.county_id = '-' and n.username = $1`,
    [name],
  )
  return rows[0] === undefined ? undefined : accountFrom(rows[0])
}

/** The account that an administrator linked to what a provider of identities calls somebody. */
export const accountLinked = async (
  client: Client,
  issuer: string,
  subject: string,
): Promise<Account | undefined> => {
  const { rows } = await client.query(
    `select ${columns} from oidc_link l join account a on a.county_id = l.home_county and a.account_id = l.account_id
     where l.county_id = '-' and l.issuer = $1 and l.subject = $2`,
    [issuer, subject],
  )
  return rows[0] === undefined ? undefined : accountFrom(rows[0])
}

/** Whether there is any account at all; while there is none the installation has to be set up. */
export const hasAccounts = async (client: Client): Promise<boolean> =>
  (await client.query<{ has: boolean }>('select exists (select 1 from account) as has')).rows[0]?.has === true

/** Whether somebody may sign in with it here. The accounts of a demonstration work nowhere else. */
export const isUsable = (account: Account, { isDemo }: { readonly isDemo: boolean }): boolean =>
  !account.isDisabled && (isDemo || !account.isDemo)

const accountFrom = (row: Record<string, unknown>): Account => ({
  home: row.county_id as string,
  id: row.account_id as string,
  username: row.username as string,
  displayName: row.display_name as string,
  mustChangePassword: row.must_change_password as boolean,
  isDemo: row.is_demo as boolean,
  isDisabled: row.is_disabled as boolean,
  ...present('person', row.person_id as string | null),
  ...present('passwordHash', row.password_hash as string | null),
  ...present(row.has_totp === true ? 'totpSecret' : 'totpOffered', row.totp_secret as string | null),
  ...present('totpLastStep', row.totp_last_step as number | null),
})

const present = <Name extends string, Value>(name: Name, value: Value | null) =>
  (value === null ? {} : { [name]: value }) as { [each in Name]?: Value }
