import { type AuditRecord, auditHashOf, emptyHead } from '../kernel/chain.ts'
import type { Finding } from '../kernel/finding.ts'
import { say, type Text } from '../kernel/text.ts'
import type { Client } from './database.ts'

const stretch = 1000

/** How many records an audit trail holds, and every one that is not what was sealed, or not in its place: J25. */
export const auditFindings = async (
  asked: Client,
  county: string,
): Promise<{ readonly records: number; readonly findings: readonly Finding[] }> => {
  const findings: Finding[] = []
  let before = emptyHead
  for (let records = 0; ; ) {
    const some = await stretchOf(asked, county, before.seq)
    for (const record of some) {
      const wrong = wrongIn(record, before)
      if (wrong !== undefined) findings.push(broken(county, record.seq, wrong))
      before = record
    }
    records += some.length
    if (some.length < stretch) return { records, findings }
  }
}

const wrongIn = (record: AuditRecord, before: { seq: number; hash: string }): Text | undefined => {
  if (record.seq !== before.seq + 1)
    return say(
      `其前应为第${record.seq - 1}条，却是第${before.seq}条：中间有缺失`,
      `it follows ${before.seq}: what was between is missing`,
    )
  if (record.hash !== auditHashOf(record))
    return say('内容与其哈希不符，已被改动', 'its content does not fit its hash: it was altered')
  if (record.prev !== before.hash)
    return say(
      '未接续前一条，两者之一已被替换',
      'it does not follow the one before: one of the two was replaced',
    )
  return undefined
}

const stretchOf = async (asked: Client, county: string, after: number): Promise<AuditRecord[]> => {
  const { rows } = await asked.query(
    `select county_id as county, seq, at, actor, action, subject, detail, prev, hash
     from audit where county_id = $1 and seq > $2 order by seq limit $3`,
    [county, after, stretch],
  )
  return rows as AuditRecord[]
}

const broken = (county: string, seq: number, what: Text): Finding => ({
  code: 'J25',
  severity: 'error',
  at: `audit:${county}#${seq}`,
  message: say(`审计第${seq}条：${what.zh}`, `Audit record ${seq}: ${what.en}`),
  remedy: say(
    '停止使用，从最近一次核验无误的备份恢复，并查明是谁改动的。',
    'Stop using it, restore the last backup that verifies, and find out who changed it.',
  ),
})
