import { afterEach, beforeAll, describe, expect, test, vi } from 'vitest'
import { verifyJournals } from '../src/cli/journals.ts'
import { line } from '../src/reform/planned.testing.ts'
import { applyPlan } from '../src/store/apply-plan.ts'
import { countiesInMemory } from '../src/store/current.ts'
import { type Database, openDatabase } from '../src/store/database.ts'
import { readAudit, readEntries } from '../src/store/journal-store.ts'
import { freshData, openedCounty, planned } from '../src/store/records.testing.ts'
import { type Crashing, openCrashing } from './acts.ts'
import { faultsOfChains } from './chains.ts'
import { rowsOfAll } from './tables.ts'

const year = 365 * 24 * 3600 * 1000

describe('a machine whose clock is wrong', () => {
  let crashing: Crashing
  beforeAll(async () => {
    crashing = await openCrashing()
    return () => crashing.close()
  })
  afterEach(() => {
    vi.useRealTimers()
  })

  test.each([
    ['ten years fast', 10 * year],
    ['ten years slow', -10 * year],
  ])('%s writes not one instant of its own into any table: all are the database’s', async (_, off) => {
    // Codes of a second factor are made by the clock of a telephone, which is this one here.
    const acts = crashing.acts.filter(({ name }) => !/second-factor(\/|$)|set-up/.test(name))
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + off })
    const wrong: string[] = []
    let instants = 0
    for (const act of acts) {
      const { store, attempt } = await act.ready()
      const before = await rowsOfAll(store.owner)
      const { answer, isFault } = await attempt()
      if (isFault || /^[45]\d\d /.test(answer)) wrong.push(`${act.name}: ${answer.slice(0, 200)}`)
      const { rows } = await store.owner.query<{ now: string }>(
        'select to_json(clock_timestamp())::text as now',
      )
      const now = Date.parse(JSON.parse(rows[0]?.now ?? '""'))
      for (const [table, all] of await rowsOfAll(store.owner))
        for (const [key, row] of all)
          for (const instant of isSame(row, before.get(table)?.get(key)) ? [] : instantsIn(row)) {
            instants += 1
            // A session says when it will end.
            if (Math.abs(Date.parse(instant) - now) > year) wrong.push(`${act.name}: ${table} ${instant}`)
          }
    }

    expect(wrong).toEqual([])
    expect(instants).toBeGreaterThan(60)
  })
})

const isSame = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other)

/** Every instant that stands anywhere in a row, inside of JSON as well. */
const instantsIn = (row: unknown): string[] =>
  JSON.stringify(row).match(/\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[\d.]*(Z|[+-]\d\d:\d\d)/g) ?? []

/** The database's clock as it is read for records shows another time from now on. */
const shifted = (database: Database) => {
  let off = 0
  const watched = new WeakSet<object>()
  database.pool.on('acquire', (client) => {
    if (watched.has(client)) return
    watched.add(client)
    const ask = client.query.bind(client) as (...given: unknown[]) => Promise<{ rows: { now: string }[] }>
    Object.assign(client, {
      query: async (...given: unknown[]) => {
        const answer = await ask(...given)
        const [row] = String(given[0]).includes('clock_timestamp') ? answer.rows : []
        if (row !== undefined) row.now = new Date(Date.parse(row.now) + off).toISOString()
        return answer
      },
    })
  })
  return (milliseconds: number) => {
    off += milliseconds
  }
}

test('a database whose clock jumps back and ahead loses no order: records are counted, not timed', async () => {
  const database = await openDatabase({ data: await freshData() })
  try {
    const jump = shifted(database)
    const county = await openedCounty(database)
    const counties = countiesInMemory()
    for (const [at, by] of [0, -year, 3 * year, -2 * year].entries()) {
      jump(by)
      const plan = planned([
        line('set-staffing-quota', { unit: 'water', kind: 'administrative', posts: 2 + at }),
      ])
      const { applied, findings } = await applyPlan(database, counties, { county, plan, actor: 'local:test' })
      expect(applied, JSON.stringify(findings)).toMatchObject({ from: at + 2 })
    }

    const entries = await readEntries(database, county)
    const times = entries.map(({ recordedAt }) => recordedAt)
    expect(times).not.toEqual([...times].sort())
    expect(entries.map(({ seq }) => seq)).toEqual([1, 2, 3, 4, 5])
    expect((await readAudit(database, county)).map(({ seq }) => seq)).toEqual([1, 2, 3, 4, 5])
    expect(await faultsOfChains(database, county)).toEqual([])
    expect((await verifyJournals(database, { county, anchor: undefined })).map(({ valid }) => valid)).toEqual(
      [true],
    )
    expect((await countiesInMemory().current(database, county))?.head.seq).toBe(5)
  } finally {
    await database.close()
  }
})
