import { mkdirSync, writeFileSync } from 'node:fs'
import { cpus } from 'node:os'
import { join } from 'node:path'
import { hequ, journal } from './core.ts'
import type { Measurement } from './measure.ts'
import { records } from './records.ts'
import { replay } from './replay.ts'

/** Prints every figure and writes it to `bench/results/core.json`. Nothing here is a test: machines differ. */
const all: Measurement[] = [...hequ(), ...journal(), ...(await replay()), ...(await records())]

const round = (value: number) => (value >= 100 ? value.toFixed(0) : value.toFixed(2))
for (const { name, unit, median, min, max, runs, goal, note } of all) {
  const goalText = goal === undefined ? '' : `  goal ≤ ${goal} ${unit}: ${median <= goal ? 'met' : 'MISSED'}`
  console.log(
    `${name}\n  median ${round(median)} ${unit} (${round(min)}–${round(max)}, ${runs} runs)${goalText}${note === undefined ? '' : `  ${note}`}`,
  )
}

const folder = join(import.meta.dirname, 'results')
mkdirSync(folder, { recursive: true })
const machine = { node: process.version, cores: cpus().length, model: cpus()[0]?.model ?? 'unknown' }
writeFileSync(join(folder, 'core.json'), `${JSON.stringify({ machine, figures: all }, undefined, 2)}\n`)
