import { beforeAll, expect, test } from 'vitest'
import { chainFindings, emptyHead } from '../kernel/chain.ts'
import { day } from '../kernel/day.ts'
import { knownOn, registerAt } from '../reform/history.ts'
import { line, type TestLine } from '../reform/planned.testing.ts'
import { noPolicy } from '../reform/policy.ts'
import { registerDigest } from '../reform/register-digest.ts'
import { rehearse } from '../reform/rehearse.ts'
import { type ApplyCommand, applyPlan } from './apply-plan.ts'
import { countiesInMemory } from './current.ts'
import { type Client, type Database, openDatabase } from './database.ts'
import { StoreFault, StoreRefused } from './fault.ts'
import { readAudit, readEntries } from './journal-store.ts'
import { freshData, openedCounty, planned } from './records.testing.ts'

let database: Database
beforeAll(async () => {
  const data = await freshData()
  database = await openDatabase({ data })
  return () => database.close()
})

const counties = countiesInMemory()
const rename = (unit: string, name: string, on = '2020-12-01') =>
  line('rename-unit', { unit, name, nameEn: name }, on)
const posts = (unit: string, count: number, on = '2020-12-01') =>
  line('set-staffing-quota', { unit, kind: 'administrative', posts: count }, on)
const merge = (on = '2020-12-01') =>
  line(
    'merge-units',
    { units: ['land', 'forestry'], into: 'resources', name: '资源局', nameEn: 'Resources' },
    on,
  )

const apply = (county: string, lines: readonly TestLine[], more: Partial<ApplyCommand> = {}, db = database) =>
  applyPlan(db, counties, { county, plan: planned(lines), actor: 'local:test', ...more })
const codes = (answer: { findings: readonly { code: string; severity: string }[] }) =>
  answer.findings.filter(({ severity }) => severity === 'error').map(({ code }) => code)
const current = async (county: string, from = counties) => {
  const found = await from.current(database, county)
  if (found === undefined) throw new Error('no county')
  return found
}
/** Everything that stands in the tables of a county, in one text. */
const everything = async (county: string): Promise<string> => {
  const texts: string[] = []
  for (const table of ['county', 'entry', 'audit', 'answer', 'outbox']) {
    const { rows } = await database.query(
      `select to_jsonb(t) as row from ${table} t where county_id = $1 order by to_jsonb(t)::text`,
      [county],
    )
    texts.push(`${table} ${JSON.stringify(rows)}`)
  }
  return texts.join('\n')
}

test('a plan is recorded with its entries, its audit record, its answer and its message, and the chain holds', async () => {
  const county = await openedCounty(database)
  const plan = planned([merge(), rename('water', '水利局'), posts('water', 2, '2021-03-01')])

  const { applied, findings } = await applyPlan(database, counties, {
    county,
    plan,
    actor: 'local:test',
    key: 'k',
  })

  expect(codes({ findings })).toEqual([])
  expect(applied).toMatchObject({ from: 2, to: 4 })
  const records = await readEntries(database, county)
  expect(records.map(({ seq, operation, effectiveOn, line }) => [seq, operation, effectiveOn, line])).toEqual(
    [
      [1, 'open-county', '2020-03-31', null],
      [2, 'merge-units', '2020-12-01', 1],
      [3, 'rename-unit', '2020-12-01', 2],
      [4, 'set-staffing-quota', '2021-03-01', 3],
    ],
  )
  expect(chainFindings(records, county, emptyHead)).toEqual([])
  expect((await readAudit(database, county)).map(({ action, actor }) => `${actor} ${action}`)).toEqual([
    'local:test open-county',
    'local:test apply-plan',
  ])
  const { rows } = await database.query('select kind, seq from outbox where county_id = $1', [county])
  expect(rows).toEqual([{ kind: 'plan-applied', seq: 4 }])
  const { history, opening } = await current(county)
  expect(registerDigest(history.latest)).toEqual(
    registerDigest(rehearse(opening.register, plan, noPolicy).after),
  )
})

