import { beforeEach, expect, test } from 'vitest'
import { demoAccounts } from './accounts/demo-accounts.ts'
import { type Database, openDatabase } from './database.ts'
import { demonstrationIn, openDemonstration } from './demo.ts'
import { freshData, openedCounty } from './records.testing.ts'

let database: Database
beforeEach(async () => {
  database = await openDatabase({ data: await freshData() })
  return () => database.close()
})

const codes = (findings: readonly { code: string }[]) => findings.map(({ code }) => code)
const counted = async (table: string) =>
  await database.asOwner(async (client) => {
    const { rows } = await client.query(`select count(*)::int as count from ${table}`)
    return rows[0]?.count as number
  })
const holding = async () =>
  await Promise.all(
    ['county', 'entry', 'draft', 'person_file', 'account', 'role_grant', 'audit'].map(counted),
  )

const account = (id: string, by: string) =>
  database.query(
    "insert into account (county_id, account_id, username, display_name, created_by) values ('-', $1, $1, '示例', $2)",
    [id, by],
  )

test('an empty store gets the county with its plans, a file for each of its people and an account for each role; once', async () => {
  expect(await openDemonstration(database)).toEqual([])
  const first = await holding()
  expect(await openDemonstration(database)).toEqual([])

  const [counties, entries, drafts = 0, people = 0, accounts] = first
  expect([counties, entries, accounts]).toEqual([1, 1, demoAccounts.length])
  expect(drafts).toBeGreaterThan(0)
  const { rows } = await database.query(
    "select jsonb_array_length(rows) as count from opening where table_name = 'people'",
  )
  expect(people).toBe(rows[0]?.count)
  expect(await holding()).toEqual(first)
})

test('two starts at once make one demonstration', async () => {
  const both = await Promise.all([openDemonstration(database), openDemonstration(database)])
  expect(both).toEqual([[], []])
  expect((await holding()).slice(0, 2)).toEqual([1, 1])
  expect(await counted('account')).toBe(demoAccounts.length)
})

test('a store with another county, or with an account of somebody, is refused and left as it was', async () => {
  await openedCounty(database)
  await account('somebody', 'local:root')
  const before = await holding()

  expect(codes(await openDemonstration(database))).toEqual(['Z01', 'Z02'])
  expect(await holding()).toEqual(before)
})

test('accounts that were opened within the demonstration belong to it', async () => {
  await openDemonstration(database)
  await account('second', 'account:demo-system-administrator')
  await account('third', 'account:second')
  expect(await openDemonstration(database)).toEqual([])

  await account('stranger', 'local:root')
  expect(codes(await openDemonstration(database))).toEqual(['Z02'])
})

test('a store that holds a demonstration is not served in earnest', async () => {
  await openedCounty(database)
  await account('somebody', 'local:root')
  expect(await demonstrationIn(database)).toEqual([])

  await database.query(
    "insert into account (county_id, account_id, username, display_name, created_by, is_demo) values ('-', 'd', 'd', '示例', 'local:x', true)",
  )
  expect(codes(await demonstrationIn(database))).toEqual(['Z03'])
})
