import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { canonical, sha256Hex } from '../../kernel/canonical.ts'
import { line } from '../../reform/planned.testing.ts'
import { beginSession } from '../accounts/session.ts'
import { applyPlan } from '../apply-plan.ts'
import { countiesInMemory } from '../current.ts'
import { type Client, type Database, openDatabase } from '../database.ts'
import { isAlive } from '../embedded/file-lock.ts'
import { postmasterOf } from '../embedded/server.ts'
import { migrationOf, shippedMigrations } from '../migrate.ts'
import { inView } from '../people/view.ts'
import { freshData, openedCounty, planned } from '../records.testing.ts'
import type { BackupHeader } from './format.ts'
import { readBackup } from './read.ts'
import { fill, restoreBackup } from './restore.ts'
import { passingTables, plainValues, storedTables, tableDigest } from './tables.ts'
import { writeBackup } from './write.ts'

// Every restore makes a cluster, which takes seconds on a busy machine.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 })

const codes = (findings: readonly { code: string }[]) => findings.map(({ code }) => code)
const noRemarks = async () => []

let folder = ''
let path = ''
let county = ''
let original: unknown

/** The digest of every table, read from the database and not from any file. */
const digestsOf = (database: Database) =>
  database.asOwner(async (client: Client) => {
    await client.query('begin')
    await plainValues(client)
    const digests = []
    for (const table of await storedTables(client)) digests.push(await tableDigest(client, table))
    await client.query('rollback')
    return digests
  })

const rename = (name: string) =>
  planned([line('rename-unit', { unit: 'land', name, nameEn: `Bureau ${name}` })])

const applied = async (database: Database, name: string) => {
  const answer = await applyPlan(database, countiesInMemory(), { county, plan: rename(name), actor: 'test' })
  expect(answer.applied, JSON.stringify(answer.findings)).not.toBeNull()
}

beforeAll(async () => {
  const data = await freshData()
  folder = mkdtempSync(`${data}-backups-`)
  path = join(folder, 'whole.sanding')
  const database = await openDatabase({ data })
  county = await openedCounty(database)
  await openedCounty(database)
  await applied(database, '自然资源局𠮷')
  await database.query(
    `insert into outbox (county_id, seq, kind, payload) values ($1, 900, 'strange', '{"a": 12345678901234567890.123456789, "b": "\\n\\t\\"\\\\ 𬺰 '' ", "c": [null, 1e-30]}')`,
    [county],
  )
  const { findings } = await writeBackup(database, path)
  expect(findings).toEqual([])
  original = await digestsOf(database)
  await database.close()
})

afterAll(() => rmSync(folder, { recursive: true, force: true }))

test('what is restored is every row of every table, and the journal goes on from its head', async () => {
  const data = join(dirname(path), 'restored')
  const { findings, header, tables } = await restoreBackup(path, { data }, noRemarks)

  expect(findings).toEqual([])
  expect(header?.counties).toHaveLength(2)
  expect(tables.find(({ table }) => table === 'entry')?.rows).toBe(3)
  const database = await openDatabase({ data })
  try {
    expect(await digestsOf(database)).toEqual(original)
    const { rows } = await database.query("select payload::text as text from outbox where kind = 'strange'")
    expect(rows[0]?.text).toContain('12345678901234567890.123456789')
    await applied(database, '后来的名称')
  } finally {
    await database.close()
  }
})

