import type { Client, Database } from '../src/store/database.ts'

/** Everything in every table of a store, to tell whether two moments differ, and in what. */

/** The owner's connection, which sees all rows; held open, because it is asked hundreds of times. */
export const ownerOf = async (database: Database) => {
  let give: (client: Client) => void = () => undefined
  let end: () => void = () => undefined
  const given = new Promise<Client>((resolve) => {
    give = resolve
  })
  const ended = new Promise<void>((resolve) => {
    end = resolve
  })
  const work = database.asOwner(async (client) => {
    give(client)
    await ended
  })
  const client = await Promise.race([given, work.then(() => Promise.reject(new Error('not connected')))])
  return {
    client,
    release: async () => {
      end()
      await work
    },
  }
}

/** When a session was last used is noted at times: no command's doing. */
const leftOut = ['last_seen_at']

const tablesIn = async (owner: Client): Promise<readonly string[]> => {
  const { rows } = await owner.query<{ name: string }>(
    "select table_name as name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE' order by 1",
  )
  return rows.map(({ name }) => name)
}

/** One text that is another one when anything was committed to any table: rows that came and changed are the youngest. */
export const digestOfAll = async (owner: Client): Promise<string> => {
  const tables = await tablesIn(owner)
  const { rows } = await owner.query(
    tables
      .map(
        (table) =>
          `select '${table}' as name, count(*)::text as rows, ${youngest(table)} as youngest from "${table}"`,
      )
      .join(' union all '),
  )
  return rows.map(({ name, rows, youngest }) => `${name} ${rows} ${youngest}`).join('\n')
}

const youngest = (table: string): string =>
  table === 'session' ? 'max(created_at)::text || max(expires_at)::text' : 'max(xmin::text::bigint)::text'

type Rows = ReadonlyMap<string, ReadonlyMap<string, Readonly<Record<string, unknown>>>>

/** All rows by table and primary key. */
export const rowsOfAll = async (owner: Client): Promise<Rows> => {
  const { rows: keys } = await owner.query<{ name: string; columns: string[] }>(
    `select c.relname as name, array_agg(a.attname::text order by a.attnum) as columns
     from pg_index i join pg_class c on c.oid = i.indrelid join pg_namespace n on n.oid = c.relnamespace and n.nspname = 'public'
     join pg_attribute a on a.attrelid = c.oid and a.attnum = any (i.indkey)
     where i.indisprimary group by 1 order by 1`,
  )
  const all = new Map<string, Map<string, Record<string, unknown>>>()
  for (const { name, columns } of keys) {
    const { rows } = await owner.query<{ row: Record<string, unknown> }>(
      `select to_jsonb(x) as row from "${name}" x`,
    )
    all.set(name, new Map(rows.map(({ row }) => [JSON.stringify(columns.map((key) => row[key])), row])))
  }
  return all
}

/** Columns that say the same when the same is done again; of the others only that they are filled. */
const telling = ['action', 'state', 'stage', 'kind', 'version', 'operation', 'role', 'reason', 'head_seq']

/** What one moment has that the other has not, without what is another each time (ids, hashes, instants), in order. */
export const changesIn = (before: Rows, after: Rows): readonly string[] =>
  [...after.keys()]
    .flatMap((table) => {
      const [was, is] = [before.get(table) ?? new Map(), after.get(table) ?? new Map()]
      const gone = [...was.keys()].filter((key) => !is.has(key)).map(() => `${table}: a row less`)
      return [...gone, ...[...is].flatMap(([key, row]) => changeOf(table, was.get(key), row))]
    })
    .sort()

type Row = Readonly<Record<string, unknown>>

const changeOf = (table: string, was: Row | undefined, row: Row): string[] => {
  const columns = Object.keys(row).filter(
    (column) =>
      !leftOut.includes(column) &&
      row[column] !== null &&
      JSON.stringify(row[column]) !== JSON.stringify(was?.[column]),
  )
  if (columns.length === 0) return []
  const facts = columns.map((column) =>
    telling.includes(column) ? `${column}=${JSON.stringify(row[column])}` : column,
  )
  return [`${table}: ${was === undefined ? 'a row more' : 'a row changed'} (${facts.join(', ')})`]
}
