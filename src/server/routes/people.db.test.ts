import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import { beforeAll, expect, test } from 'vitest'
import { auditFindings } from '../../store/audit-chain.ts'
import { type Database, openDatabase } from '../../store/database.ts'
import { checkCharacter } from '../../store/people/identity-number.ts'
import { freshData, openedCounty } from '../../store/records.testing.ts'
import { asking, serverOver, signedIn } from '../kit/server.testing.ts'

type Asking = ReturnType<typeof asking>

let database: Database
let app: FastifyInstance
let county: string
let organisation: Asking
let head: Asking
let clerk: Asking
let own: Asking
beforeAll(async () => {
  database = await openDatabase({ data: await freshData() })
  app = serverOver(database)
  county = await openedCounty(database)
  await app.ready()
  const as = async (...given: Parameters<typeof signedIn> extends [unknown, ...infer Rest] ? Rest : never) =>
    asking(app, (await signedIn(database, ...given)).cookie)
  organisation = await as([{ role: 'organisation', over: county }])
  head = await as([{ role: 'unit-head', over: county, unit: 'land' }])
  clerk = await as([{ role: 'unit-clerk', over: county, unit: 'land' }])
  own = await as([{ role: 'applicant', over: county }], { home: county, person: 'p1' })
  return async () => {
    await app.close()
    await database.close()
  }
})

const at = (person: string, rest = '') => `/api/counties/${county}/people/${person}${rest}`
const document = '示组发〔2026〕12号'

let people = 0
/** Values that stand nowhere else: what is found of them somewhere was left there. */
const fileOf = () => {
  people += 1
  const digits = `0000001980010${1 + (people % 9)}${String(people).padStart(3, '0')}`
  return {
    name: `示例·欧阳${String.fromCodePoint(0x5200 + people)}${String.fromCodePoint(0x5400 + people)}`,
    identity_number: digits + checkCharacter(digits),
    phone: `1001234${String(people).padStart(4, '0')}`,
    appraisal: `示例评语第${people}号：称职。`,
  }
}
const filed = async (person: string, key?: string) => {
  const { version } = (await organisation('GET', at(person))).json()
  const file = fileOf()
  const headers = key === undefined ? {} : { 'idempotency-key': key }
  const answer = await organisation('PATCH', at(person), { version, ...file }, headers)
  expect(answer.statusCode).toBe(200)
  return file
}
const reveal = { columns: ['name', 'phone'], purpose: 'placement', document }

/** Every table of the database but those named, as one text, read by its owner. */
const everything = (...but: string[]) =>
  database.asOwner(async (client) => {
    const { rows } = await client.query("select tablename as name from pg_tables where schemaname = 'public'")
    const texts: string[] = []
    for (const { name } of rows.filter((row) => !but.includes(row.name as string)))
      for (const { row } of (await client.query(`select to_jsonb(t)::text as row from "${name}" t`)).rows)
        texts.push(`${name} ${row}`)
    return texts.join('\n')
  })
const holds = (text: string, file: Readonly<Record<string, string>>) =>
  Object.values(file).filter((value) => text.includes(value) || text.includes(value.replace('示例·', '')))

test('a file is shown masked to whoever may see the person, the appraisal not at all', async () => {
  const file = await filed('p1')
  for (const ask of [organisation, head, clerk, own]) {
    const answer = await ask('GET', at('p1'))
    expect(answer.statusCode).toBe(200)
    expect(answer.json()).toMatchObject({
      person: 'p1',
      posting: { unit: { id: 'land' } },
      columns: ['name', 'identity_number', 'phone', 'appraisal'],
      masked: {
        name: '示例·欧＊',
        identity_number: `000***********${file.identity_number.slice(-4)}`,
        phone: `100****${file.phone.slice(-4)}`,
        appraisal: null,
      },
    })
    expect(holds(answer.body, file)).toEqual([])
  }
})

test('an organisation department sees the county, a unit its own people, and nobody else is there', async () => {
  const ids = async (ask: Asking, query = '') =>
    (await ask('GET', `/api/counties/${county}/people${query}`))
      .json()
      .people.map(({ person }: { person: string }) => person)

  expect(await ids(organisation)).toEqual(['p1', 'p2', 'p3', 'p4'])
  expect(await ids(head)).toEqual(['p1', 'p2'])
  expect(await ids(clerk)).toEqual(['p1', 'p2'])
  expect(await ids(head, '?unit=water')).toEqual([])
  expect(await ids(organisation, '?unit=water')).toEqual(['p4'])
  const [hidden, nobody] = [await head('GET', at('p4')), await head('GET', at('p-none'))]
  expect([hidden.statusCode, nobody.statusCode]).toEqual([404, 404])
  expect(hidden.body).toBe(nobody.body)
  expect((await own('GET', `/api/counties/${county}/people`)).statusCode).toBe(403)
  expect((await own('GET', at('p2'))).statusCode).toBe(404)
})