test('when any statement fails nothing is half-written, and the retry is carried out once', async () => {
  const county = await openedCounty(database)
  const command = { county, plan: planned([merge(), posts('water', 2)]), actor: 'local:test', key: 'once' }
  const before = await everything(county)
  let failures = 0
  for (let n = 1; ; n += 1) {
    let count = 0
    const fragile: Database = {
      ...database,
      transaction: (work) =>
        database.transaction((client) => {
          const failing: Client = {
            query: (text, values) => {
              count += 1
              // Every second time the statement itself reaches the server, and fails after it.
              if (count === n && n % 2 === 0) return Promise.reject(new Error('torn'))
              const done = client.query(text, values)
              return count === n
                ? done.then(() => Promise.reject(new Error('torn')))
                : (done as ReturnType<Client['query']> as never)
            },
          }
          return work(failing)
        }),
    }
    const outcome = await applyPlan(fragile, countiesInMemory(), command).catch((fault) => fault)
    if (!(outcome instanceof StoreFault)) {
      expect(outcome.applied).toMatchObject({ from: 2, to: 3 })
      break
    }
    failures += 1
    expect(await everything(county)).toBe(before)
  }
  expect(failures).toBeGreaterThan(9)
  const after = await everything(county)
  await applyPlan(database, counties, command)
  expect(await everything(county)).toBe(after)
  expect((await readEntries(database, county)).length).toBe(3)
})

test('a command sent twice is answered twice and done once, also at the same moment', async () => {
  const county = await openedCounty(database)
  const command = { county, plan: planned([posts('water', 2)]), actor: 'local:test', key: 'twice' }

  const answers = await Promise.all([1, 2, 3, 4].map(() => applyPlan(database, counties, command)))

  expect(new Set(answers.map((answer) => JSON.stringify(answer.applied?.head))).size).toBe(1)
  expect((await readEntries(database, county)).length).toBe(2)
  const other = await applyPlan(database, counties, { ...command, plan: planned([posts('water', 3)]) })
  expect(codes(other)).toEqual(['J02'])
})

test('whoever did not know the last record is refused, with the number that it has', async () => {
  const county = await openedCounty(database)
  await apply(county, [posts('water', 2)], { expectSeq: 1 })

  const late = await apply(county, [posts('water', 4)], { expectSeq: 1 })

  expect(late.findings).toMatchObject([{ code: 'J01', at: `journal:${county}#2` }])
  expect((await readEntries(database, county)).length).toBe(2)
  expect(codes(await apply('nowhere', [posts('water', 4)]))).toEqual(['J11'])
})

test('what cannot be done is refused with its line, and nothing is written', async () => {
  const county = await openedCounty(database)
  const before = await everything(county)

  expect(codes(await apply(county, [posts('water', 2), rename('moon', '月亮局')], { key: 'x' }))).toEqual([
    'U01',
  ])
  expect(codes(await apply(county, [posts('water', 2, '2020-03-30')]))).toEqual(['J04'])
  const noted = line('rename-unit', {
    unit: 'water',
    name: '水',
    nameEn: 'W',
    attributes: { note: 'a\u0000b' },
  })
  expect(codes(await apply(county, [noted]))).toEqual(['J08'])
  expect(codes(await apply(county, [rename('water', 'a\ud800')]))).toEqual(['J08'])
  expect(codes(await apply(county, [rename('water', 'c:\\u0000')]))).toEqual([])
  expect(await everything(county)).not.toBe(before)
  expect((await readEntries(database, county)).length).toBe(2)
})

test('a back-dated plan that would undo a later record is refused, and names that record', async () => {
  const county = await openedCounty(database)
  await apply(county, [rename('forestry', '林草局', '2021-06-01')])

  const undoing = await apply(county, [merge('2021-01-01')])

  expect(undoing.findings.filter(({ severity }) => severity === 'error')).toMatchObject([
    { code: 'J03', at: `journal:${county}#2` },
  ])
  expect(codes(await apply(county, [posts('forestry', 3, '2021-01-01')]))).toEqual([])
  const { history } = await current(county)
  const seen = (on: string, known?: number) => {
    const unit = registerAt(history, day(on), known)
    return [unit.units.get('forestry')?.name, unit.quotas.get('forestry/administrative')?.posts]
  }
  expect(seen('2020-12-31')).toEqual(['forestry局', 4])
  expect(seen('2021-01-01')).toEqual(['forestry局', 3])
  expect(seen('2021-06-01')).toEqual(['林草局', 3])
  expect(seen('2021-06-01', 2)).toEqual(['林草局', 4])
  expect(seen('2021-06-01', 1)).toEqual(['forestry局', 4])
})

