import type { Client } from '../database.ts'
import { grantsOf, instant, type StoredGrant } from './grants.ts'
import type { AccountKey } from './session.ts'

/** An account as administrators see it: no secret, and nothing of the person but what the account is called. */
export interface ListedAccount extends AccountKey {
  readonly username: string
  readonly displayName: string
  readonly person: string | null
  readonly isDisabled: boolean
  readonly isDemo: boolean
  readonly mustChangePassword: boolean
  readonly hasPassword: boolean
  readonly secondFactorEnrolled: boolean
  readonly oidc: { readonly issuer: string; readonly subject: string } | null
  readonly createdBy: string
  readonly createdAt: string
  readonly grants: readonly Omit<StoredGrant, 'home' | 'account'>[]
}

const columns = `a.county_id as home, a.account_id as id, a.username, a.display_name as "displayName", a.person_id as person,
  a.disabled_at is not null as "isDisabled", a.is_demo as "isDemo", a.must_change_password as "mustChangePassword",
  a.password_hash is not null as "hasPassword", a.totp_confirmed_at is not null as "secondFactorEnrolled",
  (select json_build_object('issuer', l.issuer, 'subject', l.subject) from oidc_link l
   where l.county_id = '-' and l.home_county = a.county_id and l.account_id = a.account_id) as oidc,
  a.created_by as "createdBy", ${instant('a.created_at')} as "createdAt"`

/** The accounts behind a place in the order of home and id, at most so many. */
export const listAccounts = async (
  client: Client,
  {
    after,
    home,
    limit,
  }: { readonly after?: AccountKey | undefined; readonly home?: string | undefined; readonly limit: number },
): Promise<ListedAccount[]> => {
  const { rows } = await client.query<Bare>(
    `select ${columns} from account a where ($1::text is null or a.county_id = $1)
       and ($2::text is null or (a.county_id, a.account_id) > ($2, $3)) order by a.county_id, a.account_id limit $4`,
    [home ?? null, after?.home ?? null, after?.id ?? null, limit],
  )
  return await withGrants(client, rows)
}

/** One account as {@link listAccounts} gives it. */
export const listedAccount = async (
  client: Client,
  { home, id }: AccountKey,
): Promise<ListedAccount | undefined> => {
  const { rows } = await client.query<Bare>(
    `select ${columns} from account a where a.county_id = $1 and a.account_id = $2`,
    [home, id],
  )
  return (await withGrants(client, rows))[0]
}

type Bare = Omit<ListedAccount, 'grants'> & Record<string, unknown>

const withGrants = async (client: Client, accounts: readonly Bare[]): Promise<ListedAccount[]> => {
  const byAccount = new Map<string, ListedAccount['grants'][number][]>()
  for (const home of new Set(accounts.map((each) => each.home))) {
    const ids = accounts.filter((each) => each.home === home).map(({ id }) => id)
    for (const { home: _, account, ...grant } of await grantsOf(client, home, ids)) {
      const key = `${home}\n${account}`
      byAccount.set(key, [...(byAccount.get(key) ?? []), grant])
    }
  }
  return accounts.map((each) => ({ ...each, grants: byAccount.get(`${each.home}\n${each.id}`) ?? [] }))
}