test('a list is read in pages, each person once', async () => {
  const first = (await organisation('GET', `/api/counties/${county}/people?limit=3`)).json()
  const second = (
    await organisation('GET', `/api/counties/${county}/people?limit=3&after=${first.next}`)
  ).json()

  expect([first.people.length, first.next, first.total]).toEqual([3, 'p3', 4])
  expect([second.people.length, second.next]).toEqual([1, null])
})

test('nobody is found by what the mask hides', async () => {
  const file = await filed('p2')
  for (const sought of [file.name, file.name.slice(3, 5), file.phone, file.identity_number.slice(0, 6)]) {
    const answer = await organisation(
      'GET',
      `/api/counties/${county}/people?query=${encodeURIComponent(sought)}`,
    )
    expect(answer.json().total, sought).toBe(0)
  }
  expect((await organisation('GET', `/api/counties/${county}/people?query=P2`)).json().total).toBe(1)
})

test('somebody is found by the whole name alone, by who may reveal it, and sees that he was sought', async () => {
  const file = await filed('p1')
  const bare = file.name.slice(3)
  const search = (ask: Asking, name: string) =>
    ask('POST', `/api/counties/${county}/people/search`, { name, purpose: 'placement' })
  const found = async (ask: Asking, name: string) =>
    (await search(ask, name)).json().people.map(({ person }: { person: string }) => person)

  expect(await found(organisation, bare)).toEqual(['p1'])
  expect(await found(head, file.name)).toEqual(['p1'])
  expect(await found(organisation, bare.slice(0, 3))).toEqual([])
  expect(holds((await search(organisation, bare)).body, file)).toEqual([])
  expect((await own('GET', at('p1', '/reveals'))).json().looks[0]).toMatchObject({
    act: 'find-person',
    columns: ['name'],
    purpose: 'placement',
  })
  // A clerk reveals nobody's name but his own, and this one is nobody of the register.
  expect((await search(clerk, bare)).statusCode).toBe(404)
  expect(holds(await everything('person_file'), file)).toEqual([])
})

test('a reveal gives the columns that were asked for, and says in the audit what for', async () => {
  const file = await filed('p2')
  const answer = await head('POST', at('p2', '/reveal'), reveal)

  expect(answer.json().values).toEqual({ name: file.name, phone: file.phone })
  const [look] = (await organisation('GET', at('p2', '/reveals'))).json().looks
  expect(look).toMatchObject({
    act: 'reveal-person',
    columns: ['name', 'phone'],
    purpose: 'placement',
    document,
    actorName: '示例',
  })
  expect((await auditFindings(database, county)).findings).toEqual([])
})

test('a clerk may see the people of the unit masked, and no more; a head changes and erases nothing', async () => {
  expect((await clerk('POST', at('p2', '/reveal'), reveal)).statusCode).toBe(404)
  expect((await clerk('POST', at('p4', '/reveal'), reveal)).statusCode).toBe(404)
  expect((await head('PATCH', at('p2'), { version: 1, phone: '10000000000' })).statusCode).toBe(403)
  expect((await head('POST', at('p2', '/erasure'), { reason: 'own-request', document })).statusCode).toBe(403)
})

test('what was refused is in no audit and shows nothing', async () => {
  const before = (await organisation('GET', at('p2', '/reveals'))).json().looks.length
  const answers = [
    await organisation('POST', at('p2', '/reveal'), { ...reveal, purpose: 'curiosity' }),
    await organisation('POST', at('p2', '/reveal'), { ...reveal, columns: ['password_hash'] }),
    await organisation('POST', at('p2', '/reveal'), { ...reveal, columns: [] }),
    await organisation('POST', at('p2', '/reveal'), { ...reveal, document: '给王建平看' }),
  ]
  expect(answers.map(({ statusCode }) => statusCode)).toEqual([400, 400, 400, 400])
  expect((await organisation('GET', at('p2', '/reveals'))).json().looks).toHaveLength(before)
})

