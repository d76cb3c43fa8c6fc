import type { Finding } from '../kernel/finding.ts'
import { type Opening, openRegister, type RawTables, readTable } from '../reform/opening.ts'
import { type Evidence, type EvidenceName, evidenceColumns } from './evidence.ts'

/** A county as its folder describes it: the register, and the rows that measure its reform. */
export interface OpenCounty extends Opening {
  readonly evidence: Evidence
}

/** Reads all tables of a county. Evidence tables may be absent: then their figures are not computed. */
export const openCounty = (raw: RawTables): OpenCounty => {
  const opening = openRegister(raw)
  const findings: Finding[] = [...opening.findings]
  const names = Object.keys(evidenceColumns) as EvidenceName[]
  const evidence = Object.fromEntries(
    names.map((name) => [name, readTable(name, evidenceColumns[name], raw[name], findings)]),
  ) as unknown as Evidence
  return { ...opening, evidence, findings }
}
