import { z } from 'zod'
import type { JournalRecord } from '../../../kernel/chain.ts'
import { type Day, parseDay } from '../../../kernel/day.ts'
import type { Finding } from '../../../kernel/finding.ts'
import { openCounty } from '../../../ledger/opening.ts'
import { beginHistory, extended, type History, registerAt } from '../../../reform/history.ts'
import { getJson, text } from '../ask.ts'
import { fetchCounty } from '../files.ts'
import type { Book } from '../session.ts'

const day = z.string().transform((written, context) => {
  const parsed = parseDay(written)
  if (parsed === undefined) context.addIssue('not a day')
  return parsed as Day
})
const record = z.object({
  county: z.string(),
  seq: z.number(),
  recordedAt: z.string(),
  effectiveOn: day,
  operation: z.string(),
  fields: z.unknown(),
  authority: z.string(),
  plan: z.string().nullable(),
  line: z.number().nullable(),
  corrects: z.number().nullable(),
  prev: z.string(),
  hash: z.string(),
  sentence: text.nullable(),
})
const stretch = z.object({ records: z.array(record), next: z.number().nullable() })

/** A record of the journal with what it says. */
export type TellingRecord = z.output<typeof record>

/** The journal of a county in the browser: what the register is on any day, as known at any record, is worked out from it. */
export interface Records {
  readonly records: readonly TellingRecord[]
  readonly history: History
  readonly findings: readonly Finding[]
}

const journal = async (county: string, signal: AbortSignal): Promise<TellingRecord[]> => {
  const all: TellingRecord[] = []
  for (let after: number | null = 0; after !== null; ) {
    const path: string = `api/counties/${encodeURIComponent(county)}/journal?after=${after}&limit=1000`
    const some: z.output<typeof stretch> = await getJson(stretch, path, signal)
    all.push(...some.records)
    after = some.next
  }
  return all
}

/**
 * The records of a county, folded over what it was opened with. The opening is the register under the first plan that was
 * carried out, or the one of now where none was.
 */
export const fetchRecords = async ({ county, files }: Book, signal: AbortSignal): Promise<Records> => {
  const { id } = county.register.county
  const records = await journal(id, signal)
  const first = records.find(({ plan }) => plan !== null)?.plan ?? undefined
  const under =
    files.manifest === undefined && first === undefined ? files : await fetchCounty(id, first, signal)
  const opening = under === files ? county.register : openCounty(under.tables).register
  const { history, findings } = extended(beginHistory(id, opening), records as readonly JournalRecord[])
  return { records, history, findings }
}

const answered = z.object({ on: day, known: z.number(), digest: z.string() })

/** Which record a question comes to, and the digest of the register that the server answers it with. */
export type Answer = z.output<typeof answered>

/** Asks the server for the county on a day as known on a day or at a record. */
export const fetchAnswer = (
  county: string,
  on: Day,
  known: Day | number,
  signal: AbortSignal,
): Promise<Answer> =>
  getJson(answered, `api/counties/${encodeURIComponent(county)}/register?on=${on}&known=${known}`, signal)

/** The same, worked out here. */
export const registerIn = ({ history }: Records, on: Day, known: number) => registerAt(history, on, known)