test('person files are backed up whole whatever view is set, who is signed in is not, and answers keep their characters', async () => {
  const from = await openDatabase({ data: await freshData() })
  const file = join(folder, 'people.sanding')
  const data = join(folder, 'people-restored')
  const kept = '{"b": 1,"a":  [1.0, "示例"]}'
  try {
    const id = await openedCounty(from)
    await from.transaction((client) =>
      inView(client, { county: id, people: '*' }, () =>
        client.query(
          "insert into person_file (county_id, person_id, name) values ($1, 'p1', '示例一'), ($1, 'p2', '示例二')",
          [id],
        ),
      ),
    )
    await from.query("insert into answer (county_id, key, request_hash, answer) values ('-', 'k', 'h', $1)", [
      kept,
    ])
    await from.query(
      "insert into account (county_id, account_id, username, display_name, created_by) values ('-', 'a', 'a', '示例', 'x')",
    )
    await beginSession(from, { home: '-', id: 'a' }, false)
    await from.query(
      "insert into sign_in_failure (county_id, subject, failures, last_at) values ('-', 's', 1, now())",
    )
    const { backup } = await writeBackup(from, file)
    expect(backup?.tables.find(({ table }) => table === 'person_file')?.rows).toBe(2)
    expect(backup?.tables.filter(({ table }) => passingTables.includes(table))).toEqual([])
    expect((await restoreBackup(file, { data }, noRemarks)).findings).toEqual([])
  } finally {
    await from.close()
  }
  const restored = await openDatabase({ data })
  try {
    const counted = await restored.asOwner(async (client) => {
      const counts: Record<string, number> = {}
      for (const table of ['person_file', 'account', 'answer', ...passingTables])
        counts[table] = (await client.query(`select 1 from ${table}`)).rows.length
      return counts
    })
    expect(counted).toEqual({
      person_file: 2,
      account: 1,
      answer: 1,
      ...Object.fromEntries(passingTables.map((table) => [table, 0])),
    })
    const { rows } = await restored.query('select answer::text as text from answer')
    expect(rows[0]?.text).toBe(kept)
  } finally {
    await restored.close()
  }
})

test('rows that a policy would hide stop a backup, rather than being missing from it', async () => {
  const from = await openDatabase({ data: await freshData() })
  try {
    await from.asOwner((client) => client.query('alter table person_file force row level security'))
    await expect(writeBackup(from, join(folder, 'hidden.sanding'))).rejects.toThrow('row-level security')
    expect(existsSync(join(folder, 'hidden.sanding'))).toBe(false)
  } finally {
    await from.close()
  }
})

test('a backup that is taken while plans are recorded is of one moment', async () => {
  const data = await freshData()
  const database = await openDatabase({ data })
  const busy = join(folder, 'busy.sanding')
  try {
    county = await openedCounty(database)
    let isDone = false
    const writing = (async () => {
      for (let name = 0; !isDone; name += 1) await applied(database, `名称${name}`)
    })()
    await applied(database, '先有一条')
    const headers: (BackupHeader | undefined)[] = []
    for (let round = 0; round < 3; round += 1)
      headers.push((await writeBackup(database, busy)).backup?.header)
    isDone = true
    await writing
    const seqs = headers.map((header) => header?.counties[0]?.seq ?? 0)
    expect(seqs[2]).toBeGreaterThan(seqs[0] as number)
    const rows = new Map<string, number>()
    const { header } = await readBackup(busy, async ({ table, rows: some }) => {
      rows.set(table.table, (rows.get(table.table) ?? 0) + some.length)
    })
    expect(rows.get('entry')).toBe(header?.counties[0]?.seq)
    expect(rows.get('audit')).toBe(header?.counties[0]?.seq)
  } finally {
    await database.close()
  }
})

test('any flipped byte of a backup is refused', async () => {
  const whole = readFileSync(path)
  const bad = join(folder, 'flipped.sanding')
  const missed: number[] = []
  for (let at = 0; at < whole.length; at += Math.max(1, Math.floor(whole.length / 400))) {
    const bytes = Buffer.from(whole)
    bytes[at] = (bytes[at] as number) ^ (1 + (at % 255))
    writeFileSync(bad, bytes)
    if (codes((await readBackup(bad)).findings)[0] !== 'B22') missed.push(at)
  }

  expect(missed).toEqual([])
})

test('a backup that was cut, or to which something was added, is refused', async () => {
  const whole = readFileSync(path)
  const bad = join(folder, 'cut.sanding')
  for (const length of [0, 1, 100, whole.length >> 1, whole.length - 60, whole.length - 1]) {
    writeFileSync(bad, whole.subarray(0, length))
    expect(codes((await readBackup(bad)).findings)).toEqual(['B22'])
  }
  writeFileSync(bad, Buffer.concat([whole, Buffer.from('\n')]))
  expect(codes((await readBackup(bad)).findings)).toEqual(['B22'])
})

