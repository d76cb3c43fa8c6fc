import { type ChildProcess, spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'

const root = resolve(import.meta.dirname, '..')

/** A server in a process of its own, started as an administrator starts it. */
export interface Serving {
  readonly origin: string
  /** From the start of the program to the line that says where it listens. Milliseconds. */
  readonly startMs: number
  /** What it has had of the processor until now; undefined where the system does not tell. */
  processor(): Processor | undefined
  stop(): Promise<void>
}

/** Seconds in which it ran, and in which its main thread could have run and others had the processor. */
export interface Processor {
  readonly used: number
  readonly waited: number
}

/** Starts `bin/sanding serve` over a folder of data; its log is written, and read by nobody. */
export const serving = async (data: string): Promise<Serving> => {
  const began = performance.now()
  const { DATABASE_URL: _, PORT: __, SANDING_LOG: ___, ...env } = process.env
  // SANDING_BENCH_NODE hands options to the server's Node, such as --cpu-prof.
  const options = (env.SANDING_BENCH_NODE ?? '').split(' ').filter(Boolean)
  const child = spawn(
    process.execPath,
    [...options, join(root, 'bin/sanding'), 'serve', '--port', '0', '--data', data],
    { cwd: root, env: { ...env, LC_ALL: 'C' }, stdio: ['ignore', 'pipe', 'pipe'] },
  )
  // Whoever gives up in the middle leaves nothing running.
  const giveUp = () => void child.kill('SIGTERM')
  process.once('exit', giveUp)
  const ended = new Promise<void>((done) => child.once('exit', () => done()))
  const origin = await addressOf(child)
  return {
    origin,
    startMs: performance.now() - began,
    processor: () => processorOf(child.pid),
    stop: async () => {
      giveUp()
      await ended
      process.off('exit', giveUp)
    },
  }
}

const addressOf = (child: ChildProcess): Promise<string> =>
  new Promise((ready, failed) => {
    let said = ''
    const hear = (part: Buffer) => {
      if (said.length > 100_000) return
      said += String(part)
      const found = /http:\/\/127\.0\.0\.1:\d+/.exec(said)?.[0]
      if (found !== undefined) ready(found)
    }
    child.stdout?.on('data', hear)
    child.stderr?.on('data', hear)
    child.once('exit', (code) => failed(new Error(`the server ended with ${code}: ${said}`)))
  })

/** utime and stime of /proc/PID/stat are hundredths of a second on every Linux; schedstat counts nanoseconds. */
const processorOf = (pid: number | undefined): Processor | undefined => {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? []
    const waited = Number(readFileSync(`/proc/${pid}/schedstat`, 'utf8').split(' ')[1]) / 1e9
    return { used: (Number(fields[11]) + Number(fields[12])) / 100, waited }
  } catch {
    return undefined
  }
}
