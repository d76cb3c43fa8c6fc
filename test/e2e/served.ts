import { type ChildProcess, spawn } from 'node:child_process'
import { resolve } from 'node:path'

const root = resolve(import.meta.dirname, '../..')

/** The real server as a user starts it, on a free port. */
export interface Served {
  readonly origin: string
  stop(): Promise<void>
}

/** Starts `sanding serve` and waits for the line in which it says where it listens. */
export const serve = (...args: readonly string[]): Promise<Served> => {
  const child = spawn(resolve(root, 'bin/sanding'), ['serve', '--port', '0', ...args], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  return new Promise((ready, failed) => {
    let said = ''
    const hear = (chunk: Buffer) => {
      said += chunk.toString()
      const origin = /http:\/\/127\.0\.0\.1:\d+/.exec(said)?.[0]
      if (origin !== undefined) ready({ origin, stop: () => stop(child) })
    }
    child.stdout.on('data', hear)
    child.stderr.on('data', hear)
    child.once('exit', (code) => failed(new Error(`sanding serve ended with ${code}: ${said}`)))
  })
}

const stop = (child: ChildProcess): Promise<void> =>
  new Promise((stopped) => {
    if (child.exitCode !== null) return stopped()
    child.once('exit', () => stopped())
    child.kill('SIGTERM')
  })
