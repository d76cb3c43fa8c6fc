import type { Finding, Severity } from '../../kernel/finding.ts'

/** How many findings of each severity there are. */
export const remarksOf = (findings: readonly Finding[]): Readonly<Record<Severity, number>> => {
  const count = (severity: Severity) => findings.filter((finding) => finding.severity === severity).length
  return { error: count('error'), opinion: count('opinion'), warning: count('warning'), note: count('note') }
}

/** The severities that ask the reader for something, severest first. */
export const asking = ['error', 'opinion', 'warning'] as const

/** Whether all that is asked for is about the plan; else the tables have their share in it. */
export const areOfPlan = (findings: readonly Finding[]): boolean =>
  findings.every(({ severity, at }) => severity === 'note' || at.startsWith('plan:'))

/** What was asked for has been attached (已附): nothing is left to do about it. */
export const isSatisfied = ({ severity, message }: Finding): boolean =>
  severity === 'note' && message.zh.includes('（已附：')
