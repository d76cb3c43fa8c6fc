import { userInfo } from 'node:os'
import { emptyHead, sealed } from '../kernel/chain.ts'
import { blocks, type Finding, sorted } from '../kernel/finding.ts'
import { holdsUnkeepable } from '../kernel/keepable.ts'
import { say } from '../kernel/text.ts'
import { openCounty } from '../ledger/opening.ts'
import { openCountyAct } from '../reform/history.ts'
import type { CountyFolder } from './county-folder.ts'
import { openingSeal, tableDigest } from './current.ts'
import type { Client, Database } from './database.ts'
import { importDrafts, unnameable } from './drafts/import.ts'
import { unkeepableText } from './drafts/keepable-text.ts'
import { databaseNow, writeAudit, writeEntries } from './journal-store.ts'

/** What came of opening a county: its id and head, or the findings that forbid it. */
export interface Imported {
  readonly county: string
  readonly isOpened: boolean
  /** Digest of the register's tables: what a plan and a certificate bind. */
  readonly digest: string
  readonly findings: readonly Finding[]
}

/** Who works at a command line of this machine. */
export const localActor = (): string => {
  try {
    return `local:${userInfo().username}`
  } catch {
    // An account without a name, as in some containers.
    return `local:${process.getuid?.() ?? 'unknown'}`
  }
}

/**
 * Opens a county in the store with the tables and rules of a folder, as one transaction: the first record of its journal
 * seals them, and its plan files become drafts. Findings of the tables that block, and J08 a character that cannot be
 * kept · J10 it is open already · L18 a plan too large to be kept · L34 a plan file whose name is no id, and is left out.
 */
export const importCounty = async (
  database: Database,
  folder: CountyFolder,
  actor: string,
): Promise<Imported> => {
  const opening = openCounty(folder.tables)
  const { county } = opening.register
  const result = { county: county.id, digest: opening.manifest.digest }
  const findings = [
    ...folder.findings,
    ...opening.findings,
    ...unkeepable(folder),
    ...unnameable(folder.plans),
  ]
  if (blocks(findings)) return { ...result, isOpened: false, findings: sorted(findings) }
  const isOpened = await database.transaction(async (client) => {
    const { rows } = await client.query(
      `insert into county (county_id, name_zh, name_en, head_seq, head_hash) values ($1, $2, $3, 0, $4)
       on conflict do nothing returning county_id`,
      [county.id, county.name, county.nameEn, emptyHead.hash],
    )
    if (rows.length === 0) return false
    await writeOpening(client, folder, county.id)
    const recordedAt = await databaseNow(client)
    const record = sealed(emptyHead, {
      county: county.id,
      recordedAt,
      effectiveOn: county.baselineOn,
      operation: openCountyAct,
      fields: openingSeal(folder.tables, folder.policies, opening.manifest),
      authority: '',
      plan: null,
      line: null,
      corrects: null,
    })
    await writeEntries(client, [record])
    await importDrafts(client, folder.plans, { county: county.id, actor, at: recordedAt })
    await writeAudit(client, {
      county: county.id,
      at: recordedAt,
      actor,
      action: openCountyAct,
      subject: `county:${county.id}`,
      detail: { digest: opening.manifest.digest },
    })
    return true
  })
  return {
    ...result,
    isOpened,
    findings: sorted(isOpened ? findings : [...findings, openAlready(county.id)]),
  }
}

const writeOpening = async (client: Client, { tables, policies }: CountyFolder, id: string) => {
  for (const [name, table] of Object.entries(tables))
    await client.query(
      'insert into opening (county_id, table_name, header, rows, digest) values ($1, $2, $3, $4, $5)',
      [id, name, JSON.stringify(table.header), JSON.stringify(table.rows), tableDigest(table)],
    )
  for (const { name, text } of policies)
    await client.query(
      "insert into policy (county_id, name, text, sha256) values ($1, $2, $3, encode(sha256(convert_to($3, 'UTF8')), 'hex'))",
      [id, name, text],
    )
}

const unkeepable = ({ tables, policies, plans }: CountyFolder): Finding[] => [
  ...Object.entries(tables).flatMap(([name, { header, rows }]) =>
    [{ line: 1, cells: header }, ...rows]
      .filter(({ cells }) => holdsUnkeepable(cells))
      .map(({ line }) => strange(`table:${name}.csv#${line}`)),
  ),
  ...policies.filter(({ text }) => holdsUnkeepable(text)).map(({ name }) => strange(`policy:${name}`)),
  ...Object.entries(plans).flatMap(([plan, text]) => unkeepableText(plan, text)),
]

const strange = (at: string): Finding => ({
  code: 'J08',
  severity: 'error',
  at,
  message: say('含有无法保存的字符', 'Holds a character that cannot be kept'),
  remedy: say('删去它。', 'Remove it.'),
})

const openAlready = (county: string): Finding => ({
  code: 'J10',
  severity: 'error',
  at: `county:${county}`,
  message: say(`“${county}”已经建账`, `“${county}” is open in these records already`),
  remedy: say(
    '期初只建一次；以后的变化用 apply 写入方案。',
    'A county is opened once; later changes are applied as plans.',
  ),
})
