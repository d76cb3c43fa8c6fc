import { z } from 'zod'
import { say } from '../../kernel/text.ts'
import { forOneself } from '../../store/accounts/grant-rules.ts'
import {
  grantsOf,
  isAdministrator,
  proposeAgain,
  takeAdministratorsTurn,
} from '../../store/accounts/grants.ts'
import {
  linkAccount,
  openAccount,
  setDisabled,
  setPassword,
  unlinkAccount,
} from '../../store/accounts/keep.ts'
import { listAccounts, listedAccount } from '../../store/accounts/list.ts'
import { firstPassword, hashPassword } from '../../store/accounts/password.ts'
import { removeSecret } from '../../store/accounts/second-factor.ts'
import { type AccountKey, endSessionsOf } from '../../store/accounts/session.ts'
import type { Client } from '../../store/database.ts'
import { notFound, Refused, refuseWith } from '../kit/problem.ts'
import { type Answer, command, ok, type Route, reading } from '../kit/route.ts'
import { problemShape } from '../kit/shapes.ts'
import { administratorsAtMachine, identityTaken, nameTaken, placeFindings } from './account-refusals.ts'
import {
  accountParams,
  accountShape,
  firstPasswordShape,
  homeShape,
  newAccountShape,
  oidcLinkShape,
} from './account-shapes.ts'
import { askerOf, foundAccount, grantRoutes, lastAdministratorFindings } from './grants.ts'
import { staysAsItIs } from './sign-in-problems.ts'

const most = 200
const account = { description: 'The account as it is now', schema: accountShape }
const refused = { 422: { description: 'Findings forbid it', schema: problemShape } }

