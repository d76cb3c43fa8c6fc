import { connect } from 'node:net'
import type { FastifyInstance } from 'fastify'
import { afterEach, beforeAll, expect, test } from 'vitest'
import { countiesInMemory } from '../../store/current.ts'
import { type Database, openDatabase } from '../../store/database.ts'
import { freshData, openedCounty } from '../../store/records.testing.ts'
import { buildServer } from '../app.ts'
import { asking, barePage, signedIn } from '../kit/server.testing.ts'
import { freeSpaceOf } from './free-space.ts'
import { installationOf, type RunningInstallation } from './installation.ts'
import { logTo } from './log.ts'

let database: Database
let county: string
const opened: FastifyInstance[] = []

beforeAll(async () => {
  database = await openDatabase({ data: await freshData() })
  county = await openedCounty(database)
  return () => database.close()
})
afterEach(async () => {
  for (const app of opened.splice(0)) await app.close()
})

const served = (more: Partial<RunningInstallation> = {}, store: Database = database) => {
  const written: string[] = []
  const space = freeSpaceOf(database.folder)
  const installation = { ...installationOf({ isDemo: false, version: '1.2.3', space }), ...more }
  const app = buildServer({
    database: store,
    counties: countiesInMemory(),
    installation,
    web: barePage(),
    log: logTo((text) => void written.push(text)),
  })
  opened.push(app)
  return { app, installation, written, ask: asking(app) }
}

/** A store whose health was not asked for yet: answers are kept for two seconds for each. */
const anew = (more: Partial<Database> = {}): Database => ({ ...database, ...more })

test('health tells anybody that all is well, and no secrets', async () => {
  const { ask } = served({}, anew())
  const answer = await ask('GET', '/api/health')

  expect(answer.statusCode).toBe(200)
  expect(answer.json()).toEqual({ status: 'ok', database: 'ok', heads: 'ok', disk: 'ok', version: '1.2.3' })
})

test('a database that does not answer makes health fail', async () => {
  const { ask } = served({}, anew({ query: () => Promise.reject(new Error('gone')) }))
  const answer = await ask('GET', '/api/health')

  expect(answer.statusCode).toBe(503)
  expect(answer.json()).toMatchObject({ status: 'failing', database: 'failing', heads: 'unknown' })
})

test.each([
  ['the last entry was altered', "update entry set authority = authority || 'x' where county_id = $1"],
  ['the last audit record was altered', "update audit set actor = actor || 'x' where county_id = $1"],
  ['the head was moved', "update county set head_hash = repeat('0', 64) where county_id = $1"],
])('health fails when %s', async (_, statement) => {
  const other = await openedCounty(database)
  await database.asOwner((client) => client.query(statement, [other]))
  const answer = await served({}, anew()).ask('GET', '/api/health')
  await database.asOwner(async (client) => {
    for (const table of ['entry', 'audit', 'opening', 'policy'])
      await client.query(`delete from ${table} where county_id = $1`, [other])
    await client.query('delete from county where county_id = $1', [other])
  })

  expect(answer.statusCode).toBe(503)
  expect(answer.json()).toMatchObject({ status: 'failing', database: 'ok', heads: 'broken' })
})

test('while the disk is nearly full commands are refused with why, reads go on, and health says so', async () => {
  const { ask, app } = served({ isReadOnly: () => true }, anew())
  const { cookie } = await signedIn(database, [{ role: 'planner', over: county }])
  const as = asking(app, cookie)
  const refused = await as('POST', `/api/counties/${county}/plans`, {})

  expect([refused.statusCode, refused.json().codes]).toEqual([503, ['Z10']])
  expect((await as('GET', '/api/counties')).statusCode).toBe(200)
  const health = await ask('GET', '/api/health')
  expect([health.statusCode, health.json()]).toMatchObject([200, { status: 'read-only', disk: 'low' }])
  expect((await ask('GET', '/api/auth/session')).json().isReadOnly).toBe(true)
})

