import { canonical, digest, sha256Hex } from '../kernel/canonical.ts'
import { type Register, tableNames } from '../register/register.ts'
import type { Manifest } from './opening.ts'

/**
 * The digests of a register as it stands, whatever it came from: for each table the canonical JSON of its rows in the
 * order of their ids. Two registers with one digest hold the same.
 */
export const registerDigest = (register: Register): Manifest => {
  const known = digests.get(register)
  if (known !== undefined) return known
  const manifest = digested(register)
  digests.set(register, manifest)
  return manifest
}

/** A register never changes, so its digests are taken once. */
const digests = new WeakMap<Register, Manifest>()

const digested = (register: Register): Manifest => {
  const tables: Record<string, string> = { county: digest(register.county) }
  for (const name of tableNames) {
    const rows: Iterable<{ readonly id: string }> = register[name].values()
    const lines = Array.from(rows, (row) => [row.id, canonical(row)] as const)
      .sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
      .map(([, line]) => line)
    tables[name] = `sha256:${sha256Hex(lines.join('\n'))}`
  }
  return { tables, digest: digest(tables) }
}
