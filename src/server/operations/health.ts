import { z } from 'zod'
import { type AuditRecord, auditHashOf, hashOf, type JournalRecord } from '../../kernel/chain.ts'
import type { Client, Database } from '../../store/database.ts'
import type { Installation } from '../kit/installation.ts'

/** How the installation is, as anybody may know it: no names, no numbers, no addresses. */
export const healthShape = z
  .strictObject({
    status: z.enum(['ok', 'read-only', 'stopping', 'failing']),
    database: z.enum(['ok', 'failing']),
    heads: z.enum(['ok', 'broken', 'unknown']),
    disk: z.enum(['ok', 'low', 'elsewhere']),
    version: z.string(),
  })
  .meta({
    id: 'Health',
    description:
      'heads: whether the last record of every journal and audit trail is the one that was sealed. Read-only: the disk is nearly full',
    example: { status: 'ok', database: 'ok', heads: 'ok', disk: 'ok', version: '0.1.0' },
  })

export type Health = z.output<typeof healthShape>

type Heads = Health['heads']

/** How long an answer of the database counts, so that anybody may ask without tiring it. Milliseconds. */
const freshFor = 2000
/** A database that takes longer does not work. Milliseconds. */
const patience = 3000

const asked = new WeakMap<Database, { at: number; heads: Promise<Heads> }>()

/** How the installation is now; asks the database at most every two seconds. */
export const healthOf = async (database: Database, installation: Installation): Promise<Health> => {
  const heads = await headsOf(database)
  const isLow = installation.isReadOnly()
  const isFailing = heads !== 'ok'
  return {
    status: installation.isStopping() ? 'stopping' : isFailing ? 'failing' : isLow ? 'read-only' : 'ok',
    database: heads === 'unknown' ? 'failing' : 'ok',
    heads,
    disk: isLow ? 'low' : installation.freeBytes() === undefined ? 'elsewhere' : 'ok',
    version: installation.version,
  }
}

const headsOf = (database: Database): Promise<Heads> => {
  const known = asked.get(database)
  if (known !== undefined && performance.now() - known.at < freshFor) return known.heads
  const heads = inTime(headsIn(database).then((holds) => (holds ? 'ok' : 'broken')))
  asked.set(database, { at: performance.now(), heads })
  return heads
}

const inTime = (work: Promise<Heads>): Promise<Heads> =>
  new Promise((resolve) => {
    const late = setTimeout(() => resolve('unknown'), patience)
    work.then(resolve, () => resolve('unknown')).finally(() => clearTimeout(late))
  })

/** Whether each journal and each audit trail ends with a record that is what was sealed, and is its county's head. */
const headsIn = async (client: Client): Promise<boolean> => {
  const entries = await client.query<{ head: string; beyond: boolean; last: JournalRecord | null }>(
    `select c.head_hash as head,
       exists (select from entry e where e.county_id = c.county_id and e.seq > c.head_seq) as beyond,
       (select json_build_object('county', e.county_id, 'seq', e.seq, 'recordedAt', e.recorded_at,
          'effectiveOn', e.effective_on::text, 'operation', e.operation, 'fields', e.fields, 'authority', e.authority,
          'plan', e.plan, 'line', e.line, 'corrects', e.corrects, 'prev', e.prev, 'hash', e.hash)
        from entry e where e.county_id = c.county_id and e.seq = c.head_seq) as last
     from county c`,
  )
  const audits = await client.query<{ last: AuditRecord }>(
    `select json_build_object('county', a.county_id, 'seq', a.seq, 'at', a.at, 'actor', a.actor, 'action', a.action,
       'subject', a.subject, 'detail', a.detail, 'prev', a.prev, 'hash', a.hash) as last
     from (select county_id from county union all select '-') c
     cross join lateral (select * from audit t where t.county_id = c.county_id order by t.seq desc limit 1) a`,
  )
  return (
    entries.rows.every(
      ({ head, beyond, last }) => !beyond && last !== null && last.hash === head && hashOf(last) === head,
    ) && audits.rows.every(({ last }) => auditHashOf(last) === last.hash)
  )
}
