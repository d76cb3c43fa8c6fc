import type pg from 'pg'
import {
  type AuditBody,
  type AuditRecord,
  auditSealed,
  emptyHead,
  type Head,
  type JournalRecord,
} from '../kernel/chain.ts'
import type { Client } from './database.ts'

/** The records of a county behind number `after`, in order; all of them when it is left out. */
export const readEntries = async (asked: Client, county: string, after = 0): Promise<JournalRecord[]> => {
  const { rows } = await asked.query<JournalRecord & pg.QueryResultRow>(
    `select ${entryColumns} from entry where county_id = $1 and seq > $2 order by seq`,
    [county, after],
  )
  return rows
}

/** Where to begin reading, and how many at most. */
export interface Stretch {
  readonly after: number
  readonly limit: number
}

const entryColumns = `county_id as county, seq, recorded_at as "recordedAt", effective_on as "effectiveOn", operation,
  fields, authority, plan, line, corrects, prev, hash`

/** Some records of a county, in order. */
export const readEntriesFrom = async (
  asked: Client,
  county: string,
  { after, limit }: Stretch,
): Promise<JournalRecord[]> => {
  const { rows } = await asked.query<JournalRecord & pg.QueryResultRow>(
    `select ${entryColumns} from entry where county_id = $1 and seq > $2 order by seq limit $3`,
    [county, after, limit],
  )
  return rows
}

/** One record; undefined when the county has none of this number. */
export const readEntry = async (
  asked: Client,
  county: string,
  seq: number,
): Promise<JournalRecord | undefined> => {
  const { rows } = await asked.query<JournalRecord & pg.QueryResultRow>(
    `select ${entryColumns} from entry where county_id = $1 and seq = $2`,
    [county, seq],
  )
  return rows[0]
}

/** A county of the installation. */
export interface StoredCounty {
  readonly id: string
  readonly name: { readonly zh: string; readonly en: string }
  readonly head: Head
}

/** The counties of the installation in the order of their ids. */
export const storedCounties = async (asked: Client): Promise<StoredCounty[]> =>
  (await asked.query(`select ${countyColumns} from county order by county_id`)).rows.map(countyOf)

/** One county; undefined when it was never opened here. With `lock` nobody else can append until the transaction ends. */
export const storedCounty = async (
  asked: Client,
  county: string,
  options: { readonly lock?: boolean } = {},
): Promise<StoredCounty | undefined> => {
  const end = options.lock === true ? ' for update' : ''
  const { rows } = await asked.query(`select ${countyColumns} from county where county_id = $1${end}`, [
    county,
  ])
  const [row] = rows
  return row === undefined ? undefined : countyOf(row)
}

const countyColumns = 'county_id, name_zh, name_en, head_seq, head_hash'

const countyOf = (row: pg.QueryResultRow): StoredCounty => ({
  id: row.county_id,
  name: { zh: row.name_zh, en: row.name_en },
  head: { seq: row.head_seq, hash: row.head_hash },
})

/** The instant by the clock of the database, as it is written into records: `2026-01-01T08:00:00.000Z`. */
export const databaseNow = async (asked: Client): Promise<string> => {
  const { rows } = await asked.query<{ now: string }>(
    `select to_char(clock_timestamp() at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as now`,
  )
  return rows[0]?.now ?? ''
}

/** Writes sealed records and moves the county's head; the caller holds the county's row. */
export const writeEntries = async (client: Client, records: readonly JournalRecord[]): Promise<void> => {
  const last = records.at(-1)
  if (last === undefined) return
  await client.query(
    `insert into entry (county_id, seq, recorded_at, effective_on, operation, fields, authority, plan, line, corrects, prev, hash)
     select county, seq, "recordedAt", "effectiveOn", operation, fields, authority, plan, line, corrects, prev, hash
     from jsonb_to_recordset($1::jsonb) as given (county text, seq bigint, "recordedAt" text, "effectiveOn" date,
       operation text, fields jsonb, authority text, plan text, line int, corrects bigint, prev text, hash text)`,
    [JSON.stringify(records)],
  )
  await client.query('update county set head_seq = $2, head_hash = $3 where county_id = $1', [
    last.county,
    last.seq,
    last.hash,
  ])
}

/** Adds an audit record behind the last one of the county; the caller holds the county's row. */
export const writeAudit = async (
  client: Client,
  body: Omit<AuditBody, 'seq' | 'prev'>,
): Promise<AuditRecord> => {
  const record = auditSealed(await auditHead(client, body.county), body)
  const { county, seq, at, actor, action, subject, detail, prev, hash } = record
  await client.query(
    `insert into audit (county_id, seq, at, actor, action, subject, detail, prev, hash)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [county, seq, at, actor, action, subject, JSON.stringify(detail), prev, hash],
  )
  return record
}

/** Audit records of a county, or of the installation (`-`), in order; all of them when no stretch is named. */
export const readAudit = async (
  asked: Client,
  county: string,
  { after, limit }: Partial<Stretch> = {},
): Promise<AuditRecord[]> => {
  const { rows } = await asked.query<AuditRecord & pg.QueryResultRow>(
    `select county_id as county, seq, at, actor, action, subject, detail, prev, hash
     from audit where county_id = $1 and seq > $2 order by seq limit $3`,
    [county, after ?? 0, limit ?? null],
  )
  return rows
}

/** Where an audit chain ends. */
export const auditHead = async (asked: Client, county: string): Promise<Head> => {
  const { rows } = await asked.query<Head & pg.QueryResultRow>(
    'select seq, hash from audit where county_id = $1 order by seq desc limit 1',
    [county],
  )
  return rows[0] ?? emptyHead
}