test('somebody sees who looked at his file, and takes all of it with him', async () => {
  const file = await filed('p1')
  await head('POST', at('p1', '/reveal'), { columns: ['appraisal'], purpose: 'appraisal' })

  const looks = (await own('GET', at('p1', '/reveals'))).json().looks
  expect(looks[0]).toMatchObject({ act: 'reveal-person', columns: ['appraisal'], purpose: 'appraisal' })
  const answer = await own('POST', at('p1', '/export'), {})
  expect(answer.json()).toMatchObject({
    person: 'p1',
    values: file,
    register: { id: 'p1', unit: 'land' },
    looks,
  })
  expect((await own('GET', at('p1', '/reveals'))).json().looks[0].act).toBe('export-person')
  expect((await head('GET', at('p1', '/reveals'))).statusCode).toBe(404)
  expect((await own('POST', at('p2', '/export'), {})).statusCode).toBe(404)
})

test('the first password opens nobody’s file', async () => {
  const account = await signedIn(database, [{ role: 'applicant', over: county }], {
    home: county,
    person: 'p1',
  })
  await database.query('update account set must_change_password = true where account_id = $1', [account.id])
  const ask = asking(app, account.cookie)

  expect((await ask('GET', at('p1'))).statusCode).toBe(403)
  expect((await ask('POST', at('p1', '/reveal'), reveal)).statusCode).toBe(403)
})

test('of two corrections drawn for one version the second is told, and nothing of it is written', async () => {
  await filed('p3')
  const { version } = (await organisation('GET', at('p3'))).json()
  const both = await Promise.all(
    ['10011110001', '10011110002'].map((phone) => organisation('PATCH', at('p3'), { version, phone })),
  )
  expect(both.map(({ statusCode }) => statusCode).sort()).toEqual([200, 409])
  const lost = both.find(({ statusCode }) => statusCode === 409)
  expect(lost?.json()).toMatchObject({ codes: ['Y10'], version: version + 1 })
  const { values } = (
    await organisation('POST', at('p3', '/reveal'), { columns: ['phone'], purpose: 'audit' })
  ).json()
  expect(values.phone).toBe(both[0]?.statusCode === 200 ? '10011110001' : '10011110002')
})

test('a correction is refused with every fault at once, and tells no value', async () => {
  const { version } = (await organisation('GET', at('p3'))).json()
  const other = await filed('p4')
  const wrong = await organisation('PATCH', at('p3'), {
    version,
    name: '=欧阳某',
    identity_number: other.identity_number.slice(0, 17) + (other.identity_number.endsWith('1') ? '2' : '1'),
    phone: '12',
  })
  expect(wrong.statusCode).toBe(422)
  expect(wrong.json().codes).toEqual(['Y02', 'Y03', 'Y04'])
  expect(wrong.body).not.toContain('欧阳某')
  const taken = await organisation('PATCH', at('p3'), { version, identity_number: other.identity_number })
  expect(taken.json().codes).toEqual(['Y06'])
  const unkeepable = { name: '欧\u0000阳', identity_number: '\u0000', phone: '\ud800', appraisal: '\u0000' }
  const strange = await organisation('PATCH', at('p3'), { version, ...unkeepable })
  expect([strange.statusCode, strange.json().codes]).toEqual([422, ['Y01']])
  const search = { name: '欧\u0000阳', purpose: 'audit' }
  expect((await organisation('POST', `/api/counties/${county}/people/search`, search)).statusCode).toBe(400)
  expect((await organisation('PATCH', at('p3'), { version, phone: null })).statusCode).toBe(200)
  expect((await organisation('GET', at('p3'))).json().columns).not.toContain('phone')
})

test('nothing of a file is kept for the key of a command; the key again is told that it was done', async () => {
  const file = await filed('p4', 'correct-p4')
  const key = { 'idempotency-key': 'reveal-p4' }
  const first = await organisation('POST', at('p4', '/reveal'), reveal, key)
  await organisation('POST', at('p4', '/export'), {}, { 'idempotency-key': 'export-p4' })
  const second = await organisation('POST', at('p4', '/reveal'), reveal, key)

  expect(first.json().values.name).toBe(file.name)
  expect([second.statusCode, second.json().codes]).toEqual([409, ['Y11']])
  expect(holds(second.body, file)).toEqual([])
  const { rows } = await database.query(
    "select request_hash, answer from answer where county_id = $1 and key like '%-p4'",
    [county],
  )
  expect(rows).toHaveLength(3)
  for (const row of rows) expect(row).toEqual({ request_hash: '', answer: { status: 200, isSecret: true } })
  const elsewhere = await everything('person_file')
  expect(elsewhere).toContain('answer {')
  expect(holds(elsewhere, file)).toEqual([])
})

