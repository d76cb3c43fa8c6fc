import { chainFindings, emptyHead } from '../src/kernel/chain.ts'
import { auditFindings } from '../src/store/audit-chain.ts'
import type { Client } from '../src/store/database.ts'
import { readEntries, storedCounty } from '../src/store/journal-store.ts'

/** What is wrong with the journal and the audit of a county (`-`: the audit of the installation); nothing when all holds. */
export const faultsOfChains = async (owner: Client, county: string): Promise<string[]> => {
  const { findings } = await auditFindings(owner, county)
  const faults = findings.map(({ code, at }) => `${code} ${at}`)
  if (county === '-') return faults
  const stored = await storedCounty(owner, county)
  const entries = await readEntries(owner, county)
  const last = entries.at(-1) ?? emptyHead
  const head = stored?.head ?? emptyHead
  return [
    ...faults,
    ...chainFindings(entries, county, emptyHead).map(({ code, at }) => `${code} ${at}`),
    ...(head.seq === last.seq && head.hash === last.hash
      ? []
      : [`head ${head.seq} of ${county} is not its last record ${last.seq}`]),
  ]
}
