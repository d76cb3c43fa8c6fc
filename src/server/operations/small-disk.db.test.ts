import { spawnSync } from 'node:child_process'
import { closeSync, mkdtempSync, openSync, rmSync, statfsSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { countiesInMemory } from '../../store/current.ts'
import { openDatabase } from '../../store/database.ts'
import { openedCounty } from '../../store/records.testing.ts'
import { buildServer } from '../app.ts'
import { asking, barePage, signedIn } from '../kit/server.testing.ts'
import { freeSpaceOf } from './free-space.ts'
import { installationOf } from './installation.ts'

const mebibyte = 1024 ** 2
const disk = mkdtempSync(join(tmpdir(), 'sanding-small-disk-'))
const isMounted =
  process.platform === 'linux' &&
  process.getuid?.() === 0 &&
  spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=760m', 'tmpfs', disk]).status === 0
afterAll(() => {
  if (isMounted) spawnSync('umount', ['-l', disk])
  rmSync(disk, { recursive: true, force: true })
})

const ballast = join(disk, 'ballast')
const free = () => statfsSync(disk).bavail * statfsSync(disk).bsize

/** Fills the disk until so many bytes are left; all of it when it says no before. */
const fillUpTo = (left: number) => {
  const file = openSync(ballast, 'a')
  const block = Buffer.alloc(4 * mebibyte, 1)
  try {
    while (free() > left) writeSync(file, block)
  } catch (fault) {
    expect((fault as NodeJS.ErrnoException).code).toBe('ENOSPC')
  } finally {
    closeSync(file)
  }
}

/** Who may not mount a small disk moves the threshold instead. */
const thresholds = { short: freeSpaceOf(disk, '999999999'), roomy: freeSpaceOf(disk, '0') }
let threshold = thresholds.roomy
const gate = isMounted ? freeSpaceOf(disk) : { ...threshold, isShort: () => threshold.isShort() }

const fill = () => {
  if (isMounted) fillUpTo(500 * mebibyte)
  else threshold = thresholds.short
}

const empty = () => {
  if (isMounted) rmSync(ballast)
  else threshold = thresholds.roomy
}

test(`before ${isMounted ? 'a small disk' : 'the disk (by its threshold: no small one may be mounted here)'} is full writing ends, reading goes on, and with room writing is back`, async () => {
  const database = await openDatabase({ data: join(disk, 'data') })
  const county = await openedCounty(database)
  const { cookie } = await signedIn(database, [{ role: 'planner', over: county }])
  const installation = installationOf({ isDemo: false, version: '0', space: gate })
  const app = buildServer({ database, counties: countiesInMemory(), installation, web: barePage() })
  const as = asking(app, cookie)
  const drafts = async () => (await database.query('select 1 from draft')).rows.length
  const write = async (id: string) =>
    (await as('POST', `/api/counties/${county}/plans`, { plan: id, text: `title: ${id}\n` })).statusCode
  const read = async () => (await as('GET', '/api/counties')).statusCode
  try {
    expect([await write('first'), await read(), await drafts()]).toEqual([201, 200, 1])
    fill()
    expect([await write('second'), await read(), await drafts()]).toEqual([503, 200, 1])
    expect((await as('GET', '/api/health')).json()).toMatchObject({ status: 'read-only', disk: 'low' })
    if (isMounted) {
      // Somebody else takes the rest as well.
      fillUpTo(0)
      expect(free()).toBeLessThan(mebibyte)
      expect([await write('third'), await read(), await drafts()]).toEqual([503, 200, 1])
    }
    empty()
    expect([await write('second'), await read(), await drafts()]).toEqual([201, 200, 2])
  } finally {
    await app.close()
    await database.close()
  }
})
