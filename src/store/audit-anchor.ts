import type { Head } from '../kernel/chain.ts'
import type { Finding } from '../kernel/finding.ts'
import { say, type Text } from '../kernel/text.ts'
import type { Client } from './database.ts'
import { auditHead, databaseNow } from './journal-store.ts'

/** 审计锚: where an audit trail ended, kept outside the installation. `county` is `-` for the installation's own. */
export interface AuditAnchor extends Head {
  readonly sanding: 1
  readonly kind: 'audit-anchor'
  readonly county: string
  /** ISO instant of the database's clock. */
  readonly at: string
}

/** The anchor of an audit trail as it is now. */
export const auditAnchorOf = async (asked: Client, county: string): Promise<AuditAnchor> => {
  const { seq, hash } = await auditHead(asked, county)
  return { sanding: 1, kind: 'audit-anchor', county, seq, hash, at: await databaseNow(asked) }
}

/** Reads an anchor of an audit trail; undefined when the text is none. */
export const readAuditAnchor = (text: string): AuditAnchor | undefined => {
  try {
    const read = JSON.parse(text) as Partial<AuditAnchor> | null
    const isAnchor =
      read?.sanding === 1 &&
      read.kind === 'audit-anchor' &&
      typeof read.county === 'string' &&
      Number.isSafeInteger(read.seq) &&
      /^[0-9a-f]{64}$/.test(String(read.hash))
    return isAnchor ? (read as AuditAnchor) : undefined
  } catch {
    return undefined
  }
}

/** J26: the trail ends before the anchor, or has another record at its place: it was cut, or written anew. */
export const auditAnchorFindings = async (
  asked: Client,
  { county, seq, hash }: AuditAnchor,
): Promise<readonly Finding[]> => {
  if (seq === 0) return []
  const { rows } = await asked.query<{ hash: string }>(
    'select hash from audit where county_id = $1 and seq = $2',
    [county, seq],
  )
  const [row] = rows
  if (row?.hash === hash) return []
  const what =
    row === undefined
      ? say(
          `审计链在锚定的第${seq}条之前就结束了，末尾被截去`,
          `The audit ends before record ${seq}, which was anchored: its end was cut off`,
        )
      : say(
          `审计第${seq}条不是当时锚定的那一条，审计链被重写`,
          `Audit record ${seq} is not the one that was anchored: the audit was written anew`,
        )
  return [cut(county, seq, what)]
}

const cut = (county: string, seq: number, message: Text): Finding => ({
  code: 'J26',
  severity: 'error',
  at: `audit:${county}#${seq}`,
  message,
  remedy: say(
    '停止使用，从最近一次核验无误的备份恢复，并查明是谁改动的。',
    'Stop using it, restore the last backup that verifies, and find out who changed it.',
  ),
})
