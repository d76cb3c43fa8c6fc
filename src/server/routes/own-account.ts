import { z } from 'zod'
import type { Finding } from '../../kernel/finding.ts'
import { say } from '../../kernel/text.ts'
import type { Viewer } from '../../rights/viewer.ts'
import { type Account, accountOf } from '../../store/accounts/account.ts'
import {
  clearFailures,
  codeSubject,
  countFailures,
  type Subject,
  secondsToWait,
  subjectsOf,
  takeTurn,
} from '../../store/accounts/delay.ts'
import { setPassword } from '../../store/accounts/keep.ts'
import { hashPassword, isPassword } from '../../store/accounts/password.ts'
import { passwordFindings } from '../../store/accounts/password-rules.ts'
import {
  confirmSecret,
  newSecret,
  offerSecret,
  removeSecret,
  secretAddress,
  stepOfCode,
} from '../../store/accounts/second-factor.ts'
import { endSessionsOf } from '../../store/accounts/session.ts'
import type { Client, Database } from '../../store/database.ts'
import { blocked, conflict, notSignedIn, type Problem, Refused, tooMany } from '../kit/problem.ts'
import { type Answer, type Ask, type Route, stepwise } from '../kit/route.ts'
import { problemShape } from '../kit/shapes.ts'
import { passwordShape } from './account-shapes.ts'
import { decided } from './decided.ts'
import { renewSessionOf, signInNoted } from './session-begin.ts'
import { sessionShape } from './session-view.ts'
import { codeShape } from './sign-in.ts'
import { staysAsItIs, wrongOwnCode, wrongPassword } from './sign-in-problems.ts'

const signedIn = {
  description: 'Done; this session goes on under a new number, all others end',
  schema: sessionShape,
}
const answers = {
  422: { description: 'Findings forbid it', schema: problemShape },
  429: { description: 'Too many failures: Retry-After says when', schema: problemShape },
}

/** 本人账户: the password and the second factor of whoever is signed in. */
export const ownAccountRoutes: readonly Route[] = [
  stepwise({
    method: 'POST',
    path: '/api/auth/password',
    operation: 'change-own-password',
    summary: say('修改本人密码', 'Change one’s own password'),
    tag: 'session',
    body: z.strictObject({ current: passwordShape, next: passwordShape }).meta({
      id: 'PasswordChange',
      example: { current: 'abcd-efgh-jkmn-pqrs-tuvw', next: 'four words of my own' },
    }),
    answers: { 200: signedIn, ...answers },
    handle: async (ask) => {
      const { current, next } = ask.body
      const account = await own(ask.database, ask.viewer)
      const findings = current === next ? [samePassword] : passwordFindings(next, account.username)
      if (findings.length > 0) throw new Refused(blocked(findings))
      const subject = subjectsOf(account.username, ask.request.address)[0]
      const isRight = await shown(ask.database, { subject, password: current, account })
      const hash = isRight ? await hashPassword(next) : ''
      return await decided(ask.database, `account:${account.id}`, async (client, now) => {
        const problem = await judged(client, { subject, isRight, account, now })
        if (problem !== undefined) return problem
        await setPassword(client, account, { hash, mustChange: false })
        return await renewed(ask, { client, now, action: 'change-password', account })
      })
    },
  }),
  stepwise({
    method: 'POST',
    path: '/api/auth/second-factor',
    operation: 'enrol-second-factor',
    summary: say('领取双因素密钥', 'Ask for the secret of a second factor'),
    tag: 'session',
    answers: {
      201: {
        description: 'The secret, shown this once; it counts when a code of it is confirmed',
        schema: z.strictObject({ secret: z.string(), address: z.string() }).meta({ id: 'SecondFactorOffer' }),
      },
      409: { description: 'R07: there is one already', schema: problemShape },
    },
    handle: async ({ database, viewer }) => {
      const account = await own(database, viewer)
      return await decided(database, `account:${account.id}`, async (client) => {
        const found = await accountOf(client, account, { lock: true })
        if (found?.totpSecret !== undefined) return enrolledAlready
        const secret = newSecret()
        await offerSecret(client, account, secret)
        return { status: 201, body: { secret, address: secretAddress(secret, account.username) } }
      })
    },
  }),
  stepwise({
    method: 'POST',
    path: '/api/auth/second-factor/confirmation',
    operation: 'enrol-second-factor',
    summary: say('启用双因素', 'Confirm the second factor with a code'),
    tag: 'session',
    body: codeShape,
    answers: {
      200: signedIn,
      409: { description: 'R07: there is one already', schema: problemShape },
      ...answers,
    },
    handle: async (ask) => {
      const account = await own(ask.database, ask.viewer)
      return await decided(ask.database, `account:${account.id}`, async (client, now) => {
        const found = await accountOf(client, account, { lock: true })
        if (found?.totpSecret !== undefined) return enrolledAlready
        const step = await codeJudged(client, ask.body.code, { account, secret: found?.totpOffered, now })
        if (typeof step !== 'number') return step
        await confirmSecret(client, account, step)
        return await renewed(ask, {
          client,
          now,
          action: 'enrol-second-factor',
          account,
          hasSecondFactor: true,
        })
      })
    },
  }),
  stepwise({
    method: 'POST',
    path: '/api/auth/second-factor/removal',
    operation: 'enrol-second-factor',
    summary: say('停用双因素', 'Remove the second factor, with the password and a code'),
    tag: 'session',
    body: codeShape
      .extend({ password: passwordShape })
      .meta({ id: 'SecondFactorRemoval', example: { password: 'four words of my own', code: '123456' } }),
    answers: { 200: signedIn, ...answers },
    handle: async (ask) => {
      const account = await own(ask.database, ask.viewer)
      const subject = subjectsOf(account.username, ask.request.address)[0]
      const isRight = await shown(ask.database, { subject, password: ask.body.password, account })
      return await decided(ask.database, `account:${account.id}`, async (client, now) => {
        const problem = await judged(client, { subject, isRight, account, now })
        if (problem !== undefined) return problem
        const found = await accountOf(client, account, { lock: true })
        const secret = found?.totpSecret
        const lastStep = found?.totpLastStep
        const step = await codeJudged(client, ask.body.code, { account, secret, lastStep, now })
        if (typeof step !== 'number') return step
        await removeSecret(client, account)
        return await renewed(ask, {
          client,
          now,
          action: 'remove-second-factor',
          account,
          hasSecondFactor: false,
        })
      })
    },
  }),
]

