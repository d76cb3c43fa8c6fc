import { nobody } from '../../rights/viewer.ts'
import type { Account } from '../../store/accounts/account.ts'
import { beginPending, endPending, pendingMinutes } from '../../store/accounts/pending.ts'
import { beginSession, endSession, sweepSignIns, viewerOf } from '../../store/accounts/session.ts'
import type { Client } from '../../store/database.ts'
import { audited } from '../kit/command.ts'
import type { Installation } from '../kit/installation.ts'
import { sessionCookie } from '../kit/mount.ts'
import { type Answer, ok, type RequestFacts } from '../kit/route.ts'
import { sessionView } from './session-view.ts'

/** The cookie of somebody who still owes the second factor. */
export const pendingCookie = 'sanding_sign_in'

/** Where a sign-in came from and where it goes. */
export interface Entrance {
  readonly client: Client
  readonly now: string
  readonly installation: Installation
  readonly request: RequestFacts
}

interface How {
  /** `password`, or `oidc:` and the provider. */
  readonly method: string
  readonly hasSecondFactor: boolean
}

/**
 * A new session with a number of its own, whatever the browser brought along: the session it had ends, so that nobody
 * can put one under it beforehand. Told in the audit of the county that keeps the account.
 */
export const beginSessionOf = async (entrance: Entrance, account: Account, how: How): Promise<Answer> => {
  const { client, request } = entrance
  await sweepSignIns(client)
  await endSession(client, request.cookies[sessionCookie])
  await endPending(client, account)
  await signInNoted(entrance.client, account, { action: 'sign-in', detail: how })
  return await renewSessionOf(entrance, account, how.hasSecondFactor)
}

/** A new session, its cookie and its view; nothing is noted. */
export const renewSessionOf = async (
  { client, installation, request }: Entrance,
  account: Account,
  hasSecondFactor: boolean,
): Promise<Answer> => {
  const token = await beginSession(client, account, hasSecondFactor)
  const viewer = await viewerOf(client, token, installation)
  return ok(await sessionView(client, viewer, installation), {
    headers: { 'set-cookie': cookieOf(request, sessionCookie, token) },
  })
}

/** The first factor is shown and the second is owed: no session yet. */
export const oweSecondFactor = async (
  { client, request }: Entrance,
  account: Account,
  method: string,
): Promise<Answer> => {
  const token = await beginPending(client, { home: account.home, id: account.id, method })
  return ok(
    { secondFactorNeeded: true },
    { headers: { 'set-cookie': cookieOf(request, pendingCookie, token, { seconds: pendingMinutes * 60 }) } },
  )
}

/** Ends a session and tells the browser to forget it; the view is nobody's. */
export const endedSession = async ({ client, installation, request }: Entrance): Promise<Answer> => {
  await endSession(client, request.cookies[sessionCookie])
  return ok(await sessionView(client, nobody, installation), {
    headers: { 'set-cookie': cookieOf(request, sessionCookie, '', { seconds: 0 }) },
  })
}

/** Writes into the chain of the county that keeps an account what happened at its door. */
export const signInNoted = async (
  client: Client,
  account: Pick<Account, 'home' | 'id'> | undefined,
  what: { readonly action: string; readonly detail: unknown },
): Promise<void> => {
  await audited(client, {
    county: account?.home ?? '-',
    actor: what.action === 'sign-in' && account !== undefined ? `account:${account.id}` : 'public',
    action: what.action,
    subject: account === undefined ? 'account:unknown' : `account:${account.id}`,
    detail: what.detail,
  })
}

/** A cookie no script can read and no other site can send; over TLS only when it came over TLS. */
export const cookieOf = (
  { headers }: RequestFacts,
  name: string,
  value: string,
  more: { readonly seconds?: number; readonly site?: 'Strict' | 'Lax' } = {},
): string => {
  const { seconds, site = 'Strict' } = more
  const isSecure = headers['x-forwarded-proto']?.split(',')[0]?.trim() === 'https'
  return [
    `${name}=${value}`,
    'Path=/',
    'HttpOnly',
    `SameSite=${site}`,
    ...(seconds === undefined ? [] : [`Max-Age=${seconds}`]),
    ...(isSecure ? ['Secure'] : []),
  ].join('; ')
}
