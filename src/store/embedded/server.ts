import { spawn, spawnSync } from 'node:child_process'
import {
  chownSync,
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  readlinkSync,
  realpathSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { say } from '../../kernel/text.ts'
import { StoreFault } from '../fault.ts'
import { type Binaries, findBinaries } from './binaries.ts'
import type { DataFolder } from './data-folder.ts'
import { isAlive } from './file-lock.ts'
import { type Owner, ownerOfServer } from './owner.ts'

const patience = 60_000

/** Where the cluster lies and what it says of itself. */
type Place = Pick<DataFolder, 'cluster' | 'log'> & Partial<DataFolder>

/** Settings that the server always runs with, whatever stands in its files. */
const settings = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  fsync: 'on',
  full_page_writes: 'on',
  synchronous_commit: 'on',
  password_encryption: 'scram-sha-256',
  max_connections: '60',
  shared_buffers: '64MB',
  timezone: 'UTC',
  log_timezone: 'UTC',
  lc_messages: 'C',
} as const

/**
 * Makes the cluster when it is new and starts its server when none runs; a server that an earlier, killed run left
 * behind is adopted. Call it under the folder's lock. Returns the port on 127.0.0.1.
 */
export const startServer = async (folder: DataFolder): Promise<number> => {
  const owner = ownerOfServer()
  const binaries = findBinaries(owner)
  if (!existsSync(folder.cluster)) initialise(folder, binaries, owner)
  return (await adopted(folder)) ?? (await started(folder, binaries, owner))
}

/** Stops the folder's server at once but in order (no waiting for idle clients); nothing when none runs. */
export const stopServer = async (folder: Place): Promise<void> => {
  const pid = postmasterOf(folder)?.pid
  if (pid === undefined || !isAlive(pid)) return
  process.kill(pid, 'SIGINT')
  for (const until = Date.now() + patience; isAlive(pid); await sleep(10))
    if (Date.now() > until) throw notResponding(folder, '停止', 'stop')
}

interface Postmaster {
  readonly pid: number
  readonly port: number
  readonly isReady: boolean
}

/** What the server itself wrote about itself; undefined when it stopped in order. */
export const postmasterOf = (
  folder: Partial<DataFolder> & Pick<DataFolder, 'cluster'>,
): Postmaster | undefined => {
  try {
    const lines = readFileSync(join(folder.cluster, 'postmaster.pid'), 'utf8').split('\n')
    const [pid, port] = [Number(lines[0]), Number(lines[3])]
    return pid > 1 ? { pid, port, isReady: lines[7]?.trim() === 'ready' } : undefined
  } catch {
    return undefined
  }
}

/** The port of a server that runs already, once it is ready. */
const adopted = async (folder: DataFolder): Promise<number | undefined> => {
  for (const until = Date.now() + patience; Date.now() < until; await sleep(20)) {
    const running = postmasterOf(folder)
    // A process number may live again as something else: only a PostgreSQL of this folder counts.
    if (running === undefined || !isAlive(running.pid) || !isServerOf(running.pid, folder)) return undefined
    if (running.isReady) return running.port
  }
  throw notResponding(folder, '就绪', 'become ready')
}

const isServerOf = (pid: number, folder: DataFolder): boolean => {
  if (process.platform !== 'linux') return true
  try {
    return readlinkSync(`/proc/${pid}/cwd`) === realpathSync(folder.cluster)
  } catch {
    return false
  }
}

const started = async (folder: DataFolder, binaries: Binaries, owner: Owner | undefined): Promise<number> => {
  const port = await freePort(folder)
  // The children of a killed server hold its memory for a moment longer: then the start is tried again.
  for (const until = Date.now() + patience; Date.now() < until; await sleep(100)) {
    const pid = launched(folder, binaries, { port, ...(owner === undefined ? {} : { owner }) })
    if (await becameReady(folder, pid)) return port
  }
  throw notResponding(folder, '启动', 'start')
}

