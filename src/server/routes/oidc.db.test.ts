import type { FastifyInstance } from 'fastify'
import { generate } from 'otplib'
import { beforeAll, expect, test, vi } from 'vitest'
import { newSecret } from '../../store/accounts/second-factor.ts'
import { type Database, openDatabase } from '../../store/database.ts'
import { readAudit } from '../../store/journal-store.ts'
import { freshData } from '../../store/records.testing.ts'
import { asking, serverOver, signedIn } from '../kit/server.testing.ts'
import { clientId, clientSecret, freePort, startProvider, walkThrough } from '../oidc/provider.testing.ts'
import type { OidcSetting } from '../oidc/setting.ts'

const publicUrl = 'http://127.0.0.1:4310'
const back = `${publicUrl}/api/auth/oidc/city/callback`

let database: Database
let app: FastifyInstance
let issuer: string
let start: () => Promise<void>
let admin: Awaited<ReturnType<typeof signedIn>>
beforeAll(async () => {
  // The provider warns that its pages are for development, which is what they are here for.
  const quiet = [vi.spyOn(console, 'warn'), vi.spyOn(console, 'info'), vi.spyOn(console, 'error')]
  for (const spy of quiet) spy.mockImplementation(() => undefined)
  database = await openDatabase({ data: await freshData() })
  const port = await freePort()
  issuer = `http://127.0.0.1:${port}`
  const provider = {
    id: 'city',
    name: { zh: '市统一身份认证', en: 'City identities' },
    issuer,
    clientId,
    clientSecret,
  }
  const oidc: OidcSetting = { publicUrl, providers: [provider] }
  app = serverOver(database, { oidc })
  admin = await signedIn(database, [{ role: 'system-administrator', over: '*' }])
  let running: { close(): Promise<void> } | undefined
  start = async () => {
    running = await startProvider(port, back)
  }
  return async () => {
    await running?.close()
    await app.close()
    await database.close()
    for (const spy of quiet) spy.mockRestore()
  }
})

const cookieIn = (answer: { headers: Record<string, unknown> }) =>
  String(answer.headers['set-cookie']).split(';')[0] ?? ''

/** A browser goes to the provider and signs in there; gives the address it comes back with, and its cookie. */
const gone = async (name: string, options: { aborts?: boolean } = {}) => {
  const answer = await asking(app)('GET', '/api/auth/oidc/city/start')
  expect(answer.statusCode).toBe(303)
  const address = await walkThrough(String(answer.headers.location), back, name, options)
  return { address: address.slice(publicUrl.length), cookie: cookieIn(answer) }
}
const comeBack = ({ address, cookie }: { address: string; cookie: string }) =>
  asking(app, cookie)('GET', address)

const linked = async (subject: string) => {
  const account = await signedIn(database, [])
  const answer = await asking(app, admin.cookie)('PUT', `/api/accounts/-/${account.id}/oidc`, {
    issuer,
    subject,
  })
  expect(answer.json().oidc).toEqual({ issuer, subject })
  return account
}

test('a provider that does not answer is not forgotten: it is asked again at the next use', async () => {
  expect((await asking(app)('GET', '/api/auth/oidc')).json()).toEqual({
    providers: [{ id: 'city', name: { zh: '市统一身份认证', en: 'City identities' } }],
  })
  const answer = await asking(app)('GET', '/api/auth/oidc/city/start')
  expect(answer.statusCode).toBe(503)
  expect(answer.headers['retry-after']).toBeDefined()
  await start()
  const now = await asking(app)('GET', '/api/auth/oidc/city/start')
  expect(now.statusCode).toBe(303)
  const asked = new URL(String(now.headers.location))
  expect(asked.origin).toBe(issuer)
  expect(asked.searchParams.get('code_challenge_method')).toBe('S256')
  expect(asked.searchParams.get('redirect_uri')).toBe(back)
  expect(String(now.headers['set-cookie'])).toMatch(
    /^sanding_oidc=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax; Max-Age=600$/,
  )
  expect((await asking(app)('GET', '/api/auth/oidc/other/start')).statusCode).toBe(404)
})

test('who was linked beforehand is signed in, and nobody else', async () => {
  const account = await linked('clerk-1')
  const answer = await comeBack(await gone('clerk-1'))
  expect([answer.statusCode, answer.headers.location]).toEqual([303, '/'])
  const session = (await asking(app, cookieIn(answer))('GET', '/api/auth/session')).json()
  expect(session).toMatchObject({ account: { id: account.id }, hasSecondFactor: false })

  const before = (await database.query('select count(*)::int as count from account')).rows
  const stranger = await comeBack(await gone('stranger'))
  expect([stranger.statusCode, stranger.headers.location]).toEqual([303, '/?sign-in=not-linked'])
  expect(stranger.headers['set-cookie']).toBeUndefined()
  expect((await database.query('select count(*)::int as count from account')).rows).toEqual(before)
})

