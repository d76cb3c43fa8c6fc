import type { FastifyInstance } from 'fastify'
import { generate } from 'otplib'
import { beforeAll, expect, test, vi } from 'vitest'
import { demoAccounts, openDemoAccounts } from '../../store/accounts/demo-accounts.ts'
import { hashPassword, isPassword } from '../../store/accounts/password.ts'
import { newSecret } from '../../store/accounts/second-factor.ts'
import { auditFindings } from '../../store/audit-chain.ts'
import { type Database, openDatabase } from '../../store/database.ts'
import { readAudit } from '../../store/journal-store.ts'
import { freshData } from '../../store/records.testing.ts'
import { asking, serverOver } from '../kit/server.testing.ts'

// Nothing is changed about it; it is only seen whether a password was reckoned with.
vi.mock(import('../../store/accounts/password.ts'), { spy: true })
const reckoned = () => vi.mocked(isPassword).mock.calls.length

let database: Database
let app: FastifyInstance
let demo: FastifyInstance
let hash: string
const password = 'a long and quiet one'

beforeAll(async () => {
  database = await openDatabase({ data: await freshData() })
  await openDemoAccounts(database)
  hash = await hashPassword(password)
  app = serverOver(database)
  demo = serverOver(database, { isDemo: true })
  return async () => {
    await app.close()
    await demo.close()
    await database.close()
  }
})

let accounts = 0
/** An account of the installation that signs in with {@link password}. */
const opened = async (more: { secret?: string; isDisabled?: boolean } = {}) => {
  accounts += 1
  const name = `someone-${accounts}`
  const { secret = null, isDisabled = false } = more
  await database.query(
    `insert into account (county_id, account_id, username, display_name, password_hash, totp_secret, totp_confirmed_at, disabled_at, created_by)
     values ('-', $1, $1, '示例', $2, $3, case when $3::text is null then null else now() end, case when $4 then now() end, 'local:test')`,
    [name, hash, secret, isDisabled],
  )
  await database.query(
    "insert into sign_in_name (county_id, username, home_county, account_id) values ('-', $1, '-', $1)",
    [name],
  )
  return name
}

let addresses = 0
const signIn = (username: string, word: string, headers: Record<string, string> = {}, server = app) =>
  server.inject({
    method: 'POST',
    url: '/api/auth/sign-in/username',
    headers: { 'content-type': 'application/json', ...headers },
    remoteAddress: `10.0.${Math.floor(addresses / 200)}.${(addresses % 200) + 1}`,
    payload: JSON.stringify({ username, password: word }),
  })
/** From now on requests come from elsewhere. */
const elsewhere = () => {
  addresses += 1
}
/** So many seconds ago was the last failure, of whomever. */
const later = (seconds: number) =>
  database.query(
    "update sign_in_failure set last_at = clock_timestamp() - make_interval(secs => $1) where county_id = '-'",
    [seconds],
  )
/** The clock was set back an hour since the last failure: one waits the whole delay, however slow the machine, and no more. */
const held = () =>
  database.query(
    "update sign_in_failure set last_at = clock_timestamp() + interval '1 hour' where county_id = '-'",
  )
const expectWait = (answer: { statusCode: number; headers: Record<string, unknown> }, seconds: number) => {
  expect(answer.statusCode).toBe(429)
  const wait = Number(answer.headers['retry-after'])
  expect(wait).toBeLessThanOrEqual(seconds)
  expect(wait).toBeGreaterThan(seconds - 60)
}
const cookieIn = (answer: { headers: Record<string, unknown> }) =>
  String(answer.headers['set-cookie']).split(';')[0]

