import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { beforeAll, expect, test } from 'vitest'
import { line } from '../reform/planned.testing.ts'
import { applyPlan } from './apply-plan.ts'
import { countiesInMemory } from './current.ts'
import { type Client, type Database, openDatabase } from './database.ts'
import { isAlive } from './embedded/file-lock.ts'
import { postmasterOf } from './embedded/server.ts'
import { StoreFault, StoreRefused } from './fault.ts'
import { readEntries, storedCounties } from './journal-store.ts'
import { type Migration, migrate, migrationOf, shippedMigrations } from './migrate.ts'
import { freshData, openedCounty, planned } from './records.testing.ts'
import { unsafeSettings } from './server-check.ts'

let data: string
let database: Database
beforeAll(async () => {
  data = await freshData()
  database = await openDatabase({ data })
  return () => database.close()
})

const server = () => postmasterOf({ cluster: join(data, 'postgres') })
const refusalOf = (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => 'done',
    (fault) => (fault instanceof StoreRefused ? fault.findings.map(({ code }) => code) : fault.message),
  )

test('a transaction whose work passed over a failed statement is not told as done', async () => {
  const swallowing = database.transaction(async (client) => {
    await client.query('select 1 / 0').catch(() => undefined)
    return 'done'
  })

  expect(await refusalOf(swallowing)).toMatch(/rolled back/)
})

test('every key of every table begins with the county, save that of the migrations', async () => {
  const { rows } = await database.query(
    `select c.relname as table, con.conname as name, con.contype as type, a.attname as first
     from pg_constraint con join pg_class c on c.oid = con.conrelid join pg_namespace n on n.oid = c.relnamespace
       join pg_attribute a on a.attrelid = c.oid and a.attnum = con.conkey[1]
     where n.nspname = 'public' and con.contype in ('p', 'u', 'f')
     union all
     select t.relname, i.relname, 'i', a.attname
     from pg_index x join pg_class i on i.oid = x.indexrelid join pg_class t on t.oid = x.indrelid
       join pg_namespace n on n.oid = t.relnamespace
       left join pg_attribute a on a.attrelid = t.oid and a.attnum = x.indkey[0]
     where n.nspname = 'public'`,
  )
  const tables = await database.query(
    "select relname from pg_class c join pg_namespace n on n.oid = c.relnamespace where n.nspname = 'public' and relkind = 'r'",
  )
  const keyed = new Set(rows.filter(({ type }) => type === 'p').map(({ table }) => table))

  expect(rows.length).toBeGreaterThan(15)
  expect(rows.filter(({ table, first }) => table !== 'migration' && first !== 'county_id')).toEqual([])
  expect(tables.rows.map(({ relname }) => relname).filter((name) => !keyed.has(name))).toEqual([])
})

test('nothing runs in the database but statements: no triggers, no functions, no rules', async () => {
  const { rows } = await database.query(
    `select (select count(*) from pg_trigger where not tgisinternal) as triggers,
       (select count(*) from pg_proc p join pg_namespace n on n.oid = p.pronamespace where n.nspname = 'public') as functions,
       (select count(*) from pg_rewrite r join pg_class c on c.oid = r.ev_class join pg_namespace n on n.oid = c.relnamespace
        where n.nspname = 'public') as rules`,
  )
  expect(rows).toEqual([{ triggers: 0, functions: 0, rules: 0 }])
})

test('the role that works here adds to entry and audit, and can neither change nor remove what stands there', async () => {
  const { rows } = await database.query(
    `select current_user as role, (select rolsuper or rolcreaterole or rolbypassrls from pg_roles where rolname = current_user) as mighty,
       has_table_privilege('entry', 'select, insert') and has_table_privilege('audit', 'select, insert') as adds,
       (select bool_or(pg_has_role(current_user, tableowner, 'member')) from pg_tables where schemaname = 'public') as owns`,
  )
  expect(rows).toEqual([{ role: 'sanding_app', mighty: false, adds: true, owns: false }])
  await openedCounty(database)
  for (const table of ['entry', 'audit'])
    for (const statement of [
      `update ${table} set hash = hash`,
      `delete from ${table}`,
      `truncate ${table}`,
      `drop table ${table}`,
      `alter table ${table} add column x int`,
    ])
      expect(await refusalOf(database.query(statement)), statement).toMatch(/permission denied|must be owner/)
})

