import { z } from 'zod'
import { type AuditRecord, auditHashOf, genesis, type Head } from '../../kernel/chain.ts'
import { minuteText } from '../format.ts'
import { getJson } from './ask.ts'

const recordShape = z.object({
  county: z.string(),
  seq: z.number(),
  at: z.string(),
  actor: z.string(),
  actorName: z.string().nullish(),
  action: z.string(),
  subject: z.string(),
  detail: z.unknown(),
  prev: z.string(),
  hash: z.string(),
})
const pageShape = z.object({
  county: z.string(),
  records: z.array(recordShape),
  head: z.object({ seq: z.number(), hash: z.string() }),
})

export type TrailRecord = z.output<typeof recordShape>
/** A stretch of an audit trail, and where the trail ends. */
export type Trail = z.output<typeof pageShape>

const stretch = 500

const fetchStretch = (county: string | undefined, after: number, signal: AbortSignal): Promise<Trail> => {
  const words = new URLSearchParams({ after: String(after), limit: String(stretch) })
  if (county !== undefined) words.set('county', county)
  return getJson(pageShape, `api/audit?${words}`, signal)
}

/** The whole trail, oldest first; `county` undefined for the one that one's role is for. */
export const fetchTrail = async (county: string | undefined, signal: AbortSignal): Promise<Trail> => {
  const first = await fetchStretch(county, 0, signal)
  const records = [...first.records]
  let { head } = first
  while (records.length > 0 && (records.at(-1)?.seq ?? 0) < head.seq) {
    const next = await fetchStretch(first.county, records.at(-1)?.seq ?? 0, signal)
    if (next.records.length === 0) break
    records.push(...next.records)
    head = next.head
  }
  return { county: first.county, records, head }
}

/** What is wrong with a trail, each with the number of its record. */
export interface Break {
  readonly seq: number
  readonly what: 'missing' | 'altered' | 'unbound' | 'foreign' | 'short'
}

/** Works the chain out again, from nothing to its head: no record missing, altered, replaced or of another county. */
export const breaksIn = ({ county, records, head }: Trail): Break[] => {
  let before: Head = { seq: 0, hash: genesis }
  const breaks: Break[] = []
  for (const record of records) {
    const { seq } = record
    if (record.county !== county) breaks.push({ seq, what: 'foreign' })
    if (seq !== before.seq + 1) breaks.push({ seq, what: 'missing' })
    if (record.prev !== before.hash) breaks.push({ seq, what: 'unbound' })
    if (auditHashOf(record as AuditRecord) !== record.hash) breaks.push({ seq, what: 'altered' })
    before = record
  }
  if (before.seq !== head.seq || before.hash !== head.hash) breaks.push({ seq: head.seq, what: 'short' })
  return breaks
}

/** The records that have all these words somewhere, and were written on these days; newest first, as one reads them. */
export const searched = (
  records: readonly TrailRecord[],
  { words, from, until }: { readonly words: string; readonly from: string; readonly until: string },
): TrailRecord[] => {
  const wanted = words.toLowerCase().split(/\s+/).filter(Boolean)
  return records
    .filter((record) => {
      const day = minuteText(record.at).slice(0, 10)
      if ((from !== '' && day < from) || (until !== '' && day > until)) return false
      const all = [
        record.actor,
        record.actorName ?? '',
        record.action,
        record.subject,
        JSON.stringify(record.detail),
      ]
        .join(' ')
        .toLowerCase()
      return wanted.every((word) => all.includes(word))
    })
    .reverse()
}