/** 账户: opened, shut and helped by the system administrator; rights are another matter. */
export const accountRoutes: readonly Route[] = [
  reading({
    path: '/api/accounts',
    operation: 'list-accounts',
    summary: say('账户与授权', 'Accounts and their rights'),
    tag: 'accounts',
    query: z.strictObject({
      home: homeShape.optional(),
      after: z
        .string()
        .regex(/^[\p{L}\p{N}._-]{1,80}~[\p{L}\p{N}._-]{1,80}$/u)
        .optional(),
    }),
    answers: {
      200: {
        description: `At most ${most} accounts behind \`after\`, and what to ask for next`,
        schema: z.strictObject({ accounts: z.array(accountShape), next: z.string().nullable() }),
      },
    },
    handle: async ({ client, query: { home, after } }) => {
      const [afterHome = '', afterId = ''] = after?.split('~') ?? []
      const place = after === undefined ? undefined : { home: afterHome, id: afterId }
      const accounts = await listAccounts(client, { home, after: place, limit: most })
      const last = accounts.at(-1)
      const next = accounts.length < most || last === undefined ? null : `${last.home}~${last.id}`
      return ok({ accounts, next })
    },
  }),
  command({
    method: 'POST',
    path: '/api/accounts',
    operation: 'keep-accounts',
    summary: say('开立账户', 'Open an account; its first password is told once'),
    tag: 'accounts',
    body: newAccountShape,
    answers: {
      201: { description: 'The account and its first password', schema: firstPasswordShape },
      409: { description: 'R30: the name is taken', schema: problemShape },
      ...refused,
    },
    handle: async (ask) => {
      const { home, username, displayName, person } = ask.body
      refuseWith(await placeFindings(ask, home, person))
      const first = firstPassword()
      const key = await openAccount(ask.client, {
        home,
        username,
        displayName,
        person,
        passwordHash: await hashPassword(first),
        mustChangePassword: true,
        by: `account:${askerOf(ask)}`,
      })
      if (key === undefined) throw new Refused(nameTaken)
      return await withFirstPassword(ask.client, key, { first, status: 201, action: 'open-account' })
    },
  }),
  command({
    method: 'POST',
    path: '/api/accounts/:home/:account/disabling',
    operation: 'keep-accounts',
    summary: say('停用账户', 'Disable an account; its sessions end'),
    tag: 'accounts',
    params: accountParams,
    answers: { 200: account, ...refused },
    handle: async (ask) => {
      await takeAdministratorsTurn(ask.client)
      const found = await foundAccount(ask.client, ask.params)
      if (found.id === askerOf(ask)) refuseWith([forOneself])
      refuseWith(
        await lastAdministratorFindings(
          ask.client,
          found,
          await grantsOf(ask.client, found.home, [found.id]),
        ),
      )
      await setDisabled(ask.client, found, true)
      await endSessionsOf(ask.client, found)
      return await told(ask.client, found, 'disable-account')
    },
  }),
  command({
    method: 'POST',
    path: '/api/accounts/:home/:account/enabling',
    operation: 'keep-accounts',
    summary: say('启用账户', 'Enable an account again'),
    tag: 'accounts',
    params: accountParams,
    answers: { 200: account, ...refused },
    handle: async (ask) => {
      const found = await foundAccount(ask.client, ask.params)
      if (found.id === askerOf(ask)) refuseWith([forOneself])
      await setDisabled(ask.client, found, false)
      return await told(ask.client, found, 'enable-account')
    },
  }),
  command({
    method: 'POST',
    path: '/api/accounts/:home/:account/password-reset',
    operation: 'keep-accounts',
    summary: say(
      '重置密码（其授权须重新核准）',
      'Set a first password again: sessions end, and its rights must be decided anew',
    ),
    tag: 'accounts',
    params: accountParams,
    answers: {
      200: { description: 'The account and its first password', schema: firstPasswordShape },
      ...refused,
    },
    handle: async (ask) => {
      const found = await foundAccount(ask.client, ask.params)
      if (found.isDemo) throw new Refused(staysAsItIs)
      if (await isAdministrator(ask.client, found)) refuseWith([administratorsAtMachine])
      const first = firstPassword()
      await setPassword(ask.client, found, { hash: await hashPassword(first), mustChange: true })
      await proposeAgain(ask.client, found, `account:${askerOf(ask)}`)
      await endSessionsOf(ask.client, found)
      return await withFirstPassword(ask.client, found, { first, status: 200, action: 'reset-password' })
    },
  }),
  command({
    method: 'POST',
    path: '/api/accounts/:home/:account/second-factor-reset',
    operation: 'reset-second-factor',
    summary: say('解除双因素', 'Take away the second factor of somebody who lost it; sessions end'),
    tag: 'accounts',
    params: accountParams,
    answers: { 200: account, ...refused },
    handle: async (ask) => {
      const found = await foundAccount(ask.client, ask.params)
      if (found.id === askerOf(ask)) refuseWith([forOneself])
      await removeSecret(ask.client, found)
      await endSessionsOf(ask.client, found)
      return await told(ask.client, found, 'reset-second-factor')
    },
  }),
  command({
    method: 'PUT',
    path: '/api/accounts/:home/:account/oidc',
    operation: 'keep-accounts',
    summary: say(
      '绑定统一身份（其授权须重新核准）',
      'Link an account to an identity of a provider: sessions end, and its rights must be decided anew',
    ),
    tag: 'accounts',
    params: accountParams,
    body: oidcLinkShape,
    answers: {
      200: account,
      409: { description: 'R31: it is another account’s', schema: problemShape },
      ...refused,
    },
    handle: async (ask) => {
      const found = await foundAccount(ask.client, ask.params)
      if (found.id === askerOf(ask)) refuseWith([forOneself])
      if (await isAdministrator(ask.client, found)) refuseWith([administratorsAtMachine])
      if (!(await linkAccount(ask.client, found, ask.body))) throw new Refused(identityTaken)
      await proposeAgain(ask.client, found, `account:${askerOf(ask)}`)
      await endSessionsOf(ask.client, found)
      return await told(ask.client, found, 'link-account')
    },
  }),
  command({
    method: 'DELETE',
    path: '/api/accounts/:home/:account/oidc',
    operation: 'keep-accounts',
    summary: say('解除统一身份', 'Take the link away; sessions end'),
    tag: 'accounts',
    params: accountParams,
    answers: { 200: account },
    handle: async (ask) => {
      const found = await foundAccount(ask.client, ask.params)
      await unlinkAccount(ask.client, found)
      await endSessionsOf(ask.client, found)
      return await told(ask.client, found, 'unlink-account')
    },
  }),
  ...grantRoutes,
]

const told = async (client: Client, key: AccountKey, action: string): Promise<Answer> => {
  const body = await listedAccount(client, key)
  return ok(body, { audit: { county: key.home, action, subject: `account:${key.id}`, detail: {} } })
}

/** The password is in this answer and nowhere else: what is kept for the command’s key has none. */
const withFirstPassword = async (
  client: Client,
  key: AccountKey,
  { first, status, action }: { readonly first: string; readonly status: number; readonly action: string },
): Promise<Answer> => {
  const { body, audit } = await told(client, key, action)
  if (body === undefined) throw new Refused(notFound)
  return {
    status,
    body: { account: body, firstPassword: first },
    kept: { account: body, firstPassword: null },
    ...(audit === undefined ? {} : { audit }),
  }
}