test('the server keeps what it acknowledged, checks its pages, and listens to this machine alone', async () => {
  const { rows } = await database.query(
    `select name, setting from pg_settings where name in
       ('fsync', 'full_page_writes', 'synchronous_commit', 'data_checksums', 'listen_addresses', 'password_encryption',
        'server_encoding') order by name`,
  )
  expect(Object.fromEntries(rows.map(({ name, setting }) => [name, setting]))).toEqual({
    data_checksums: 'on',
    fsync: 'on',
    full_page_writes: 'on',
    listen_addresses: '127.0.0.1',
    password_encryption: 'scram-sha-256',
    server_encoding: 'UTF8',
    synchronous_commit: 'on',
  })
  const unknown = openDatabase({ url: `postgres://sanding_app:guess@127.0.0.1:${server()?.port}/sanding` })
  expect(await refusalOf(unknown)).toMatch(/password authentication failed/)
})

test('a server that is too old, or could lose what it acknowledged, is refused with what to change', () => {
  const good = { version: 180_000, fsync: 'on', fullPageWrites: 'on', encoding: 'UTF8' }
  const found = (change: Partial<typeof good>) =>
    unsafeSettings({ ...good, ...change }).map(({ code }) => code)

  expect(found({})).toEqual([])
  expect(found({ version: 190_001 })).toEqual([])
  expect(found({ version: 170_009 })).toEqual(['S01'])
  expect(found({ fsync: 'off' })).toEqual(['S02'])
  expect(found({ fullPageWrites: 'off', encoding: 'SQL_ASCII' })).toEqual(['S02', 'S02'])
})

/** A database of its own on the same server, as the owner of an installation would give it. */
const ownDatabase = async (name: string): Promise<string> => {
  const { superuser } = JSON.parse(readFileSync(join(data, 'secret.json'), 'utf8')) as { superuser: string }
  const url = `postgres://postgres:${superuser}@127.0.0.1:${server()?.port}`
  const client = new pg.Client({ connectionString: `${url}/postgres` })
  await client.connect()
  await client.query(`create database ${name}`)
  await client.end()
  return `${url}/${name}`
}

test('a database of one’s own is set up and worked with as the same humble role', async () => {
  const own = await openDatabase({ url: await ownDatabase('own') })
  await openedCounty(own)

  expect((await storedCounties(own)).length).toBe(1)
  expect(await refusalOf(own.query('delete from entry'))).toMatch(/permission denied/)
  await own.close()
  expect(await refusalOf(openDatabase({ url: 'postgres://nobody:x@127.0.0.1:9/none' }))).toMatch(
    /ECONNREFUSED/,
  )
})

test('steps of the schema are refused when they were changed, and so is a schema from the future', async () => {
  const own = await openDatabase({ url: await ownDatabase('steps') })
  const shipped = shippedMigrations()
  const extra = migrationOf('9001-extra.sql', 'create table extra (county_id text primary key)')
  const asOwner = (steps: readonly Migration[]) => refusalOf(own.asOwner((client) => migrate(client, steps)))

  const changed = shipped.map((step) => ({ ...step, sha256: 'f'.repeat(64) }))
  expect(await asOwner(changed)).toEqual(shipped.map(() => 'S11'))
  expect(await asOwner([...shipped, extra])).toBe('done')
  expect(await asOwner(shipped)).toEqual(['S10'])
  await own.close()
})

test('a step that is interrupted at any statement leaves nothing behind, and is simply done the next time', async () => {
  const own = await openDatabase({ url: await ownDatabase('interrupted') })
  const steps = [
    ...shippedMigrations(),
    migrationOf('9001-a.sql', 'create table a (county_id text primary key); create table b (county_id text)'),
    migrationOf('9002-b.sql', 'alter table b add column c int'),
  ]
  let failures = 0
  for (let n = 1; ; n += 1) {
    let count = 0
    const outcome = await own
      .asOwner((client) => {
        const failing: Client = {
          query: async (text, values) => {
            const result = await client.query(text, values)
            count += 1
            if (count === n) {
              // The process is gone: whatever it had begun is not committed.
              await client.query('rollback')
              throw new Error('gone')
            }
            return result as never
          },
        }
        return migrate(failing, steps)
      })
      .catch((fault) => fault)
    if (outcome === undefined) break
    failures += 1
    const { rows } = await own.query(
      "select (select count(*) from migration where version > 9000) as steps, to_regclass('a') is not null as a, to_regclass('b') is not null as b",
    )
    expect([rows[0]?.a, rows[0]?.b]).toEqual([rows[0]?.steps > 0, rows[0]?.steps > 0])
  }
  expect(failures).toBeGreaterThan(6)
  await own.close()
})

