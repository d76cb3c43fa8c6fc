import { z } from 'zod'
import { say } from '../../kernel/text.ts'
import { accountNamed, accountOf, isUsable } from '../../store/accounts/account.ts'
import {
  clearFailures,
  codeSubject,
  countFailures,
  secondsToWait,
  subjectsOf,
  takeTurn,
} from '../../store/accounts/delay.ts'
import { isPassword } from '../../store/accounts/password.ts'
import { pendingOf } from '../../store/accounts/pending.ts'
import { rememberStep, stepOfCode } from '../../store/accounts/second-factor.ts'
import { isSignInName, signInName } from '../../store/accounts/sign-in-name.ts'
import type { Database } from '../../store/database.ts'
import { Refused, tooMany } from '../kit/problem.ts'
import { type Answer, type Ask, type Route, stepwise } from '../kit/route.ts'
import { problemShape } from '../kit/shapes.ts'
import { atOnce } from './at-once.ts'
import { decided } from './decided.ts'
import { beginSessionOf, oweSecondFactor, pendingCookie, signInNoted } from './session-begin.ts'
import { sessionShape } from './session-view.ts'
import { wrongCode, wrongCredentials } from './sign-in-problems.ts'

const credentials = z
  .strictObject({ username: z.string().min(1).max(80), password: z.string().min(1).max(200) })
  .meta({ id: 'Credentials', example: { username: 'demo-planner', password: 'demo-planner-2020' } })

export const codeShape = z
  .strictObject({ code: z.string().regex(/^\d{6}$/) })
  .meta({ id: 'SecondFactorCode', example: { code: '123456' } })

const answers = {
  401: { description: 'Not right; nothing more is told', schema: problemShape },
  429: { description: 'Too many failures: Retry-After says when', schema: problemShape },
}

type Anything = Pick<Ask<undefined, undefined, undefined>, 'database' | 'installation' | 'request'>

/** 登录: with a name and a password, and then the second factor where the account has one. */
export const signInRoutes: readonly Route[] = [
  stepwise({
    method: 'POST',
    path: '/api/auth/sign-in/username',
    operation: 'sign-in',
    summary: say('以用户名和密码登录', 'Sign in with a name and a password'),
    tag: 'session',
    worksReadOnly: true,
    body: credentials,
    answers: {
      200: {
        description: 'Signed in (the session, and its cookie), or the second factor is needed',
        schema: z.union([
          sessionShape,
          z.strictObject({ secondFactorNeeded: z.literal(true) }).meta({ id: 'SecondFactorNeeded' }),
        ]),
      },
      ...answers,
    },
    handle: async (ask) => signedInByPassword(ask, signInName(ask.body.username), ask.body.password),
  }),
  stepwise({
    method: 'POST',
    path: '/api/auth/sign-in/second-factor',
    operation: 'sign-in',
    summary: say('出示动态口令', 'Show the second factor'),
    tag: 'session',
    worksReadOnly: true,
    body: codeShape,
    answers: { 200: { description: 'Signed in', schema: sessionShape }, ...answers },
    handle: async (ask) => signedInByCode(ask, ask.body.code),
  }),
]

/**
 * The hash is reckoned outside of any transaction, so that a crowd at the door holds no connection. Whether it counts
 * is decided afterwards, one attempt of a name at a time: guesses sent all at once find the delay that the first made.
 */
const signedInByPassword = async (ask: Anything, name: string, password: string): Promise<Answer> => {
  const { database, installation, request } = ask
  const subjects = subjectsOf(name, request.address)
  await refuseEarly(database, subjects)
  const account = isSignInName(name) ? await accountNamed(database, name) : undefined
  const hash = account !== undefined && isUsable(account, installation) ? account.passwordHash : undefined
  const isRight = await atOnce(request.address, () => isPassword(password, hash))
  return await decided(ask.database, 'public', async (client, now) => {
    await takeTurn(client, subjects[0])
    const seconds = await secondsToWait(client, subjects)
    if (seconds > 0) return tooMany(seconds)
    const found = account && (await accountOf(client, account, { lock: true }))
    // It may have been disabled, or its password changed, while we reckoned.
    if (found === undefined || !isRight || found.passwordHash !== hash || !isUsable(found, installation)) {
      await countFailures(client, subjects)
      await signInNoted(client, account, {
        action: 'sign-in-failed',
        detail: { method: 'password' },
      })
      return wrongCredentials
    }
    await clearFailures(client, subjects[0])
    const entrance = { client, now, installation, request }
    if (found.totpSecret !== undefined) return await oweSecondFactor(entrance, found, 'password')
    return await beginSessionOf(entrance, found, { method: 'password', hasSecondFactor: false })
  })
}

const signedInByCode = async (ask: Anything, code: string): Promise<Answer> => {
  const { installation, request } = ask
  return await decided(ask.database, 'public', async (client, now) => {
    const pending = await pendingOf(client, request.cookies[pendingCookie])
    if (pending === undefined) return wrongCode
    const subject = codeSubject(pending)
    await takeTurn(client, subject)
    const seconds = await secondsToWait(client, [subject])
    if (seconds > 0) return tooMany(seconds)
    const account = await accountOf(client, pending, { lock: true })
    const secret = account?.totpSecret
    if (account === undefined || secret === undefined || !isUsable(account, installation)) return wrongCode
    const step = await stepOfCode(client, code, { secret, lastStep: account.totpLastStep })
    if (step === undefined) {
      await countFailures(client, [subject])
      await signInNoted(client, account, {
        action: 'sign-in-failed',
        detail: { method: 'second-factor' },
      })
      return wrongCode
    }
    await clearFailures(client, subject)
    await rememberStep(client, account, step)
    const how = { method: pending.method, hasSecondFactor: true }
    return await beginSessionOf({ client, now, installation, request }, account, how)
  })
}

const refuseEarly = async (database: Database, subjects: ReturnType<typeof subjectsOf>): Promise<void> => {
  const seconds = await secondsToWait(database, subjects)
  if (seconds > 0) throw new Refused(tooMany(seconds))
}
