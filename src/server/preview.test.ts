import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { buildPreview } from './preview.ts'

const folder = mkdtempSync(join(tmpdir(), 'sanding-server-'))
const own = join(folder, 'own')
const web = join(folder, 'web')
mkdirSync(own)
mkdirSync(join(web, 'assets'), { recursive: true })
writeFileSync(join(web, 'index.html'), '<!doctype html><title>三定</title>')
writeFileSync(join(web, 'assets/page-1a2b.js'), '')
writeFileSync(join(own, 'county.csv'), 'id,name,nameEn\nown,自有县,Own County\n')
writeFileSync(join(own, 'first.plan.yaml'), 'title: 方案\n')

const app = buildPreview({ web, county: own })
beforeAll(async () => void (await app.ready()))
afterAll(async () => await app.close())
const get = (url: string, headers: Record<string, string> = {}) => app.inject({ method: 'GET', url, headers })

test('a county of one’s own is listed first, with its name and plans, and is the default', async () => {
  const answer = (await get('/api/counties')).json()

  expect(answer.counties[0]).toEqual({
    id: 'own',
    name: { zh: '自有县', en: 'Own County' },
    plans: ['first'],
  })
  expect(answer.default).toBe('own')
})

test('a county is handed out as its files stand, and again when one of them has changed', async () => {
  const first = await get('/api/counties/own')
  expect(first.json()).toMatchObject({ id: 'own', plans: { first: 'title: 方案\n' } })
  expect(first.json().policyDigest).toMatch(/^sha256:/)
  const tag = String(first.headers.etag)
  expect((await get('/api/counties/own', { 'if-none-match': tag })).statusCode).toBe(304)

  writeFileSync(join(own, 'first.plan.yaml'), 'title: 改后的方案\n')
  const second = await get('/api/counties/own', { 'if-none-match': tag })

  expect(second.statusCode).toBe(200)
  expect(second.json().plans.first).toBe('title: 改后的方案\n')
})

test.each([
  '/api/counties/nowhere',
  '/api/counties/..%2f..%2fetc',
  '/api/else',
  '/nothing.html',
  '/..%2f..%2fpackage.json',
])('%s is nothing, and says no more than that', async (url) => {
  const answer = await get(url)

  expect(answer.statusCode).toBe(404)
  expect(answer.headers['content-type']).toContain('application/problem+json')
  expect(answer.body).not.toMatch(/node_modules|\.ts\b/)
})

test.each(['POST', 'PUT', 'DELETE'] as const)(
  '%s changes nothing: there is nothing to write to',
  async (method) => {
    expect((await app.inject({ method, url: '/api/counties/own', payload: {} })).statusCode).toBe(404)
  },
)

test('a folder that is no county yet is handed out all the same: the page says what is missing', async () => {
  const bare = buildPreview({ web, county: mkdtempSync(join(tmpdir(), 'sanding-bare-')) })

  const { counties } = (await bare.inject('/api/counties')).json()
  const answer = await bare.inject(`/api/counties/${counties[0].id}`)

  expect(answer.statusCode).toBe(200)
  expect(answer.json().tables).toEqual({})
  await bare.close()
})

test('every answer forbids foreign scripts, framing and sniffing', async () => {
  for (const url of ['/', '/api/counties', '/nothing']) {
    const { headers } = await get(url)
    expect(headers['content-security-policy']).toContain("default-src 'self'")
    expect(headers['content-security-policy']).toContain("frame-ancestors 'none'")
    expect(headers['x-content-type-options']).toBe('nosniff')
  }
})

test('built files may be kept for good, the page itself is asked for anew', async () => {
  expect((await get('/assets/page-1a2b.js')).headers['cache-control']).toContain('immutable')
  expect((await get('/')).headers['cache-control']).toBe('no-cache')
})
