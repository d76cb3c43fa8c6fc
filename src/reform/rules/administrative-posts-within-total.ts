import type { Finding } from '../../kernel/finding.ts'
import { say } from '../../kernel/text.ts'
import type { Register } from '../../register/register.ts'
import { defineRule } from '../rule.ts'
import { atPlan } from './remark.ts'
import { inForce } from './terms.ts'

/** 行政编制 and 政法专项编制 by level: the county's own bodies, and the townships. */
const byLevel = (register: Register): { county: number; townships: number } => {
  const sum = { county: 0, townships: 0 }
  for (const { unit, kind, posts } of register.quotas.values()) {
    if (kind !== 'administrative' && kind !== 'politicalLegal') continue
    sum[register.units.get(unit)?.kind === 'township' ? 'townships' : 'county'] += posts
  }
  return sum
}

/** 行政编制总额: a county plan may move administrative posts about, not add any; between levels only with approval. */
export const administrativePostsWithinTotal = defineRule({
  code: 'Q4',
  title: say('行政编制不突破总额', 'Administrative posts are within the total'),
  parameter: 'posts.total',
  shape: inForce,
  gives: ['error', 'opinion'],
  check: ({ before, after, plan }, _, tell) => {
    const [was, is] = [byLevel(before), byLevel(after)]
    const [total, now] = [was.county + was.townships, is.county + is.townships]
    const findings: Finding[] = []
    if (now > total)
      findings.push(
        tell({
          severity: 'error',
          at: atPlan(plan),
          message: say(
            `全县行政编制（含政法专项）总额${total}名，方案后${now}名，超${now - total}名。`,
            `The county has ${total} administrative posts in all; after the plan it would have ${now}, ${now - total} too many.`,
          ),
          remedy: say(
            `在总额内调剂：核减其他部门${now - total}名，或逐级报国务院机构编制管理机关核增。`,
            `Cut ${now - total} elsewhere, or have the total raised by the State Council’s establishment office.`,
          ),
        }),
      )
    const moved = Math.max(is.county - was.county, is.townships - was.townships)
    if (now <= total && moved > 0)
      findings.push(
        tell({
          severity: 'opinion',
          at: atPlan(plan),
          message: say(
            `行政编制在县、乡之间调配${moved}名（县级${was.county}→${is.county}，乡镇${was.townships}→${is.townships}）。`,
            `${moved} administrative posts move between county and townships (county ${was.county} → ${is.county}, townships ${was.townships} → ${is.townships}).`,
          ),
          remedy: say(
            '由省机构编制管理机关报国务院机构编制管理机关审批，并附批件。',
            'It needs approval through the province by the State Council’s establishment office; attach it.',
          ),
        }),
      )
    return findings
  },
})
