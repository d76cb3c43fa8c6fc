import { spawnSync } from 'node:child_process'
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync, symlinkSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { type Blow, type Tally, throughBlows } from './rounds.ts'
import { serving } from './serving.ts'

const mebibyte = 1024 ** 2
/** How long four writers may need to come upon the end of the disk. Milliseconds. */
const patience = 60_000

/**
 * The disk of the cluster is full to the last byte while the gate of the server, which looks at the folder of data, sees
 * room: so the database itself runs into the end. Undefined when no small disk may be mounted here.
 */
export const throughFullDisk = async (
  rounds: number,
  told: (line: string) => void,
): Promise<Tally | undefined> => {
  const [data, disk] = [
    mkdtempSync(join(tmpdir(), 'sanding-full-')),
    mkdtempSync(join(tmpdir(), 'sanding-disk-')),
  ]
  if (!isMounted(disk)) {
    for (const folder of [data, disk]) rmSync(folder, { recursive: true, force: true })
    return undefined
  }
  try {
    await (await serving(data)).stop()
    spawnSync('mv', [join(data, 'postgres'), disk])
    symlinkSync(join(disk, 'postgres'), join(data, 'postgres'))
    return await throughBlows(
      data,
      Array.from({ length: rounds }, () => filled(data, disk)),
      told,
    )
  } finally {
    spawnSync('umount', ['-l', disk])
    for (const folder of [data, disk]) rmSync(folder, { recursive: true, force: true })
  }
}

const isMounted = (disk: string): boolean =>
  process.platform === 'linux' &&
  process.getuid?.() === 0 &&
  spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=400m,mode=755', 'tmpfs', disk]).status === 0

const filled = (data: string, disk: string): Blow => {
  const ballast = join(disk, 'ballast')
  return {
    name: 'full disk',
    strike: async () => {
      const before = refusals(data)
      fill(ballast)
      for (const until = Date.now() + patience; refusals(data) === before; await sleep(100)) {
        if (Date.now() > until) throw new Error('the writers did not come upon the end of the disk')
        fill(ballast)
      }
      await sleep(500)
      rmSync(ballast)
    },
    revived: async (server) => server,
  }
}

/** Takes every byte that is left. */
const fill = (ballast: string): void => {
  const file = openSync(ballast, 'a')
  try {
    for (const size of [mebibyte, 4096]) takeAll(file, Buffer.alloc(size, 1))
  } finally {
    closeSync(file)
  }
}

const takeAll = (file: number, block: Buffer): void => {
  try {
    for (;;) writeSync(file, block)
  } catch (fault) {
    if ((fault as NodeJS.ErrnoException).code !== 'ENOSPC') throw fault
  }
}

/** How often PostgreSQL has said that there is no room. */
const refusals = (data: string): number =>
  readFileSync(join(data, 'postgres.log'), 'utf8').split('No space left on device').length - 1
