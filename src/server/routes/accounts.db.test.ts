import type { FastifyInstance } from 'fastify'
import { generate } from 'otplib'
import { beforeAll, expect, test } from 'vitest'
import { newSecret } from '../../store/accounts/second-factor.ts'
import { auditFindings } from '../../store/audit-chain.ts'
import { type Database, openDatabase } from '../../store/database.ts'
import { readAudit } from '../../store/journal-store.ts'
import { freshData, openedCounty } from '../../store/records.testing.ts'
import { asking, serverOver, signedIn } from '../kit/server.testing.ts'

let database: Database
let app: FastifyInstance
let county: string
let system: Awaited<ReturnType<typeof signedIn>>
let security: Awaited<ReturnType<typeof signedIn>>
beforeAll(async () => {
  database = await openDatabase({ data: await freshData() })
  app = serverOver(database)
  county = await openedCounty(database)
  system = await signedIn(database, [{ role: 'system-administrator', over: '*' }])
  security = await signedIn(database, [{ role: 'security-administrator', over: '*' }])
  return async () => {
    await app.close()
    await database.close()
  }
})

type Who = { cookie: string }
const as = ({ cookie }: Who) => asking(app, cookie)
type Asked = Awaited<ReturnType<ReturnType<typeof asking>>>
const codesOf = (answer: Asked) => answer.json().codes
const accountOf = (answer: Asked) => answer.json().account ?? answer.json()
const at = ({ home, id }: { home: string; id: string }, ...more: string[]) =>
  ['/api/accounts', home, id, ...more].join('/')

let names = 0
const opened = async (home = '-', person?: string) => {
  names += 1
  const answer = await as(system)('POST', '/api/accounts', {
    home,
    username: `person-${names}`,
    displayName: '示例',
    ...(person === undefined ? {} : { person }),
  })
  expect(answer.statusCode).toBe(201)
  return { ...accountOf(answer), firstPassword: answer.json().firstPassword } as {
    home: string
    id: string
    username: string
    firstPassword: string
  }
}

const proposed = async (account: { home: string; id: string }, right: object) => {
  const answer = await as(system)('POST', at(account, 'grants'), right)
  expect(answer.statusCode, answer.body).toBe(201)
  return answer.json().grants.at(-1).id as string
}
const decided = (
  account: { home: string; id: string },
  grant: string,
  decision = 'grant',
  who: Who = security,
) => as(who)('POST', at(account, 'grants', grant, 'decision'), { decision })

test('an account is opened with a first password that is told once, and kept nowhere', async () => {
  const headers = { 'idempotency-key': 'open-1' }
  const body = { home: county, username: 'Wang.Wu', displayName: '王五（示例）', person: 'p1' }
  const first = await as(system)('POST', '/api/accounts', body, headers)
  expect(first.json()).toMatchObject({
    account: { home: county, username: 'wang.wu', person: 'p1', mustChangePassword: true, grants: [] },
  })
  const again = await as(system)('POST', '/api/accounts', body, headers)
  expect(again.json()).toEqual({ ...first.json(), firstPassword: null })
  expect(again.headers['idempotency-replayed']).toBe('true')
  expect(
    codesOf(await as(system)('POST', '/api/accounts', { ...body, home: '-', person: undefined })),
  ).toEqual(['R30'])

  const { firstPassword } = first.json()
  for (const table of ['answer', 'audit', 'account'])
    expect(JSON.stringify((await database.query(`select * from ${table}`)).rows)).not.toContain(firstPassword)
  const session = await asking(app)('POST', '/api/auth/sign-in/username', {
    username: 'wang.wu',
    password: firstPassword,
  })
  expect(session.json()).toMatchObject({ account: { home: county, person: 'p1' }, mustChangePassword: true })
})

