import { beforeAll, expect, test } from 'vitest'
import type { Role } from '../../rights/role.ts'
import { type Database, openDatabase } from '../../store/database.ts'
import { mostComments } from '../../store/drafts/commenting.ts'
import { readAudit } from '../../store/journal-store.ts'
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

const text = planText([posts('water', 2), posts('land', 4)])
const world = async () => {
  const county = await openedCounty(database)
  const here = await office(database, app, county)
  await here.planner.send('POST', '/plans', { plan: 'reform', text })
  return { county, ...here }
}
type World = Awaited<ReturnType<typeof world>>

const comments = '/plans/reform/comments'
const remark = (said: object = {}) => ({ version: 1, kind: 'remark', text: '请附文件。', ...said })
const save = async ({ planner }: World, next: string) => {
  const { version } = await planner.send('GET', '/plans/reform')
  expect((await planner.send('PUT', '/plans/reform', { version, text: next })).status).toBe(200)
}
const placesOf = async ({ planner }: World) => {
  const { comments: all } = await planner.send('GET', comments)
  return all.map(({ now }: { now: { number: number; isChanged: boolean } | null }) =>
    now === null ? null : `${now.number}${now.isChanged ? ' changed' : ''}`,
  )
}
const argue = async ({ planner }: World, stages = ['initiation', 'argument']) => {
  const { version } = await planner.send('GET', '/plans/reform')
  for (const stage of stages) {
    const body = { stage, version, document: '纪要（示例）', heldOn: '2026-01-15' }
    expect((await planner.send('POST', '/plans/reform/stages', body)).status).toBe(201)
  }
}

test('a comment is read with who wrote it, on what version and line, its replies, and who settled it', async () => {
  const { county, planner, approver } = await world()
  const made = await approver.send(
    'POST',
    comments,
    remark({ line: 2, kind: 'question', text: ' 为何？\n一 ' }),
  )
  expect(made).toMatchObject({ status: 201, comment: 1 })
  await planner.send('POST', comments, remark())
  await planner.send('POST', `${comments}/1/replies`, { text: '见会议纪要。' })
  expect(await planner.send('POST', `${comments}/1/resolution`)).toMatchObject({ status: 200, comment: 1 })

  const read = await planner.send('GET', comments)
  expect(read).toMatchObject({ status: 200, version: 1 })
  expect(read.comments).toMatchObject([
    {
      number: 1,
      kind: 'question',
      version: 1,
      line: { number: 2 },
      now: { number: 2, isChanged: false },
      text: '为何？\n一',
      author: { id: `account:${approver.id}` },
      isOpen: false,
      resolved: { by: { id: `account:${planner.id}` } },
      replies: [{ number: 3, text: '见会议纪要。', author: { id: `account:${planner.id}` } }],
    },
    { number: 2, kind: 'remark', line: null, now: null, isOpen: true, resolved: null, replies: [] },
  ])
  expect(read.comments[0].author.name).toEqual(expect.any(String))
  const audit = await readAudit(database, county)
  expect(audit.slice(2).map(({ action, subject, detail }) => [action, subject, detail])).toEqual([
    ['comment-plan', 'plan:reform', { comment: 1, kind: 'question', version: 1, line: 2 }],
    ['comment-plan', 'plan:reform', { comment: 2, kind: 'remark', version: 1, line: null }],
    ['reply-comment', 'plan:reform', { comment: 3, to: 1 }],
    ['resolve-comment', 'plan:reform', { comment: 1 }],
  ])
  expect(JSON.stringify(audit)).not.toMatch(/为何|请附文件|会议纪要。/)
})

test('a comment follows its line through the versions, and says when that changed or is gone', async () => {
  const here = await world()
  const { approver } = here
  for (const line of [1, 2]) await approver.send('POST', comments, remark({ line }))

  await save(here, planText([posts('forestry', 3), posts('water', 2), posts('land', 4)]))
  expect(await placesOf(here)).toEqual(['2', '3'])
  // A comment on the old version is as good as before.
  await approver.send('POST', comments, remark({ line: 2 }))
  await save(
    here,
    planText([
      posts('forestry', 3),
      posts('water', 1),
      `{unit: land, op: set-staffing-quota, posts: 4, kind: administrative} # 依据另附`,
    ]),
  )
  expect(await placesOf(here)).toEqual(['2 changed', '3', '3'])
  await save(here, planText([posts('forestry', 3), posts('land', 4)]))
  expect(await placesOf(here)).toEqual([null, '2', '2'])
  await save(here, 'lines: [')
  expect(await placesOf(here)).toEqual([null, null, null])
  await save(here, planText([posts('land', 4), posts('water', 9)]))
  expect(await placesOf(here)).toEqual([null, '1', '1'])
  await save(here, 'lines: [')
  await save(here, planText([posts('land', 7), posts('water', 9)]))
  expect(await placesOf(here)).toEqual([null, '1 changed', '1 changed'])
  await save(here, text)
  expect(await placesOf(here)).toEqual(['1', '2', '2'])
})

