import { createHash } from 'node:crypto'
import type { Client } from '../database.ts'
import type { BackupTable, SchemaStep, TableDigest } from './format.ts'

/** Values are written the same way whatever the server's own settings are. */
export const plainValues = async (client: Client): Promise<void> => {
  // Were rows ever hidden from this account, it is told, and not passed over in silence.
  await client.query('set local row_security = off')
  await client.query("set local time zone 'UTC'")
  await client.query("set local datestyle = 'ISO, YMD'")
  await client.query("set local intervalstyle = 'iso_8601'")
  await client.query("set local bytea_output = 'hex'")
  await client.query('set local extra_float_digits = 1')
}

/** The numbered migrations that were carried out. */
export const schemaSteps = async (client: Client): Promise<SchemaStep[]> =>
  (await client.query<SchemaStep>('select version, name, sha256 from migration order by version')).rows

/**
 * What passes by itself and is not backed up: who is signed in or about to be, and counted failures. After a restore
 * everybody signs in anew, and no old session comes to life again.
 */
export const passingTables: readonly string[] = [
  'session',
  'pending_sign_in',
  'sign_in_failure',
  'oidc_attempt',
]

/** Every table of the installation that is kept, each after the tables that it refers to. */
export const storedTables = async (client: Client): Promise<BackupTable[]> => {
  const { rows } = await client.query(
    `
    select c.relname as "table", array_agg(a.attname::text order by a.attnum) as columns,
      (select coalesce(array_agg(distinct r.relname::text), '{}') from pg_constraint k
        join pg_class r on r.oid = k.confrelid where k.contype = 'f' and k.conrelid = c.oid) as needs
    from pg_class c join pg_attribute a on a.attrelid = c.oid
    where c.relnamespace = current_schema()::regnamespace and c.relkind in ('r', 'p') and not c.relispartition
      and a.attnum > 0 and not a.attisdropped and a.attgenerated = '' and c.relname <> all ($1)
    group by c.oid, c.relname order by c.relname`,
    [['migration', ...passingTables]],
  )
  return inOrder(rows as (BackupTable & { needs: string[] })[])
}

const inOrder = (tables: readonly (BackupTable & { needs: readonly string[] })[]): BackupTable[] => {
  const placed: BackupTable[] = []
  const waiting = [...tables]
  while (waiting.length > 0) {
    const isReady = ({ table, needs }: { table: string; needs: readonly string[] }) =>
      needs.every((need) => need === table || placed.some((each) => each.table === need))
    const at = waiting.findIndex(isReady)
    // Tables that need one another in a ring would be a mistake of the schema.
    if (at < 0)
      throw new Error(`tables refer to one another: ${waiting.map(({ table }) => table).join(', ')}`)
    for (const { table, columns } of waiting.splice(at, 1)) placed.push({ table, columns })
  }
  return placed
}

const name = (text: string): string => `"${text.replaceAll('"', '""')}"`

/** Names of columns as SQL. */
export const columnList = (columns: readonly string[]): string => columns.map(name).join(', ')

const fetched = 200

/** All rows of a table as JSON texts in the order of its key, read a few hundred at a time. */
export async function* rowsOf(client: Client, { table, columns }: BackupTable): AsyncGenerator<string[]> {
  const order = await keyOrder(client, table)
  await client.query(
    `declare backup_rows no scroll cursor for select row_to_json(t)::text as row
     from (select ${columnList(columns)} from ${name(table)} order by ${order}) as t`,
  )
  for (;;) {
    const { rows } = await client.query(`fetch ${fetched} from backup_rows`)
    // A line break outside a text is a space of the writing; inside one it is written as \\n.
    if (rows.length > 0) yield rows.map((each) => (each.row as string).replaceAll('\n', ' '))
    if (rows.length < fetched) break
  }
  await client.query('close backup_rows')
}

/** The columns of the primary key; texts by their bytes, so that every server sorts them alike. */
const keyOrder = async (client: Client, table: string): Promise<string> => {
  const { rows } = await client.query(
    `select a.attname::text as column, a.attcollation <> 0 as "isText" from pg_index i
     cross join lateral unnest(i.indkey::int2[]) with ordinality as k (attnum, place)
     join pg_attribute a on a.attrelid = i.indrelid and a.attnum = k.attnum
     where i.indrelid = $1::regclass and i.indisprimary order by k.place`,
    [name(table)],
  )
  if (rows.length === 0) throw new Error(`table ${table} has no primary key`)
  return rows.map(({ column, isText }) => `${name(column)}${isText ? ' collate "C"' : ''}`).join(', ')
}

/** Adds rows that came from {@link rowsOf} to a table. */
export const insertRows = async (
  client: Client,
  { table, columns }: BackupTable,
  rows: readonly string[],
): Promise<void> => {
  await client.query(
    `insert into ${name(table)} (${columnList(columns)})
     select ${columnList(columns)} from json_populate_recordset(null::${name(table)}, $1::json)`,
    [`[${rows.join(',')}]`],
  )
}

/** Counts rows and takes their digest as they pass. */
export class RowDigest {
  private readonly hash = createHash('sha256')
  rows = 0

  add(rows: readonly string[]): void {
    for (const row of rows) this.hash.update(row).update('\n')
    this.rows += rows.length
  }

  of(table: string): TableDigest {
    return { table, rows: this.rows, sha256: this.hash.digest('hex') }
  }
}

/** The digest of a table as it stands in the database. */
export const tableDigest = async (client: Client, table: BackupTable): Promise<TableDigest> => {
  const digest = new RowDigest()
  for await (const rows of rowsOf(client, table)) digest.add(rows)
  return digest.of(table.table)
}
