import { mkdtempSync, rmSync } from 'node:fs'
import { loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import type { Role } from '../src/rights/role.ts'
import { builtPage } from '../src/server/kit/built-page.testing.ts'
import { signedIn } from '../src/server/kit/server.testing.ts'
import { applyPlan } from '../src/store/apply-plan.ts'
import { countiesInMemory } from '../src/store/current.ts'
import { type Database, openDatabase } from '../src/store/database.ts'
import { importCounty } from '../src/store/import-county.ts'
import { type Desk, drafter, type Person, reader, reformer, type Sample, working } from './clients.ts'
import { actor, fill, folderAs, hequPlan } from './counties.ts'
import { httpClient } from './http.ts'
import { type Measurement, milliseconds, quantile, ratioOf, summary } from './measure.ts'
import { type Serving, serving } from './serving.ts'

const counties = ['c0', 'c1', 'c2', 'c3']
const long = 'long'
const warmUp = 15_000
const round = 15_000
const rounds = 3

/** The server in a process of its own, over four counties in use and one with a 50,000-entry journal. */
export const server = async (): Promise<Measurement[]> => {
  await builtPage()
  const data = mkdtempSync(join(tmpdir(), 'sanding-bench-'))
  const database = await openDatabase({ data })
  try {
    await prepare(database)
    const starts = await started(data, database)
    const running = await serving(data)
    try {
      return [...starts, ...(await keyedReads(database, running)), ...(await load(database, running))]
    } finally {
      await running.stop()
    }
  } finally {
    await database.close()
    rmSync(data, { recursive: true, force: true })
  }
}

const prepare = async (database: Database): Promise<void> => {
  const known = countiesInMemory()
  const plan = hequPlan()
  for (const county of counties) {
    await importCounty(database, folderAs(county), actor)
    const { applied } = await applyPlan(database, known, { county, plan, actor })
    if (applied === null) throw new Error('the Hequ plan is refused')
  }
  await importCounty(database, folderAs(long), actor)
  await database.transaction((client) => fill(client, long))
}

/** What the machine was doing besides: a figure beside a busy neighbour is no figure of ours alone. */
const loadNote = (): string => `load average ${(loadavg()[0] ?? 0).toFixed(1)}`

const desk = async (database: Database, role: Role, county: string, number: number): Promise<Desk> => {
  const { cookie } = await signedIn(database, [{ role, over: county }])
  return { county, number, cookie, random: seeded(number) }
}

/** Numbers between 0 and 1 that look random and are the same in every run (mulberry32). */
const seeded = (seed: number) => {
  let state = seed
  return (): number => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/** Starts with the embedded PostgreSQL already up and asks for the longest county. */
const started = async (data: string, database: Database): Promise<Measurement[]> => {
  const { cookie } = await desk(database, 'planner', long, 1)
  const starts: number[] = []
  const firsts: number[] = []
  const agains: number[] = []
  for (let at = 0; at < 3; at += 1) {
    const running = await serving(data)
    const client = httpClient(running.origin)
    const asked = { method: 'GET', path: `/api/counties/${long}/register`, cookie } as const
    const first = await client.ask(asked)
    const again = await client.ask(asked)
    client.end()
    await running.stop()
    if (first.status !== 200) throw new Error(`the long county is answered with ${first.status}`)
    starts.push(running.startMs)
    firsts.push(first.ms)
    agains.push(again.ms)
  }
  return [
    summary('server: from the command to the line that says where it listens', 'ms', starts, {
      note: loadNote(),
    }),
    summary('server: its first answer about a county with a 50,000-entry journal', 'ms', firsts),
    summary(
      'server: the two together',
      'ms',
      starts.map((start, at) => start + (firsts[at] ?? 0)),
      {
        goal: 10_000,
      },
    ),
    summary('server: the same register asked for again', 'ms', agains),
  ]
}

/** One record by its key, through all of the API and through nothing but a connection, in turns. */
const keyedReads = async (database: Database, { origin }: Serving): Promise<Measurement[]> => {
  const { cookie } = await desk(database, 'planner', long, 2)
  const client = httpClient(origin)
  const { host, port, user, password, database: name } = database.pool.options
  const bareClient = new pg.Client({ host, port, user, password, database: name } as pg.ClientConfig)
  await bareClient.connect()
  const ours: number[] = []
  const bares: number[] = []
  try {
    for (let at = 0; at < 1500; at += 1) {
      const seq = 1 + ((at * 7919) % 50_000)
      const { ms, status } = await client.ask({
        method: 'GET',
        path: `/api/counties/${long}/journal/${seq}`,
        cookie,
      })
      if (status !== 200) throw new Error(`record ${seq} is answered with ${status}`)
      const bare = await milliseconds(() =>
        bareClient.query('select * from entry where county_id = $1 and seq = $2', [long, seq]),
      )
      if (at < 500) continue
      ours.push(ms)
      bares.push(bare)
    }
  } finally {
    client.end()
    await bareClient.end()
  }
  const work = summary('server: GET one journal record by its number, signed in', 'ms', ours, {
    note: loadNote(),
  })
  const nothing = summary('bare baseline: the same row through pg on the same server', 'ms', bares)
  return [work, nothing, { ...ratioOf('ratio: API ÷ bare pg', work, nothing), goal: 10 }]
}

/** 50 people of a county: 44 look things up, five draw up plans, one takes plans into the journal. */
const people = async (database: Database, county: string, first: number): Promise<Person[]> => {
  const all: Person[] = []
  const roles: Role[] = ['approver', 'organisation', 'finance', 'planner']
  for (let at = 0; at < 44; at += 1)
    all.push(reader(await desk(database, roles[at % roles.length] as Role, county, first + at)))
  for (let at = 44; at < 49; at += 1) all.push(drafter(await desk(database, 'planner', county, first + at)))
  const approver = await desk(database, 'approver', county, first + 50)
  all.push(reformer(await desk(database, 'planner', county, first + 49), approver))
  return all
}

const load = async (database: Database, running: Serving): Promise<Measurement[]> => {
  const all: Person[] = []
  for (const [at, county] of counties.entries()) all.push(...(await people(database, county, 100 * (at + 1))))
  let isOn = true
  let samples: Sample[] = []
  const random = seeded(7)
  const work = Promise.all(
    all.map((person) =>
      working(running.origin, person, {
        isOn: () => isOn,
        tell: (sample) => void samples.push(sample),
        random,
      }),
    ),
  )
  await Promise.race([work, sleep(warmUp)])
  const taken: Round[] = []
  for (let at = 0; at < rounds; at += 1) {
    samples = []
    const before = running.processor()
    // A client that fails ends the bench at once.
    await Promise.race([work, sleep(round)])
    const after = running.processor()
    const used = (after?.used ?? Number.NaN) - (before?.used ?? Number.NaN)
    const waited = (after?.waited ?? Number.NaN) - (before?.waited ?? Number.NaN)
    taken.push({ samples, used, waited, note: loadNote() })
  }
  isOn = false
  await work
  return figuresOf(taken, all.length)
}

interface Round {
  readonly samples: readonly Sample[]
  /** Seconds of processor of the server, and seconds that others kept it from running. */
  readonly used: number
  readonly waited: number
  readonly note: string
}

const figuresOf = (taken: readonly Round[], clients: number): Measurement[] => {
  const wrong = taken.flatMap(({ samples }) => samples).filter(({ status }) => status >= 400)
  const note = taken.map(({ note }) => note.replace('load average ', '')).join(', ')
  const of = (kind: Sample['kind'], share: number, goal?: number): Measurement =>
    summary(
      `server: ${clients} clients with 1–3 s to think, ${kind}s p${share * 100}`,
      'ms',
      taken.map(({ samples }) => quantile(times(samples, kind), share)),
      {
        ...(goal === undefined ? {} : { goal }),
        note:
          share < 0.9
            ? `load averages ${note}`
            : slowest(
                taken.flatMap(({ samples }) => samples),
                kind,
              ),
      },
    )
  return [
    of('read', 0.5),
    of('read', 0.99, 300),
    of('command', 0.5),
    of('command', 0.99, 800),
    summary(
      'server: answers a second under them',
      '/s',
      taken.map(({ samples }) => samples.length / (round / 1000)),
      {
        note: `${wrong.length} refused${wrong[0] === undefined ? '' : `, such as ${wrong[0].name} ${wrong[0].status}`}`,
      },
    ),
    summary(
      'server: processor time of its process for an answer',
      'ms',
      taken.map(({ samples, used }) => (used * 1000) / samples.length),
    ),
    summary(
      'server: of the time in which it could run, others had the processor',
      '%',
      taken.map(({ used, waited }) => (100 * waited) / (used + waited)),
    ),
  ]
}

const times = (samples: readonly Sample[], kind: Sample['kind']): number[] =>
  samples.filter((sample) => sample.kind === kind).map(({ ms }) => ms)

/** The three kinds of question whose p99 is worst. */
const slowest = (samples: readonly Sample[], kind: Sample['kind']): string => {
  const names = Map.groupBy(
    samples.filter((sample) => sample.kind === kind),
    ({ name }) => name,
  )
  return Array.from(names, ([name, all]) => ({ name, all: all.map(({ ms }) => ms) }))
    .map(({ name, all }) => ({ name, p50: quantile(all, 0.5), p99: quantile(all, 0.99) }))
    .sort((a, b) => b.p50 - a.p50)
    .slice(0, 3)
    .map(({ name, p50, p99 }) => `${name} ${p50.toFixed(0)}/${p99.toFixed(0)}`)
    .join(', ')
}
