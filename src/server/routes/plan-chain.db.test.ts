import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { readPlan } from '../../reform/plan-file.ts'
import { applyPlan } from '../../store/apply-plan.ts'
import { countiesFolder, readCountyFolder } from '../../store/county-folder.ts'
import { type Counties, countiesInMemory } from '../../store/current.ts'
import { type Database, openDatabase } from '../../store/database.ts'
import { latestTexts } from '../../store/drafts/read.ts'
import { importCounty } from '../../store/import-county.ts'
import { readEntries } from '../../store/journal-store.ts'
import { freshData, openedCounty } from '../../store/records.testing.ts'
import { serverOver } from '../kit/server.testing.ts'
import { approved, decision, office, planText, posts, refusedWith } from './plans.testing.ts'

let data: string
let database: Database
let app: ReturnType<typeof serverOver>
beforeAll(async () => {
  data = await freshData()
  database = await openDatabase({ data })
  app = serverOver(database)
  await app.ready()
  return async () => {
    await app.close()
    await database.close()
  }
})

const world = async () => {
  const county = await openedCounty(database)
  return { county, ...(await office(database, app, county)) }
}
const text = planText([posts('water', 2)], ['base: {register: 2020-03-31} # 期初'])
const outside = (county: string, content: string, id: string) => {
  const { plan } = readPlan(content, id)
  if (plan === undefined) throw new Error('unreadable')
  return applyPlan(database, countiesInMemory(), { county, plan, actor: 'local:test' })
}
const codesOf = (findings: readonly { code: string }[]) => findings.map(({ code }) => code)

test('what moved under an approved plan is told in words, forbids its application, and is adopted', async () => {
  const here = await world()
  const { county, planner } = here
  await planner.send('POST', '/plans', { plan: 'reform', text })
  const first = await approved(here, 'reform')
  expect(await planner.send('GET', '/plans/reform/drift')).toMatchObject({
    approval: 1,
    isDrifted: false,
    changes: {},
    entries: [],
  })
  await planner.send('POST', '/plans', { plan: 'other', text: planText([posts('land', 3)]) })
  await approved(here, 'other')
  expect(await planner.send('POST', '/plans/other/application', { approval: 1 })).toMatchObject({
    status: 201,
  })

  const drift = await planner.send('GET', '/plans/reform/drift')
  expect(drift).toMatchObject({
    isDrifted: true,
    head: { seq: 2 },
    register: { approved: first.registerDigest },
    changes: { quotas: { changed: [{ id: 'land/administrative', from: { posts: 5 }, to: { posts: 3 } }] } },
    entries: [{ seq: 2, plan: 'other', authority: '试编发〔2026〕1号（示例）', isUnderPlan: true }],
    entryCount: 1,
    findings: { approved: [], now: [] },
  })
  expect(drift.entries[0].sentence.zh).toContain('land局')
  const refused = await planner.send('POST', '/plans/reform/application', { approval: 1 })
  expect(refusedWith(refused)).toEqual({ status: 422, codes: ['J09'] })
  expect(refused.findings[0].message.en).toContain('the register has changed')

  expect((await planner.send('POST', '/plans/reform/adoption', { upTo: 1 })).status).toBe(409)
  const adopted = await planner.send('POST', '/plans/reform/adoption', { upTo: 2, note: '已核对' })
  expect(adopted).toMatchObject({
    status: 200,
    version: 2,
    state: 'initiated',
    registerDigest: drift.register.now,
  })
  const plan = await planner.send('GET', '/plans/reform')
  expect(plan.text).toBe(text.replace('2020-03-31}', `2020-03-31, hash: ${drift.register.now}}`))
  expect(plan.approvals).toMatchObject([{ withdrawn: { byVersion: 2, because: 'adopted' } }])
  const { versions } = await planner.send('GET', '/plans/reform/versions')
  expect(versions[0]).toMatchObject({ kind: 'adopted', origin: 2, note: '已核对' })
  expect((await planner.send('POST', '/plans/reform/adoption', { upTo: 2 })).codes).toEqual(['L31'])
  expect(await planner.send('GET', '/plans/reform/drift')).toMatchObject({ approval: null, isDrifted: false })

  expect(
    (await here.approver.send('POST', '/plans/reform/approval', { version: 2, ...decision })).codes,
  ).toEqual(['L14'])
  const second = await approved(here, 'reform')
  expect(second.registerDigest).toBe(drift.register.now)
  expect(
    await planner.send('POST', '/plans/reform/application', { approval: 2, expectSeq: 2 }),
  ).toMatchObject({ status: 201, from: 3 })
  expect((await readEntries(database, county)).length).toBe(3)
})

