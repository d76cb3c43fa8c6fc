import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { day } from '../src/kernel/day.ts'
import { registerAt } from '../src/reform/history.ts'
import type { Plan } from '../src/reform/plan.ts'
import { applyPlan } from '../src/store/apply-plan.ts'
import { type Counties, countiesInMemory } from '../src/store/current.ts'
import { type Database, openDatabase } from '../src/store/database.ts'
import { importCounty } from '../src/store/import-county.ts'
import { readEntries } from '../src/store/journal-store.ts'
import { actor, fill, folderAs, hequPlan, planIn, renamingText } from './counties.ts'
import { type Measurement, milliseconds, ratioOf, summary, times } from './measure.ts'

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

/** Records a plan and tells of how many entries it was; a plan that is refused is no figure. */
const applying =
  (database: Database, counties: Counties) =>
  async (county: string, plan: Plan, key: string): Promise<number> => {
    const { applied, findings } = await applyPlan(database, counties, { county, plan, actor, key })
    if (applied === null) throw new Error(`the plan is refused: ${JSON.stringify(findings.slice(0, 3))}`)
    return applied.to - applied.from + 1
  }

const recording = async (database: Database): Promise<Measurement[]> => {
  const plan = hequPlan()
  const counties = countiesInMemory()
  const apply = applying(database, counties)
  const runs = 9
  for (let at = 0; at <= runs; at += 1) {
    await importCounty(database, folderAs(`h${at}`), actor)
    await counties.current(database, `h${at}`)
  }
  let entries = 0
  const whole = await times(runs, async (at) => {
    entries = await apply(`h${at}`, plan, `k${at}`)
  })
  const ordinary = `h${runs}`
  const many = await times(runs, (at) =>
    apply(ordinary, planIn(renamingText(300, `${at}`), `many-${at}`), `m${at}`),
  )
  const ones = await times(30, (at) =>
    apply(ordinary, planIn(renamingText(1, `一${at}`), `small-${at}`), `s${at}`),
  )
  const bare = await times(30, () => bareTransaction(database))
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
    summary('records: a plan file of 300 lines read, rehearsed, recorded and safe on disk', 'ms', many),
    one,
    nothing,
    ratioOf('ratio: a plan of one line ÷ bare transaction', one, nothing),
  ]
}

const bareTransaction = (database: Database): Promise<unknown> =>
  database.transaction(async (client) => {
    await client.query("select 1 from county where county_id = 'h0' for update")
    await client.query(
      "insert into outbox (county_id, seq, kind, payload) values ('h0', (select coalesce(max(seq), 0) + 1 from outbox where county_id = 'h0'), 'bench', '{}')",
    )
  })

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