/** The account of whoever asks, when it may be changed. */
const own = async (client: Client, { account }: Viewer): Promise<Account> => {
  const found = account && (await accountOf(client, account))
  if (found === undefined) throw new Refused(notSignedIn)
  if (found.isDemo) throw new Refused(staysAsItIs)
  return found
}

interface Shown {
  readonly subject: Subject
  readonly password: string
  readonly account: Account
}

/** Whether the password is the account's; who failed often waits, and nothing is reckoned for him. */
const shown = async (database: Database, { subject, password, account }: Shown): Promise<boolean> => {
  const seconds = await secondsToWait(database, [subject])
  if (seconds > 0) throw new Refused(tooMany(seconds))
  return await isPassword(password, account.passwordHash)
}

interface Judged {
  readonly subject: Subject
  readonly isRight: boolean
  readonly account: Account
  readonly now: string
}

/** Counts or forgives, one attempt at a time; the password must still be the one that was looked at. */
const judged = async (
  client: Client,
  { subject, isRight, account }: Judged,
): Promise<Problem | undefined> => {
  await takeTurn(client, subject)
  const seconds = await secondsToWait(client, [subject])
  if (seconds > 0) return tooMany(seconds)
  const found = await accountOf(client, account, { lock: true })
  if (isRight && found?.passwordHash === account.passwordHash && !found?.isDisabled) {
    await clearFailures(client, subject)
    return undefined
  }
  await countFailures(client, [subject])
  await signInNoted(client, account, { action: 'password-not-shown', detail: {} })
  return wrongPassword
}

interface CodeJudged {
  readonly account: Account
  readonly secret: string | undefined
  readonly lastStep?: number | undefined
  readonly now: string
}

const codeJudged = async (
  client: Client,
  code: string,
  { account, secret, lastStep }: CodeJudged,
): Promise<number | Problem> => {
  const subject = codeSubject(account)
  await takeTurn(client, subject)
  const seconds = await secondsToWait(client, [subject])
  if (seconds > 0) return tooMany(seconds)
  const step = secret === undefined ? undefined : await stepOfCode(client, code, { secret, lastStep })
  if (step !== undefined) {
    await clearFailures(client, subject)
    return step
  }
  await countFailures(client, [subject])
  await signInNoted(client, account, { action: 'second-factor-not-shown', detail: {} })
  return wrongOwnCode
}

interface Renewal {
  readonly client: Client
  readonly now: string
  readonly action: string
  readonly account: Account
  readonly hasSecondFactor?: boolean
}

/** Ends every session of the account and goes on with a new one. */
const renewed = async (
  ask: Pick<Ask<undefined, undefined, undefined>, 'viewer' | 'installation' | 'request'>,
  { client, now, action, account, hasSecondFactor = ask.viewer.hasSecondFactor }: Renewal,
): Promise<Answer> => {
  await endSessionsOf(client, account)
  const { installation, request } = ask
  const answer = await renewSessionOf({ client, now, installation, request }, account, hasSecondFactor)
  const subject = `account:${account.id}`
  return { ...answer, audit: { county: account.home, action, subject, detail: {} } }
}

const samePassword: Finding = {
  code: 'R08',
  severity: 'error',
  at: 'request:body.next',
  message: say('新密码与原密码相同', 'The new password is the old one'),
  remedy: say('请另选。', 'Choose another.'),
}

const enrolledAlready: Problem = conflict(say('已启用双因素。', 'There is a second factor already.'), [
  {
    code: 'R07',
    severity: 'error',
    at: 'account',
    message: say('此账户已启用双因素', 'The account has a second factor'),
    remedy: say('如需更换，先停用原有的。', 'Remove it first to enrol another.'),
  },
])
