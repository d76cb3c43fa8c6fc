import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { say } from '../kernel/text.ts'
import type { Client } from './database.ts'
import { refusal, StoreRefused } from './fault.ts'

/** One numbered step of the schema, as its file stands. */
export interface Migration {
  readonly version: number
  readonly name: string
  readonly sql: string
  readonly sha256: string
}

/** Any number, the same in every version: who holds it changes the schema. */
const advisoryLock = 5_407_320_018

/** The steps that ship with this version, in order. */
export const shippedMigrations = (): Migration[] => {
  const folder = join(import.meta.dirname, 'migrations')
  return readdirSync(folder)
    .filter((file) => /^\d{4}-.+\.sql$/.test(file))
    .sort()
    .map((file) => migrationOf(file, readFileSync(join(folder, file), 'utf8')))
}

export const migrationOf = (file: string, sql: string): Migration => ({
  version: Number(file.slice(0, 4)),
  name: file.slice(5, -'.sql'.length),
  sql,
  sha256: createHash('sha256').update(sql).digest('hex'),
})

/**
 * Brings the tables to this version: each step and its record in one transaction, one process at a time, so that it can
 * be interrupted anywhere and begun again. S10: the schema is newer than this version · S11: a step was changed since.
 */
export const migrate = async (client: Client, steps: readonly Migration[] = shippedMigrations()) => {
  await client.query('select pg_advisory_lock($1)', [advisoryLock])
  try {
    await client.query(
      'create table if not exists migration (version int primary key, name text not null, sha256 text not null, applied_at timestamptz not null default now())',
    )
    const { rows } = await client.query('select version, name, sha256 from migration order by version')
    const applied = rows as Omit<Migration, 'sql'>[]
    refuseForeign(applied, steps)
    for (const step of steps.slice(applied.length)) await apply(client, step)
  } finally {
    await client.query('select pg_advisory_unlock($1)', [advisoryLock]).catch(() => undefined)
  }
}

const apply = async (client: Client, { version, name, sql, sha256 }: Migration): Promise<void> => {
  await client.query('begin')
  try {
    await client.query(sql)
    await client.query('insert into migration (version, name, sha256) values ($1, $2, $3)', [
      version,
      name,
      sha256,
    ])
    await client.query('commit')
  } catch (fault) {
    await client.query('rollback').catch(() => undefined)
    throw fault
  }
}

const refuseForeign = (applied: readonly Omit<Migration, 'sql'>[], steps: readonly Migration[]) => {
  const newest = steps.at(-1)?.version ?? 0
  const ahead = applied.filter(({ version }) => version > newest)
  if (ahead.length > 0) throw new StoreRefused([newerSchema(ahead.at(-1)?.version ?? 0, newest)])
  const changed = applied.filter(({ version, sha256 }, at) => {
    const step = steps[at]
    return step?.version !== version || step.sha256 !== sha256
  })
  if (changed.length > 0) throw new StoreRefused(changed.map(({ version, name }) => altered(version, name)))
}

const newerSchema = (found: number, known: number) =>
  refusal(
    'S10',
    say(
      `数据已由更新的版本升级（结构第${found}版，本程序只到第${known}版）`,
      `The data was upgraded by a newer version (schema ${found}; this program knows ${known})`,
    ),
    say('换用新版程序；数据不降级。', 'Use the newer program; data is never downgraded.'),
  )

const altered = (version: number, name: string) =>
  refusal(
    'S11',
    say(
      `结构第${version}版（${name}）与本程序所带的不同`,
      `Schema step ${version} (${name}) is not the one that this program carries`,
    ),
    say(
      '用建立这些数据的程序打开，或从备份恢复。',
      'Open it with the program that made it, or restore a backup.',
    ),
  )
