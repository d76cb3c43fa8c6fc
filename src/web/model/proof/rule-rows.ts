import type { Clause, Finding, Severity } from '../../../kernel/finding.ts'
import type { Text } from '../../../kernel/text.ts'
import type { Policy } from '../../../reform/policy.ts'
import { rules } from '../../../reform/rules/index.ts'

/** How a rule came out: its severest finding; `pass` without one, `silent` where no limit is in force on the plan's day. */
export type RuleState = Severity | 'pass' | 'silent'

/** One rule of the rule book as judged for this plan. */
export interface RuleRow {
  readonly code: string
  readonly title: Text
  readonly state: RuleState
  /** The clause in force on the day the plan takes effect. */
  readonly because: Clause | undefined
  readonly findings: readonly Finding[]
}

const severest: readonly Severity[] = ['error', 'opinion', 'warning', 'note']

/** Every rule, in the order of the rule book, with what it found in this plan. */
export const ruleRows = (findings: readonly Finding[], policy: Policy): RuleRow[] =>
  rules.map(({ code, title, parameter }) => {
    const own = findings.filter(
      (finding) => finding.code === code || (finding.code === 'B11' && finding.at === `policy:${parameter}`),
    )
    const because = policy.limit(parameter)?.because
    const worst = severest.find((severity) => own.some((finding) => finding.severity === severity))
    return {
      code,
      title,
      because,
      findings: own,
      state: worst ?? (because === undefined ? 'silent' : 'pass'),
    }
  })

/** What was found otherwise: in the files, in lines that were refused, in assertions of the plan, in the proof. */
export const otherFindings = (findings: readonly Finding[], rows: readonly RuleRow[]): Finding[] => {
  const told = new Set(rows.flatMap((row) => row.findings))
  return findings.filter((finding) => !told.has(finding))
}

/** The line of the plan's text at which a finding can be mended; undefined for one about a table or the plan as a whole. */
export const planLineOf = ({ at, place }: Finding): number | undefined =>
  at.startsWith('plan:') ? place?.line : undefined
