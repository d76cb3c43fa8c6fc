import type { Finding } from '../kernel/finding.ts'
import { type Opening, openRegister, type RawTables, readTable } from '../reform/opening.ts'
import { doubts } from './doubts.ts'
import { type Evidence, type EvidenceName, evidenceColumns } from './evidence.ts'
import { referenceProblems } from './references.ts'

/** A county as its folder describes it: the register, and the rows that measure its reform. */
export interface OpenCounty extends Opening {
  readonly evidence: Evidence
}

/**
 * Reads all tables of a county. Evidence tables may be absent: then their figures are not computed. B12: an evidence row
 * that points to nothing · B13: a rank of no ladder · B14: people past retirement.
 */
export const openCounty = (raw: RawTables): OpenCounty => {
  const opening = openRegister(raw)
  const findings: Finding[] = [...opening.findings]
  const names = Object.keys(evidenceColumns) as EvidenceName[]
  const evidence = Object.fromEntries(
    names.map((name) => [name, readTable(name, evidenceColumns[name], raw[name], findings)]),
  ) as unknown as Evidence
  if (areWhole(raw, findings)) findings.push(...referenceProblems(raw, opening.register, evidence))
  findings.push(...doubts(raw, opening.register))
  return { ...opening, evidence, findings }
}

/** While a table that others point to is missing, unread or lacks a row, every row that points there would look wrong. */
const areWhole = (raw: RawTables, findings: readonly Finding[]): boolean =>
  ['units', 'people', 'steps'].every(
    (name) =>
      raw[name]?.isUnreadable !== true &&
      !findings.some(({ severity, at }) => severity === 'error' && at.startsWith(`table:${name}.csv`)),
  )
