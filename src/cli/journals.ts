import { readAnchor } from '../../journal-verifier/header.ts'
import { JournalCheck, type Verdict, verifyFile } from '../../journal-verifier/verify.ts'
import type { Finding } from '../kernel/finding.ts'
import { say } from '../kernel/text.ts'
import { auditFindings } from '../store/audit-chain.ts'
import { countiesInMemory } from '../store/current.ts'
import type { Client, Database } from '../store/database.ts'
import { StoreRefused } from '../store/fault.ts'
import { type Anchor, exportedJournal, snapshot } from '../store/journal-export.ts'
import { storedCounties } from '../store/journal-store.ts'

/** What the independent checker says of one journal, in the words of the product. */
export interface JournalVerdict {
  /** `-` for the installation itself. */
  readonly county: string
  readonly valid: boolean
  readonly records: number
  /** How many audit records were followed; an export of a journal holds none. */
  readonly audit?: number
  readonly head: { readonly seq: number; readonly hash: string } | null
  readonly findings: readonly Finding[]
  /** Findings beyond the first thousand: counted, not listed. */
  readonly more: number
}

/**
 * Hands the journals of an installation to the independent checker, byte for byte as they would be exported, all as they
 * stood at one moment; follows the audit trail (J25) and compares the opening tables and rules with record 1 (J24).
 * Only one county's when it is named; the anchor is laid on the journal of its county.
 */
export const verifyJournals = (
  database: Database,
  asked: { readonly county?: string | undefined; readonly anchor?: Anchor | undefined } = {},
): Promise<JournalVerdict[]> =>
  snapshot(database, async (client) => {
    const counties = await storedCounties(client)
    const verdicts: JournalVerdict[] = []
    for (const county of counties.filter(({ id }) => asked.county === undefined || id === asked.county)) {
      const check = new JournalCheck(asked.anchor?.county === county.id ? asked.anchor : undefined)
      for await (const bytes of exportedJournal(client, county)) check.push(bytes)
      const journal = inOurWords(check.end(), county.id)
      const audit = await auditFindings(client, county.id)
      const others = [...audit.findings, ...(journal.valid ? await openingFindings(client, county.id) : [])]
      const findings = [...journal.findings, ...others]
      verdicts.push({ ...journal, valid: findings.length === 0, audit: audit.records, findings })
    }
    return asked.county === undefined ? [...verdicts, ...(await installationVerdict(client))] : verdicts
  })

/** The installation has an audit trail and no journal; one that holds nothing yet is not told. */
const installationVerdict = async (client: Client): Promise<JournalVerdict[]> => {
  const { records, findings } = await auditFindings(client, '-')
  if (records === 0) return []
  return [
    { county: '-', valid: findings.length === 0, records: 0, audit: records, head: null, findings, more: 0 },
  ]
}

/** J24: what the county was opened with is not what record 1 seals; J06: an entry that this version does not know. */
const openingFindings = async (client: Client, county: string): Promise<readonly Finding[]> => {
  try {
    await countiesInMemory(1).current(client, county)
    return []
  } catch (fault) {
    if (fault instanceof StoreRefused) return fault.findings
    throw fault
  }
}

/** A verdict of the checker with its problems as findings. */
const inOurWords = ({ valid, county = '', ...rest }: Verdict, name = county): JournalVerdict => ({
  county: name,
  valid,
  records: rest.records,
  head: rest.head ?? null,
  findings: rest.problems.map(({ code, seq, message }) => ({
    code,
    severity: 'error',
    at: seq === undefined ? `journal:${name}` : `journal:${name}#${seq}`,
    message,
    remedy: say(
      '停止使用，从最近一次核验无误的备份恢复，并查明是谁改动的。',
      'Stop using it, restore the last backup that verifies, and find out who changed it.',
    ),
  })),
  more: rest.more,
})

/** The same for an export in a file, with the text of an anchor when there is one. */
export const verifyExport = async (path: string, anchor: string | undefined): Promise<JournalVerdict> =>
  inOurWords(await verifyFile(path, anchor))

/** Reads an anchor as the checker does; its problems as findings. */
export const anchorFrom = (text: string): Anchor | Finding => {
  const read = readAnchor(text)
  if ('value' in read) return read.value as Anchor
  return {
    code: 'K10',
    severity: 'error',
    at: 'anchor',
    message: read.problems[0]?.message ?? say('', ''),
    remedy: say('改用当初由 anchor 命令写出的文件。', 'Use the file that the anchor command wrote.'),
  }
}