test('a plan that takes effect later than another one is no drift under it', async () => {
  const here = await world()
  const { planner } = here
  await planner.send('POST', '/plans', { plan: 'reform', text })
  await approved(here, 'reform')
  const later = planText([posts('land', 3)]).replace('2026-10-01', '2027-01-01')
  await planner.send('POST', '/plans', { plan: 'later', text: later })
  await approved(here, 'later')
  await planner.send('POST', '/plans/later/application', { approval: 1 })

  expect(await planner.send('GET', '/plans/reform/drift')).toMatchObject({
    isDrifted: false,
    entries: [{ seq: 2, isUnderPlan: false }],
  })
  expect(await planner.send('POST', '/plans/reform/application', { approval: 1 })).toMatchObject({
    status: 201,
  })
})

test('drift that makes a plan impossible is told with what the rehearsal finds then and now', async () => {
  const here = await world()
  const { planner, county } = here
  await planner.send('POST', '/plans', { plan: 'reform', text })
  await approved(here, 'reform')
  const merger = '{op: merge-units, units: [water, land], into: resources, name: 资源局, nameEn: Resources}'
  expect(
    (await outside(county, planText([merger]).replace('2026-10-01', '2026-09-01'), 'merger')).applied,
  ).not.toBeNull()

  const { findings, entries } = await planner.send('GET', '/plans/reform/drift')
  expect(codesOf(findings.approved)).toEqual([])
  expect(codesOf(findings.now)).toEqual(['U02'])
  expect(entries[0].sentence.zh).toContain('water局')
  expect((await planner.send('POST', '/plans/reform/application', { approval: 1 })).codes).toContain('J09')
})

test('rules that changed after the approval forbid the application, and are told as drift', async () => {
  const county = await openedCounty(database)
  const rule = (value: number) => `posts.land:
  title: 示例
  titleEn: Sample
  values: [{from: 2020-01-01, value: ${value}, source: 示例, verified: false}]
`
  let policies: { name: string; text: string }[] = [{ name: 'county', text: rule(1) }]
  const stored = countiesInMemory()
  const counties: Counties = {
    size: 0,
    current: async (client, id) => {
      const found = await stored.current(client, id)
      return found === undefined ? undefined : { ...found, policies }
    },
  }
  const ruled = serverOver(database, { counties })
  await ruled.ready()
  try {
    const here = await office(database, ruled, county)
    await here.planner.send('POST', '/plans', { plan: 'reform', text })
    await approved(here, 'reform')
    policies = [{ name: 'county', text: rule(2) }]

    const drift = await here.planner.send('GET', '/plans/reform/drift')
    expect(drift).toMatchObject({ isDrifted: true, changes: {}, entries: [] })
    expect(drift.rules.now).not.toBe(drift.rules.approved)
    const refused = await here.planner.send('POST', '/plans/reform/application', { approval: 1 })
    expect(refusedWith(refused)).toEqual({ status: 422, codes: ['J09'] })
    expect(refused.findings[0].message.en).toContain('other rules')
  } finally {
    await ruled.close()
  }
})

test('outside the server a plan of the chain is recorded only as it was approved', async () => {
  const here = await world()
  const { county, planner } = here
  await planner.send('POST', '/plans', { plan: 'reform', text })
  await planner.send('POST', '/plans/reform/stages', {
    stage: 'initiation',
    version: 1,
    document: '纪要',
    heldOn: '2026-01-15',
  })
  expect(codesOf((await outside(county, text, 'reform')).findings)).toEqual(['L16'])
  await approved(here, 'reform')

  expect(codesOf((await outside(county, `${text}# 附注\n`, 'reform')).findings)).toEqual(['J09'])
  const done = await outside(county, text, 'reform')
  expect(done).toMatchObject({ applied: { from: 2, to: 2 }, findings: [] })
  expect(await planner.send('GET', '/plans/reform')).toMatchObject({
    state: 'carried-out',
    approvals: [{ applied: { from: 2, to: 2 } }],
  })
  expect(codesOf((await outside(county, text, 'reform')).findings)).toEqual(['L17'])
})

