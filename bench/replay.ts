import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { dayFromNumber } from '../src/kernel/day.ts'
import { changesBetween } from '../src/reform/changes.ts'
import type { CaseTexts } from '../src/reform/exchange/case.ts'
import { replayCase } from '../src/reform/exchange/replay.ts'
import { type Measurement, summary, timed } from './measure.ts'

interface Unit {
  id: string
  name: string
  kind: string
  parent: string
  area: number
}
interface Size {
  readonly units: number
  readonly operations: number
  readonly years: number
}

/** Numbers that look random and are the same in every run (mulberry32). */
const seeded = (seed: number) => {
  let state = seed
  return (below: number): number => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * below)
  }
}

/** A synthetic case (示例): municipalities that merge, join, divide, change code, name and district over the years. */
const syntheticCase = ({ units: count, operations: total, years }: Size): CaseTexts => {
  const pick = seeded(count)
  const before = Array.from({ length: count }, (_, at): Unit => {
    const id = String(at + 1).padStart(6, '0')
    return { id, name: `示例${id}`, kind: 'municipality', parent: String(at % 400), area: pick(90_000) / 100 }
  })
  const alive = new Map(before.map((unit) => [unit.id, unit]))
  const codes = [...alive.keys()]
  const one = (): Unit => {
    for (;;) {
      const at = pick(codes.length)
      const unit = alive.get(codes[at] as string)
      if (unit !== undefined) return unit
      codes[at] = codes.at(-1) as string
      codes.pop()
    }
  }
  const end = (...ended: Unit[]): string[] => {
    for (const { id } of ended) alive.delete(id)
    return ended.map(({ id }) => id)
  }
  const live = (unit: Unit): Unit => {
    if (!alive.has(unit.id)) codes.push(unit.id)
    alive.set(unit.id, unit)
    return unit
  }
  const fresh = (like: Unit, at: number): Unit => ({ ...like, id: `N${at}`, name: `示例新${at}` })
  const act = (at: number): { type: string; sources: string[]; targets: Unit[] } => {
    const [a, b] = [one(), one()]
    const kind = a.id === b.id ? 9 : pick(10)
    if (kind < 2) return { type: 'absorb', sources: end(a), targets: [live({ ...b, area: a.area + b.area })] }
    if (kind < 4) return { type: 'merge', sources: end(a, b), targets: [live({ ...fresh(a, at), id: a.id })] }
    if (kind < 5)
      return { type: 'split', sources: end(a), targets: [live(fresh(a, at)), live({ ...a, id: `S${at}` })] }
    if (kind < 7) return { type: 'recode', sources: end(a), targets: [live({ ...a, id: `R${at}` })] }
    if (kind < 8)
      return { type: 'move', sources: [a.id], targets: [live({ ...a, parent: String(pick(400)) })] }
    return { type: 'rename', sources: [a.id], targets: [live({ ...a, name: `示例改${at}` })] }
  }
  const operations = Array.from({ length: total }, (_, at) => ({
    id: `op-${String(at + 1).padStart(5, '0')}`,
    date: dayFromNumber(-3650 + Math.floor((at * years * 365.25) / total)),
    ...act(at),
    evidence: 'synthetic',
  }))
  return {
    'before.json': JSON.stringify({ meta: { case: 'synthetic', count }, units: before }),
    'operations.json': JSON.stringify({ meta: { counts: { operations: total } }, operations }),
    'after.json': JSON.stringify({ meta: { count: alive.size }, units: [...alive.values()] }),
  }
}

const replayed = (texts: CaseTexts) => {
  const result = replayCase(texts)
  if (result.exact !== true) throw new Error(`not exact: ${result.findings[0]?.message.en}`)
  return changesBetween(result.before, result.after)
}

const large: Size = { units: 35_000, operations: 200, years: 1 }

/** The replay of a foreign register with diff, its memory, and a bare copy of the same units in the same run. */
export const replay = (): Promise<Measurement[]> => {
  const texts = syntheticCase(large)
  const work = timed(
    'replay: 35,000 units, 200 operations, texts → units + proof + diff',
    () => replayed(texts),
    {
      runs: 9,
      warmup: 3,
      goal: 1000,
    },
  )
  const bare = timed(
    'bare baseline: JSON.parse and structuredClone of the same units',
    () => structuredClone(JSON.parse(texts['before.json'] as string)),
    { runs: 9, warmup: 2 },
  )
  const ratio: Measurement = {
    name: 'ratio: replay ÷ bare copy',
    unit: '×',
    median: work.median / bare.median,
    min: work.min / bare.max,
    max: work.max / bare.min,
    runs: work.runs,
  }
  const long = syntheticCase({ units: 30_000, operations: 5_000, years: 60 })
  const sixtyYears = timed('replay: 30,000 units, 5,000 operations over 60 years', () => replayed(long), {
    runs: 5,
    warmup: 1,
  })
  return Promise.resolve([work, bare, ratio, peakMemory(), sixtyYears])
}

/** Peak of a process that does nothing but one such replay: the file itself, started with `--once`. */
const peakMemory = (): Measurement => {
  const peaks = Array.from({ length: 3 }, () => {
    const child = spawnSync(process.execPath, [fileURLToPath(import.meta.url), '--once'], {
      encoding: 'utf8',
    })
    if (child.status !== 0) throw new Error(child.stderr)
    return Number(child.stdout)
  })
  return summary('peak memory of one such replay in a process of its own', 'MB', peaks, { goal: 500 })
}

if (process.argv[2] === '--once') {
  replayed(syntheticCase(large))
  process.stdout.write(String(process.resourceUsage().maxRSS / 1024))
}