test('who may read a plan reads what is said of it; planner, approver, organisation and finance write', async () => {
  const { county, planner } = await world()
  await planner.send('POST', comments, remark())
  const statusFor = async (role: Role, over: string) => {
    const grant = { role, over, ...(role === 'unit-head' ? { unit: 'land' } : {}) }
    const { cookie } = await signedIn(database, [grant])
    const ask = asking(app, cookie)
    const at = `/api/counties/${county}${comments}`
    const read = (await ask('GET', at)).statusCode
    const write = (await ask('POST', at, remark())).statusCode
    const answer = (await ask('POST', `${at}/1/replies`, { text: '好' })).statusCode
    const back = (await ask('POST', at.replace('comments', 'returns'), { version: 1, text: '退' })).statusCode
    return [read, write, answer, back]
  }
  expect(await statusFor('planner', county)).toEqual([200, 201, 201, 403])
  expect(await statusFor('approver', county)).toEqual([200, 201, 201, 422])
  expect(await statusFor('organisation', county)).toEqual([200, 201, 201, 403])
  expect(await statusFor('finance', county)).toEqual([200, 201, 201, 403])
  expect(await statusFor('unit-head', county)).toEqual([200, 403, 403, 403])
  expect(await statusFor('auditor', county)).toEqual([200, 403, 403, 403])
  expect(await statusFor('unit-clerk', county)).toEqual([403, 403, 403, 403])
  const elsewhere = await openedCounty(database)
  expect(await statusFor('planner', elsewhere)).toEqual([404, 404, 404, 404])
  expect(await statusFor('approver', elsewhere)).toEqual([404, 404, 404, 404])
})

test('a comment is settled by who wrote it or by a planner, once', async () => {
  const { planner, approver, other } = await world()
  for (const line of [1, 2]) await approver.send('POST', comments, remark({ line }))
  const settle = async (who: typeof planner, number: number) =>
    refusedWith(await who.send('POST', `${comments}/${number}/resolution`))

  expect(await settle(other, 1)).toEqual({ status: 422, codes: ['L39'] })
  expect(await settle(approver, 1)).toMatchObject({ status: 200 })
  expect(await settle(planner, 1)).toEqual({ status: 422, codes: ['L40'] })
  expect(await settle(planner, 2)).toMatchObject({ status: 200 })
  expect(refusedWith(await other.send('POST', `${comments}/2/replies`, { text: '又' }))).toEqual({
    status: 422,
    codes: ['L40'],
  })
  expect((await settle(planner, 9)).status).toBe(404)
})

test('what cannot be commented on is refused: a line or version that is not there, nothing said, too much', async () => {
  const { county, planner } = await world()
  const ask = async (said: object) => refusedWith(await planner.send('POST', comments, remark(said)))

  expect(await ask({ line: 3 })).toEqual({ status: 422, codes: ['L37'] })
  expect((await ask({ line: 0 })).status).toBe(400)
  expect((await ask({ version: 2 })).status).toBe(404)
  expect((await ask({ version: 0 })).status).toBe(404)
  expect((await ask({ text: ' \n ' })).status).toBe(400)
  expect((await ask({ text: '字'.repeat(2001) })).status).toBe(400)
  expect((await ask({ text: 'a\ud800' })).status).toBe(400)
  expect((await ask({ kind: 'return' })).status).toBe(400)
  expect((await ask({ text: '𬺰'.repeat(1000) })).status).toBe(201)
  expect((await planner.send('POST', '/plans/none/comments', remark())).status).toBe(404)
  const { comments: all } = await planner.send('GET', comments)
  expect(all).toHaveLength(1)
  await database.query(
    `insert into plan_comment (county_id, plan_id, comment_no, kind, version, text, author, at)
     select $1, 'reform', $2, 'remark', 1, 'x', 'local:test', '2026-01-01T00:00:00Z'`,
    [county, mostComments],
  )
  expect(await ask({})).toEqual({ status: 422, codes: ['L38'] })
})

