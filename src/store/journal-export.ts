import { canonical, sha256Hex } from '../kernel/canonical.ts'
import type { Head, JournalRecord } from '../kernel/chain.ts'
import type { Client, Database } from './database.ts'
import { databaseNow, type StoredCounty } from './journal-store.ts'

/** 锚: what is kept outside the installation to tell later that nothing up to here was cut off or rewritten. */
export interface Anchor extends Head {
  readonly sanding: 1
  readonly kind: 'anchor'
  readonly county: string
  /** ISO instant of the database's clock. */
  readonly at: string
}

const stretch = 1000

/** Reads everything as it stood at one moment, whatever is appended meanwhile. */
export const snapshot = <Result>(
  database: Database,
  work: (client: Client) => Promise<Result>,
): Promise<Result> =>
  database.transaction(async (client) => {
    await client.query('set transaction isolation level repeatable read, read only')
    return await work(client)
  })

/** The anchor of a county's journal as it is now. */
export const anchorOf = async (asked: Client, { id, head }: StoredCounty): Promise<Anchor> => ({
  sanding: 1,
  kind: 'anchor',
  county: id,
  seq: head.seq,
  hash: head.hash,
  at: await databaseNow(asked),
})

/**
 * A county's journal as the bytes of an export: a sealed header, then one record a line, all in canonical JSON, a
 * thousand records at a time. Ask for it in a {@link snapshot}, or the end may be newer than the header.
 */
export async function* exportedJournal(asked: Client, county: StoredCounty): AsyncGenerator<Uint8Array> {
  const header = {
    county: county.id,
    exportedAt: await databaseNow(asked),
    head: { hash: county.head.hash, seq: county.head.seq },
    kind: 'journal',
    sanding: 1,
  }
  yield lines([{ ...header, seal: sha256Hex(canonical(header)) }])
  for (let after = 0; ; ) {
    const records = await stretchOf(asked, county, after)
    if (records.length > 0) yield lines(records)
    if (records.length < stretch) return
    after = records.at(-1)?.seq ?? after
  }
}

const lines = (values: readonly object[]): Uint8Array =>
  Buffer.from(values.map((value) => `${canonical(value)}\n`).join(''))

const stretchOf = async (asked: Client, { id }: StoredCounty, after: number) => {
  const { rows } = await asked.query(
    `select county_id as county, seq, recorded_at as "recordedAt", effective_on as "effectiveOn", operation, fields,
       authority, plan, line, corrects, prev, hash
     from entry where county_id = $1 and seq > $2 order by seq limit $3`,
    [id, after, stretch],
  )
  return rows as JournalRecord[]
}