test('an account belongs to a county and a person that are there', async () => {
  const open = (more: object) =>
    as(system)('POST', '/api/accounts', {
      home: county,
      username: 'never-made',
      displayName: '示例',
      ...more,
    })
  expect(codesOf(await open({ home: 'nowhere' }))).toEqual(['R23'])
  expect(codesOf(await open({ person: 'nobody' }))).toEqual(['R23'])
  expect(codesOf(await open({ home: '-', person: 'p1' }))).toEqual(['R23'])
  expect((await open({ username: 'two words' })).statusCode).toBe(400)
  expect((await open({ displayName: 'a\u0000b' })).statusCode).toBe(400)
})

test('a right is proposed by one and granted by another, and then the sessions of its account end', async () => {
  const account = await opened(county)
  const grant = await proposed(account, { role: 'unit-head', over: county, unit: 'land' })
  await database.query(
    'update account set must_change_password = false where county_id = $1 and account_id = $2',
    [county, account.id],
  )
  const signIn = await asking(app)('POST', '/api/auth/sign-in/username', {
    username: account.username,
    password: account.firstPassword,
  })
  const cookie = String(signIn.headers['set-cookie']).split(';')[0]
  expect(signIn.json().grants).toEqual([])

  expect((await decided(account, grant, 'grant', system)).statusCode).toBe(403)
  const answer = await decided(account, grant)
  expect(answer.json().grants).toMatchObject([
    { id: grant, state: 'granted', proposedBy: `account:${system.id}`, decidedBy: `account:${security.id}` },
  ])
  expect((await asking(app, cookie)('GET', '/api/auth/session')).json().account).toBeNull()
  expect(codesOf(await decided(account, grant))).toEqual(['R27'])
  const again = await asking(app)('POST', '/api/auth/sign-in/username', {
    username: account.username,
    password: account.firstPassword,
  })
  expect(again.json().grants).toEqual([{ role: 'unit-head', over: county, unit: 'land' }])

  const revoked = await as(security)('POST', at(account, 'grants', grant, 'revocation'))
  expect(revoked.json().grants).toMatchObject([{ state: 'revoked' }])
  const after = String(again.headers['set-cookie']).split(';')[0]
  expect((await asking(app, after)('GET', '/api/auth/session')).json().account).toBeNull()
  expect(codesOf(await as(security)('POST', at(account, 'grants', grant, 'revocation')))).toEqual(['R27'])
})

test('what is refused gives no right, and may be proposed again', async () => {
  const account = await opened()
  const right = { role: 'planner', over: county }
  const grant = await proposed(account, right)
  expect(codesOf(await as(system)('POST', at(account, 'grants'), right))).toEqual(['R25'])
  expect((await decided(account, grant, 'refuse')).json().grants).toMatchObject([{ state: 'refused' }])
  await proposed(account, right)
})

test('nobody proposes, decides or takes away his own rights, and nobody decides what he proposed', async () => {
  const mine = await as(system)('POST', at(system, 'grants'), { role: 'planner', over: county })
  expect(codesOf(mine)).toEqual(['R20'])

  const forSecurity = await proposed(security, { role: 'oversight', over: '*' })
  expect(codesOf(await decided(security, forSecurity))).toEqual(['R20'])
  expect(codesOf(await decided(security, forSecurity, 'refuse'))).toEqual(['R20'])
  const { rows } = await database.query(
    "select grant_id as id from role_grant where account_id = $1 and state = 'granted'",
    [security.id],
  )
  expect(codesOf(await as(security)('POST', at(security, 'grants', rows[0]?.id, 'revocation')))).toEqual([
    'R20',
  ])

  // Somebody proposed while he kept accounts, and decides about rights now.
  const other = await signedIn(database, [{ role: 'system-administrator', over: '*' }])
  const account = await opened()
  const answer = await as(other)('POST', at(account, 'grants'), { role: 'planner', over: county })
  const grant = answer.json().grants[0].id
  await database.query(
    "update role_grant set role = 'security-administrator' where county_id = '-' and account_id = $1",
    [other.id],
  )
  expect(codesOf(await decided(account, grant, 'grant', other))).toEqual(['R26'])
  expect(codesOf(await decided(account, grant, 'refuse', other))).toEqual(['R26'])
  const direct = database.query(
    "update role_grant set state = 'granted', decided_by = proposed_by, decided_at = now() where county_id = '-' and grant_id = $1",
    [grant],
  )
  await expect(direct).rejects.toThrow()
})