test('a plan that never entered the chain is recorded on the word of its document, and then changes no more', async () => {
  const { county, planner } = await world()
  await planner.send('POST', '/plans', { plan: 'reform', text })

  const { applied, findings } = await outside(county, text, 'reform')
  expect(applied).not.toBeNull()
  expect(findings).toMatchObject([{ code: 'L30', severity: 'warning' }])
  expect(findings[0]?.message.zh).toContain('试编发〔2026〕1号（示例）')
  expect(await planner.send('GET', '/plans')).toMatchObject({
    plans: [{ state: 'carried-out', records: { from: 2 } }],
  })
  expect((await planner.send('PUT', '/plans/reform', { version: 1, text: `${text}#\n` })).codes).toEqual([
    'L17',
  ])
  expect(
    (
      await planner.send('POST', '/plans/reform/stages', {
        stage: 'initiation',
        version: 1,
        document: '纪要',
        heldOn: '2026-01-15',
      })
    ).codes,
  ).toEqual(['L17'])
})

test('the plan files of a county folder become drafts with the county, byte for byte', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'sanding-folder-'))
  const source = readCountyFolder(join(countiesFolder, 'fushan'))
  writeFileSync(join(folder, 'x.plan.yaml'), 'a: [\r\n')
  const plans = { ...source.plans, ...readCountyFolder(folder).plans }
  const given = { ...plans, '方案 1': 'a' }
  rmSync(folder, { recursive: true })

  const opened = await importCounty(database, { ...source, plans: given }, 'local:importer')
  expect(codesOf(opened.findings)).toContain('L34')
  expect(opened.isOpened).toBe(true)
  expect(await latestTexts(database, 'fushan')).toEqual(plans)
  const { planner } = await office(database, app, 'fushan')
  const listed = await planner.send('GET', '/plans')
  expect(listed.plans).toMatchObject([
    { id: '2025-reform', changedBy: { id: 'local:importer', name: null } },
    { id: 'x', title: 'x' },
  ])
  const refused = await importCounty(database, { ...source, plans: { y: 'a\u0000' } }, 'local:importer')
  expect(codesOf(refused.findings.filter(({ severity }) => severity === 'error'))).toEqual(['J08'])
})

test('the Hequ reform goes through the whole chain, from the imported file to the journal', async () => {
  const folder = readCountyFolder(join(countiesFolder, 'hequ'))
  await importCounty(database, folder, 'local:importer')
  const { planner, approver } = await office(database, app, 'hequ')
  const id = '2020-reform'
  const { text: imported, version } = await planner.send('GET', `/plans/${id}`)
  expect(imported).toBe(folder.plans[id])
  const stages = readPlan(imported, id).plan?.stages ?? []
  const stageOf = (name: string) => {
    const found = stages.find(({ stage }) => stage === name)
    return { document: found?.document, heldOn: found?.on }
  }
  for (const stage of ['initiation', 'argument'])
    expect(
      await planner.send('POST', `/plans/${id}/stages`, { stage, version, ...stageOf(stage) }),
    ).toMatchObject({
      status: 201,
    })
  const another = await approver.send('POST', `/plans/${id}/approval`, {
    version,
    document: '另一份',
    heldOn: '2020-11-10',
  })
  expect(refusedWith(another).status).toBe(422)
  expect(another.codes).toContain('L24')
  const rehearsal = await planner.send('GET', `/plans/${id}/rehearsal`)
  expect(rehearsal).toMatchObject({ isBlocked: false, conservation: { holds: true } })
  expect([rehearsal.impact.before.organs, rehearsal.impact.after.organs]).toEqual([36, 22])
  const decide = (of: number) =>
    approver.send('POST', `/plans/${id}/approval`, { version: of, ...stageOf('decision') })
  const removed = rehearsal.figures.find((figure: { id: string }) => figure.id === 'unitsRemoved')
  expect(removed.before).toBe(0)
  expect(removed.after).toBeGreaterThan(20)
  // The sample merges the statistics office away: the law asks for an opinion, which is not attached yet.
  const wanting = await decide(version)
  const opinion = wanting.findings.find(({ severity }: { severity: string }) => severity === 'error')
  expect([wanting.status, opinion.code]).toEqual([422, 'M3'])
  const rows = imported.split('\n')
  const row = opinion.place.line - 1
  rows[row] = rows[row].replace('- op:', '- opinions: [{rule: M3, document: 统计局意见（示例）}]\n    op:')
  const attached = await planner.send('PUT', `/plans/${id}`, { version, text: rows.join('\n') })
  expect(attached).toMatchObject({ status: 200, version: 2, state: 'argued', findings: [] })
  const approval = await decide(2)
  expect(approval).toMatchObject({
    status: 201,
    registerDigest: rehearsal.registerDigest,
    planDigest: attached.digest,
    rulesDigest: rehearsal.rulesDigest,
  })
  const applied = await planner.send('POST', `/plans/${id}/application`, { approval: 1, expectSeq: 1 })
  expect(applied).toMatchObject({ status: 201, from: 2, head: { seq: applied.to } })
  const over = await planner.send('GET', `/plans/${id}/rehearsal`)
  expect(over).toMatchObject({
    isBlocked: false,
    registerDigest: rehearsal.registerDigest,
    impact: rehearsal.impact,
  })
  const { stages: recorded } = await planner.send('GET', `/plans/${id}`)
  expect(recorded.at(-1)).toMatchObject({ stage: 'implementation', ...stageOf('implementation') })
})

