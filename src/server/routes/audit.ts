import { z } from 'zod'
import type { AuditRecord } from '../../kernel/chain.ts'
import { say } from '../../kernel/text.ts'
import { permitted } from '../../rights/decide.ts'
import type { Client } from '../../store/database.ts'
import { actorNames } from '../../store/drafts/read.ts'
import { auditHead, readAudit, storedCounties, storedCounty } from '../../store/journal-store.ts'
import { notFound, Refused } from '../kit/problem.ts'
import { type Ask, ok, type Route, reading } from '../kit/route.ts'
import { hashShape, headShape, idShape, wholeShape } from '../kit/shapes.ts'
import { limitOf } from './journal.ts'

const auditRecord = z
  .strictObject({
    county: z.string(),
    seq: z.int(),
    at: z.string(),
    actor: z.string(),
    actorName: z.string().nullable().meta({ description: 'Joined at reading; no name stands in the chain' }),
    action: z.string(),
    subject: z.string(),
    detail: z.unknown(),
    prev: hashShape,
    hash: hashShape,
  } satisfies Record<keyof AuditRecord | 'actorName', z.ZodType>)
  .meta({ id: 'AuditRecord', description: 'Who did what; bound to the record before it' })

const auditQuery = z.strictObject({
  county: z.union([z.literal('-'), idShape]).optional(),
  after: wholeShape.optional(),
  limit: wholeShape.optional(),
  latest: wholeShape.optional(),
})

type AuditAsk = Ask<undefined, typeof auditQuery, undefined>

/** 审计: the chain of a county, or of the installation (`-`). */
export const auditRoutes: readonly Route[] = [
  reading({
    path: '/api/audit',
    operation: 'read-audit',
    summary: say('审计记录', 'The audit trail'),
    tag: 'audit',
    query: auditQuery,
    answers: {
      200: {
        description: 'Records in order, oldest first; `latest` asks for the last ones instead',
        schema: z.strictObject({
          county: z.string(),
          records: z.array(auditRecord),
          head: headShape,
          next: z.int().nullable(),
        }),
      },
    },
    handle: async (ask) => {
      const county = await chainOf(ask)
      const head = await auditHead(ask.client, county)
      const limit = limitOf(ask.query.latest ?? ask.query.limit)
      const after =
        ask.query.latest === undefined ? Number(ask.query.after ?? 0) : Math.max(head.seq - limit, 0)
      const read = (await readAudit(ask.client, county, { after, limit })).filter(
        ({ seq }) => seq <= head.seq,
      )
      const names = await actorNames(
        ask.client,
        county,
        read.map(({ actor }) => actor),
      )
      const records = read.map((record) => ({ ...record, actorName: names.get(record.actor) ?? null }))
      const last = records.at(-1)?.seq ?? head.seq
      return ok({ county, records, head, next: last < head.seq ? last : null })
    },
  }),
]

/** Whose chain is asked for: the named one, or the first that the rights reach; 404 for one that they do not. */
const chainOf = async (ask: AuditAsk): Promise<string> => {
  const { viewer, query, client } = ask
  const over = viewer.grants.map((grant) => grant.over)
  // A right over all counties is answered with the installation's chain, or with the first county's.
  const counties = over.includes('*') ? (await storedCounties(client)).map(({ id }) => id) : []
  const asked = query.county === undefined ? ['-', ...over, ...counties] : [query.county]
  for (const county of asked) if (reaches(ask, county) && (await isHere(client, county))) return county
  throw new Refused(notFound)
}

const isHere = async (client: Client, county: string): Promise<boolean> =>
  county === '-' || (await storedCounty(client, county)) !== undefined

const reaches = ({ viewer, installation }: AuditAsk, county: string): boolean => {
  const { isDemo } = installation
  const permission = permitted(viewer, 'read-audit', county === '-' ? { isDemo } : { isDemo, county })
  if (county !== '-') return permission !== undefined
  // An auditor of all counties audits the installation too, or its administrators would be their own judges.
  const isOverAll = viewer.grants.some(({ role, over }) => role === 'auditor' && over === '*')
  return permission?.scope === 'all' || (permission !== undefined && isOverAll)
}