test('damage is told with the table and the row from which on it is, and nothing is made of the file', async () => {
  const whole = readFileSync(path)
  const bad = join(folder, 'damaged.sanding')
  const at = whole.indexOf('"table":"entry"}\n')
  whole[at + 40] = (whole[at + 40] as number) ^ 1
  writeFileSync(bad, whole)
  const data = join(folder, 'from-damaged')

  const { findings } = await restoreBackup(bad, { data }, noRemarks)

  expect(codes(findings)).toEqual(['B22'])
  expect(findings[0]?.message.en).toContain('table entry from row 1')
  expect(existsSync(data)).toBe(false)
})

/** The backup with another header, sealed anew from top to bottom. */
const rewritten = (name: string, change: (header: BackupHeader) => object): string => {
  const whole = readFileSync(path)
  const { seal: _, ...header } = JSON.parse(whole.subarray(0, whole.indexOf(10)).toString())
  const changed = change(header)
  const first = Buffer.from(`${canonical({ ...changed, seal: sha256Hex(canonical(changed)) })}\n`)
  const body = Buffer.concat([
    first,
    whole.subarray(whole.indexOf(10) + 1, whole.lastIndexOf(10, whole.length - 2) + 1),
  ])
  const end = `${canonical({ sha256: createHash('sha256').update(body).digest('hex') })}\n`
  const file = join(folder, name)
  writeFileSync(file, Buffer.concat([body, Buffer.from(end)]))
  return file
}

test('a backup of a newer schema, or of another one, is refused', async () => {
  const newer = rewritten('newer.sanding', (header) => ({
    ...header,
    schema: [...header.schema, { version: 99, name: 'later', sha256: '0' }],
  }))
  const other = rewritten('other.sanding', (header) => ({
    ...header,
    schema: header.schema.map((step) => ({ ...step, sha256: '0' })),
  }))
  const data = join(folder, 'from-newer')

  for (const file of [newer, other])
    expect(codes((await restoreBackup(file, { data }, noRemarks)).findings)).toEqual(['B24'])
  expect(existsSync(data)).toBe(false)
})

test('a head in the file that is not the one in its rows is told, and nothing is left', async () => {
  const data = join(folder, 'from-other-head')
  const forged = rewritten('head.sanding', (header) => ({
    ...header,
    counties: header.counties.map((each) => ({ ...each, seq: each.seq + 1 })),
  }))

  const { findings } = await restoreBackup(forged, { data }, noRemarks)

  expect(codes(findings)).toEqual(['B25', 'B25'])
  expect(existsSync(data)).toBe(false)
})

test('a folder that is there and empty is filled where it is', async () => {
  const data = mkdtempSync(join(folder, 'mounted-'))
  const { ino } = statSync(data)
  expect((await restoreBackup(path, { data }, noRemarks)).findings).toEqual([])

  expect(statSync(data).ino).toBe(ino)
  const database = await openDatabase({ data })
  try {
    expect(await digestsOf(database)).toEqual(original)
  } finally {
    await database.close()
  }
})

test('nothing is restored over anything that is there', async () => {
  const data = mkdtempSync(join(folder, 'taken-'))
  writeFileSync(join(data, 'note.txt'), 'mine')

  expect(codes((await restoreBackup(path, { data }, noRemarks)).findings)).toEqual(['B23'])
  expect(readdirSync(data)).toEqual(['note.txt'])
})

test('a restore that fails at its last step, or is not content with what it finds, leaves nothing behind', async () => {
  const data = join(folder, 'failing')
  const failing = restoreBackup(path, { data }, async () => {
    throw new Error('interrupted')
  })
  await expect(failing).rejects.toThrow('interrupted')
  const remark = { code: 'K04', severity: 'error', at: 'journal', message: { zh: '', en: '' } } as const
  const { findings } = await restoreBackup(path, { data }, async () => [remark])

  expect(codes(findings)).toEqual(['K04'])
  expect(readdirSync(folder).filter((name) => name.startsWith('failing'))).toEqual([])
})