test('two processes share one server, and the last to leave stops it', async () => {
  const folder = await freshData()
  const first = await openDatabase({ data: folder })
  const second = await openDatabase({ data: folder })
  const pid = postmasterOf({ cluster: join(folder, 'postgres') })?.pid ?? 0
  await first.close()

  expect((await second.query('select 1 as one')).rows).toEqual([{ one: 1 }])
  await second.close()
  expect(isAlive(pid)).toBe(false)
  const again = await Promise.all([openDatabase({ data: folder }), openDatabase({ data: folder })])
  expect((await again[1]?.query('select 1 as one'))?.rows).toEqual([{ one: 1 }])
  for (const each of again) await each.close()
})

test('records that may not be opened leave no server running behind them', async () => {
  const folder = await freshData()
  const first = await openDatabase({ data: folder })
  await first.asOwner((client) =>
    client.query("insert into migration (version, name, sha256) values (9001, 'future', '')"),
  )
  const pid = postmasterOf({ cluster: join(folder, 'postgres') })?.pid ?? 0
  await first.close()

  expect(await refusalOf(openDatabase({ data: folder }))).toEqual(['S10'])
  expect(postmasterOf({ cluster: join(folder, 'postgres') })).toBeUndefined()
  expect(isAlive(pid)).toBe(false)
})

test('a server that a killed run left behind is taken over, and stopped at the end', async () => {
  const folder = await freshData()
  const program = `const { openDatabase } = await import(${JSON.stringify(join(import.meta.dirname, 'database.ts'))})
    await openDatabase({ data: ${JSON.stringify(folder)} }); console.log('open'); setInterval(() => {}, 1000)`
  const child = spawn(process.execPath, ['--input-type=module', '-e', program])
  await once(child.stdout, 'data')
  child.kill('SIGKILL')
  await once(child, 'exit')
  const orphan = postmasterOf({ cluster: join(folder, 'postgres') })?.pid ?? 0
  expect(isAlive(orphan)).toBe(true)

  const database = await openDatabase({ data: folder })

  expect(postmasterOf({ cluster: join(folder, 'postgres') })?.pid).toBe(orphan)
  await database.close()
  expect(isAlive(orphan)).toBe(false)
})

test('the server killed again and again under four writers loses nothing that was acknowledged and doubles nothing', async () => {
  const folder = await freshData()
  const database = await openDatabase({ data: folder })
  const county = await openedCounty(database)
  const acknowledged = new Map<string, number>()
  let isOver = false
  const write = async (writer: number) => {
    const counties = countiesInMemory()
    for (let at = 0; !isOver; at += 1) {
      const fields = { unit: 'water', kind: 'administrative', posts: 1 + ((at * 4 + writer) % 90) }
      const command = {
        county,
        plan: planned([line('set-staffing-quota', fields)]),
        actor: 'local:test',
        key: `${writer}-${at}`,
      }
      // Whoever got no answer asks again with the same key until there is one.
      for (;;) {
        const answer = await applyPlan(database, counties, command).catch((fault) => fault)
        if (answer instanceof StoreFault) await sleep(20)
        else {
          acknowledged.set(command.key, answer.applied.from)
          break
        }
      }
    }
  }
  const writers = [0, 1, 2, 3].map(write)
  for (let kill = 0; kill < 3; kill += 1) {
    const before = acknowledged.size
    while (acknowledged.size < before + 5) await sleep(10)
    const pid = postmasterOf({ cluster: join(folder, 'postgres') })?.pid
    if (pid !== undefined) process.kill(pid, 'SIGKILL')
  }
  const before = acknowledged.size
  while (acknowledged.size < before + 5) await sleep(10)
  isOver = true
  await Promise.all(writers)

  const records = await readEntries(database, county)
  const { rows } = await database.query('select key, answer from answer where county_id = $1', [county])
  expect(new Map(rows.map(({ key, answer }) => [key, answer.applied.from]))).toEqual(acknowledged)
  expect(new Set(acknowledged.values()).size).toBe(acknowledged.size)
  expect(records.length).toBe(acknowledged.size + 1)
  expect((await countiesInMemory().current(database, county))?.head.seq).toBe(records.length)
  await database.close()
})
