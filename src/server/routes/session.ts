import { z } from 'zod'
import { say } from '../../kernel/text.ts'
import { grantableRoles, roles } from '../../rights/role.ts'
import { demoAccounts } from '../../store/accounts/demo-accounts.ts'
import { notFound, Refused } from '../kit/problem.ts'
import { command, ok, type Route, reading } from '../kit/route.ts'
import { textShape } from '../kit/shapes.ts'
import { oidcRoutes } from './oidc.ts'
import { ownAccountRoutes } from './own-account.ts'
import { endedSession } from './session-begin.ts'
import { sessionShape, sessionView } from './session-view.ts'
import { setUpRoutes } from './set-up.ts'
import { signInRoutes } from './sign-in.ts'

const demoAccount = z
  .strictObject({
    role: z.enum(grantableRoles),
    roleName: textShape,
    user: z.string(),
    password: z.string(),
    unit: z.string().nullable(),
  })
  .meta({ id: 'DemoAccount' })

/** 会话: who is signed in, and how one signs in and out. */
export const sessionRoutes: readonly Route[] = [
  reading({
    path: '/api/auth/session',
    operation: 'read-session',
    summary: say('当前会话', 'The present session; nobody’s when nobody is signed in'),
    tag: 'session',
    answers: { 200: { description: 'The session', schema: sessionShape } },
    handle: async ({ client, viewer, installation }) => ok(await sessionView(client, viewer, installation)),
  }),
  ...signInRoutes,
  ...ownAccountRoutes,
  ...setUpRoutes,
  ...oidcRoutes,
  command({
    method: 'POST',
    path: '/api/auth/sign-out',
    operation: 'sign-out',
    summary: say('退出登录', 'Sign out'),
    tag: 'session',
    worksReadOnly: true,
    answers: { 200: { description: 'The session is ended', schema: sessionShape } },
    handle: async (ask) => {
      const { account } = ask.viewer
      const answer = await endedSession(ask)
      if (account === undefined) return answer
      const subject = `account:${account.id}`
      return { ...answer, audit: { county: account.home, action: 'sign-out', subject, detail: {} } }
    },
  }),
  reading({
    path: '/api/demo/accounts',
    operation: 'read-demonstration',
    summary: say('演示账户', 'The accounts of the demonstration'),
    tag: 'session',
    answers: {
      200: {
        description: 'Their names and passwords; not there outside a demonstration',
        schema: z.strictObject({ accounts: z.array(demoAccount) }),
      },
    },
    handle: async ({ installation }) => {
      if (!installation.isDemo) throw new Refused(notFound)
      const accounts = demoAccounts.map(({ role, user, password, unit }) => {
        return { role, roleName: roles[role], user, password, unit }
      })
      return ok({ accounts })
    },
  }),
]
