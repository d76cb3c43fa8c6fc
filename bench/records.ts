import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { type JournalRecord, sealed } from '../src/kernel/chain.ts'
import { day, dayFromNumber, dayNumber } from '../src/kernel/day.ts'
import { openCounty } from '../src/ledger/opening.ts'
import { registerAt } from '../src/reform/history.ts'
import type { Plan } from '../src/reform/plan.ts'
import { readPlan } from '../src/reform/plan-file.ts'
import { applyPlan } from '../src/store/apply-plan.ts'
import { readCountyFolder } from '../src/store/county-folder.ts'
import { countiesInMemory } from '../src/store/current.ts'
import { type Database, openDatabase } from '../src/store/database.ts'
import { importCounty } from '../src/store/import-county.ts'
import { readEntries, storedCounty, writeEntries } from '../src/store/journal-store.ts'
import { type Measurement, ratioOf, summary } from './measure.ts'

const actor = 'local:bench'
const folder = readCountyFolder(resolve(import.meta.dirname, '../counties/hequ'))
const units = Array.from(openCounty(folder.tables).register.units.values(), ({ id }) => id)
const [planId, planText] = Object.entries(folder.plans)[0] as [string, string]

/** The Hequ folder as a county of another name, so that it can be opened many times. */
const folderAs = (id: string) => {
  const table = folder.tables.county
  const rows = (table?.rows ?? []).map((row) => ({
    ...row,
    cells: row.cells.map((cell) => (cell === 'hequ' ? id : cell)),
  }))
  return { ...folder, id, tables: { ...folder.tables, county: { header: table?.header ?? [], rows } } }
}

const hequPlan = (): Plan => {
  const { plan } = readPlan(planText, planId)
  if (plan === undefined) throw new Error('the Hequ plan cannot be read')
  const { base: _, ...free } = plan
  return free
}

/** A plan of one line: what a clerk records on an ordinary day. */
const small = (at: number): Plan => {
  const text = `sanding: 1\ntitle: 示例\nauthority: 示例\neffectiveOn: 2021-01-01\nlines:\n  - { op: rename-unit, unit: ${units[3]}, name: 县示例局${at}, nameEn: Example ${at} }\n`
  const { plan } = readPlan(text, `small-${at}`)
  if (plan === undefined) throw new Error('the small plan cannot be read')
  return plan
}

const milliseconds = async (work: () => Promise<unknown>): Promise<number> => {
  const began = performance.now()
  await work()
  return performance.now() - began
}

const times = async (runs: number, work: (at: number) => Promise<unknown>): Promise<number[]> => {
  const all: number[] = []
  for (let at = 0; at < runs; at += 1) all.push(await milliseconds(() => work(at)))
  return all
}

/** Recording, and opening a county with a long history, on a real server with fsync on. */
export const records = async (): Promise<Measurement[]> => {
  const data = mkdtempSync(join(tmpdir(), 'sanding-bench-'))
  const first = summary('records: a new installation, set up and open', 'ms', [
    await milliseconds(async () => (await openDatabase({ data })).close()),
  ])
  const starts = await times(5, async () => (await openDatabase({ data })).close())
  const database = await openDatabase({ data })
  try {
    return [
      first,
      summary('records: server started, checked and stopped again', 'ms', starts),
      ...(await recording(database)),
      ...(await longHistory(database)),
    ]
  } finally {
    await database.close()
    rmSync(data, { recursive: true, force: true })
  }
}

