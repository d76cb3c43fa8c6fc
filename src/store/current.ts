import { digest } from '../kernel/canonical.ts'
import { emptyHead, type Head, type JournalRecord } from '../kernel/chain.ts'
import { blocks, type Finding } from '../kernel/finding.ts'
import { say, type Text } from '../kernel/text.ts'
import { type OpenCounty, openCounty } from '../ledger/opening.ts'
import { beginHistory, extended, type History } from '../reform/history.ts'
import type { RawTable } from '../reform/opening.ts'
import type { PolicyFile } from '../reform/policy.ts'
import type { Client } from './database.ts'
import { StoreRefused } from './fault.ts'
import { readEntries, type StoredCounty, storedCounty } from './journal-store.ts'

/** A county as it is now: what it was opened with, and everything recorded since. */
export interface CurrentCounty {
  readonly id: string
  readonly name: Text
  readonly head: Head
  readonly opening: OpenCounty
  readonly policies: readonly PolicyFile[]
  readonly history: History
  /** Digest of what it was opened with; the first record must seal the same. */
  readonly seal: string
}

/** The counties of an installation, kept in memory and brought up to date before each use. */
export interface Counties {
  /**
   * The county as the database has it at this moment: only records that other processes added since are read. Undefined
   * when it was never opened here; StoreRefused (J20–J24) when the records do not hold together.
   */
  current(asked: Client, id: string): Promise<CurrentCounty | undefined>
  /** How many are in memory. */
  readonly size: number
}

/** Keeps at most `most` counties in memory; the one that was not used for longest goes first. */
export const countiesInMemory = (most = 16): Counties => {
  const held = new Map<string, CurrentCounty>()
  const keep = (county: CurrentCounty) => {
    held.delete(county.id)
    held.set(county.id, county)
    for (const id of held.keys()) if (held.size > most) held.delete(id)
  }
  return {
    get size() {
      return held.size
    },
    current: async (asked, id) => {
      const stored = await storedCounty(asked, id)
      if (stored === undefined) {
        held.delete(id)
        return undefined
      }
      const known = held.get(id)
      const county = await brought(asked, stored, known)
      // Two questions at once may come back in any order: the later state stays.
      const now = held.get(id)
      if (now === known || now === undefined || now.head.seq <= county.head.seq) keep(county)
      return county
    },
  }
}

const brought = async (
  asked: Client,
  stored: StoredCounty,
  known: CurrentCounty | undefined,
): Promise<CurrentCounty> => {
  if (known?.head.hash === stored.head.hash) return known
  // A restored database may be behind what we remember: then it is read from the beginning.
  const isBehind = known === undefined || stored.head.seq <= known.head.seq
  const base = isBehind ? await opened(asked, stored) : known
  const records = (await readEntries(asked, stored.id, base.head.seq)).filter(
    ({ seq }) => seq <= stored.head.seq,
  )
  if (!isBehind && records[0]?.prev !== base.head.hash) return await brought(asked, stored, undefined)
  return folded(base, records, stored.head)
}

/** Folds records into a county. Numbers and bonds are looked at; the content of each is the verifier's business. */
const folded = (county: CurrentCounty, records: readonly JournalRecord[], head: Head): CurrentCounty => {
  let last = county.head
  for (const { seq, prev, hash } of records) {
    if (seq !== last.seq + 1 || prev !== last.hash) throw new StoreRefused([torn(county.id, last.seq + 1)])
    last = { seq, hash }
  }
  if (last.seq !== head.seq || last.hash !== head.hash)
    throw new StoreRefused([torn(county.id, last.seq + 1)])
  const first = county.head.seq === 0 ? records[0] : undefined
  if (first !== undefined && digest(first.fields) !== county.seal)
    throw new StoreRefused([exchanged(county.id)])
  const { history, findings } = extended(county.history, records)
  if (blocks(findings)) throw new StoreRefused(findings)
  return { ...county, head: last, history }
}

const opened = async (asked: Client, { id, name }: StoredCounty): Promise<CurrentCounty> => {
  const tables: Record<string, RawTable> = {}
  const { rows } = await asked.query(
    'select table_name, header, rows from opening where county_id = $1 order by table_name',
    [id],
  )
  for (const row of rows) tables[row.table_name] = { header: row.header, rows: row.rows }
  const { rows: policies } = await asked.query<PolicyFile & { [key: string]: unknown }>(
    "select name, text from policy where county_id = $1 order by array_position(array['national', 'province', 'county'], name), name",
    [id],
  )
  const opening = openCounty(tables)
  const seal = digest(openingSeal(tables, policies, opening.manifest))
  const history = beginHistory(id, opening.register)
  return { id, name, head: emptyHead, opening, policies, history, seal }
}

/** What a county is opened with, as its first record seals it. */
export const openingSeal = (
  tables: Readonly<Record<string, RawTable>>,
  policies: readonly PolicyFile[],
  manifest: { readonly digest: string },
) => ({
  tables: Object.fromEntries(Object.entries(tables).map(([name, table]) => [name, tableDigest(table)])),
  policies: Object.fromEntries(policies.map(({ name, text }) => [name, digest(text)])),
  digest: manifest.digest,
})

/** The digest of a table's header and cells, in their order. */
export const tableDigest = ({ header, rows }: RawTable): string =>
  digest([header, ...rows.map(({ cells }) => cells)])

const torn = (county: string, seq: number): Finding => ({
  code: 'J20',
  severity: 'error',
  at: `journal:${county}#${seq}`,
  message: say(
    `第${seq}条记录缺失、次序不对或没有接在前一条之后`,
    `Record ${seq} is missing, out of order, or not bound to the one before it`,
  ),
  remedy: say(
    '停止使用，运行 verify-journal，并从最近一次校验无误的备份恢复。',
    'Stop using it, run verify-journal, and restore the last backup that verifies.',
  ),
})

const exchanged = (county: string): Finding => ({
  code: 'J24',
  severity: 'error',
  at: `journal:${county}#1`,
  message: say(
    '期初表格或规则与第1条记录所封的不同',
    'The opening tables or the rules are not those that record 1 seals',
  ),
  remedy: say(
    '停止使用，从最近一次校验无误的备份恢复。',
    'Stop using it and restore the last backup that verifies.',
  ),
})
