import type { Address } from './id.ts'
import type { Text } from './text.ts'

/**
 * error: blocks. opinion: a legal opinion or an approval must be attached before it is carried out.
 * warning: look at it. note: worth knowing.
 */
export type Severity = 'error' | 'opinion' | 'warning' | 'note'

/** The clause a finding rests on. An unverified clause (待核) may only warn: see {@link softened}. */
export interface Clause {
  readonly text: Text
  /** Law and article, document or press source, as an official would cite it. */
  readonly source: string
  readonly verified: boolean
}

/** A place in a file, both counted from 1. */
export interface Place {
  readonly line: number
  readonly column: number
}

/** An expected refusal or remark (审核意见): a value, returned with all the others, never thrown. */
export interface Finding {
  readonly code: string
  readonly severity: Severity
  /** The line, unit, row or cell the reader should go to. */
  readonly at: Address
  /** The thing it is about, when that is not the place to go to. */
  readonly about?: Address
  readonly message: Text
  /** What the reader can do about it (整改建议). */
  readonly remedy?: Text
  readonly because?: Clause
  readonly place?: Place
}

const order: readonly Severity[] = ['error', 'opinion', 'warning', 'note']

/** True when at least one finding forbids going on. */
export const blocks = (findings: readonly Finding[]): boolean =>
  findings.some((finding) => finding.severity === 'error')

/** A rule whose source nobody has verified warns and says 待核; it never blocks. */
export const softened = (finding: Finding): Finding => {
  if (finding.because === undefined || finding.because.verified) return finding
  const severity: Severity = finding.severity === 'note' ? 'note' : 'warning'
  return { ...finding, severity }
}

/** Severest first; within a severity by line, then code, so that two runs print the same bytes. */
export const sorted = (findings: readonly Finding[]): Finding[] =>
  [...findings].sort(
    (a, b) =>
      order.indexOf(a.severity) - order.indexOf(b.severity) ||
      (a.place?.line ?? 0) - (b.place?.line ?? 0) ||
      compare(a.code, b.code) ||
      compare(a.at, b.at),
  )

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)
