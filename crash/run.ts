import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { builtPage } from '../src/server/kit/built-page.testing.ts'
import { stopServer } from '../src/store/embedded/server.ts'
import { throughFullDisk } from './full-disk.ts'
import { blowsOn, type Tally, throughBlows } from './rounds.ts'

/** The long crash suites. Prints what was lived through and ends with 1 when anything was not as it must be. */
const usage =
  'npm run crash -- [--kills 200] [--stops 50] [--both 20] [--fuzz 500] [--only nth,fuzz,kill,disk]'

const options = new Map<string, string>()
const words = process.argv.slice(2)
for (let at = 0; at < words.length; at += 2) options.set(words[at] ?? '', words[at + 1] ?? '')
const known = ['--kills', '--stops', '--both', '--fuzz', '--only']
if (words.length % 2 > 0 || [...options.keys()].some((name) => !known.includes(name))) {
  console.error(usage)
  process.exit(2)
}
const count = (name: string, usual: number): number => {
  const value = Number(options.get(name) ?? usual)
  if (Number.isInteger(value) && value >= 0) return value
  console.error(usage)
  process.exit(2)
}
const only = options.get('--only')?.split(',')
const isDue = (name: string) => only === undefined || only.includes(name)

interface Row {
  readonly what: string
  readonly isFine: boolean
  readonly said: string
}
const rows: Row[] = []

/** Test files on a real PostgreSQL, in their long form. */
const tests = (file: string, env: Record<string, string>): Promise<boolean> =>
  new Promise((done) => {
    const vitest = ['node_modules/vitest/vitest.mjs', 'run', '--mode=records', '--testTimeout=1800000', file]
    const child = spawn(process.execPath, vitest, {
      cwd: resolve(import.meta.dirname, '..'),
      env: { ...process.env, ...env },
      stdio: 'inherit',
    })
    child.once('close', (code) => done(code === 0))
  })

const told = (line: string) => console.log(line)

const tallied = (what: string, tally: Tally) => {
  for (const fault of tally.faults) console.log(`✗ ${fault}`)
  const { sent, inDoubt, doneInDoubt, lost, doubled, half, otherwise, slowestStartMs } = tally
  const start = slowestStartMs === 0 ? '' : ` · slowest start ${(slowestStartMs / 1000).toFixed(1)} s`
  rows.push({
    what: `${tally.blows} × ${what}`,
    isFine: tally.faults.length === 0,
    said: `${sent} commands, each twice · in doubt ${inDoubt}, of them done ${doneInDoubt} · lost ${lost} · doubled ${doubled} · half applied ${half} · otherwise wrong ${otherwise}${start}`,
  })
}

/** In an order that is another one each time. */
const shuffled = <Each>(given: readonly Each[]): Each[] =>
  given
    .map((each) => ({ each, at: Math.random() }))
    .sort((a, b) => a.at - b.at)
    .map(({ each }) => each)

const killing = async (): Promise<void> => {
  const data = mkdtempSync(join(tmpdir(), 'sanding-crash-'))
  const { kill, stop, both } = blowsOn(data)
  const due = [
    ...Array.from({ length: count('--kills', 200) }, () => kill),
    ...Array.from({ length: count('--stops', 50) }, () => stop),
    ...Array.from({ length: count('--both', 20) }, () => both),
  ]
  const place = { cluster: join(data, 'postgres'), log: join(data, 'postgres.log') }
  try {
    const tally = await throughBlows(data, shuffled(due), told)
    tallied('kill -9 / PostgreSQL stopped hard / both', tally)
    if (tally.faults.length > 0) console.log(`the folder stays: ${data}`)
    else rmSync(data, { recursive: true, force: true })
  } finally {
    await stopServer(place)
  }
}

for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(130))

await builtPage()
if (isDue('nth')) {
  const isFine = await tests('crash/nth-statement.db.test.ts', { SANDING_CRASH: 'long' })
  rows.push({ what: 'each statement of each command fails, in three ways', isFine, said: 'see above' })
}
if (isDue('fuzz')) {
  const requests = String(count('--fuzz', 500))
  const isFine = await tests('src/server/fuzz.db.test.ts', { SANDING_FUZZ: requests })
  rows.push({ what: `each operation fuzzed ${requests} times`, isFine, said: 'see above' })
}
if (isDue('kill')) await killing()
if (isDue('disk')) {
  const tally = await throughFullDisk(3, told)
  if (tally === undefined) console.log('full disk: only root may mount a small one; not tried')
  else tallied('disk full', tally)
}

console.log('')
for (const { what, isFine, said } of rows) console.log(`${isFine ? 'ok    ' : 'FAILED'} ${what}: ${said}`)
process.exitCode = rows.every(({ isFine }) => isFine) ? 0 : 1
