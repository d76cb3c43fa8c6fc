import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import type { Finding } from '../../kernel/finding.ts'
import { say, type Text } from '../../kernel/text.ts'
import { type Client, type Database, type Location, openDatabase } from '../database.ts'
import { isAlive } from '../embedded/file-lock.ts'
import { postmasterOf, stopServer } from '../embedded/server.ts'
import { storedCounties } from '../journal-store.ts'
import { type Migration, migrate, shippedMigrations } from '../migrate.ts'
import { syncFolder } from '../whole-file.ts'
import type { BackupHeader, TableDigest } from './format.ts'
import { type ReadBackup, readBackup } from './read.ts'
import { insertRows, plainValues, schemaSteps, storedTables, tableDigest } from './tables.ts'

/** What was restored, and every way in which it is not what the file says. */
export interface Restored {
  readonly findings: readonly Finding[]
  readonly header: BackupHeader | undefined
  readonly tables: readonly TableDigest[]
}

/**
 * Makes an installation from a backup, whole or not at all: the file is checked to its last byte before anything is
 * made, the data are built beside their place, compared with the digests and heads of the file, looked at by `inspect`,
 * and only then moved there. B22 damaged · B23 something is there already · B24 made by a newer version · B25 what was
 * restored is not what was backed up.
 */
export const restoreBackup = async (
  path: string,
  location: Location,
  inspect: (database: Database) => Promise<readonly Finding[]>,
): Promise<Restored> => {
  if ('data' in location) await clearLeftovers(location.data)
  const taken = 'data' in location ? occupied(location.data) : []
  if (taken.length > 0) return nothing(taken)
  const checked = await readBackup(path)
  const { header } = checked
  if (header === undefined || checked.findings.length > 0) return nothing(checked.findings)
  const ahead = unknownSteps(header, shippedMigrations())
  if (ahead.length > 0) return nothing(ahead, header)
  const filled =
    'data' in location
      ? await inNewFolder(location.data, (database) => fillAndInspect(database, path, inspect))
      : await inDatabase(location, (database) => fillAndInspect(database, path, inspect))
  return { findings: filled.findings, header, tables: filled.digests }
}

const nothing = (findings: readonly Finding[], header?: BackupHeader): Restored => ({
  findings,
  header,
  tables: [],
})

type Filling = (database: Database) => Promise<ReadBackup>

const fillAndInspect = async (
  database: Database,
  path: string,
  inspect: (database: Database) => Promise<readonly Finding[]>,
): Promise<ReadBackup> => {
  const filled = await database.asOwner((client) => fill(client, path))
  return filled.findings.length > 0 ? filled : { ...filled, findings: await inspect(database) }
}

/**
 * The data are built beside their place and moved there by renaming; what fails or is interrupted leaves no records. A
 * folder that is there already may be a disk of its own: then they are built within it.
 */
const inNewFolder = async (data: string, work: Filling): Promise<ReadBackup> => {
  const target = resolve(data)
  const isThere = existsSync(target)
  const part = isThere ? join(target, `restoring.${process.pid}`) : `${target}.${process.pid}.part`
  mkdirSync(dirname(target), { recursive: true })
  try {
    const database = await openDatabase({ data: part })
    const filled = await work(database).catch(async (fault) => {
      await abandoned(database, part)
      throw fault
    })
    await database.close()
    if (filled.findings.length > 0) return filled
    if (!isThere) renameSync(part, target)
    else for (const name of recordsLast(readdirSync(part))) renameSync(join(part, name), join(target, name))
    syncFolder(isThere ? target : dirname(target))
    return filled
  } finally {
    removed(part)
  }
}

/** A server whose data are thrown away is stopped at once: on a full disk it could not stop in order. */
const abandoned = async (database: Database, folder: string): Promise<void> => {
  const pid = postmasterOf({ cluster: join(folder, 'postgres') })?.pid
  if (pid !== undefined && isAlive(pid)) process.kill(pid, 'SIGQUIT')
  await database.close().catch(() => undefined)
}

const removed = (folder: string): void =>
  rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 })

/** What a killed restore into the same place left: its server is stopped and its folder goes. */
const clearLeftovers = async (data: string): Promise<void> => {
  const target = resolve(data)
  const [above, name] = [dirname(target), basename(target)]
  const folders = [
    ...leftIn(above, (each) => each.startsWith(`${name}.`) && each.endsWith('.part')),
    ...leftIn(target, (each) => each.startsWith('restoring.')),
  ]
  for (const folder of folders) {
    await stopServer({ cluster: join(folder, 'postgres'), log: join(folder, 'postgres.log') })
    removed(folder)
  }
}

