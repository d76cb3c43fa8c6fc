import { mkdirSync, writeFileSync } from 'node:fs'
import { cpus, loadavg } from 'node:os'
import { join } from 'node:path'
import { chart } from './chart.ts'
import { hequ, journal } from './core.ts'
import type { Measurement } from './measure.ts'
import { memory } from './memory.ts'
import { records } from './records.ts'
import { replay } from './replay.ts'
import { server } from './server.ts'
import { web } from './web.ts'

/** The parts of the bench by the file that each writes into `bench/results`. Nothing here is a test: machines differ. */
const parts: Readonly<Record<string, readonly (() => Promise<Measurement[]> | Measurement[])[]>> = {
  core: [hequ, journal, replay],
  records: [records, memory, server],
  web: [web, chart],
}

const round = (value: number) => (value >= 100 ? value.toFixed(0) : value.toFixed(2))
const print = ({ name, unit, median, min, max, runs, goal, note }: Measurement): void => {
  const goalText = goal === undefined ? '' : `  goal ≤ ${goal} ${unit}: ${median <= goal ? 'met' : 'MISSED'}`
  console.log(
    `${name}\n  median ${round(median)} ${unit} (${round(min)}–${round(max)}, ${runs} runs)${goalText}${note === undefined ? '' : `  ${note}`}`,
  )
}

const folder = join(import.meta.dirname, 'results')
mkdirSync(folder, { recursive: true })
const machine = { node: process.version, cores: cpus().length, model: cpus()[0]?.model ?? 'unknown' }

// `npm run bench -- records` runs one part alone.
const [, , only] = process.argv
for (const [part, works] of Object.entries(parts)) {
  if (only !== undefined && only !== part) continue
  const began = loadavg()
  const figures: Measurement[] = []
  for (const work of works) {
    const found = await work()
    for (const figure of found) print(figure)
    figures.push(...found)
  }
  // Averages of the last minute, as the part began and as it ended: what else the machine was doing.
  const load = [began[0], loadavg()[0]].map((average) => Math.round((average ?? 0) * 10) / 10)
  const text = JSON.stringify({ machine: { ...machine, load }, figures }, undefined, 2)
  writeFileSync(join(folder, `${part}.json`), `${text}\n`)
}