test('once it is told to stop nothing new is begun, and health says why', async () => {
  const { ask, installation } = served({}, anew())
  installation.beginStopping()
  const health = await ask('GET', '/api/health')
  const other = await ask('GET', '/api/auth/session')

  expect([health.statusCode, health.json().status]).toEqual([503, 'stopping'])
  expect([other.statusCode, other.headers.connection]).toEqual([503, 'close'])
  expect(installation.metrics.open).toBe(0)
})

test('a request that was given up in the middle is not waited for, and is told', async () => {
  const { app, installation, written } = served()
  const { port } = new URL(await app.listen({ host: '127.0.0.1', port: 0 }))
  const socket = connect(Number(port), '127.0.0.1')
  socket.write(
    'POST /api/auth/sign-in/username HTTP/1.1\r\nHost: localhost\r\ncontent-type: application/json\r\n',
  )
  socket.write('content-length: 40\r\n\r\n{"username":')
  await expect.poll(() => installation.metrics.open).toBe(1)
  socket.destroy()

  await expect.poll(() => installation.metrics.open).toBe(0)
  expect(JSON.parse(written[0] ?? '{}')).toMatchObject({
    event: 'aborted',
    route: '/api/auth/sign-in/username',
  })
})

test('a server of this machine answers to the names of this machine, and to no other that was pointed at it', async () => {
  const { app } = served()
  const { port } = new URL(await app.listen({ host: '127.0.0.1', port: 0 }))
  const statusFor = (host: string) =>
    new Promise<string>((done) => {
      const socket = connect(Number(port), '127.0.0.1')
      socket.once('data', (part) => done(String(part).slice(9, 12)))
      socket.write(`GET /api/health HTTP/1.1\r\nHost: ${host}\r\nconnection: close\r\n\r\n`)
    })

  for (const host of ['localhost', `127.0.0.1:${port}`, '[::1]:80']) expect(await statusFor(host)).toBe('200')
  for (const host of ['elsewhere.example', 'localhost.elsewhere.example', '192.0.2.7'])
    expect(await statusFor(host)).toBe('400')
})

test('the counters are for programs on this machine, or who bears the token; for others they are not there', async () => {
  const { app } = served()
  const from = (remoteAddress: string, headers: Record<string, string> = {}) =>
    app.inject({ method: 'GET', url: '/metrics', remoteAddress, headers })
  const none = await asking(app)('GET', '/nothing')

  expect((await from('127.0.0.1')).statusCode).toBe(200)
  for (const [address, headers] of [
    ['192.0.2.7', {}],
    ['127.0.0.1', { 'x-forwarded-for': '192.0.2.7' }],
    ['127.0.0.1', { forwarded: 'for=192.0.2.7' }],
    ['192.0.2.7', { authorization: 'Bearer guess-guess-guess' }],
    ['127.0.0.1', { via: '1.1 proxy' }],
  ] as const) {
    const answer = await from(address, headers)
    expect([answer.statusCode, answer.body]).toEqual([404, none.body])
  }
  process.env.SANDING_METRICS_TOKEN = 'a-token-of-sixteen-signs'
  try {
    const bearer = { authorization: 'Bearer a-token-of-sixteen-signs' }
    expect((await from('192.0.2.7', bearer)).statusCode).toBe(200)
    expect((await from('192.0.2.7', { authorization: 'Bearer ' })).statusCode).toBe(404)
  } finally {
    delete process.env.SANDING_METRICS_TOKEN
  }
})