const leftIn = (folder: string, isOurs: (name: string) => boolean): string[] =>
  (existsSync(folder) ? readdirSync(folder) : [])
    .filter((name) => isOurs(name) && !isAlive(Number(/\.(\d+)(\.part)?$/.exec(name)?.[1] ?? process.pid)))
    .map((name) => join(folder, name))

/** With the cluster the folder holds records: until it is there, it does not. */
const recordsLast = (names: readonly string[]): string[] => [
  ...names.filter((name) => name !== 'postgres'),
  ...names.filter((name) => name === 'postgres'),
]

/** A database of one's own is filled where it is; it must not hold a county yet. */
const inDatabase = async (location: Location, work: Filling): Promise<ReadBackup> => {
  const database = await openDatabase(location)
  try {
    const counties = await database.asOwner(storedCounties)
    if (counties.length > 0) return { header: undefined, digests: [], findings: [full('DATABASE_URL')] }
    return await work(database)
  } finally {
    await database.close()
  }
}

/**
 * Fills empty tables from a backup in one transaction and compares them, read back, with the file. A backup of an older
 * schema is filled into that schema, and then carried forward by the steps that came since.
 */
export const fill = async (
  client: Client,
  path: string,
  steps: readonly Migration[] = shippedMigrations(),
): Promise<ReadBackup> => {
  let isOpen = false
  const begin = async ({ schema }: BackupHeader) => {
    if (schema.length < (await schemaSteps(client)).length)
      await startAt(client, steps.slice(0, schema.length))
    await client.query('begin')
    await plainValues(client)
    isOpen = true
  }
  const read = await readBackup(path, async ({ table, rows }, header) => {
    if (!isOpen) await begin(header)
    await insertRows(client, table, rows)
  })
  if (read.header === undefined || read.findings.length > 0) {
    if (isOpen) await client.query('rollback')
    return read
  }
  if (!isOpen) await begin(read.header)
  const findings = await differences(client, read, read.header)
  await client.query(findings.length > 0 ? 'rollback' : 'commit')
  if (findings.length === 0) await migrate(client, steps)
  return { ...read, findings }
}

const startAt = async (client: Client, steps: readonly Migration[]): Promise<void> => {
  await client.query('drop schema public cascade')
  await client.query('create schema public')
  await migrate(client, steps)
}

/** What stands in the tables against what the file says: rows, digests, and the head of each county. */
const differences = async (client: Client, { digests }: ReadBackup, header: BackupHeader) => {
  const findings: Finding[] = []
  const tables = await storedTables(client)
  for (const expected of digests) {
    const table = header.tables.find((each) => each.table === expected.table)
    const found = table === undefined ? undefined : await tableDigest(client, table)
    if (found?.rows !== expected.rows || found.sha256 !== expected.sha256)
      findings.push(differs(`表 ${expected.table}`, `table ${expected.table}`))
  }
  if (digests.length !== header.tables.length || digests.length !== tables.length)
    findings.push(differs('表的数目', 'the number of tables'))
  const counties = await storedCounties(client)
  for (const { county, seq, hash } of header.counties) {
    const head = counties.find((each) => each.id === county)?.head
    if (head?.seq !== seq || head.hash !== hash)
      findings.push(differs(`${county} 的日志末端`, `the head of ${county}`))
  }
  return findings
}

const unknownSteps = (header: BackupHeader, steps: readonly Migration[]): Finding[] => {
  const foreign = header.schema.find(({ version, sha256 }, at) => {
    const step = steps[at]
    return step?.version !== version || step.sha256 !== sha256
  })
  if (foreign === undefined) return []
  const { version, name } = foreign
  return [
    refused(
      'B24',
      say(
        `备份出自较新或不同的版本：结构第${version}版（${name}）不是本程序所带的`,
        `The backup was made by a newer or another version: schema step ${version} (${name}) is not one of this program`,
      ),
      say(
        '用做此备份的版本，或更新的版本来恢复。',
        'Restore it with the version that made it, or a newer one.',
      ),
    ),
  ]
}

const occupied = (data: string): Finding[] =>
  !existsSync(data) || readdirSync(data).length === 0 ? [] : [full(data)]

const full = (place: string): Finding =>
  refused(
    'B23',
    say(
      `“${basename(place)}”中已有内容；恢复从不覆盖已有的数据`,
      `There is something in “${basename(place)}” already; restoring never overwrites data`,
    ),
    say('指定一个空的或尚不存在的数据文件夹。', 'Name a data folder that is empty or not there yet.'),
  )

const differs = (zh: string, en: string): Finding =>
  refused(
    'B25',
    say(`恢复后与备份所记不符：${zh}`, `What was restored is not what was backed up: ${en}`),
    say('改用另一份备份，并报告此事。', 'Use another backup, and report this.'),
  )

const refused = (code: string, message: Text, remedy: Text): Finding => ({
  code,
  severity: 'error',
  at: 'backup',
  message,
  remedy,
})