test('a name that only looks like an account’s is no link', async () => {
  const account = await signedIn(database, [])
  expect((await comeBack(await gone(account.id))).headers.location).toBe('/?sign-in=not-linked')
})

const refused = async (browser: { address: string; cookie: string }) => {
  const answer = await comeBack(browser)
  expect([answer.statusCode, answer.headers.location]).toEqual([303, '/?sign-in=refused'])
  expect(answer.headers['set-cookie']).toBeUndefined()
}

test('another state, or the state of another browser, is refused', async () => {
  await linked('clerk-2')
  const one = await gone('clerk-2')
  await refused({ ...one, address: one.address.replace(/state=[^&]+/, 'state=guessed') })
  await refused({ ...one, cookie: 'sanding_oidc=guessed' })
  await refused({ ...one, cookie: '' })
  const other = await gone('clerk-2')
  await refused({ ...one, cookie: other.cookie })
  expect((await comeBack(one)).headers.location).toBe('/')
})

test('an answer of the provider works once, and its code in no other attempt', async () => {
  await linked('clerk-3')
  const one = await gone('clerk-3')
  expect((await comeBack(one)).headers.location).toBe('/')
  await refused(one)

  const code = (address: string) => /code=([^&]+)/.exec(address)?.[1] ?? ''
  const used = await gone('clerk-3')
  await refused({ ...used, address: used.address.replace(code(used.address), code(one.address)) })
  const [here, there] = [await gone('clerk-3'), await gone('clerk-3')]
  await refused({ ...here, address: here.address.replace(code(here.address), code(there.address)) })
})

test.each(['nonce', 'verifier'])(
  'an identity token or code that was asked for with another %s is refused',
  async (column) => {
    await linked(`clerk-of-${column}`)
    const browser = await gone(`clerk-of-${column}`)
    await database.query(`update oidc_attempt set ${column} = reverse(${column}) where county_id = '-'`)
    await refused(browser)
  },
)

test('who takes longer than ten minutes begins again', async () => {
  await linked('clerk-4')
  const browser = await gone('clerk-4')
  await database.query(
    "update oidc_attempt set started_at = started_at - interval '11 minutes' where county_id = '-'",
  )
  await refused(browser)
})

test('who turns back at the provider is not signed in', async () => {
  const answer = await comeBack(await gone('clerk-5', { aborts: true }))
  expect(answer.headers.location).toBe('/?sign-in=cancelled')
})

test('the second factor of the house is asked for all the same', async () => {
  const account = await linked('clerk-6')
  const secret = newSecret()
  await database.query(
    "update account set totp_secret = $2, totp_confirmed_at = now() where county_id = '-' and account_id = $1",
    [account.id, secret],
  )
  const answer = await comeBack(await gone('clerk-6'))
  expect(answer.headers.location).toBe('/?sign-in=second-factor')
  const code = await generate({ secret })
  const shown = await asking(app, cookieIn(answer))('POST', '/api/auth/sign-in/second-factor', { code })
  expect(shown.json()).toMatchObject({ account: { id: account.id }, hasSecondFactor: true })
})

test('a link ends with the account, and is nobody else’s at the same time', async () => {
  const account = await linked('clerk-7')
  const other = await signedIn(database, [])
  const link = (id: string) =>
    asking(app, admin.cookie)('PUT', `/api/accounts/-/${id}/oidc`, { issuer, subject: 'clerk-7' })
  expect((await link(other.id)).json().codes).toEqual(['R31'])
  expect((await link(admin.id)).json().codes).toEqual(['R20'])
  await asking(app, admin.cookie)('POST', `/api/accounts/-/${account.id}/disabling`)
  expect((await comeBack(await gone('clerk-7'))).headers.location).toBe('/?sign-in=not-linked')
  await asking(app, admin.cookie)('DELETE', `/api/accounts/-/${account.id}/oidc`)
  expect((await link(other.id)).statusCode).toBe(200)
  expect((await comeBack(await gone('clerk-7'))).headers.location).toBe('/')
})

test('the audit says through which provider somebody came, and not what the provider calls him', async () => {
  const records = await readAudit(database, '-')
  expect(records.filter(({ action }) => action === 'sign-in').at(-1)?.detail).toMatchObject({
    method: 'oidc:city',
  })
  expect(JSON.stringify(records)).not.toMatch(/clerk-|stranger/)
})