const launched = (
  folder: DataFolder,
  binaries: Binaries,
  { port, owner }: { port: number; owner?: Owner },
): number => {
  const log = openSync(folder.log, 'a', 0o600)
  const { paths, descriptors } = handed([folder.cluster], owner)
  const flags = Object.entries({ ...settings, port }).flatMap(([key, value]) => ['-c', `${key}=${value}`])
  const child = spawn(binaries.postgres, ['-D', paths[0] ?? '', ...flags], {
    ...owner,
    cwd: '/',
    // A Ctrl-C in the terminal is for us: we stop the server when our own work is done.
    detached: true,
    stdio: ['ignore', log, log, ...descriptors],
    env: { PATH: process.env.PATH ?? '', TZ: 'UTC' },
  })
  for (const open of [log, ...descriptors]) closeSync(open)
  child.unref()
  child.on('error', () => undefined)
  return child.pid ?? -1
}

const becameReady = async (folder: DataFolder, pid: number): Promise<boolean> => {
  for (const until = Date.now() + patience; Date.now() < until; await sleep(10)) {
    const running = postmasterOf(folder)
    if (running?.pid === pid && running.isReady) return true
    if (pid < 0 || !isAlive(pid)) return false
  }
  return false
}

interface Handed {
  readonly paths: readonly string[]
  readonly descriptors: readonly number[]
}

/**
 * How the server's account is told where things are. Started by root, it may not walk through root's private folders:
 * then it inherits them open (from descriptor 3 on), and nobody's permissions need to be loosened.
 */
const handed = (paths: readonly string[], owner: Owner | undefined): Handed =>
  owner === undefined || process.platform !== 'linux'
    ? { paths, descriptors: [] }
    : {
        paths: paths.map((_, at) => `/proc/self/fd/${at + 3}`),
        descriptors: paths.map((path) => openSync(path, 'r')),
      }

/** The cluster is made beside its place and moved there whole: an interrupted set-up leaves nothing half-made. */
const initialise = (folder: DataFolder, binaries: Binaries, owner: Owner | undefined): void => {
  const [part, word] = [`${folder.cluster}.new`, join(folder.path, 'password.new')]
  for (const path of [part, word]) rmSync(path, { recursive: true, force: true })
  mkdirSync(part, { mode: 0o700 })
  writeFileSync(word, folder.secret.superuser, { mode: 0o600, flag: 'wx' })
  if (owner !== undefined) for (const path of [part, word]) chownSync(path, owner.uid, owner.gid)
  const { paths, descriptors } = handed([part, word], owner)
  const flags = ['--encoding=UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8']
  const access = ['--auth=scram-sha-256', '--username=postgres', `--pwfile=${paths[1]}`]
  const { status, stderr } = spawnSync(binaries.initdb, [`--pgdata=${paths[0]}`, ...flags, '-k', ...access], {
    ...owner,
    cwd: '/',
    encoding: 'utf8',
    stdio: ['ignore', 'ignore', 'pipe', ...descriptors],
    env: { PATH: process.env.PATH ?? '', TZ: 'UTC' },
  })
  for (const open of descriptors) closeSync(open)
  rmSync(word, { force: true })
  if (status !== 0)
    throw new StoreFault(
      say(`无法建立数据库：${stderr.trim()}`, `The database could not be made: ${stderr.trim()}`),
    )
  renameSync(part, folder.cluster)
}

/** The port that the folder used before when it is free, another one otherwise. */
const freePort = async (folder: DataFolder): Promise<number> => {
  const file = join(folder.path, 'port')
  const before = existsSync(file) ? Number(readFileSync(file, 'utf8')) : 0
  const port = (await listening(before)) ?? (await listening(0))
  if (port === undefined) throw notResponding(folder, '启动', 'start')
  writeFileSync(file, String(port))
  return port
}

const listening = (port: number): Promise<number | undefined> =>
  new Promise((resolve) => {
    const probe = createServer()
    probe.on('error', () => resolve(undefined))
    probe.listen({ port, host: '127.0.0.1', exclusive: true }, () => {
      const address = probe.address()
      probe.close(() => resolve(typeof address === 'object' ? address?.port : undefined))
    })
  })

const notResponding = (folder: Place, zh: string, en: string) =>
  new StoreFault(
    say(`数据库没有${zh}；原因见“${folder.log}”`, `The database did not ${en}; see “${folder.log}”`),
  )
