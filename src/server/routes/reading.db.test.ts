import type { FastifyInstance } from 'fastify'
import { beforeAll, expect, test } from 'vitest'
import { auditHashOf, genesis } from '../../kernel/chain.ts'
import { openCounty } from '../../ledger/opening.ts'
import { explain } from '../../reform/explain.ts'
import { readPlan } from '../../reform/plan-file.ts'
import { registerDigest } from '../../reform/register-digest.ts'
import { applyPlan } from '../../store/apply-plan.ts'
import { countiesFolder, readCountyFolder } from '../../store/county-folder.ts'
import { countiesInMemory } from '../../store/current.ts'
import { type Database, openDatabase } from '../../store/database.ts'
import { importCounty } from '../../store/import-county.ts'
import { freshData, openedCounty } from '../../store/records.testing.ts'
import { asking, serverOver, signedIn } from '../kit/server.testing.ts'

let database: Database
let app: FastifyInstance
let planner: Awaited<ReturnType<typeof as>>
const folder = readCountyFolder(`${countiesFolder}/hequ`)
const planId = '2020-reform'
const as = async (...grants: Parameters<typeof signedIn>[1]) =>
  asking(app, (await signedIn(database, grants)).cookie)

beforeAll(async () => {
  database = await openDatabase({ data: await freshData() })
  app = serverOver(database)
  await app.ready()
  await importCounty(database, folder, 'local:test')
  planner = await as({ role: 'planner', over: 'hequ' })
  return async () => {
    await app.close()
    await database.close()
  }
}, 60_000)

const plan = () => {
  const read = readPlan(folder.plans[planId] ?? '', planId).plan
  if (read === undefined) throw new Error('the shipped plan cannot be read')
  return read
}

test('a county that was only opened is handed out as its folder stands, and not again while nothing changed', async () => {
  const first = await planner('GET', '/api/counties/hequ')
  const body = first.json()

  expect(body).toMatchObject({ id: 'hequ', plans: folder.plans, policies: folder.policies, applied: {} })
  expect(body.tables).toEqual(JSON.parse(JSON.stringify(folder.tables)))
  const again = await planner('GET', '/api/counties/hequ', undefined, {
    'if-none-match': String(first.headers.etag),
  })
  expect([again.statusCode, again.body]).toEqual([304, ''])
  const weakened = await planner('GET', '/api/counties/hequ', undefined, {
    'if-none-match': `W/${first.headers.etag}`,
  })
  expect(weakened.statusCode).toBe(304)
  const zipped = await planner('GET', '/api/counties/hequ', undefined, { 'accept-encoding': 'gzip' })
  expect(zipped.headers['content-encoding']).toBe('gzip')
  expect(zipped.rawPayload.length).toBeLessThan(first.rawPayload.length / 4)
})

test('once a plan is carried out the county is the one after it, and the plan is shown over the one before', async () => {
  const { applied } = await applyPlan(database, countiesInMemory(1), {
    county: 'hequ',
    plan: plan(),
    actor: 'local:test',
  })
  const after = (await planner('GET', '/api/counties/hequ')).json()
  const under = (await planner('GET', `/api/counties/hequ?plan=${planId}`)).json()

  expect(under.tables).toEqual(JSON.parse(JSON.stringify(folder.tables)))
  expect(after.applied).toEqual({ [planId]: { from: applied?.from, to: applied?.to } })
  const opened = openCounty(after.tables)
  expect(opened.findings.filter(({ severity }) => severity === 'error')).toEqual([])
  const now = (await planner('GET', '/api/counties/hequ/register?on=2030-01-01')).json()
  expect(after.manifest.digest).toBe(now.digest)
  expect(opened.register.people.size).toBe(now.counters.people)
  // Not one row, column or successor is lost on the way.
  expect(registerDigest(opened.register).digest).toBe(now.digest)
})

test('the counties that one may see are listed with their plans, a demonstration with the one it shows first', async () => {
  const listed = (await planner('GET', '/api/counties')).json()
  const demo = serverOver(database, { isDemo: true })
  await openedCounty(database)
  const { cookie } = await signedIn(database, [{ role: 'oversight', over: '*' }])
  const shown = (await asking(demo, cookie)('GET', '/api/counties')).json()
  await demo.close()

  expect(listed).toEqual({
    counties: [
      { id: 'hequ', name: { zh: '河曲县', en: expect.any(String) }, plans: Object.keys(folder.plans) },
    ],
    default: 'hequ',
  })
  expect(shown.counties.length).toBeGreaterThan(1)
  expect(shown.default).toBe('hequ')
})

test('the register is asked by both clocks, as on the command line', async () => {
  const before = (await planner('GET', '/api/counties/hequ/register?on=2030-01-01&known=1')).json()
  const after = (await planner('GET', '/api/counties/hequ/register?on=2030-01-01')).json()

  expect([before.counters.organs, after.counters.organs]).toEqual([36, 22])
  const day = (await planner('GET', '/api/counties/hequ/register?on=2030-02-30')).json()
  expect([day.status, day.codes]).toEqual([400, ['A02']])
  const early = (await planner('GET', '/api/counties/hequ/register?on=1990-01-01')).json()
  expect([early.status, early.codes]).toEqual([422, ['J07']])
})