test('requests, commands, pool, sessions and free bytes are counted', async () => {
  const { app, ask } = served()
  const { cookie } = await signedIn(database, [{ role: 'planner', over: county }])
  await ask('GET', '/nowhere/at/all')
  await asking(app, cookie)('POST', '/api/auth/sign-out', {})
  const { body } = await ask('GET', '/metrics')
  const value = (line: string) =>
    Number(
      body
        .split('\n')
        .find((each) => each.startsWith(line))
        ?.split(' ')
        .at(-1),
    )

  expect(value('sanding_request_seconds_count{method="GET",route="(none)",status="404"}')).toBe(1)
  expect(body).toMatch(/sanding_command_seconds_count\{operation="sign-out",outcome="\w+"\} 1/)
  expect(value('sanding_pool_connections')).toBeGreaterThan(0)
  expect(value('sanding_free_bytes')).toBeGreaterThan(2 ** 20)
  expect(value('sanding_requests_open')).toBe(1)
  for (const name of [
    'sessions',
    'counties_in_memory',
    'event_loop_lag_seconds',
    'incidents_total',
    'pool_waiting',
  ])
    expect(value(`sanding_${name}`)).toBeGreaterThanOrEqual(0)
  expect(body).not.toContain('nowhere')
})

test('the log tells each request by its pattern and its account, and nothing that was typed', async () => {
  const { app, written } = served()
  const person = await signedIn(database, [{ role: 'organisation', over: county }])
  const as = asking(app, person.cookie)
  const planted = [
    '示例王建平',
    'p-planted-1',
    '110101199003074514',
    'Planted-Password-1',
    'planted-user',
    'planted-county',
  ]
  await as('GET', `/api/counties/${county}/people/p-planted-1?unit=示例王建平`)
  await as('GET', '/api/counties/planted-county/people/110101199003074514')
  await as('GET', '/示例王建平/110101199003074514')
  await as(
    'POST',
    '/api/auth/sign-in/username',
    { username: 'planted-user', password: 'Planted-Password-1' },
    {
      'x-forwarded-for': '示例王建平'.replace(/[^\x20-\x7e]/g, 'planted-user'),
      'user-agent': 'planted-user',
      'idempotency-key': '110101199003074514',
    },
  )
  const all = written.join('')

  for (const text of planted) {
    expect(all).not.toContain(text)
    expect(all).not.toContain(encodeURIComponent(text))
  }
  const lines = written.map((text) => JSON.parse(text))
  expect(lines[0]).toMatchObject({ method: 'GET', account: person.id })
  expect(lines[0].route).toMatch(/^\/api\/counties\/:county\/people\/:person|^\(none\)/)
  expect(lines.map(({ method }) => method)).toEqual(['GET', 'GET', 'GET', 'POST'])
})

test('a fault is answered with a number, and the log tells operators the rest under that number', async () => {
  const broken = anew({ query: () => Promise.reject(new TypeError("cannot read '示例王建平'")) })
  const { app, written } = served({}, broken)
  const answer = await asking(app, 'sanding_session=-.anything')('GET', '/api/counties')
  const line = written.map((text) => JSON.parse(text)).find(({ event }) => event === 'incident')

  expect(answer.statusCode).toBe(500)
  expect(answer.body).toContain(line.incident)
  expect(answer.body).not.toContain('TypeError')
  expect(line).toMatchObject({ level: 'error', error: 'TypeError', message: 'cannot read …' })
  expect(line.stack[0]).toMatch(/^at /)
  expect(written.map((text) => JSON.parse(text).id)).toEqual([line.id, line.id])
})

test('the page of the API is served in the language that is asked for, under a policy of its own', async () => {
  const { app, ask } = served()
  const zh = await ask('GET', '/docs')
  const en = await app.inject({ method: 'GET', url: '/docs', headers: { 'accept-language': 'en-GB,en' } })
  const asked = await app.inject({
    method: 'GET',
    url: '/docs?lang=zh',
    headers: { 'accept-language': 'en' },
  })

  expect([zh.statusCode, zh.headers['content-type']]).toEqual([200, 'text/html; charset=utf-8'])
  expect(zh.headers['content-security-policy']).toContain("default-src 'none'")
  expect(zh.body).toContain('lang="zh-CN"')
  expect(en.body).toContain('<html lang="en">')
  expect(asked.body).toBe(zh.body)
  expect((await ask('GET', '/docs?lang=fr')).statusCode).toBe(400)
})
