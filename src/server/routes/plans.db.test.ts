import { beforeAll, expect, test } from 'vitest'
import { type Database, openDatabase } from '../../store/database.ts'
import { readAudit, readEntries } from '../../store/journal-store.ts'
import { freshData, openedCounty } from '../../store/records.testing.ts'
import { asking, serverOver, signedIn } from '../kit/server.testing.ts'
import { approved, decision, office, planText, posts, refusedWith } from './plans.testing.ts'

let database: Database
let app: ReturnType<typeof serverOver>
beforeAll(async () => {
  database = await openDatabase({ data: await freshData() })
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
const text = planText([posts('water', 2)])

test('a plan is kept byte for byte, whatever is still wrong with it, and every version can be read again', async () => {
  const { county, planner, second } = await world()
  const odd = `\uFEFF# 草稿\r\n\tsanding: [𬺰\u00a0\n\n`

  const begun = await planner.send('POST', '/plans', { plan: 'reform', text: odd, note: '初稿' })
  expect(begun).toMatchObject({ status: 201, version: 1, state: 'drafted', etag: '"1"' })
  expect(begun.findings[0].severity).toBe('error')
  expect(await second.send('PUT', '/plans/reform', { version: 1, text })).toMatchObject({
    status: 200,
    version: 2,
  })
  expect(await planner.send('GET', '/plans/reform/versions/1')).toMatchObject({ text: odd, note: '初稿' })
  expect(await planner.send('GET', '/plans/reform')).toMatchObject({
    text,
    version: 2,
    findings: [],
    etag: '"2"',
  })
  const { versions } = await planner.send('GET', '/plans/reform/versions')
  expect(
    versions.map((each: { version: number; author: { id: string } }) => [each.version, each.author.id]),
  ).toEqual([
    [2, `account:${second.id}`],
    [1, `account:${planner.id}`],
  ])
  const restored = await planner.send('POST', '/plans/reform/restoration', { version: 2, restore: 1 })
  expect(restored).toMatchObject({ status: 200, version: 3 })
  expect(await planner.send('GET', '/plans/reform')).toMatchObject({ text: odd, version: 3 })
  const { plans } = await planner.send('GET', '/plans')
  expect(plans).toMatchObject([{ id: 'reform', version: 3, state: 'drafted', records: null }])
  const audit = await readAudit(database, county)
  expect(audit.slice(1).map(({ action }) => action)).toEqual(['begin-plan', 'save-plan', 'restore-plan'])
  expect(JSON.stringify(audit)).not.toContain('初稿')
})

test('what no store can keep, what is too large and an id that is taken are refused', async () => {
  const { planner } = await world()
  await planner.send('POST', '/plans', { plan: 'reform', text })

  const begin = async (plan: string, given: string) =>
    refusedWith(await planner.send('POST', '/plans', { plan, text: given }))
  expect(await begin('reform', text)).toEqual({ status: 422, codes: ['L19'] })
  expect(await begin('nul', 'a\u0000')).toEqual({ status: 422, codes: ['J08'] })
  expect(await begin('half', 'a\ud800')).toEqual({ status: 422, codes: ['J08'] })
  expect(await begin('large', '字'.repeat(700_000))).toEqual({ status: 422, codes: ['L18'] })
  expect((await begin('larger', 'a'.repeat(2 * 1024 * 1024 + 1))).status).toBe(400)
  expect(
    await planner.send('POST', '/plans', { plan: 'full', text: 'a'.repeat(2 * 1024 * 1024) }),
  ).toMatchObject({
    status: 201,
  })
  expect((await planner.send('PUT', '/plans/none', { version: 1, text })).status).toBe(404)
})

test('of two editors at once one saves, and the other is shown the three texts and their merger', async () => {
  const { planner, second } = await world()
  const base = planText([posts('water', 2), posts('land', 4), posts('forestry', 3)])
  await planner.send('POST', '/plans', { plan: 'reform', text: base })
  const theirs = base.replace('posts: 2', 'posts: 1')
  const yours = base.replace('posts: 3', 'posts: 2')

  const answers = await Promise.all([
    planner.send('PUT', '/plans/reform', { version: 1, text: theirs }),
    second.send('PUT', '/plans/reform', { version: 1, text: yours }),
  ])
  const [won, lost] = answers[0]?.status === 200 ? answers : [...answers].reverse()
  expect([won?.status, lost?.status]).toEqual([200, 409])
  const merged = base.replace('posts: 2', 'posts: 1').replace('posts: 3', 'posts: 2')
  expect(lost).toMatchObject({ codes: ['L20'], current: 2, base, isClean: true, merged, conflicts: [] })
  expect([lost.theirs, lost.yours].sort()).toEqual([theirs, yours].sort())
  expect(await second.send('PUT', '/plans/reform', { version: 2, text: lost.merged })).toMatchObject({
    version: 3,
  })

  const clash = await planner.send('PUT', '/plans/reform', {
    version: 2,
    text: theirs.replace('posts: 3', 'posts: 5'),
  })
  expect(clash).toMatchObject({ status: 409, isClean: false, merged: null })
  expect(clash.conflicts).toHaveLength(1)
  // Who arrived late with the same text has nothing to merge.
  expect(await planner.send('PUT', '/plans/reform', { version: 1, text: merged })).toMatchObject({
    status: 200,
    version: 3,
    isUnchanged: true,
  })
})

test('If-Match says which version an edit was drawn from, and may not contradict it', async () => {
  const { county, planner } = await world()
  await planner.send('POST', '/plans', { plan: 'reform', text })
  const put = async (match: string, version: number) =>
    (
      await planner.ask(
        'PUT',
        `/api/counties/${county}/plans/reform`,
        { version, text: `${text}# ${version}\n` },
        { 'if-match': match },
      )
    ).statusCode

  expect(await put('"2"', 1)).toBe(400)
  expect(await put('"1"', 1)).toBe(200)
  expect(await planner.send('PUT', '/plans/reform', { version: 2, text })).toMatchObject({ version: 3 })
  expect(await put('"1"', 1)).toBe(409)
})

test('a rehearsal tells what a plan would do to the register of now, and writes nothing', async () => {
  const { county, planner } = await world()
  await planner.send('POST', '/plans', { plan: 'reform', text })

  const rehearsal = await planner.send('GET', '/plans/reform/rehearsal')
  expect(rehearsal).toMatchObject({
    status: 200,
    version: 1,
    isBlocked: false,
    conservation: { holds: true },
  })
  expect([rehearsal.impact.before.posts, rehearsal.impact.after.posts]).toEqual([12, 11])
  const unsaved = await planner.send('POST', '/rehearsals', { text: planText([posts('moon', 2)]) })
  expect(unsaved).toMatchObject({ status: 200, version: null, isBlocked: true })
  expect(unsaved.findings.map(({ code }: { code: string }) => code)).toContain('U01')
  expect(await planner.send('POST', '/rehearsals', { text: 'a: [' })).toMatchObject({
    status: 200,
    impact: null,
  })
  expect((await planner.send('GET', '/plans/reform/rehearsal?version=2')).status).toBe(404)
  expect((await readEntries(database, county)).length).toBe(1)
})

test('stages are recorded in turn, with a day that has come, and the file may not say otherwise', async () => {
  const { planner } = await world()
  const stated = planText([posts('water', 2)], ['stages: [{stage: 动议, on: 2026-01-15, document: 纪要}]'])
  await planner.send('POST', '/plans', { plan: 'reform', text: stated })
  const record = async (stage: string, heldOn: string, more = {}) =>
    refusedWith(
      await planner.send('POST', '/plans/reform/stages', {
        stage,
        version: 1,
        document: '纪要',
        heldOn,
        ...more,
      }),
    )

  expect(await record('argument', '2026-01-15')).toEqual({ status: 422, codes: ['L12'] })
  expect(await record('initiation', '2026-02-30')).toEqual({ status: 422, codes: ['L21'] })
  expect(await record('initiation', '2026-01-16')).toEqual({ status: 422, codes: ['L24'] })
  expect(await record('initiation', '2026-01-15', { document: '另一份' })).toEqual({
    status: 422,
    codes: ['L24'],
  })
  expect(await record('initiation', '9999-01-15')).toEqual({ status: 422, codes: ['L22', 'L24'] })
  expect(await record('initiation', '2026-01-15', { version: 2 })).toEqual({ status: 409, codes: ['L20'] })
  expect(await record('initiation', '2026-01-15')).toEqual({ status: 201, codes: undefined })
  expect(await record('initiation', '2026-01-15')).toEqual({ status: 422, codes: ['L11'] })
  expect(await record('argument', '2026-01-14')).toEqual({ status: 422, codes: ['L23'] })
  expect(await record('decision', '2026-03-01')).toEqual({ status: 422, codes: ['L25'] })
  expect(await record('implementation', '2026-03-01')).toEqual({ status: 422, codes: ['L25'] })
  expect(await record('argument', '2026-01-15')).toEqual({ status: 201, codes: undefined })
})

test('an edit that says something else has to be argued again; one that says the same does not', async () => {
  const { planner, second } = await world()
  await planner.send('POST', '/plans', { plan: 'reform', text })
  const stage = (name: string, version: number) =>
    planner.send('POST', '/plans/reform/stages', {
      stage: name,
      version,
      document: '纪要',
      heldOn: '2026-01-15',
    })
  await stage('initiation', 1)
  expect(await stage('argument', 1)).toMatchObject({ state: 'argued' })

  const remarked = `${text}# 附注\n`
  expect(await second.send('PUT', '/plans/reform', { version: 1, text: remarked })).toMatchObject({
    state: 'argued',
  })
  const changed = text.replace('posts: 2', 'posts: 1')
  expect(await second.send('PUT', '/plans/reform', { version: 2, text: changed })).toMatchObject({
    state: 'initiated',
  })
  const { stages } = await planner.send('GET', '/plans/reform')
  expect(
    stages.map(({ stage: name, lapsedAt }: { stage: string; lapsedAt: string | null }) => [
      name,
      lapsedAt === null,
    ]),
  ).toEqual([
    ['initiation', true],
    ['argument', false],
  ])
  const unread = await second.send('PUT', '/plans/reform', { version: 3, text: 'a: [' })
  expect(unread).toMatchObject({ status: 200, state: 'initiated' })
  expect((await stage('argument', 4)).codes).toEqual(['F01'])
})

test('nobody approves what he wrote a version of or recorded a stage of, whatever else he may', async () => {
  const { county, approver, other } = await world()
  const both = await signedIn(database, [
    { role: 'planner', over: county },
    { role: 'approver', over: county },
  ])
  const ask = asking(app, both.cookie)
  const send = async (method: 'POST' | 'PUT', path: string, body: unknown) =>
    (await ask(method, `/api/counties/${county}/plans${path}`, body)).json()
  await send('POST', '', { plan: 'reform', text })
  for (const stage of ['initiation', 'argument'])
    await send('POST', '/reform/stages', { stage, version: 1, document: '纪要', heldOn: '2026-01-15' })

  expect((await send('POST', '/reform/approval', { version: 1, ...decision })).codes).toEqual(['L26'])
  expect(
    refusedWith(await approver.send('PUT', '/plans/reform', { version: 1, text: `${text}#\n` })).status,
  ).toBe(403)
  const late = await other.send('POST', '/plans/reform/approval', {
    version: 1,
    document: '纪要',
    heldOn: '2026-01-14',
  })
  expect(late.codes).toEqual(['L23'])
  expect(
    await other.send('POST', '/plans/reform/approval', { version: 1, ...decision, expectSeq: 9 }),
  ).toMatchObject({
    status: 409,
    codes: ['J01'],
  })
  const given = await other.send('POST', '/plans/reform/approval', { version: 1, ...decision, expectSeq: 1 })
  expect(given).toMatchObject({ status: 201, state: 'approved', approval: 1, head: { seq: 1 } })
  expect((await send('POST', '/reform/approval', { version: 1, ...decision })).codes).toEqual(['L15'])
})

test('what blocks in the rehearsal of this moment forbids the approval', async () => {
  const { planner, approver } = await world()
  await planner.send('POST', '/plans', { plan: 'reform', text: planText([posts('moon', 2)]) })
  for (const stage of ['initiation', 'argument'])
    await planner.send('POST', '/plans/reform/stages', {
      stage,
      version: 1,
      document: '纪要',
      heldOn: '2026-01-15',
    })

  const answer = await approver.send('POST', '/plans/reform/approval', { version: 1, ...decision })
  expect(refusedWith(answer)).toEqual({ status: 422, codes: ['U01'] })
  expect(await planner.send('GET', '/plans/reform')).toMatchObject({ state: 'argued', approvals: [] })
})

test('an approved plan is recorded once, exactly, with its last stage and one audit record', async () => {
  const { county, planner, approver } = await world()
  await planner.send('POST', '/plans', { plan: 'reform', text })
  expect(await planner.send('POST', '/plans/reform/application', { approval: 1 })).toMatchObject({
    status: 404,
  })
  await approved({ planner, approver } as never, 'reform')

  const [first, again] = await Promise.all(
    [1, 2].map(() => planner.send('POST', '/plans/reform/application', { approval: 1 })),
  )
  const statuses = [first, again].map((answer) => answer?.status).sort()
  expect(statuses).toEqual([201, 422])
  const refused = first?.status === 422 ? first : again
  expect(refused?.codes).toEqual(['L17'])
  const plan = await planner.send('GET', '/plans/reform')
  expect(plan).toMatchObject({ state: 'carried-out', records: { from: 2, to: 2 } })
  expect(plan.approvals).toMatchObject([{ number: 1, applied: { from: 2, to: 2 }, withdrawn: null }])
  expect(plan.stages.map(({ stage }: { stage: string }) => stage)).toEqual([
    'initiation',
    'argument',
    'decision',
    'implementation',
  ])
  expect((await readEntries(database, county)).length).toBe(2)
  const audit = (await readAudit(database, county)).map(({ action }) => action)
  expect(audit.filter((action) => action === 'apply-plan')).toEqual(['apply-plan'])
  expect(refusedWith(await planner.send('PUT', '/plans/reform', { version: 1, text: `${text}#\n` }))).toEqual(
    { status: 422, codes: ['L17'] },
  )
  expect((await approver.send('DELETE', '/plans/reform/approval', { because: '有误' })).codes).toEqual([
    'L17',
  ])
})

test('a withdrawn approval cannot be carried out; the plan is argued and approved again', async () => {
  const { planner, approver, other, second } = await world()
  const people = { planner, approver, other, second }
  await planner.send('POST', '/plans', { plan: 'reform', text })
  await approved(people, 'reform')
  const taken = await other.send('DELETE', '/plans/reform/approval', { because: '上级另有要求' })
  expect(taken).toMatchObject({ status: 200, state: 'withdrawn' })

  expect((await planner.send('POST', '/plans/reform/application', { approval: 1 })).codes).toEqual(['L16'])
  expect((await approver.send('POST', '/plans/reform/approval', { version: 1, ...decision })).codes).toEqual([
    'L14',
  ])
  expect(await approved(people, 'reform')).toMatchObject({ approval: 2 })
  expect((await planner.send('POST', '/plans/reform/application', { approval: 1 })).codes).toEqual(['L32'])
  expect(await planner.send('POST', '/plans/reform/application', { approval: 2 })).toMatchObject({
    status: 201,
  })
  const { approvals } = await planner.send('GET', '/plans/reform')
  expect(approvals).toMatchObject([
    { withdrawn: { because: '上级另有要求', byVersion: null }, applied: null },
    { withdrawn: null, applied: { from: 2 } },
  ])
})

test('an edit after the approval makes it lapse: other characters were not approved', async () => {
  const { planner, approver, other, second } = await world()
  await planner.send('POST', '/plans', { plan: 'reform', text })
  await approved({ planner, approver, other, second }, 'reform')

  expect(await second.send('PUT', '/plans/reform', { version: 1, text: `${text}# 附注\n` })).toMatchObject({
    state: 'argued',
  })
  expect((await planner.send('POST', '/plans/reform/application', { approval: 1 })).codes).toEqual(['L16'])
  const { approvals } = await planner.send('GET', '/plans/reform')
  expect(approvals).toMatchObject([{ withdrawn: { by: { id: `account:${second.id}` }, byVersion: 2 } }])
})
