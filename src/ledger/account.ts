import type { Finding } from '../kernel/finding.ts'
import { baseDrift } from '../reform/base.ts'
import type { Plan } from '../reform/plan.ts'
import type { Policy } from '../reform/policy.ts'
import { type Rehearsal, rehearse } from '../reform/rehearse.ts'
import { expectationsMet } from './expectations.ts'
import type { Figure, Sources } from './figure.ts'
import { ledger } from './index.ts'
import type { OpenCounty } from './opening.ts'

/** A rehearsal with its figures: what the plan would do, and what that is worth against what was promised. */
export interface Account extends Rehearsal {
  /** Computed when they are first asked for: whoever wants the findings does not wait for them. */
  readonly figures: readonly Figure[]
  /** One of them, without waiting for the others. */
  figure(id: string): Figure | undefined
  readonly sources: Sources
}

/**
 * Rehearses the plan over the county and computes its ledger. The findings are those of the rehearsal, of the plan's
 * own assertions (E01, E02) and of the register it was drawn for (D10); those of the files are the caller's.
 */
export const accountOf = (county: OpenCounty, plan: Plan, policy: Policy): Account => {
  const rehearsal = rehearse(county.register, plan, policy)
  const sources: Sources = {
    before: rehearsal.before,
    after: rehearsal.after,
    plan,
    rehearsal,
    evidence: county.evidence,
  }
  const expected = ledger(sources, new Set(plan.expect.map(({ figure }) => figure)))
  let figures: readonly Figure[] | undefined
  const single = new Map(expected.map((figure): [string, Figure | undefined] => [figure.id, figure]))
  const findings: Finding[] = [
    ...baseDrift(plan, county.manifest),
    ...rehearsal.findings,
    ...expectationsMet(plan, expected),
  ]
  return {
    ...rehearsal,
    findings,
    sources,
    figure: (id) => {
      if (!single.has(id)) single.set(id, ledger(sources, new Set([id]))[0])
      return single.get(id)
    },
    get figures() {
      figures ??= ledger(sources)
      return figures
    },
  }
}
