import { mkdtempSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { restoreBackup } from '../backup/restore.ts'
import { writeBackup } from '../backup/write.ts'
import { type Client, type Database, openDatabase } from '../database.ts'
import { freshData, openedCounty } from '../records.testing.ts'
import { columnClasses } from './column-classes.ts'
import { eraseFile } from './erasure.ts'
import { inView, type PeopleView } from './view.ts'

let data: string
let database: Database
let ours: string
let theirs: string
beforeAll(async () => {
  data = await freshData()
  database = await openDatabase({ data })
  ours = await openedCounty(database)
  theirs = await openedCounty(database)
  for (const county of [ours, theirs])
    await within({ county, people: '*' }, (client) =>
      client.query(
        `insert into person_file (county_id, person_id, name) select $1, id, '示例·' || id from unnest(array['p1', 'p2', 'p3']) as id`,
        [county],
      ),
    )
  return () => database.close()
})

const within = <Result>(view: PeopleView, work: (client: Client) => Promise<Result>): Promise<Result> =>
  database.transaction((client) => inView(client, view, () => work(client)))
const everyRow = async (client: Client) =>
  (await client.query('select county_id, person_id from person_file order by 1, 2')).rows.map(
    ({ county_id, person_id }) => `${county_id} ${person_id}`,
  )
const seen = (view: PeopleView) => within(view, everyRow)
const refusal = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'done',
    (fault: Error) => fault.message,
  )

test('who has not said for whom he works sees no file at all, though he asks for all of them', async () => {
  expect((await database.query('select current_user as role')).rows).toEqual([{ role: 'sanding_app' }])
  expect(await everyRow(database)).toEqual([])
  expect(await database.transaction(everyRow)).toEqual([])
  // Said outside of a transaction it holds for that one statement only.
  expect(await inView(database, { county: ours, people: '*' }, () => everyRow(database))).toEqual([])
})

test('a view reaches one county, and in it all people or those that it lists', async () => {
  expect(await seen({ county: ours, people: '*' })).toEqual(['p1', 'p2', 'p3'].map((id) => `${ours} ${id}`))
  expect(await seen({ county: ours, people: ['p2', 'p9'] })).toEqual([`${ours} p2`])
  expect(await seen({ county: ours, people: [] })).toEqual([])
  expect(await seen({ county: 'nowhere', people: '*' })).toEqual([])
})

test('the view ends with its work, and does not stay on the connection', async () => {
  const rows = await database.transaction(async (client) => {
    await inView(client, { county: ours, people: '*' }, () => everyRow(client))
    return everyRow(client)
  })
  expect(rows).toEqual([])
  const many = await Promise.all(Array.from({ length: 20 }, () => everyRow(database)))
  expect(many.flat()).toEqual([])
})

test('nothing is written for another county, or for somebody who is not in the view', async () => {
  const insert = (county: string, person: string) => (client: Client) =>
    client.query("insert into person_file (county_id, person_id, name) values ($1, $2, '示例')", [
      county,
      person,
    ])
  const wall = /row-level security/

  expect(await refusal(within({ county: ours, people: '*' }, insert(theirs, 'p8')))).toMatch(wall)
  expect(await refusal(within({ county: ours, people: ['p1'] }, insert(ours, 'p8')))).toMatch(wall)
  expect(await refusal(database.transaction(insert(ours, 'p8')))).toMatch(wall)
  const moved = within({ county: ours, people: '*' }, (client) =>
    client.query("update person_file set county_id = $1, person_id = 'p8'", [theirs]),
  )
  expect(await refusal(moved)).toMatch(wall)
  await within({ county: ours, people: ['p1'] }, (client) =>
    client.query('delete from person_file where person_id <> $1', ['p1']),
  )
  expect(await seen({ county: ours, people: '*' })).toHaveLength(3)
})

test('the database itself takes no file of somebody who was erased', async () => {
  const act = { person: 'p3', document: '示〔2026〕1号', by: 'account:a', at: '2026-01-01T00:00:00.000Z' }
  const erased = await database.transaction((client) =>
    eraseFile(client, { ...act, county: theirs, reason: 'retention-ended' }),
  )
  expect(erased).toEqual([])
  const again = within({ county: theirs, people: '*' }, (client) =>
    client.query("insert into person_file (county_id, person_id, name) values ($1, 'p3', '示例')", [theirs]),
  )
  expect(await refusal(again)).toMatch(/row-level security/)
  expect(await seen({ county: theirs, people: '*' })).toEqual([`${theirs} p1`, `${theirs} p2`])
})

test('a backup holds the files of all counties and the erasures, and brings them back', async () => {
  const folder = mkdtempSync(`${data}-people-`)
  try {
    const whole = (asked: Database) =>
      asked.asOwner(async (client) => [
        (await client.query('select to_jsonb(f)::text as row from person_file f order by 1')).rows,
        (await client.query('select to_jsonb(e)::text as row from person_erasure e order by 1')).rows,
      ])
    const before = await whole(database)
    expect(before[0]?.length).toBeGreaterThan(4)
    expect(before[1]).toHaveLength(1)
    await writeBackup(database, join(folder, 'backup'))
    const { findings } = await restoreBackup(
      join(folder, 'backup'),
      { data: join(folder, 'data') },
      async () => [],
    )
    expect(findings).toEqual([])
    const restored = await openDatabase({ data: join(folder, 'data') })
    try {
      expect(await whole(restored)).toEqual(before)
      expect(await everyRow(restored)).toEqual([])
    } finally {
      await restored.close()
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})

test('every column of every table has one class, and no class is given to what is not there', async () => {
  const { rows } = await database.query(
    `select c.relname || '.' || a.attname as column from pg_attribute a join pg_class c on c.oid = a.attrelid
     where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and a.attnum > 0 and not a.attisdropped`,
  )
  const classed = Object.entries(columnClasses).flatMap(([table, classes]) =>
    Object.values(classes).flatMap((columns) => columns.map((column) => `${table}.${column}`)),
  )

  expect(rows.length).toBeGreaterThan(100)
  expect([...classed].sort()).toEqual(rows.map(({ column }) => column as string).sort())
})