test('an opinion that is asked for and not attached forbids the approval', async () => {
  const folder = readCountyFolder(join(countiesFolder, 'hequ'))
  const cells = folder.tables.county?.rows[0]?.cells.map((cell) => (cell === 'hequ' ? 'hequ2' : cell)) ?? []
  const tables = {
    ...folder.tables,
    county: { header: folder.tables.county?.header ?? [], rows: [{ line: 2, cells }] },
  }
  const id = '2020-reform'
  const bare = (folder.plans[id] ?? '')
    .replace(/^ {4}opinions:\n(?: {6}- .*\n)+/gm, '')
    .replace(/^ {2}hash: .*\n/m, '')
    .replace(/^stages:\n(?: {2}- .*\n)+/m, '')
  await importCounty(database, { ...folder, tables, plans: { [id]: bare } }, 'local:importer')
  const { planner, approver } = await office(database, app, 'hequ2')
  for (const stage of ['initiation', 'argument'])
    await planner.send('POST', `/plans/${id}/stages`, {
      stage,
      version: 1,
      document: '纪要',
      heldOn: '2020-04-20',
    })

  const answer = await approver.send('POST', `/plans/${id}/approval`, {
    version: 1,
    document: '纪要',
    heldOn: '2020-11-10',
  })
  expect(answer.status).toBe(422)
  const blocking = answer.findings.filter(({ severity }: { severity: string }) => severity === 'error')
  expect(codesOf(blocking)).toContain('P3')
  expect(codesOf(answer.findings)).not.toContain('P1')
  // What takes effect in December 2020 cannot be decided afterwards: the rules see the record, not only the file.
  const late = await approver.send('POST', `/plans/${id}/approval`, {
    version: 1,
    document: '纪要',
    heldOn: '2021-01-15',
  })
  expect(late.codes).toContain('P1')
})

test('a copy under another name is no way around the chain (L35), and nobody approves by a second account (L26)', async () => {
  const { county, planner, approver, other } = await world()
  await planner.send('POST', '/plans', { plan: 'reform', text })
  for (const [stage, heldOn] of [
    ['initiation', '2026-01-15'],
    ['argument', '2026-03-02'],
  ])
    await planner.send('POST', '/plans/reform/stages', {
      stage,
      version: 1,
      document: '示例〔2026〕1号',
      heldOn,
    })
  const copy = await outside(county, `# 另存\n${text}`, 'copy')
  expect([copy.applied, codesOf(copy.findings)]).toEqual([null, ['L35']])

  await database.query('update account set person_id = $1 where account_id = any ($2)', [
    'p1',
    [planner.id, approver.id],
  ])
  const asked = { version: 1, ...decision }
  expect((await approver.send('POST', '/plans/reform/approval', asked)).codes).toEqual(['L26'])
  expect((await other.send('POST', '/plans/reform/approval', asked)).status).toBe(201)
})