const recording = async (database: Database): Promise<Measurement[]> => {
  const plan = hequPlan()
  const counties = countiesInMemory()
  const runs = 9
  for (let at = 0; at <= runs; at += 1) {
    await importCounty(database, folderAs(`h${at}`), actor)
    await counties.current(database, `h${at}`)
  }
  let entries = 0
  const whole = await times(runs, async (at) => {
    const { applied } = await applyPlan(database, counties, { county: `h${at}`, plan, actor, key: `k${at}` })
    entries = (applied?.to ?? 0) - (applied?.from ?? 0) + 1
  })
  const ones = await times(30, async (at) => {
    const plan = small(at)
    const { applied } = await applyPlan(database, counties, {
      county: `h${runs}`,
      plan,
      actor,
      key: `s${at}`,
    })
    if (applied === null) throw new Error('the small plan is refused')
  })
  const bare = await times(30, () =>
    database.transaction(async (client) => {
      await client.query("select 1 from county where county_id = 'h0' for update")
      await client.query(
        "insert into outbox (county_id, seq, kind, payload) values ('h0', (select coalesce(max(seq), 0) + 1 from outbox where county_id = 'h0'), 'bench', '{}')",
      )
    }),
  )
  const one = summary(
    'records: a plan of one line, rehearsed with all rules, recorded and safe on disk',
    'ms',
    ones,
  )
  const nothing = summary(
    'bare baseline: a transaction that locks the county and inserts one row',
    'ms',
    bare,
  )
  return [
    summary(
      `records: the Hequ plan (${plan.lines.length} lines, ${entries} entries) rehearsed, recorded and safe on disk`,
      'ms',
      whole,
    ),
    summary(
      'records: the same, per entry',
      'ms',
      whole.map((time) => time / entries),
      { goal: 0.9 },
    ),
    one,
    nothing,
    ratioOf('ratio: a plan of one line ÷ bare transaction', one, nothing),
  ]
}

const longHistory = async (database: Database): Promise<Measurement[]> => {
  const county = 'long'
  await importCounty(database, folderAs(county), actor)
  await database.transaction((client) => fill(client, county))
  const cold = await times(5, () => countiesInMemory().current(database, county))
  const counties = countiesInMemory()
  await counties.current(database, county)
  const warm = await times(30, () => counties.current(database, county))
  const { history } = (await counties.current(database, county)) ?? {}
  if (history === undefined) throw new Error('no county')
  const past = await times(5, async () => registerAt(history, day('2031-01-01'), 40_000))
  const reading = await times(5, () => readEntries(database, county))
  const work = summary(
    'records: a county with a 50,000-entry journal, from the database into memory',
    'ms',
    cold,
    { goal: 2000 },
  )
  const bare = summary('bare baseline: its rows through the same client', 'ms', reading)
  return [
    work,
    bare,
    ratioOf('ratio: county ÷ bare rows', work, bare),
    summary('records: the same county asked for again', 'ms', warm),
    summary('records: that county on a day of 2031 as known at record 40,000', 'ms', past, { goal: 170 }),
  ]
}

/** 50,000 sealed records of ordinary changes over twenty years, written behind the opening. */
const fill = async (client: Parameters<typeof writeEntries>[0], county: string) => {
  const stored = await storedCounty(client, county, { lock: true })
  let head = stored?.head ?? { seq: 0, hash: '' }
  const start = dayNumber(day('2020-04-01'))
  for (let batch = 0; batch < 50; batch += 1) {
    const written: JournalRecord[] = []
    for (let at = 0; at < 1000; at += 1) {
      const unit = units[(head.seq * 7) % units.length]
      const isRename = head.seq % 2 === 0
      const record = sealed(head, {
        county,
        recordedAt: '2026-01-01T00:00:00.000Z',
        effectiveOn: dayFromNumber(start + Math.floor(head.seq / 7)),
        operation: isRename ? 'rename-unit' : 'set-staffing-quota',
        fields: isRename
          ? { unit, name: `单位${head.seq}`, nameEn: `Unit ${head.seq}` }
          : { unit, kind: 'institution', posts: 5 + (head.seq % 9) },
        authority: '示例',
        plan: 'bench',
        line: at + 1,
        corrects: null,
      })
      written.push(record)
      head = { seq: record.seq, hash: record.hash }
    }
    await writeEntries(client, written)
  }
}
