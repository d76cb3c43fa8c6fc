import type { FastifyInstance } from 'fastify'
import { generate } from 'otplib'
import { beforeAll, expect, test } from 'vitest'
import { firstAccounts } from '../../store/accounts/at-command-line.ts'
import { openDemoAccounts } from '../../store/accounts/demo-accounts.ts'
import { setUpCode } from '../../store/accounts/set-up-code.ts'
import { type Database, openDatabase } from '../../store/database.ts'
import { readAudit } from '../../store/journal-store.ts'
import { freshData } from '../../store/records.testing.ts'
import { asking, serverOver } from '../kit/server.testing.ts'

let database: Database
let app: FastifyInstance
beforeAll(async () => {
  database = await openDatabase({ data: await freshData() })
  app = serverOver(database)
  return async () => {
    await app.close()
    await database.close()
  }
})

type Asked = Awaited<ReturnType<ReturnType<typeof asking>>>
const cookieIn = (answer: Asked) => String(answer.headers['set-cookie']).split(';')[0]
const signIn = (username: string, password: string) =>
  asking(app)('POST', '/api/auth/sign-in/username', { username, password })
const codesOf = (answer: Asked) => answer.json().codes

const persons = {
  administrator: { username: 'Zhang', password: 'four quiet words here', displayName: '张（示例）' },
  security: { username: 'li', displayName: '李（示例）' },
}
const setUp = (more: object) => asking(app)('POST', '/api/set-up', { ...persons, ...more })

let firstPassword: string
test('an installation without accounts is set up once, by who has the code, for two persons', async () => {
  expect((await asking(app)('GET', '/api/auth/session')).json()).toMatchObject({
    account: null,
    needsSetUp: true,
  })
  const code = setUpCode(database.folder)
  expect(setUpCode(database.folder)).toBe(code)

  expect((await setUp({ code: 'GUES-SED0-GUES-SEDX-GUES' })).statusCode).toBe(401)
  const short = await setUp({ code, administrator: { ...persons.administrator, password: 'short' } })
  expect(codesOf(short)).toEqual(['R01'])
  const one = await setUp({ code, security: { ...persons.security, username: 'ZHANG' } })
  expect(codesOf(one)).toEqual(['R06'])

  const done = await setUp({ code: code.toLowerCase() })
  expect(done.statusCode).toBe(201)
  firstPassword = done.json().security.firstPassword
  expect(codesOf(await setUp({ code }))).toEqual(['R05'])
  expect((await asking(app)('GET', '/api/auth/session')).json().needsSetUp).toBe(false)
  expect(await firstAccounts(database, { administrator: 'a1', security: 's1' })).toMatchObject({
    finding: { code: 'R05' },
  })
})

test('two who set it up at once are not both first', async () => {
  const fresh = await openDatabase({ data: await freshData() })
  const server = serverOver(fresh)
  const code = setUpCode(fresh.folder)
  const setUpAs = (name: string) =>
    asking(server)('POST', '/api/set-up', {
      code,
      administrator: { ...persons.administrator, username: `${name}-keeper` },
      security: { ...persons.security, username: `${name}-decider` },
    })
  // All three have come as far as they can before any of them may write.
  const answers = await fresh.asOwner(async (owner) => {
    await owner.query('begin')
    await owner.query('lock table sign_in_name in exclusive mode')
    const asked = ['a', 'b', 'c'].map(setUpAs)
    for (let waiting = 0; waiting < asked.length; ) {
      const { rows } = await owner.query(
        'select count(distinct pid)::int as count from pg_locks where not granted',
      )
      waiting = rows[0]?.count
    }
    await owner.query('commit')
    return await Promise.all(asked)
  })
  expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([201, 409, 409])
  expect((await fresh.query('select 1 from account')).rows).toHaveLength(2)
  expect(setUpCode(fresh.folder)).not.toBe(code)
  await server.close()
  await fresh.close()
})

test('before the first password is changed nothing else is open', async () => {
  const cookie = cookieIn(await signIn('li', firstPassword))
  const session = (await asking(app, cookie)('GET', '/api/auth/session')).json()
  expect(session).toMatchObject({ mustChangePassword: true })
  expect(session.operations).not.toContain('decide-grant')
  expect((await asking(app, cookie)('POST', '/api/auth/second-factor')).statusCode).toBe(403)
  expect((await asking(app, cookie)('GET', '/api/accounts')).statusCode).toBe(403)

  const answer = await asking(app, cookie)('POST', '/api/auth/password', {
    current: firstPassword,
    next: 'another four quiet words',
  })
  expect(answer.json()).toMatchObject({ mustChangePassword: false, account: { username: 'li' } })
  expect((await asking(app, cookie)('GET', '/api/auth/session')).json().account).toBeNull()
  expect((await asking(app, cookieIn(answer))('POST', '/api/auth/second-factor')).statusCode).toBe(201)
  expect((await signIn('li', firstPassword)).statusCode).toBe(401)
  expect((await signIn('li', 'another four quiet words')).statusCode).toBe(200)
})

