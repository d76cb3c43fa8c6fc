import type { Finding } from '../../kernel/finding.ts'
import { listed, say, type Text } from '../../kernel/text.ts'
import { type Stage, stageNames } from '../plan.ts'
import { defineRule } from '../rule.ts'
import { atPlan } from './remark.ts'
import { inForce } from './terms.ts'

const terms: Readonly<Record<Stage['stage'], Text>> = {
  initiation: say('动议', 'initiation'),
  argument: say('论证', 'argument'),
  decision: say('审议决定', 'decision'),
  implementation: say('组织实施', 'implementation'),
}

/** 动议→论证→审议决定→组织实施: each with a dated record, in this order, and nothing in effect before the decision. */
export const stagesInOrder = defineRule({
  code: 'P1',
  title: say('动议、论证、审议决定、组织实施依次进行', 'The four stages follow one another'),
  parameter: 'procedure.stages',
  shape: inForce,
  gives: ['error', 'warning'],
  check: ({ plan, steps }, _, tell) => {
    const stages = plan.stages ?? []
    const findings: Finding[] = []
    // A plan that is being rehearsed is not yet carried out, so that the last stage may still be missing.
    const missing = stageNames
      .slice(0, -1)
      .filter((name) => !stages.some(({ stage }) => stage === name))
      .map((name) => terms[name])
    const absent = listed(missing)
    if (missing.length > 0)
      findings.push(
        tell({
          severity: 'warning',
          at: atPlan(plan),
          message: say(
            `方案没有写明${absent.zh}环节的日期和记录。`,
            `The plan gives no dated record of: ${absent.en}.`,
          ),
          remedy: say('在 stages 中补列日期和文件。', 'Add date and document under `stages`.'),
        }),
      )
    for (const [at, { stage, on, place }] of stages.entries()) {
      const early = stages.find(
        (each, other) =>
          other !== at && each.on > on && stageNames.indexOf(each.stage) < stageNames.indexOf(stage),
      )
      if (early === undefined) continue
      findings.push(
        tell({
          severity: 'error',
          at: { ...atPlan(plan), place },
          message: say(
            `${terms[stage].zh}（${on}）早于${terms[early.stage].zh}（${early.on}）。`,
            `The ${terms[stage].en} (${on}) comes before the ${terms[early.stage].en} (${early.on}).`,
          ),
          remedy: say('按程序依次进行，核对日期。', 'Keep the order, or correct the dates.'),
        }),
      )
    }
    const decision = stages.find(({ stage }) => stage === 'decision')
    const first = steps[0]
    if (decision !== undefined && first !== undefined && first.on < decision.on)
      findings.push(
        tell({
          severity: 'error',
          at: { at: `plan:${plan.id}#${first.line.number}`, place: first.line.place },
          message: say(
            `本行自${first.on}起实施，早于审议决定（${decision.on}），属未批先改。`,
            `This line takes effect on ${first.on}, before the decision (${decision.on}).`,
          ),
          remedy: say('改在决定之后实施。', 'Let it take effect after the decision.'),
        }),
      )
    return findings
  },
})