test('a correction is a record of its own: what was known before it can still be asked for', async () => {
  const county = await openedCounty(database)
  await apply(county, [merge(), rename('resources', '自然资源局')])

  const answer = await apply(
    county,
    [
      line('merge-units', {
        units: ['land', 'forestry'],
        into: 'resources',
        name: '规自局',
        nameEn: 'Planning',
      }),
    ],
    { corrects: 2 },
  )

  expect(codes(answer)).toEqual([])
  const { history } = await current(county)
  const name = (known?: number) => registerAt(history, day('2021-01-01'), known).units.get('resources')?.name
  expect([name(2), name(3), name()]).toEqual(['资源局', '自然资源局', '自然资源局'])
  expect(history.inForce.map(({ seq }) => seq)).toEqual([4, 3])
  expect(codes(await apply(county, [posts('water', 1)], { corrects: 2 }))).toEqual(['J05'])
  expect(codes(await apply(county, [posts('water', 1)], { corrects: 1 }))).toEqual(['J05'])
  expect(codes(await apply(county, [posts('water', 1), posts('land', 1)], { corrects: 3 }))).toEqual(['J05'])
  // Without the merger there is nothing to rename.
  expect(codes(await apply(county, [posts('water', 1)], { corrects: 4 }))).toEqual(['J03'])
})

test('an id that ended is not used again by a later plan', async () => {
  const county = await openedCounty(database)
  const into = ['a', 'b'].map((duty) => ({ duty, unit: 'water', name: duty, nameEn: duty }))
  await apply(county, [line('split-duty', { duty: 'trees', into })])
  const again = [
    { duty: 'trees', unit: 'water', name: '林', nameEn: 'Trees' },
    { ...into[0], duty: 'c' },
  ]

  expect(codes(await apply(county, [line('split-duty', { duty: 'a', into: again }, '2021-01-01')]))).toEqual([
    'T05',
  ])
})

test('two processes on one database each take up what the other wrote', async () => {
  const county = await openedCounty(database)
  const [here, there] = [countiesInMemory(), countiesInMemory()]
  await current(county, here)
  await current(county, there)
  for (let at = 0; at < 6; at += 1) {
    const mine = at % 2 === 0 ? here : there
    const plan = planned([posts('water', at + 1, `2021-0${at + 1}-01`)])
    await applyPlan(database, mine, { county, plan, actor: 'local:test' })
  }
  const [a, b, fresh] = await Promise.all(
    [here, there, countiesInMemory()].map((each) => current(county, each)),
  )

  expect(a?.head).toEqual(b?.head)
  expect(registerDigest(a?.history.latest as never)).toEqual(registerDigest(fresh?.history.latest as never))
  expect(registerDigest(b?.history.latest as never)).toEqual(registerDigest(fresh?.history.latest as never))
})

test('counties are let go of when there are too many, and read again when they are asked for', async () => {
  const ids = [await openedCounty(database), await openedCounty(database), await openedCounty(database)]
  const few = countiesInMemory(2)
  for (const id of ids) await current(id, few)

  expect(few.size).toBe(2)
  expect((await current(ids[0] as string, few)).head.seq).toBe(1)
})

test('known on a day means by the calendar of China', async () => {
  const county = await openedCounty(database)
  const { history } = await current(county)
  const at = (openedAt: string) => ({ ...history, openedAt })

  expect(knownOn(at('2026-01-01T15:59:59.999Z'), day('2026-01-01'))).toBe(1)
  expect(knownOn(at('2026-01-01T16:00:00.000Z'), day('2026-01-01'))).toBe(0)
})

test('records that were exchanged or cut out behind our back are not worked with', async () => {
  const county = await openedCounty(database)
  await apply(county, [posts('water', 2)])
  const opened = () => countiesInMemory().current(database, county)
  const spoiled = async (spoil: string, mend: string) => {
    await database.asOwner((client) => client.query(spoil))
    const refused = await opened().catch((fault) => fault)
    await database.asOwner((client) => client.query(mend))
    expect(await opened()).toBeDefined()
    return refused instanceof StoreRefused ? refused.findings.map(({ code, at }) => `${code} ${at}`) : refused
  }
  const where = `where county_id = '${county}'`

  expect(
    await spoiled(
      `update opening set header = '["id", "unit"]' ${where} and table_name = 'duties'`,
      `update opening set header = (select header from opening o2 where o2.table_name = 'duties' and o2.county_id <> '${county}' limit 1) ${where} and table_name = 'duties'`,
    ),
  ).toEqual([`J24 journal:${county}#1`])
  expect(
    await spoiled(
      `update entry set seq = 3 ${where} and seq = 2`,
      `update entry set seq = 2 ${where} and seq = 3`,
    ),
  ).toEqual([`J20 journal:${county}#2`])
})