test('a PostgreSQL of one’s own is filled when it holds no county, and never over one', async () => {
  const data = await freshData()
  const host = await openDatabase({ data })
  try {
    const secret = JSON.parse(readFileSync(join(data, 'secret.json'), 'utf8')) as { superuser: string }
    const server = `postgres://postgres:${secret.superuser}@127.0.0.1:${readFileSync(join(data, 'port'), 'utf8')}`
    const client = new pg.Client({ connectionString: `${server}/postgres` })
    await client.connect()
    await client.query('create database own')
    await client.end()

    const first = await restoreBackup(path, { url: `${server}/own` }, noRemarks)
    const second = await restoreBackup(path, { url: `${server}/own` }, noRemarks)

    expect([codes(first.findings), codes(second.findings)]).toEqual([[], ['B23']])
    const own = await openDatabase({ url: `${server}/own` })
    const digests = await digestsOf(own)
    await own.close()
    expect(digests).toEqual(original)
  } finally {
    await host.close()
  }
})

/** The command line restoring into a folder; killed as soon as its server runs, and that server lives on. */
const killedRestore = async (data: string, part: (pid: number) => string): Promise<string> => {
  const main = join(import.meta.dirname, '../../cli/main.ts')
  const { DATABASE_URL: _, ...env } = process.env
  const child = spawn(process.execPath, [main, 'restore', path, '--data', data], { stdio: 'ignore', env })
  const exited = new Promise((resolve) => child.once('exit', resolve))
  const left = part(child.pid as number)
  while (child.exitCode === null && !existsSync(join(left, 'postgres/postmaster.pid'))) await sleep(2)
  child.kill('SIGKILL')
  await exited
  return left
}

test.each([
  ['that is not there yet', false],
  ['that is there and empty', true],
])(
  'a restore into a folder %s that was killed leaves no records, and the next one clears up after it',
  async (_, isThere) => {
    const data = join(folder, `killed-${isThere}`)
    if (isThere) mkdirSync(data)
    const left = await killedRestore(data, (pid) =>
      isThere ? join(data, `restoring.${pid}`) : `${data}.${pid}.part`,
    )
    expect([existsSync(left), existsSync(join(data, 'postgres'))]).toEqual([true, false])
    const server = postmasterOf({ cluster: join(left, 'postgres') })?.pid ?? 0

    const { findings } = await restoreBackup(path, { data }, noRemarks)

    expect([codes(findings), existsSync(left), isAlive(server)]).toEqual([[], false, false])
    expect(existsSync(join(data, 'postgres'))).toBe(true)
  },
)

test('a backup of an older schema is carried forward by the steps that came since', async () => {
  const later = migrationOf(
    `${String(shippedMigrations().length + 1).padStart(4, '0')}-invented.sql`,
    "alter table county add column motto text not null default ''; update county set motto = county_id;",
  )
  const steps = [...shippedMigrations(), later]
  const database = await openDatabase({ data: await freshData() })
  try {
    await database.asOwner((client) => client.query(later.sql))
    await database.asOwner((client) =>
      client.query('insert into migration (version, name, sha256) values ($1, $2, $3)', [
        later.version,
        later.name,
        later.sha256,
      ]),
    )
    const { findings } = await database.asOwner((client) => fill(client, path, steps))
    expect(findings).toEqual([])
    const { rows } = await database.query('select county_id, motto from county')
    expect(rows.map((row) => row.motto)).toEqual(rows.map((row) => row.county_id))
    expect(rows).toHaveLength(2)
  } finally {
    await database.close()
  }
})

test('a backup that cannot be written is a finding, and what stood there before still does', async () => {
  const database = await openDatabase({ data: await freshData() })
  try {
    const { findings, backup } = await writeBackup(database, join(folder, 'no-folder', 'b.sanding'))
    expect([codes(findings), backup]).toEqual([['B08'], undefined])
    const target = mkdtempSync(join(folder, 'a-folder-'))
    expect(codes((await writeBackup(database, target)).findings)).toEqual(['B08'])
    expect(statSync(target).isDirectory()).toBe(true)
    expect(readdirSync(folder).filter((name) => name.endsWith('.part'))).toEqual([])
  } finally {
    await database.close()
  }
})
