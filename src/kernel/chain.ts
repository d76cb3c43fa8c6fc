import { canonical, sha256Hex } from './canonical.ts'
import type { Day } from './day.ts'
import type { Finding } from './finding.ts'
import { say, type Text } from './text.ts'

/** What a record of the journal says, before it is sealed: the members that its hash is taken over. */
export interface RecordBody {
  readonly county: string
  /** Counted from 1 without a gap. */
  readonly seq: number
  /** ISO instant of the database's clock; kept for people, never used for ordering. */
  readonly recordedAt: string
  readonly effectiveOn: Day
  /** The name of a plan's operation, or of an act upon the journal itself (`open-county`). */
  readonly operation: string
  readonly fields: unknown
  /** The approval document (文号) it rests on. */
  readonly authority: string
  readonly plan: string | null
  readonly line: number | null
  readonly corrects: number | null
  /** The hash of the record before, {@link genesis} for the first. */
  readonly prev: string
}

/** A record as it stands in the journal: sealed, and bound to everything before it. */
export interface JournalRecord extends RecordBody {
  readonly hash: string
}

/** What somebody did to the records of a county: kept beside the journal, in a chain of its own. */
export interface AuditBody {
  readonly county: string
  readonly seq: number
  readonly at: string
  /** Who: the name of an account, or `local:` and the name of the machine's user at a command line. */
  readonly actor: string
  readonly action: string
  /** To what: an address such as `plan:2020-reform`. */
  readonly subject: string
  readonly detail: unknown
  readonly prev: string
}
export interface AuditRecord extends AuditBody {
  readonly hash: string
}

/** The end of a chain: what the next record goes behind, and what an anchor outside remembers. */
export interface Head {
  readonly seq: number
  readonly hash: string
}

/** What the first record of a chain is bound to. */
export const genesis = '0'.repeat(64)

/** The head of a journal that holds nothing yet. */
export const emptyHead: Head = { seq: 0, hash: genesis }

/** SHA-256 (hexadecimal) of the canonical JSON of a record's body; whatever else the value carries is left out. */
export const hashOf = (record: RecordBody): string => {
  const { authority, corrects, county, effectiveOn, fields, line } = record
  const { operation, plan, prev, recordedAt, seq } = record
  return sha256Hex(
    canonical({
      authority,
      corrects,
      county,
      effectiveOn,
      fields,
      line,
      operation,
      plan,
      prev,
      recordedAt,
      seq,
    }),
  )
}

/** The same for an audit record: its members are {action, actor, at, county, detail, prev, seq, subject}. */
export const auditHashOf = ({ action, actor, at, county, detail, prev, seq, subject }: AuditBody): string =>
  sha256Hex(canonical({ action, actor, at, county, detail, prev, seq, subject }))

/** The audit record that goes behind a head. */
export const auditSealed = (head: Head, body: Omit<AuditBody, 'seq' | 'prev'>): AuditRecord => {
  const record = { ...body, seq: head.seq + 1, prev: head.hash }
  return { ...record, hash: auditHashOf(record) }
}

/** The record that goes behind a head. */
export const sealed = (head: Head, body: Omit<RecordBody, 'seq' | 'prev'>): JournalRecord => {
  const record = { ...body, seq: head.seq + 1, prev: head.hash }
  return { ...record, hash: hashOf(record) }
}

/**
 * Everything that is wrong with a stretch of a chain that goes behind `head`, each with the record's place: J20 a
 * number is missing or out of order · J21 bound to another record than the one before · J22 the content is not what
 * was sealed · J23 it belongs to another county.
 */
export const chainFindings = (records: readonly JournalRecord[], county: string, head: Head): Finding[] => {
  const findings: Finding[] = []
  let before = head
  for (const record of records) {
    const found = (code: string, message: Text) => findings.push(broken(code, county, record.seq, message))
    if (record.county !== county)
      found(
        'J23',
        say(
          `第${record.seq}条记录属于“${record.county}”，不是“${county}”`,
          `Record ${record.seq} belongs to “${record.county}”, not “${county}”`,
        ),
      )
    if (record.seq !== before.seq + 1)
      found(
        'J20',
        say(
          `第${before.seq}条之后应是第${before.seq + 1}条，却是第${record.seq}条`,
          `Behind record ${before.seq} comes ${record.seq} instead of ${before.seq + 1}`,
        ),
      )
    if (record.prev !== before.hash)
      found(
        'J21',
        say(
          `第${record.seq}条记录没有接在前一条之后`,
          `Record ${record.seq} is not bound to the record before it`,
        ),
      )
    if (hashOf(record) !== record.hash)
      found(
        'J22',
        say(
          `第${record.seq}条记录的内容与其封印不符`,
          `The content of record ${record.seq} is not what was sealed`,
        ),
      )
    before = record
  }
  return findings
}

const broken = (code: string, county: string, seq: number, message: Text): Finding => ({
  code,
  severity: 'error',
  at: `journal:${county}#${seq}`,
  message,
  remedy: say(
    '停止使用，从最近一次校验无误的备份恢复，并查明是谁改动的。',
    'Stop using it, restore the last backup that verifies, and find out who changed it.',
  ),
})