test('a new password ends the other sessions, and the old one is asked for with the same patience', async () => {
  const here = cookieIn(await signIn('li', 'another four quiet words'))
  const there = cookieIn(await signIn('li', 'another four quiet words'))
  const change = (current: string, next: string) =>
    asking(app, here)('POST', '/api/auth/password', { current, next })
  const findings = [
    ['another four quiet words', 'another four quiet words', 'R08'],
    ['another four quiet words', 'li-2026-2026', 'R02'],
    ['another four quiet words', 'password123456', 'R03'],
    ['another four quiet words', 'x'.repeat(129), 'R01'],
  ] as const
  for (const [current, next, code] of findings) expect(codesOf(await change(current, next))).toEqual([code])
  for (let at = 0; at < 3; at += 1)
    expect(codesOf(await change('not the old one', 'some other four words'))).toEqual(['R09'])
  const failedAt = (instant: string) => database.query(`update sign_in_failure set last_at = ${instant}`)
  await failedAt("clock_timestamp() + interval '1 hour'")
  expect((await change('another four quiet words', 'some other four words')).statusCode).toBe(429)
  await failedAt("clock_timestamp() - interval '2 seconds'")
  expect((await change('another four quiet words', 'some other four words')).statusCode).toBe(200)
  expect((await asking(app, there)('GET', '/api/auth/session')).json().account).toBeNull()
})

test('a second factor counts once a code was shown, brings the rights that need it, and goes with password and code', async () => {
  const before = await signIn('zhang', persons.administrator.password)
  expect(before.json().operations).not.toContain('keep-accounts')
  const offer = (await asking(app, cookieIn(before))('POST', '/api/auth/second-factor')).json()
  expect(offer.address).toContain(`secret=${offer.secret}`)
  expect(cookieIn(await signIn('zhang', persons.administrator.password))).toMatch(/^sanding_session=/)

  const confirm = (code: string) =>
    asking(app, cookieIn(before))('POST', '/api/auth/second-factor/confirmation', { code })
  const code = await generate({ secret: offer.secret })
  expect(codesOf(await confirm(code === '000000' ? '111111' : '000000'))).toEqual(['R10'])
  const confirmed = await confirm(code)
  expect(confirmed.json()).toMatchObject({ hasSecondFactor: true, secondFactorEnrolled: true })
  expect(confirmed.json().operations).toContain('keep-accounts')
  const cookie = cookieIn(confirmed)
  expect(codesOf(await asking(app, cookie)('POST', '/api/auth/second-factor'))).toEqual(['R07'])
  expect((await signIn('zhang', persons.administrator.password)).json()).toEqual({ secondFactorNeeded: true })

  const remove = (shown: string, password = persons.administrator.password) =>
    asking(app, cookie)('POST', '/api/auth/second-factor/removal', { code: shown, password })
  expect(codesOf(await remove(code))).toEqual(['R10'])
  await database.query("update account set totp_last_step = 0 where county_id = '-' and username = 'zhang'")
  expect(codesOf(await remove(code, 'not the password'))).toEqual(['R09'])
  const removed = await remove(code)
  expect(removed.json()).toMatchObject({ hasSecondFactor: false, secondFactorEnrolled: false })
  expect(removed.json().operations).not.toContain('keep-accounts')
})

test('accounts of the demonstration stay as they are', async () => {
  await openDemoAccounts(database)
  await openDemoAccounts(database)
  const demo = serverOver(database, { isDemo: true })
  const answer = await asking(demo)('POST', '/api/auth/sign-in/username', {
    username: 'demo-planner',
    password: 'demo-planner-2020',
  })
  const next = 'mine and nobody else’s'
  const change = await asking(demo, cookieIn(answer))('POST', '/api/auth/password', {
    current: 'demo-planner-2020',
    next,
  })
  expect(codesOf(change)).toEqual(['R11'])
  await demo.close()
})

test('all of it stands in the audit, with neither password nor code nor name', async () => {
  const records = await readAudit(database, '-')
  const done = new Set(records.map(({ action }) => action))
  for (const action of [
    'set-up',
    'change-password',
    'enrol-second-factor',
    'remove-second-factor',
    'password-not-shown',
  ])
    expect(done).toContain(action)
  expect(JSON.stringify(records)).not.toMatch(/quiet|words|zhang|示例/)
})