test('the same key writes one comment, and two at once get two numbers', async () => {
  const { county, planner, second } = await world()
  const key = { 'idempotency-key': 'once' }
  const url = `/api/counties/${county}${comments}`
  const twice = await Promise.all([1, 2].map(() => planner.ask('POST', url, remark(), key)))
  const others = await Promise.all([second, planner].map((who) => who.send('POST', comments, remark())))

  expect(new Set(twice.map(({ body }) => body)).size).toBe(1)
  expect(others.map(({ comment }) => comment).sort()).toEqual([2, 3])
})

test('a returned version is not approved before a further version answers, and the chain shows who returned it and why', async () => {
  const here = await world()
  const { county, planner, approver, other } = here
  const give = async (who = approver, version = 1) =>
    refusedWith(await who.send('POST', '/plans/reform/returns', { version, text: '依据不足。', line: 1 }))
  const approve = async (version: number) =>
    refusedWith(await other.send('POST', '/plans/reform/approval', { version, ...decision }))

  expect(await give()).toEqual({ status: 422, codes: ['L12'] })
  await argue(here)
  expect(await give()).toMatchObject({ status: 201 })
  const refused = await other.send('POST', '/plans/reform/approval', { version: 1, ...decision })
  expect(refusedWith(refused)).toEqual({ status: 422, codes: ['L36'] })
  expect(refused.findings[0].remedy.zh).toContain('新稿')
  expect(refusedWith(await planner.send('POST', `${comments}/1/resolution`))).toEqual({
    status: 422,
    codes: ['L42'],
  })
  expect(await planner.send('GET', '/plans/reform')).toMatchObject({
    state: 'argued',
    returns: [
      {
        version: 1,
        because: '依据不足。',
        by: { id: `account:${approver.id}` },
        answeredBy: null,
        takenBack: null,
      },
    ],
  })

  await save(here, text.replace('posts: 2', 'posts: 1'))
  expect(await approve(2)).toEqual({ status: 422, codes: ['L14'] })
  await argue(here, ['argument'])
  expect((await give(approver, 1)).status).toBe(409)
  expect(await planner.send('GET', '/plans/reform')).toMatchObject({ returns: [{ answeredBy: 2 }] })
  expect((await planner.send('GET', comments)).comments).toMatchObject([
    { kind: 'return', isOpen: false, now: { number: 1, isChanged: true } },
  ])
  expect(refusedWith(await approver.send('POST', `${comments}/1/resolution`))).toEqual({
    status: 422,
    codes: ['L40'],
  })
  expect(await approve(2)).toMatchObject({ status: 201 })
  expect(await give(approver, 2)).toEqual({ status: 422, codes: ['L41'] })
  const audit = await readAudit(database, county)
  expect(audit.filter(({ action }) => action === 'return-plan')).toMatchObject([
    { actor: `account:${approver.id}`, detail: { comment: 1, version: 1, line: 1 } },
  ])
  expect(JSON.stringify(audit)).not.toContain('依据不足')
})

test('who returned a plan by mistake takes that back, and then it can be approved', async () => {
  const here = await world()
  const { planner, approver, other } = here
  await argue(here)
  await approver.send('POST', '/plans/reform/returns', { version: 1, text: '错了' })
  const takeBack = async (who: typeof other) =>
    refusedWith(await who.send('POST', `${comments}/1/resolution`))

  expect(await takeBack(other)).toEqual({ status: 422, codes: ['L39'] })
  expect(await takeBack(approver)).toMatchObject({ status: 200 })
  expect(await planner.send('GET', '/plans/reform')).toMatchObject({
    returns: [{ answeredBy: null, takenBack: { by: { id: `account:${approver.id}` } } }],
  })
  expect(await other.send('POST', '/plans/reform/approval', { version: 1, ...decision })).toMatchObject({
    status: 201,
  })
})

test('a plan that was carried out is still spoken of, but not returned', async () => {
  const here = await world()
  await approved(here, 'reform')
  await here.planner.send('POST', '/plans/reform/application', { approval: 1 })

  expect((await here.planner.send('POST', comments, remark({ line: 1 }))).status).toBe(201)
  expect(
    refusedWith(await here.approver.send('POST', '/plans/reform/returns', { version: 1, text: '晚了' })),
  ).toEqual({ status: 422, codes: ['L17'] })
})

test('the application may neither change nor take away what was said', async () => {
  const { planner } = await world()
  await planner.send('POST', comments, remark())
  for (const statement of ["update plan_comment set text = 'y'", 'delete from plan_comment'])
    await expect(database.query(statement)).rejects.toThrow(/permission denied/)
})