test('a unit that was closed between proposal and decision gets no head', async () => {
  const account = await opened()
  expect(
    codesOf(
      await as(system)('POST', at(account, 'grants'), { role: 'unit-head', over: county, unit: 'none' }),
    ),
  ).toEqual(['R23'])
  const grant = await proposed(account, { role: 'unit-head', over: county, unit: 'land' })
  await database.query("update role_grant set unit = 'none' where county_id = '-' and grant_id = $1", [grant])
  expect(codesOf(await decided(account, grant))).toEqual(['R23'])
  expect((await decided(account, grant, 'refuse')).statusCode).toBe(200)
})

test('a disabled account has no sessions, cannot sign in and gets no rights until it is enabled', async () => {
  const account = await opened()
  const signIn = () =>
    asking(app)('POST', '/api/auth/sign-in/username', {
      username: account.username,
      password: account.firstPassword,
    })
  const cookie = String((await signIn()).headers['set-cookie']).split(';')[0]
  expect((await as(system)('POST', at(account, 'disabling'))).json().isDisabled).toBe(true)
  expect((await asking(app, cookie)('GET', '/api/auth/session')).json().account).toBeNull()
  expect((await signIn()).statusCode).toBe(401)
  expect(codesOf(await as(system)('POST', at(account, 'grants'), { role: 'planner', over: county }))).toEqual(
    ['R29'],
  )
  await as(system)('POST', at(account, 'enabling'))
  expect((await signIn()).statusCode).toBe(200)
  expect(codesOf(await as(system)('POST', at(system, 'disabling')))).toEqual(['R20'])
})

test('who sets a password for somebody, or links him, does not get his rights: they are decided anew by another', async () => {
  for (const [method, what, body] of [
    ['POST', 'password-reset', undefined],
    ['PUT', 'oidc', { issuer: 'https://id.example', subject: 'somebody' }],
  ] as const) {
    const account = await opened(county)
    const grant = await proposed(account, { role: 'organisation', over: county })
    expect((await decided(account, grant)).statusCode).toBe(200)
    const answer = await as(system)(method, at(account, what), body)
    expect(answer.statusCode, answer.body).toBe(200)
    const { grants } = accountOf(answer)

    expect(grants).toMatchObject([{ id: grant, state: 'proposed' }])
    expect((await decided(account, grant, 'grant', system)).statusCode).toBe(403)
    expect((await decided(account, grant)).statusCode).toBe(200)
  }
})

test('one administrator cannot reset or link another (R33), and a person has one account (R34)', async () => {
  expect(codesOf(await as(system)('POST', at(security, 'password-reset')))).toEqual(['R33'])
  const link = { issuer: 'https://id.example', subject: 'administrator' }
  expect(codesOf(await as(system)('PUT', at(security, 'oidc'), link))).toEqual(['R33'])

  const first = await opened(county, 'p4')
  const again = { home: county, username: 'p4-again', displayName: '示例', person: 'p4' }
  expect(codesOf(await as(system)('POST', '/api/accounts', again))).toEqual(['R34'])
  await as(system)('POST', at(first, 'disabling'))
  expect((await as(system)('POST', '/api/accounts', again)).statusCode).toBe(201)
})

