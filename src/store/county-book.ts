import { createHash } from 'node:crypto'
import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import type { Day } from '../kernel/day.ts'
import { type History, registerAt } from '../reform/history.ts'
import type { Manifest, RawTable } from '../reform/opening.ts'
import type { Register } from '../register/register.ts'
import { tablesOf } from '../register/written.ts'
import { policyDigest } from './county-folder.ts'
import type { CurrentCounty } from './current.ts'
import type { Client } from './database.ts'
import { latestVersions } from './drafts/read.ts'
import { manifestOf } from './drafts/rehearsed.ts'
import { lately } from './lately.ts'

/** A county as the page opens it: what its folder would hold now, so that a plan can be rehearsed over it anywhere. */
export interface CountyBook {
  readonly id: string
  readonly tables: Readonly<Record<string, RawTable>>
  /** The digests of the register, when it is no longer the opening and its tables are written anew. */
  readonly manifest?: Manifest
  readonly plans: Readonly<Record<string, string>>
  /** The version of each plan that counts now. */
  readonly versions: Readonly<Record<string, number>>
  /** The plans that are in the journal, each with its first and last record. */
  readonly applied: Readonly<Record<string, { readonly from: number; readonly to: number }>>
  readonly policies: CurrentCounty['policies']
  readonly policyDigest: string
  readonly findings: readonly never[]
}

/**
 * The book of a county as it is now. With a plan that is in the journal, the register is the one that stood before its
 * first record; otherwise it is that of everything recorded.
 */
export const countyBook = async (
  client: Client,
  county: CurrentCounty,
  plan: string | undefined,
): Promise<CountyBook> => {
  const { id, history, policies } = county
  const register = registerUnder(history, plan)
  const opened = await openingTables(client, id)
  const latest = await latestVersions(client, id)
  const isOpening = register === history.opening
  return {
    id,
    tables: isOpening ? opened : { ...opened, ...tablesOf(register) },
    ...(isOpening ? {} : { manifest: manifestOf(county, register) }),
    plans: Object.fromEntries(latest.map(({ plan, text }) => [plan, text])),
    versions: Object.fromEntries(latest.map(({ plan, version }) => [plan, version])),
    applied: appliedPlans(history),
    policies,
    policyDigest: policyDigest(policies),
    findings: [],
  }
}

const always = '9999-12-31' as Day

/** The register that a plan lies over: as known just before its first record, or as known now when it has none. */
export const registerUnder = (history: History, plan: string | undefined): Register => {
  const first = plan === undefined ? undefined : history.entries.find((entry) => entry.plan === plan)
  if (first === undefined) return history.latest
  if (history.entries.every(({ seq }) => seq >= first.seq)) return history.opening
  const known = under.get(history) ?? new Map<number, Register>()
  under.set(history, known)
  const register = known.get(first.seq) ?? registerAt(history, always, first.seq - 1)
  known.set(first.seq, register)
  return register
}

/** The registers that lie under the plans of a history, by the first record of each. */
const under = new WeakMap<History, Map<number, Register>>()

const appliedPlans = ({ entries }: History): CountyBook['applied'] => {
  const applied: Record<string, { from: number; to: number }> = {}
  for (const { plan, seq } of entries)
    if (plan !== undefined) applied[plan] = { from: applied[plan]?.from ?? seq, to: seq }
  return applied
}

const openingTables = async (client: Client, county: string): Promise<Record<string, RawTable>> => {
  const { rows } = await client.query(
    'select table_name, header, rows from opening where county_id = $1 order by table_name collate "C"',
    [county],
  )
  return Object.fromEntries(rows.map(({ table_name, header, rows }) => [table_name, { header, rows }]))
}

/** A book as it is sent: its JSON, also compressed, and a tag that changes with any of it. */
export interface BookText {
  readonly body: Uint8Array
  readonly zipped: Uint8Array
  readonly tag: string
}

/** Books ready to be sent, the last few that were asked for; made again when the county or one of its plans moved on. */
export const booksInMemory = (most = 8) => {
  const held = lately<Promise<BookText>>(most)
  return async (client: Client, county: CurrentCounty, plan: string | undefined): Promise<BookText> => {
    // A plan that is not in the journal makes no book of its own.
    const first = county.history.entries.find((entry) => entry.plan === plan && plan !== undefined)?.seq ?? 0
    const key = [county.id, county.head.hash, await draftsStamp(client, county.id), first].join(' ')
    return await held(key, async () => await textOf(await countyBook(client, county, plan)))
  }
}

const zip = promisify(gzip)

const textOf = async (book: CountyBook): Promise<BookText> => {
  const body = Buffer.from(JSON.stringify(book))
  const tag = `"${createHash('sha256').update(body).digest('hex').slice(0, 32)}"`
  return { body, zipped: await zip(body, { level: 5 }), tag }
}

const draftsStamp = async (client: Client, county: string): Promise<string> => {
  const { rows } = await client.query(
    `select md5(coalesce(string_agg(plan_id || ' ' || version, ',' order by plan_id collate "C"), '')) as stamp
     from draft where county_id = $1`,
    [county],
  )
  return rows[0]?.stamp as string
}
