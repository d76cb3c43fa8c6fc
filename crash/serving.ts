import { type ChildProcess, spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import type { Client } from '../src/store/database.ts'
import { isAlive } from '../src/store/embedded/file-lock.ts'
import { postmasterOf } from '../src/store/embedded/server.ts'

const root = resolve(import.meta.dirname, '..')
const program = join(root, 'bin/sanding')

/** A server as an administrator starts it, in a group of its own, so that it can be killed with all that belongs to it. */
export interface Serving {
  readonly origin: string
  /** Milliseconds from the start of the program to the line in which it says where it listens. */
  readonly startMs: number
  /** SIGKILL: no handler runs, nothing is closed. */
  kill(): Promise<void>
  /** In order, as a stop by the system. */
  stop(): Promise<void>
}

const patience = 60_000

/** Starts the demonstration over a folder of data. */
export const serving = async (data: string): Promise<Serving> => {
  const began = performance.now()
  const { DATABASE_URL: _, PORT: __, ...env } = process.env
  const child = spawn(process.execPath, [program, 'serve', '--port', '0', '--data', data, '--demo'], {
    cwd: root,
    env: { ...env, LC_ALL: 'C', SANDING_LOG: 'error' },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  })
  // Whoever gives up in the middle leaves nothing running: it stops in order, and its PostgreSQL with it.
  const giveUp = () => process.kill(-(child.pid ?? 0), 'SIGTERM')
  process.once('exit', giveUp)
  const ended = new Promise<void>((done) =>
    child.once('exit', () => {
      process.off('exit', giveUp)
      done()
    }),
  )
  const origin = await addressOf(child)
  const signal = async (name: NodeJS.Signals) => {
    if (child.exitCode === null && child.signalCode === null) process.kill(-(child.pid ?? 0), name)
    await ended
  }
  return {
    origin,
    startMs: performance.now() - began,
    kill: () => signal('SIGKILL'),
    stop: () => signal('SIGTERM'),
  }
}

const addressOf = (child: ChildProcess): Promise<string> =>
  new Promise((ready, failed) => {
    let said = ''
    const timer = setTimeout(() => failed(new Error(`it does not start: ${said}`)), patience)
    const hear = (chunk: Buffer) => {
      said = `${said}${chunk}`.slice(-10_000)
      const found = /http:\/\/127\.0\.0\.1:\d+/.exec(said)?.[0]
      if (found === undefined) return
      clearTimeout(timer)
      ready(found)
    }
    child.stdout?.on('data', hear)
    child.stderr?.on('data', hear)
    child.once('exit', (code) => {
      clearTimeout(timer)
      failed(new Error(`it ended with ${code}: ${said}`))
    })
  })

/** The postmaster of a folder of data. */
const clusterOf = (data: string) => ({ cluster: join(data, 'postgres') })

/** What `pg_ctl stop -m immediate` does: SIGQUIT, no checkpoint, every connection cut. Returns when it is gone. */
export const stopPostgresHard = async (data: string, signal: 'SIGQUIT' | 'SIGKILL' = 'SIGQUIT') => {
  const pid = postmasterOf(clusterOf(data))?.pid
  if (pid === undefined) throw new Error('no PostgreSQL runs here')
  process.kill(pid, signal)
  for (const until = Date.now() + patience; isAlive(pid); await sleep(5))
    if (Date.now() > until) throw new Error('PostgreSQL does not stop')
}

/** As the store itself reads: counts are numbers, days are texts. */
const types: pg.CustomTypesConfig = {
  getTypeParser: ((oid: number, format?: 'text' | 'binary') => {
    if (oid === pg.types.builtins.INT8) return Number
    if (oid === pg.types.builtins.DATE) return String
    return pg.types.getTypeParser(oid, format)
  }) as pg.CustomTypesConfig['getTypeParser'],
}

/** Looks into the store beside the server, with the owner's eyes, and leaves it as it is. */
export const beside = async <Result>(data: string, work: (client: Client) => Promise<Result>) => {
  const secret = JSON.parse(readFileSync(join(data, 'secret.json'), 'utf8')) as { owner: string }
  const port = postmasterOf(clusterOf(data))?.port
  const client = new pg.Client({
    host: '127.0.0.1',
    ...(port === undefined ? {} : { port }),
    user: 'sanding_owner',
    password: secret.owner,
    database: 'sanding',
    types,
  })
  await client.connect()
  try {
    return await work(client as Client)
  } finally {
    await client.end()
  }
}

/** The verdict of `bin/sanding verify-journal` over all counties of the folder; nothing when they are valid. */
export const faultsOfJournals = (data: string): Promise<string[]> =>
  new Promise((done) => {
    const child = spawn(process.execPath, [program, 'verify-journal', '--data', data, '--json'], {
      cwd: root,
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    let said = ''
    child.stdout.on('data', (chunk) => {
      said += chunk
    })
    child.stderr.on('data', (chunk) => {
      said += chunk
    })
    child.once('close', (code) => done(code === 0 ? [] : [`verify-journal ended with ${code}: ${said}`]))
  })