test('a unit is told with what it holds on a day, and one that closed with who carries on', async () => {
  const { units } = (await planner('GET', '/api/counties/hequ/units?on=2030-01-01')).json()
  const closed = units.find(({ isOpen }: { isOpen: boolean }) => !isOpen)
  const { unit } = (await planner('GET', `/api/counties/hequ/units/${closed.id}?on=2030-01-01`)).json()

  expect(unit.heir).not.toBe(closed.id)
  expect(units.some(({ id, isOpen }: { id: string; isOpen: boolean }) => id === unit.heir && isOpen)).toBe(
    true,
  )
  expect((await planner('GET', '/api/counties/hequ/units/nowhere')).statusCode).toBe(404)
})

test('figures are told to who oversees the county, without a row of anybody', async () => {
  const oversight = await as({ role: 'oversight', over: '*' })
  const answer = await oversight('GET', '/api/counties/hequ/figures')
  const { figures } = answer.json()

  expect(figures.length).toBeGreaterThan(20)
  expect(figures.filter(({ agrees }: { agrees: boolean | null }) => agrees === false)).toEqual([])
  expect(answer.body).not.toMatch(/people:|"rows"/)
  expect((await oversight('GET', '/api/counties/hequ')).statusCode).toBe(403)
})

test('figures of a day are those of the plan that was last in force by then', async () => {
  const on = async (day: string) => (await planner('GET', `/api/counties/hequ/figures?on=${day}`)).json()

  expect((await on('2030-01-01')).plan).toBe(planId)
  expect((await on('2030-02-30')).codes).toEqual(['A02'])
  expect((await on('1990-01-01')).codes).toEqual(['J07'])
  expect((await planner('GET', '/api/counties/hequ/figures?plan=none')).statusCode).toBe(404)
})

test('the journal is read in stretches that hang together, and one record by its number', async () => {
  const { records, next, head } = (await planner('GET', '/api/counties/hequ/journal?limit=3')).json()
  const rest = (await planner('GET', `/api/counties/hequ/journal?after=${next}&limit=1000`)).json()

  expect(records).toHaveLength(3)
  expect(records.map(({ sentence }: { sentence: { zh: string } }) => sentence.zh)).toEqual([
    '建账：台账由此起算。',
    ...explain(openCounty(folder.tables).register, plan())
      .slice(0, 2)
      .map(({ zh }) => zh),
  ])
  expect(rest.records.filter(({ sentence }: { sentence: unknown }) => sentence === null)).toEqual([])
  expect(rest.records[0].prev).toBe(records[2].hash)
  expect(rest.records.at(-1)).toMatchObject(head)
  const { sentence: _, ...second } = records[1]
  expect((await planner('GET', '/api/counties/hequ/journal/2')).json()).toEqual(second)
  expect((await planner('GET', '/api/counties/hequ/journal/999999')).statusCode).toBe(404)
  expect((await planner('GET', '/api/counties/hequ/journal?limit=-1')).statusCode).toBe(400)
})

test('an export is the very file of the command line, and the audit remembers it', async () => {
  const exported = await planner('POST', '/api/counties/hequ/journal/export')
  const lines = exported.body.trimEnd().split('\n')
  const auditor = await as({ role: 'auditor', over: 'hequ' })
  const { records } = (await auditor('GET', '/api/audit?latest=1')).json()

  expect(JSON.parse(lines[0] ?? '')).toMatchObject({ kind: 'journal', county: 'hequ' })
  expect(JSON.parse(lines.at(-1) ?? '').hash).toBe(JSON.parse(lines[0] ?? '').head.hash)
  expect(records[0]).toMatchObject({ action: 'export-journal', actorName: '示例' })
})

test('an export that was sent twice under one key is made once, and says so the second time', async () => {
  const key = { 'idempotency-key': 'export-once' }
  const first = await planner('POST', '/api/counties/hequ/journal/export', undefined, key)
  const again = await planner('POST', '/api/counties/hequ/journal/export', undefined, key)

  expect([first.statusCode, again.statusCode, again.json().codes]).toEqual([200, 409, ['Y11']])
})

test('an auditor follows his county’s chain from its first record, and may see no other', async () => {
  const auditor = await as({ role: 'auditor', over: 'hequ' })
  const other = await openedCounty(database)
  const { records, county, head } = (await auditor('GET', '/api/audit')).json()

  expect(county).toBe('hequ')
  let prev = genesis
  for (const record of records) {
    expect(record.prev).toBe(prev)
    expect(auditHashOf(record)).toBe(record.hash)
    prev = record.hash
  }
  expect(prev).toBe(head.hash)
  const denied = await auditor('GET', `/api/audit?county=${other}`)
  const unknown = await auditor('GET', '/api/audit?county=no-such-county')
  expect([denied.statusCode, denied.body]).toEqual([404, unknown.body])
  expect((await auditor('GET', '/api/audit?county=-')).statusCode).toBe(404)
  expect((await planner('GET', '/api/audit')).statusCode).toBe(403)
})

test('who guards rights follows the chain of the installation', async () => {
  const guard = await as({ role: 'security-administrator', over: '*' })
  expect((await guard('GET', '/api/audit')).json().county).toBe('-')
  expect((await guard('GET', '/api/audit?county=hequ')).statusCode).toBe(200)
  expect((await guard('GET', '/api/audit?county=no-such-county')).statusCode).toBe(404)
})

test('an auditor of all counties is shown the installation first, whose administrators he audits, and each county that he names', async () => {
  const auditor = await as({ role: 'auditor', over: '*' })

  expect((await auditor('GET', '/api/audit')).json().county).toBe('-')
  expect((await auditor('GET', '/api/audit?county=-')).json().county).toBe('-')
  expect((await auditor('GET', '/api/audit?county=hequ')).json().county).toBe('hequ')
})
