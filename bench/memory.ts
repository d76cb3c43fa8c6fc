import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { countiesInMemory } from '../src/store/current.ts'
import { type Database, openDatabase } from '../src/store/database.ts'
import { importCounty } from '../src/store/import-county.ts'
import { actor, fill, folderAs } from './counties.ts'
import { type Measurement, summary } from './measure.ts'

const kept = 8
const long = 'long'

/** What counties take of the heap, in a process that does nothing else. */
export const memory = async (): Promise<Measurement[]> => {
  const data = mkdtempSync(join(tmpdir(), 'sanding-bench-'))
  const database = await openDatabase({ data })
  try {
    for (let at = 0; at < 2 * kept; at += 1) await importCounty(database, folderAs(`m${at}`), actor)
    await importCounty(database, folderAs(long), actor)
    await database.transaction((client) => fill(client, long))
    const all = Array.from({ length: 3 }, () => once(data))
    const of = (name: string, pick: (taken: Taken) => number, rest: { goal?: number; note?: string } = {}) =>
      summary(name, 'MB', all.map(pick), rest)
    return [
      of('memory: a county of 315 units, as it stands in memory', ({ each }) => each),
      of(
        `memory: what ${kept} counties left behind when ${kept} others took their place, each`,
        ({ left }) => left,
        { goal: 0.1 },
      ),
      of('memory: a county with a 50,000-entry journal', ({ history }) => history),
    ]
  } finally {
    await database.close()
    rmSync(data, { recursive: true, force: true })
  }
}

/** Megabytes of heap after a full collection. */
interface Taken {
  readonly each: number
  readonly left: number
  readonly history: number
}

const once = (data: string): Taken => {
  const child = spawnSync(process.execPath, ['--expose-gc', fileURLToPath(import.meta.url), data], {
    encoding: 'utf8',
  })
  if (child.status !== 0) throw new Error(child.stderr)
  return JSON.parse(child.stdout) as Taken
}

const heap = (): number => {
  for (let at = 0; at < 3; at += 1) globalThis.gc?.()
  return process.memoryUsage().heapUsed / 2 ** 20
}

const taken = async (database: Database): Promise<Taken> => {
  // What the first county brings along for all: compiled code, parsed rules.
  await countiesInMemory(1).current(database, 'm0')
  const counties = countiesInMemory(kept)
  const none = heap()
  for (let at = 0; at < kept; at += 1) await counties.current(database, `m${at}`)
  const some = heap()
  for (let at = kept; at < 2 * kept; at += 1) await counties.current(database, `m${at}`)
  const others = heap()
  const one = countiesInMemory(1)
  await one.current(database, long)
  const history = heap() - others
  if (counties.size !== kept || one.size !== 1) throw new Error('the counties are not in memory')
  return { each: (some - none) / kept, left: (others - some) / kept, history }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const database = await openDatabase({ data: process.argv[2] ?? '' })
  process.stdout.write(JSON.stringify(await taken(database)))
  await database.close()
}
