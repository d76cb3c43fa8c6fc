import type { Finding } from '../../kernel/finding.ts'

/** How many findings forbid going on, and how many ask to be looked at. Notes are neither. */
export const remarksOf = (findings: readonly Finding[]): { errors: number; warnings: number } => ({
  errors: findings.filter(({ severity }) => severity === 'error').length,
  warnings: findings.filter(({ severity }) => severity === 'warning' || severity === 'opinion').length,
})
