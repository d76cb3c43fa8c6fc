import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { line } from '../reform/planned.testing.ts'
import { applyPlan } from '../store/apply-plan.ts'
import { countiesInMemory } from '../store/current.ts'
import { type Client, type Database, openDatabase } from '../store/database.ts'
import { type Anchor, anchorOf, exportedJournal, snapshot } from '../store/journal-export.ts'
import { type StoredCounty, storedCounty } from '../store/journal-store.ts'
import { freshData, openedCounty, planned } from '../store/records.testing.ts'
import { verifyExport, verifyJournals } from './journals.ts'

let data = ''
let database: Database
let other = ''

beforeAll(async () => {
  data = await freshData()
  database = await openDatabase({ data })
  other = await openedCounty(database)
}, 60_000)

afterAll(() => database.close())

/** A county whose journal holds six records: one that opens it, five plans. */
const countyOfSix = async (): Promise<string> => {
  const county = await openedCounty(database)
  for (const at of [1, 2, 3, 4, 5]) {
    const name = `第${at}个名称𠮷`
    const plan = planned([line('rename-unit', { unit: 'land', name, nameEn: `Bureau ${at}` })])
    const answer = await applyPlan(database, countiesInMemory(), { county, plan, actor: 'local:test' })
    expect(answer.applied?.to, JSON.stringify(answer.findings)).toBe(at + 1)
  }
  return county
}

const stored = async (county: string) => (await storedCounty(database, county)) as StoredCounty

/** Does to the tables what only their owner can; without the bonds between tables when asked. */
const tamper = (text: string, values: readonly unknown[]) =>
  database.asOwner((client: Client) => client.query(text, [...values]))

const told = async (county: string, anchor?: Anchor) => {
  const verdicts = await verifyJournals(database, { anchor })
  expect(verdicts.find((each) => each.county === other)?.findings).toEqual([])
  const { valid, findings } = verdicts.find((each) => each.county === county) ?? {}
  expect(valid).toBe(findings?.length === 0)
  return findings?.map(({ code, at }) => `${code} ${at.replace(county, '…')}`)
}

test('what plans wrote is valid, in the store and exported, and fits every anchor taken on the way', async () => {
  const county = await openedCounty(database)
  const anchor = await anchorOf(database, await stored(county))
  const plan = planned([line('rename-unit', { unit: 'land', name: '土地局', nameEn: 'Land' })])
  await applyPlan(database, countiesInMemory(), { county, plan, actor: 'local:test' })

  expect(await told(county, anchor)).toEqual([])
  const file = join(data, 'export.jsonl')
  const parts = await snapshot(database, async (client) => {
    const bytes: Uint8Array[] = []
    for await (const each of exportedJournal(client, await stored(county))) bytes.push(each)
    return bytes
  })
  writeFileSync(file, Buffer.concat(parts))
  const { valid, records, findings } = await verifyExport(file, JSON.stringify(anchor))
  expect([valid, records, findings]).toEqual([true, 2, []])
})

test.each<[string, string, string]>([
  ['the fields', `fields = jsonb_set(fields, '{name}', '"别的"')`, 'K04'],
  ['the day', 'effective_on = effective_on + 1', 'K04'],
  ['the authority', `authority = authority || ' '`, 'K04'],
  ['the moment', `recorded_at = replace(recorded_at, '20', '21')`, 'K04'],
  ['the operation', `operation = 'rename-units'`, 'K04'],
  ['the plan', `plan = null`, 'K04'],
  ['the line', 'line = line + 1', 'K04'],
  ['what it corrects', 'corrects = 2', 'K04'],
  ['the hash before', `prev = translate(prev, '0123456789', '1234567890')`, 'K04'],
  ['the hash', `hash = translate(hash, '0123456789', '1234567890')`, 'K04'],
])('%s of a record changed in the database: the record is named', async (_, change, code) => {
  const county = await countyOfSix()
  await tamper(`update entry set ${change} where county_id = $1 and seq = 4`, [county])

  expect(await told(county)).toEqual([`${code} journal:…#4`])
})

test('a record deleted in the database is named; the last one only by the head, and with the head only by an anchor', async () => {
  const county = await countyOfSix()
  const anchor = await anchorOf(database, await stored(county))
  await tamper('delete from entry where county_id = $1 and seq = 6', [county])
  expect(await told(county)).toEqual(['K09 journal:…#6'])

  await tamper(
    'update county c set head_seq = 5, head_hash = (select hash from entry e where e.county_id = c.county_id and seq = 5) where county_id = $1',
    [county],
  )
  await tamper('delete from audit where county_id = $1 and seq = 6', [county])
  expect(await told(county)).toEqual([])
  expect(await told(county, anchor)).toEqual(['K10 journal:…#6'])

  await tamper('delete from entry where county_id = $1 and seq = 3', [county])
  expect(await told(county)).toEqual(['K06 journal:…#3'])
})

test('a head that was set back while the records are still there is told', async () => {
  const county = await countyOfSix()
  await tamper(
    'update county c set head_seq = 5, head_hash = (select hash from entry e where e.county_id = c.county_id and seq = 5) where county_id = $1',
    [county],
  )

  expect(await told(county)).toEqual(['K09 journal:…#6'])
})

test.each<[string, string]>([
  ['an actor', "update audit set actor = 'local:somebody' where county_id = $1 and seq = 3"],
  ['a detail', `update audit set detail = detail || '{"x": 1}' where county_id = $1 and seq = 3`],
  ['an action', "update audit set action = 'x' where county_id = $1 and seq = 3"],
  ['a subject', "update audit set subject = subject || ' ' where county_id = $1 and seq = 3"],
  ['a moment', "update audit set at = replace(at, '20', '21') where county_id = $1 and seq = 3"],
  ['a hash', "update audit set hash = translate(hash, '012345', '123450') where county_id = $1 and seq = 3"],
  ['a removal', 'delete from audit where county_id = $1 and seq = 2'],
])('%s in the audit trail is found, and the record named', async (_, statement) => {
  const county = await countyOfSix()
  await tamper(statement, [county])

  expect((await told(county))?.[0]).toBe('J25 audit:…#3')
})

test('a cell of the opening tables changed in the database is found by the first record', async () => {
  const county = await openedCounty(database)
  await tamper(
    `update opening set rows = replace(rows::text, 'land', 'sand')::jsonb where county_id = $1 and table_name = 'duties'`,
    [county],
  )

  expect(await told(county)).toEqual(['J24 journal:…#1'])
})