test('who was erased leaves no sign of his file in any table or log, and nothing may be written for him', async () => {
  const file = await filed('p3', 'before-erasure')
  const { id } = await signedIn(database, [{ role: 'applicant', over: county }], {
    home: county,
    person: 'p3',
  })
  await database.query('update account set display_name = $1 where account_id = $2', [file.name, id])
  const address = at('p3', '/erasure')
  expect(holds(await everything(), file)).toHaveLength(4)
  const naming = file.name.slice(3)
  const named = await organisation('POST', address, {
    reason: 'own-request',
    document: `${naming}〔2026〕1号`,
  })
  expect(named.json().codes).toEqual(['Y12'])
  const order = { reason: 'retention-ended', document }
  const key = { 'idempotency-key': 'erase-p3' }
  const erased = await organisation('POST', address, order, key)

  expect(erased.json().erasure).toMatchObject({ person: 'p3', reason: 'retention-ended', reopenedAt: null })
  expect((await organisation('POST', address, order, key)).body).toBe(erased.body)
  expect(holds(await everything(), file)).toEqual([])
  const log = readFileSync(join(database.folder ?? '', 'postgres.log'), 'utf8')
  expect(log.length).toBeGreaterThan(0)
  expect(holds(log, file)).toEqual([])
  expect((await organisation('GET', at('p3'))).json()).toMatchObject({
    version: 0,
    columns: [],
    erasure: { document },
  })
  const again = await organisation('PATCH', at('p3'), { version: 0, ...file })
  expect([again.statusCode, again.json().codes]).toEqual([422, ['Y09']])
  expect((await auditFindings(database, county)).findings).toEqual([])
})

test('a file that was erased is begun anew once it was re-opened with a document', async () => {
  const erase = () => organisation('POST', at('p2', '/erasure'), { reason: 'own-request', document })
  const early = await organisation('POST', at('p2', '/reopening'), { document })
  expect(early.json().codes).toEqual(['Y13'])
  expect((await erase()).statusCode).toBe(200)
  const opened = await organisation('POST', at('p2', '/reopening'), { document })

  expect(opened.json().erasure.reopenedAt).not.toBeNull()
  const file = await filed('p2')
  expect((await organisation('GET', at('p2'))).json().version).toBe(1)
  expect((await erase()).json().erasure.reopenedAt).toBeNull()
  expect(holds(await everything(), file)).toEqual([])
})

test('a correction and an erasure at once leave either a file or a tombstone, never both', async () => {
  for (let round = 0; round < 5; round += 1) {
    const { version } = (await organisation('GET', at('p4'))).json()
    await Promise.all([
      organisation('PATCH', at('p4'), { version, ...fileOf() }),
      organisation('POST', at('p4', '/erasure'), { reason: 'own-request', document }),
    ])
    const { columns, erasure } = (await organisation('GET', at('p4'))).json()
    expect([columns, erasure.reopenedAt]).toEqual([[], null])
    await organisation('POST', at('p4', '/reopening'), { document })
  }
})

test('after a restore of an older backup the list of erasures is carried out again', async () => {
  const restored = await openedCounty(database)
  const { cookie } = await signedIn(database, [{ role: 'organisation', over: restored }])
  const ask = asking(app, cookie)
  const url = (rest: string) => `/api/counties/${restored}/${rest}`
  await ask('PATCH', url('people/p3'), { version: 0, ...fileOf() })
  const list = (await organisation('GET', `/api/counties/${county}/erasures`)).json().erasures
  const erasures = list
    .filter((each: { reopenedAt: string | null }) => each.reopenedAt === null)
    .map(({ person, reason, document: paper }: Record<string, string>) => ({
      person,
      reason,
      document: paper,
    }))
  expect(erasures.map(({ person }: { person: string }) => person)).toContain('p3')

  expect((await ask('POST', url('erasures'), { erasures })).statusCode).toBe(200)

  expect((await ask('GET', url('people/p3'))).json()).toMatchObject({ columns: [], erasure: { document } })
  expect((await ask('GET', url('people/p3/reveals'))).json().looks[0].act).toBe('erase-person')
  const strange = await ask('POST', url('erasures'), {
    erasures: [{ person: '王建平', reason: 'own-request', document }],
  })
  expect(strange.json().codes).toEqual(['Y07'])
  expect((await auditFindings(database, restored)).findings).toEqual([])
})

test('files of another county change no answer here, and cannot be asked for from here', async () => {
  const list = async () => (await organisation('GET', `/api/counties/${county}/people`)).body
  const before = await list()
  const other = await openedCounty(database)
  const { cookie } = await signedIn(database, [{ role: 'organisation', over: other }])
  await asking(app, cookie)('PATCH', `/api/counties/${other}/people/p1`, { version: 0, ...fileOf() })

  expect(await list()).toBe(before)
  expect((await organisation('GET', `/api/counties/${other}/people/p1`)).statusCode).toBe(404)
})
