import { z } from 'zod'
import type { JournalRecord } from '../../kernel/chain.ts'
import { say } from '../../kernel/text.ts'
import { openCountyAct } from '../../reform/history.ts'
import { told } from '../../reform/told.ts'
import { exportedJournal } from '../../store/journal-export.ts'
import { readEntriesFrom, readEntry, storedCounty } from '../../store/journal-store.ts'
import { lately } from '../../store/lately.ts'
import { countyAsked } from '../kit/county-asked.ts'
import { notFound, Refused } from '../kit/problem.ts'
import { type Ask, command, ok, type Route, reading } from '../kit/route.ts'
import { countyParams, dayShape, hashShape, headShape, textShape, wholeShape } from '../kit/shapes.ts'

const recordShape = z
  .strictObject({
    county: z.string(),
    seq: z.int(),
    recordedAt: z.string(),
    effectiveOn: dayShape,
    operation: z.string(),
    fields: z.unknown(),
    authority: z.string(),
    plan: z.string().nullable(),
    line: z.int().nullable(),
    corrects: z.int().nullable(),
    prev: hashShape,
    hash: hashShape,
  } satisfies Record<keyof JournalRecord, z.ZodType>)
  .meta({ id: 'JournalRecord', description: 'A sealed record, bound to the one before it' })

const toldRecord = recordShape
  .extend({
    sentence: textShape.nullable().meta({
      description:
        'The record read aloud, with the names of its day; null where the history is too long for that',
    }),
  })
  .meta({ id: 'ToldRecord', description: 'A sealed record, and what it says' })

const stretch = z.strictObject({ after: wholeShape.optional(), limit: wholeShape.optional() })

/** How many to read at once: as many as asked for, at most a thousand, a hundred when nothing was said. */
export const limitOf = (limit: string | undefined): number =>
  Math.min(Math.max(Number(limit ?? 100), 1), 1000)

/** The sentences of the stretches that were asked for last. */
const pages = lately<ReturnType<typeof told>>(16)

const opened = say('建账：台账由此起算。', 'The county is opened: its register begins here.')

const headOf = async ({
  client,
  params,
}: Pick<Ask<typeof countyParams, undefined, undefined>, 'client' | 'params'>) => {
  const county = await storedCounty(client, params.county)
  if (county === undefined) throw new Refused(notFound)
  return county
}

/** 日志: the records as they are sealed, and where they end. */
export const journalRoutes: readonly Route[] = [
  reading({
    path: '/api/counties/:county/journal',
    operation: 'read-journal',
    summary: say(
      '日志记录，自某号之后，附文句',
      'The records of the journal behind a number, as sentences too',
    ),
    tag: 'journal',
    params: countyParams,
    query: stretch,
    answers: {
      200: {
        description: 'Records in order, the head of the journal, and the number to go on after',
        schema: z.strictObject({
          county: z.string(),
          records: z.array(toldRecord),
          head: headShape,
          next: z.int().nullable(),
        }),
      },
    },
    handle: async (ask) => {
      const { id, head, history } = await countyAsked(ask)
      const after = Number(ask.query.after ?? 0)
      const read = await readEntriesFrom(ask.client, id, { after, limit: limitOf(ask.query.limit) })
      const sealed = read.filter(({ seq }) => seq <= head.seq)
      const [from, to] = [sealed[0]?.seq ?? 0, sealed.at(-1)?.seq ?? -1]
      const sentences = pages(`${id} ${head.hash} ${from} ${to}`, () =>
        told(
          history,
          history.entries.filter(({ seq }) => seq >= from && seq <= to),
        ),
      )
      const records = sealed.map((record) => ({
        ...record,
        sentence: record.operation === openCountyAct ? opened : (sentences.get(record.seq) ?? null),
      }))
      const last = records.at(-1)?.seq ?? head.seq
      return ok({ county: id, records, head, next: last < head.seq ? last : null })
    },
  }),
  reading({
    path: '/api/counties/:county/journal/head',
    operation: 'read-journal',
    summary: say('日志的末端', 'Where the journal ends'),
    tag: 'journal',
    params: countyParams,
    answers: {
      200: { description: 'The head', schema: z.strictObject({ county: z.string(), head: headShape }) },
    },
    handle: async (ask) => {
      const { id, head } = await headOf(ask)
      return ok({ county: id, head })
    },
  }),
  reading({
    path: '/api/counties/:county/journal/:seq',
    operation: 'read-journal',
    summary: say('一条记录', 'One record'),
    tag: 'journal',
    params: countyParams.extend({ seq: wholeShape }),
    answers: { 200: { description: 'The record', schema: recordShape } },
    handle: async ({ client, params }) => {
      const record = await readEntry(client, params.county, Number(params.seq))
      if (record === undefined) throw new Refused(notFound)
      return ok(record)
    },
  }),
  command({
    method: 'POST',
    path: '/api/counties/:county/journal/export',
    operation: 'export-journal',
    summary: say('导出日志，供独立核验', 'Export the journal, to be checked anywhere'),
    tag: 'journal',
    params: countyParams,
    worksReadOnly: true,
    answers: {
      200: {
        description: 'A sealed header, then one record a line',
        type: 'application/x-ndjson',
      },
    },
    handle: async (ask) => {
      // Nothing is added meanwhile: the end of the file is the head that its first line names.
      const county = await storedCounty(ask.client, ask.params.county, { lock: true })
      if (county === undefined) throw new Refused(notFound)
      const parts: Uint8Array[] = []
      for await (const part of exportedJournal(ask.client, county)) parts.push(part)
      return ok(Buffer.concat(parts), {
        type: 'application/x-ndjson',
        // It may be large, and asked again it would be newer.
        isSecret: true,
        headers: { 'content-disposition': `attachment; filename="${county.id}.jsonl"` },
        audit: {
          county: county.id,
          action: 'export-journal',
          subject: `county:${county.id}`,
          detail: { seq: county.head.seq, hash: county.head.hash },
        },
      })
    },
  }),
]