test('a reset password ends the sessions and must be changed; a lost second factor is another person’s business', async () => {
  const account = await opened()
  const reset = await as(system)('POST', at(account, 'password-reset'))
  expect(reset.json().firstPassword).not.toBe(account.firstPassword)
  expect(accountOf(reset).mustChangePassword).toBe(true)

  const secret = newSecret()
  await database.query(
    "update account set totp_secret = $2, totp_confirmed_at = now() where county_id = '-' and account_id = $1",
    [account.id, secret],
  )
  const signIn = await asking(app)('POST', '/api/auth/sign-in/username', {
    username: account.username,
    password: reset.json().firstPassword,
  })
  expect(signIn.json()).toEqual({ secondFactorNeeded: true })
  expect((await as(system)('POST', at(account, 'second-factor-reset'))).statusCode).toBe(403)
  const freed = await as(security)('POST', at(account, 'second-factor-reset'))
  expect(freed.json().secondFactorEnrolled).toBe(false)
  const pending = String(signIn.headers['set-cookie']).split(';')[0]
  const code = await generate({ secret })
  expect((await asking(app, pending)('POST', '/api/auth/sign-in/second-factor', { code })).statusCode).toBe(
    401,
  )
  expect(codesOf(await as(security)('POST', at(security, 'second-factor-reset')))).toEqual(['R20'])
})

test('accounts are listed by those who keep them or decide about them, without secrets', async () => {
  const answer = await as(security)('GET', '/api/accounts')
  const { accounts } = answer.json()
  expect(accounts.length).toBeGreaterThan(5)
  expect(answer.body).not.toMatch(/argon2|totp_secret|password_hash/)
  const here = (await as(system)('GET', `/api/accounts?home=${county}`)).json().accounts
  expect(new Set(here.map(({ home }: { home: string }) => home))).toEqual(new Set([county]))
  const [one] = accounts
  const rest = (await as(system)('GET', `/api/accounts?after=${one.home}~${one.id}`)).json().accounts
  expect(rest).toEqual(accounts.slice(1))
  const planner = await signedIn(database, [{ role: 'planner', over: county }])
  expect((await as(planner)('GET', '/api/accounts')).statusCode).toBe(403)
})

test('an address of no account is not found, and neither is a grant of another account', async () => {
  const [one, other] = [await opened(), await opened()]
  const grant = await proposed(one, { role: 'planner', over: county })
  expect((await decided(other, grant)).statusCode).toBe(404)
  expect((await as(system)('POST', at({ home: county, id: one.id }, 'disabling'))).statusCode).toBe(404)
  expect((await as(system)('POST', at({ home: '-', id: 'none' }, 'disabling'))).statusCode).toBe(404)
})

test('the last administrator of each kind stays, also when two are taken away at once', async () => {
  const fresh = await openDatabase({ data: await freshData() })
  const server = serverOver(fresh)
  const administrators = [
    await signedIn(fresh, [{ role: 'security-administrator', over: '*' }]),
    await signedIn(fresh, [{ role: 'security-administrator', over: '*' }]),
  ]
  const keeper = await signedIn(fresh, [{ role: 'system-administrator', over: '*' }])
  const answers = await Promise.all(
    administrators.map((one) => asking(server, keeper.cookie)('POST', at(one, 'disabling'))),
  )
  expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([200, 422])
  expect(answers.flatMap(codesOf).filter((code) => code !== undefined)).toEqual(['R28'])
  const left = administrators[answers.findIndex(({ statusCode }) => statusCode === 422)]
  const grant = `${keeper.id}-0`
  const revoked = await asking(server, left?.cookie)('POST', at(keeper, 'grants', grant, 'revocation'))
  expect(codesOf(revoked)).toEqual(['R28'])
  await server.close()
  await fresh.close()
})

test('everything stands in the audit of the county that it is about, and no name does', async () => {
  const account = await opened()
  const grant = await proposed(account, { role: 'planner', over: county })
  await decided(account, grant)
  const records = (await readAudit(database, county)).slice(-2)
  expect(records).toMatchObject([
    { action: 'propose-grant', actor: `account:${system.id}`, subject: `account:${account.id}` },
    {
      action: 'grant',
      actor: `account:${security.id}`,
      detail: { grant, role: 'planner', over: county, unit: null },
    },
  ])
  for (const chain of [county, '-']) {
    const all = JSON.stringify(await readAudit(database, chain))
    expect(all).not.toMatch(/person-\d|示例|wang/)
    expect((await auditFindings(database, chain)).findings).toEqual([])
  }
})
