import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdtempSync, renameSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll } from 'vitest'
import { canonical } from '../kernel/canonical.ts'
import type { Plan } from '../reform/plan.ts'
import { planOf, type TestLine } from '../reform/planned.testing.ts'
import type { Register } from '../register/register.ts'
import { type Holding, register, testCounty } from '../register/testing.ts'
import { tablesOf } from '../register/written.ts'
import type { CountyFolder } from './county-folder.ts'
import { type Database, openDatabase } from './database.ts'
import { locked } from './embedded/file-lock.ts'
import { stopServer } from './embedded/server.ts'
import { importCounty } from './import-county.ts'
import { shippedMigrations } from './migrate.ts'

/** Stores for tests: a real server on a copy of a cluster that was set up once on this machine. */

const template = join(
  tmpdir(),
  `sanding-template-${createHash('sha256').update(canonical(shippedMigrations())).digest('hex').slice(0, 12)}-${process.getuid?.() ?? 0}`,
)

const folders: string[] = []
// Registered before any hook of a test file, so that it ends after all of them: then nobody uses the folders any more.
beforeAll(() => async () => {
  for (const folder of folders) {
    await stopServer({ cluster: join(folder, 'postgres'), log: join(folder, 'postgres.log') })
    rmSync(folder, { recursive: true, force: true })
  }
})

/** A folder of data with a server that is set up but not running; removed after the tests of the file. */
export const freshData = async (): Promise<string> => {
  await locked(`${template}.lock`, async () => {
    if (existsSync(template)) return
    const part = `${template}.${process.pid}`
    await (await openDatabase({ data: part })).close()
    renameSync(part, template)
  })
  const folder = mkdtempSync(join(tmpdir(), 'sanding-records-'))
  spawnSync('cp', ['-a', `${template}/.`, folder])
  rmSync(join(folder, 'port'), { force: true })
  folders.push(folder)
  return folder
}

/** What a folder of such a county would hold; no limits of its own. */
export const folderFor = (id: string, world: Register): CountyFolder => ({
  id,
  tables: tablesOf({ ...world, county: { ...testCounty, id } }),
  plans: {},
  policies: [],
  findings: [],
})

/** Three organs with duties, people and posts. */
export const smallWorld: Readonly<Record<string, Holding>> = {
  land: { duties: ['maps', 'plots'], people: ['p1', 'p2'], posts: { administrative: 5 }, chief: 1 },
  forestry: { duties: ['trees'], people: ['p3'], posts: { administrative: 4 }, chief: 1 },
  water: { duties: ['rivers'], people: ['p4'], posts: { administrative: 3 }, chief: 1 },
}

let counties = 0
/** Opens one more small county and gives its id: tests of one store leave each other alone. */
export const openedCounty = async (database: Database, world: Register = register(smallWorld)) => {
  counties += 1
  const id = `county${counties}-${process.pid}`
  const { isOpened, findings } = await importCounty(database, folderFor(id, world), 'local:test')
  if (!isOpened) throw new Error(JSON.stringify(findings))
  return id
}

let plans = 0
/** A plan of such lines whose digest is its own. */
export const planned = (lines: readonly TestLine[], facts: Partial<Plan> = {}): Plan => {
  plans += 1
  return planOf(lines, { id: `p${plans}`, digest: `sha256:test-${plans}`, ...facts })
}
