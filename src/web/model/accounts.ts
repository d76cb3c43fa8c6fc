import { z } from 'zod'
import { type Role, roles } from '../../rights/role.ts'
import { type Answered, getJson, send } from './ask.ts'

/** The accounts of an installation and the rights they were given. */

const grantShape = z.object({
  id: z.string(),
  role: z.custom<Role>((value) => typeof value === 'string' && Object.hasOwn(roles, value)),
  over: z.string(),
  unit: z.string().nullable(),
  state: z.enum(['proposed', 'granted', 'refused', 'revoked']),
  proposedBy: z.string(),
  proposedAt: z.string(),
  decidedBy: z.string().nullable(),
  decidedAt: z.string().nullable(),
})
const accountShape = z.object({
  home: z.string(),
  id: z.string(),
  username: z.string(),
  displayName: z.string(),
  isDisabled: z.boolean(),
  isDemo: z.boolean(),
  mustChangePassword: z.boolean(),
  secondFactorEnrolled: z.boolean(),
  grants: z.array(grantShape),
})
const listShape = z.object({ accounts: z.array(accountShape), next: z.string().nullable() })
const firstShape = z.object({ account: accountShape, firstPassword: z.string().nullable() })

export type KeptGrant = z.output<typeof grantShape>
export type KeptAccount = z.output<typeof accountShape>
/** An account with the password it begins with, which is told once. */
export type WithFirstPassword = z.output<typeof firstShape>
type Key = Pick<KeptAccount, 'home' | 'id'>

/** All accounts that one may see, a stretch at a time as the server gives them. */
export const fetchAccounts = async (signal: AbortSignal): Promise<readonly KeptAccount[]> => {
  const accounts: KeptAccount[] = []
  for (let next: string | null = ''; next !== null; ) {
    const after: string = next === '' ? '' : `?after=${encodeURIComponent(next)}`
    const some: z.output<typeof listShape> = await getJson(listShape, `api/accounts${after}`, signal)
    accounts.push(...some.accounts)
    next = some.next
  }
  return accounts
}

export interface NewAccount {
  readonly home: string
  readonly username: string
  readonly displayName: string
}

export const openAccount = (key: string, body: NewAccount): Promise<Answered<WithFirstPassword>> =>
  send(firstShape, { method: 'POST', path: 'api/accounts', body, key })

const at = ({ home, id }: Key, rest: string): string =>
  `api/accounts/${encodeURIComponent(home)}/${encodeURIComponent(id)}/${rest}`

const post = (path: string, key: string, body?: unknown): Promise<Answered<unknown>> =>
  send(z.unknown(), { method: 'POST', path, key, body })

export const disable = (key: string, account: Key) => post(at(account, 'disabling'), key)
export const enable = (key: string, account: Key) => post(at(account, 'enabling'), key)

export const resetPassword = (key: string, account: Key): Promise<Answered<WithFirstPassword>> =>
  send(firstShape, { method: 'POST', path: at(account, 'password-reset'), key })

/** For who has lost what shows the codes: the next sign-in asks for the password alone. */
export const resetSecondFactor = (key: string, account: Key) => post(at(account, 'second-factor-reset'), key)

export interface Proposal {
  readonly role: string
  readonly over: string
  readonly unit?: string
}

export const proposeGrant = (key: string, account: Key, body: Proposal) =>
  post(at(account, 'grants'), key, body)

export const decideGrant = (
  key: string,
  account: Key,
  { grant, decision }: { readonly grant: string; readonly decision: 'grant' | 'refuse' },
) => post(at(account, `grants/${encodeURIComponent(grant)}/decision`), key, { decision })

export const revokeGrant = (key: string, account: Key, grant: string) =>
  post(at(account, `grants/${encodeURIComponent(grant)}/revocation`), key)

/** Every grant that waits for somebody to decide it, oldest first. */
export const waiting = (
  accounts: readonly KeptAccount[],
): { readonly account: KeptAccount; readonly grant: KeptGrant }[] =>
  accounts
    .flatMap((account) => account.grants.map((grant) => ({ account, grant })))
    .filter(({ grant }) => grant.state === 'proposed')
    .sort((a, b) => (a.grant.proposedAt < b.grant.proposedAt ? -1 : 1))

/** The name to sign in with of an actor as records write it (`account:…`); anything else as it stands. */
export const nameOf = (accounts: readonly KeptAccount[], actor: string): string =>
  accounts.find(({ id }) => `account:${id}` === actor)?.username ?? actor