test('whoever signs in with the right name and password gets a session that says who he is', async () => {
  elsewhere()
  const name = await opened()
  const answer = await signIn(name, password)
  expect(answer.statusCode).toBe(200)
  expect(String(answer.headers['set-cookie'])).toMatch(
    /^sanding_session=-\.[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict$/,
  )
  const session = (await asking(app, cookieIn(answer))('GET', '/api/auth/session')).json()
  expect(session).toEqual(answer.json())
  expect(session).toMatchObject({
    account: { home: '-', id: name, username: name },
    hasSecondFactor: false,
    secondFactorEnrolled: false,
    mustChangePassword: false,
    needsSetUp: false,
    isDemo: false,
  })
  expect(session.operations).toContain('change-own-password')
  expect(session.operations).not.toContain('apply-plan')
})

test('a name is the same in capitals and in full width', async () => {
  elsewhere()
  const name = await opened()
  expect((await signIn(` ${name.toUpperCase()} `, password)).statusCode).toBe(200)
  expect((await signIn(name.replace('someone', 'ｓｏｍｅｏｎｅ'), password)).statusCode).toBe(200)
})

test('over TLS the cookie goes over nothing else', async () => {
  elsewhere()
  const answer = await signIn(await opened(), password, { 'x-forwarded-proto': 'https' })
  expect(String(answer.headers['set-cookie'])).toMatch(/; Secure$/)
})

test('nobody is nobody, and that is no error', async () => {
  const cookies = [
    '-.guessed',
    'nonsense',
    '%00.guessed',
    '%F0%9F%98%80.guessed',
    '-.%00',
    `-.${'x'.repeat(3000)}`,
  ]
  for (const cookie of [undefined, ...cookies.map((each) => `sanding_session=${each}`)]) {
    const answer = await asking(app, cookie)('GET', '/api/auth/session')
    expect(answer.statusCode).toBe(200)
    expect(answer.json()).toMatchObject({ account: null, grants: [], needsSetUp: false })
  }
})

test('a wrong password, an unknown name, a disabled account and one of the demonstration are answered alike, byte for byte', async () => {
  const demoPlanner = demoAccounts[0]
  const tried = [
    [await opened(), 'not the right one'],
    ['nobody-of-this-name', password],
    [await opened({ isDisabled: true }), password],
    [demoPlanner?.user ?? '', demoPlanner?.password ?? ''],
    ['a name with spaces, and no account', password],
  ] as const
  const answers = []
  const before = reckoned()
  for (const [name, word] of tried) {
    elsewhere()
    answers.push(await signIn(name, word))
  }
  expect(new Set(answers.map(({ body }) => body)).size).toBe(1)
  expect(reckoned() - before).toBe(tried.length)
  expect(new Set(answers.map(({ statusCode }) => statusCode))).toEqual(new Set([401]))
  const alike = answers.map(({ headers }) => JSON.stringify({ ...headers, date: undefined }))
  expect(new Set(alike).size).toBe(1)
})

test('the accounts of the demonstration sign in there, each with its role, and have no session elsewhere', async () => {
  for (const { user, password: word, role, unit, person } of demoAccounts) {
    elsewhere()
    const answer = await signIn(user, word, {}, demo)
    expect(answer.json().grants.map((grant: { role: string }) => grant.role)).toEqual([role])
    expect(answer.json().grants[0].unit ?? null).toBe(unit)
    expect(answer.json().account.person).toBe(person)
    const cookie = cookieIn(answer)
    expect((await asking(demo, cookie)('GET', '/api/auth/session')).json().account).not.toBeNull()
    expect((await asking(app, cookie)('GET', '/api/auth/session')).json().account).toBeNull()
  }
  expect((await asking(app)('GET', '/api/demo/accounts')).statusCode).toBe(404)
  const told = (await asking(demo)('GET', '/api/demo/accounts')).json()
  expect(told.accounts).toHaveLength(demoAccounts.length)
})

test('the session that a browser brought along ends, and the new one has another number', async () => {
  elsewhere()
  const [one, other] = [await opened(), await opened()]
  const before = cookieIn(await signIn(one, password))
  const after = cookieIn(await signIn(other, password, { cookie: before ?? '' }))
  expect(after).not.toBe(before)
  expect((await asking(app, before)('GET', '/api/auth/session')).json().account).toBeNull()
  const planted = 'sanding_session=-.chosen-by-somebody-else-and-put-under-the-browser'
  const session = cookieIn(await signIn(one, password, { cookie: planted }))
  expect(session).not.toBe(planted)
  expect((await asking(app, planted)('GET', '/api/auth/session')).json().account).toBeNull()
})

test('from the third failure on one waits, twice as long each time and never longer than half a minute', async () => {
  elsewhere()
  const name = await opened()
  for (let at = 0; at < 3; at += 1) expect((await signIn(name, 'wrong')).statusCode).toBe(401)
  for (const seconds of [2, 4, 8, 16, 30, 30]) {
    await held()
    const before = reckoned()
    expectWait(await signIn(name, password), seconds)
    expect(reckoned()).toBe(before)
    if (seconds > 8) {
      await later(seconds / 2)
      expect((await signIn(name, password)).statusCode).toBe(429)
    }
    await later(seconds)
    expect((await signIn(name, 'wrong')).statusCode).toBe(401)
  }
  await later(30)
  expect((await signIn(name, password)).statusCode).toBe(200)
  expect((await signIn(name, 'wrong')).statusCode).toBe(401)
  expect((await signIn(name, password)).statusCode).toBe(200)
})

test('a name that does not exist makes one wait just as long', async () => {
  elsewhere()
  for (let at = 0; at < 3; at += 1) await signIn('no-such-name', 'wrong')
  await held()
  expectWait(await signIn('no-such-name', 'wrong'), 2)
})

test('nobody is locked out by what somebody does elsewhere', async () => {
  elsewhere()
  const name = await opened()
  for (let at = 0; at < 3; at += 1) await signIn(name, 'wrong')
  await held()
  expect((await signIn(name, password)).statusCode).toBe(429)
  elsewhere()
  expect((await signIn(name, password)).statusCode).toBe(200)
})

test('guesses sent all at once count one by one', async () => {
  elsewhere()
  const name = await opened()
  for (let at = 0; at < 3; at += 1) await signIn(name, 'wrong')
  // Behind the next failure one waits for half a minute, which no machine needs for twelve guesses.
  await database.query("update sign_in_failure set failures = 6 where county_id = '-' and failures = 3")
  await later(30)
  const answers = await Promise.all(Array.from({ length: 12 }, (_, at) => signIn(name, `guess ${at}`)))
  expect(answers.filter(({ statusCode }) => statusCode === 401)).toHaveLength(1)
  expect(answers.filter(({ statusCode }) => statusCode === 429)).toHaveLength(11)
  expect((await signIn(name, password)).statusCode).toBe(429)
})

test('an address that tries many names waits from the twentieth failure on', async () => {
  elsewhere()
  for (let at = 0; at < 20; at += 1) expect((await signIn(`name-${at}`, 'wrong')).statusCode).toBe(401)
  await held()
  expectWait(await signIn(await opened(), password), 2)
  await later(2)
  expect((await signIn(await opened(), password)).statusCode).toBe(200)
})

test('with a second factor there is no session before its code, and a code works once', async () => {
  elsewhere()
  const secret = newSecret()
  const name = await opened({ secret })
  const first = await signIn(name, password)
  expect(first.json()).toEqual({ secondFactorNeeded: true })
  const cookie = cookieIn(first)
  expect(cookie).toMatch(/^sanding_sign_in=/)
  const session = await asking(app, cookie?.replace('sign_in', 'session'))('GET', '/api/auth/session')
  expect(session.json().account).toBeNull()

  const code = await generate({ secret })
  const show = (shown: string, by = cookie) =>
    asking(app, by)('POST', '/api/auth/sign-in/second-factor', { code: shown })
  expect((await show(String((Number(code) + 1) % 1_000_000).padStart(6, '0'))).statusCode).toBe(401)
  const shown = await show(code)
  expect(shown.json()).toMatchObject({ hasSecondFactor: true, secondFactorEnrolled: true })
  expect((await database.query('select 1 from pending_sign_in where account_id = $1', [name])).rows).toEqual(
    [],
  )
  expect((await show(code)).statusCode).toBe(401)
  const again = cookieIn(await signIn(name, password))
  expect((await show(code, again)).body).toBe((await show('000000', undefined)).body)
  for (const token of ['%00.guessed', '-.guessed'])
    expect((await show('000000', `sanding_sign_in=${token}`)).statusCode).toBe(401)
})

test('codes are guessed no faster than passwords, from wherever it is tried', async () => {
  elsewhere()
  const secret = newSecret()
  const name = await opened({ secret })
  const cookie = cookieIn(await signIn(name, password))
  const right = await generate({ secret })
  const wrong = right === '000000' ? '111111' : '000000'
  const show = (code: string) => asking(app, cookie)('POST', '/api/auth/sign-in/second-factor', { code })
  for (let at = 0; at < 3; at += 1) expect((await show(wrong)).statusCode).toBe(401)
  await held()
  expectWait(await show(right), 2)
  await later(2)
  expect((await show(right)).statusCode).toBe(200)
})

test('what is owed is owed for five minutes', async () => {
  elsewhere()
  const secret = newSecret()
  const cookie = cookieIn(await signIn(await opened({ secret }), password))
  await database.query("update pending_sign_in set started_at = started_at - interval '6 minutes'")
  const code = await generate({ secret })
  expect((await asking(app, cookie)('POST', '/api/auth/sign-in/second-factor', { code })).statusCode).toBe(
    401,
  )
})

test('signing out ends the session at once', async () => {
  elsewhere()
  const answer = await signIn(await opened(), password)
  const cookie = cookieIn(answer)
  const out = await asking(app, cookie)('POST', '/api/auth/sign-out')
  expect(out.statusCode).toBe(200)
  expect(out.headers['set-cookie']).toMatch(/^sanding_session=; .*Max-Age=0/)
  expect((await asking(app, cookie)('GET', '/api/auth/session')).json().account).toBeNull()
})

test('a session that nobody uses for half an hour, or that is twelve hours old, has ended', async () => {
  elsewhere()
  for (const change of [
    "last_seen_at = last_seen_at - interval '31 minutes'",
    "expires_at = expires_at - interval '12 hours 1 second'",
  ]) {
    const answer = await signIn(await opened(), password)
    const { id } = answer.json().account
    await database.query(`update session set ${change} where county_id = '-' and account_id = $1`, [id])
    const session = await asking(app, cookieIn(answer))('GET', '/api/auth/session')
    expect(session.json().account).toBeNull()
  }
})

test('what is past its time is swept away at the next sign-in', async () => {
  elsewhere()
  const secret = newSecret()
  await signIn(await opened({ secret }), password)
  await signIn('nobody-at-all', 'wrong')
  await signIn(await opened(), password)
  await database.query("update session set last_seen_at = last_seen_at - interval '1 hour'")
  await database.query("update pending_sign_in set started_at = started_at - interval '2 hours'")
  await later(7200)
  await signIn(await opened(), password)
  const count = async (table: string) => (await database.query(`select 1 from ${table}`)).rows.length
  expect([await count('session'), await count('pending_sign_in'), await count('sign_in_failure')]).toEqual([
    1, 0, 0,
  ])
})

test('the audit tells who signed in and who failed, and never a name or password that was typed', async () => {
  elsewhere()
  const name = await opened()
  await signIn(name, 'a wrong and telling word')
  await signIn('typed-by-somebody', 'another telling word')
  await signIn(name, password)
  const records = (await readAudit(database, '-')).slice(-3)
  expect(records.map(({ action, actor, subject }) => [action, actor, subject])).toEqual([
    ['sign-in-failed', 'public', `account:${name}`],
    ['sign-in-failed', 'public', 'account:unknown'],
    ['sign-in', `account:${name}`, `account:${name}`],
  ])
  const all = JSON.stringify(await readAudit(database, '-'))
  expect(all).not.toMatch(/telling|typed-by-somebody/)
  expect((await auditFindings(database, '-')).findings).toEqual([])
  const kept = await database.query('select * from sign_in_failure')
  expect(JSON.stringify(kept.rows)).not.toMatch(/someone|typed/)
})
