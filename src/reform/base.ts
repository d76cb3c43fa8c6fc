import type { Finding } from '../kernel/finding.ts'
import { say } from '../kernel/text.ts'
import type { Manifest } from './opening.ts'
import type { Plan } from './plan.ts'

/**
 * D10: the register is not the one that the plan was drawn for. A warning: the rehearsal still tells what the plan
 * would do. A proof refuses it, because a proof about another register proves nothing ({@link provable}).
 */
export const baseDrift = (plan: Plan, manifest: Manifest): Finding[] => {
  if (plan.base?.hash === undefined || plan.base.hash === manifest.digest) return []
  return [
    {
      code: 'D10',
      severity: 'warning',
      at: `plan:${plan.id}`,
      message: say(
        `台账与方案所依据的不同：现为 ${manifest.digest.slice(0, 19)}…，方案写 ${plan.base.hash.slice(0, 19)}…`,
        `The register differs from the one the plan was drawn for: now ${manifest.digest.slice(0, 19)}…, the plan says ${plan.base.hash.slice(0, 19)}…`,
      ),
      remedy: say(
        '用 diff 查看台账改了什么；确认后更新 base.hash。',
        'See with diff what changed in the register; when it is right, update base.hash.',
      ),
      place: plan.base.place,
    },
  ]
}

/** The same finding as a refusal, for a proof. */
export const provable = (plan: Plan, manifest: Manifest): Finding[] =>
  baseDrift(plan, manifest).map((finding) => ({ ...finding, severity: 'error' }))
