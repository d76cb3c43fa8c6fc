import type { Finding } from '../../kernel/finding.ts'
import { listed, say, type Text } from '../../kernel/text.ts'
import { type Plan, type Stage, stageNames } from '../plan.ts'
import { defineRule, type World } from '../rule.ts'
import { atLine, atPlan, type Tell } from './remark.ts'
import { inForce } from './terms.ts'

const terms: Readonly<Record<Stage['stage'], Text>> = {
  initiation: say('动议', 'initiation'),
  argument: say('论证', 'argument'),
  decision: say('审议决定', 'decision'),
  implementation: say('组织实施', 'implementation'),
}

/** A plan that is being rehearsed is not yet carried out, so that the last stage may still be missing. */
const missingStages = (plan: Plan, tell: Tell): Finding[] => {
  const missing = stageNames.slice(0, -1).filter((name) => !plan.stages?.some(({ stage }) => stage === name))
  if (missing.length === 0) return []
  const absent = listed(missing.map((name) => terms[name]))
  return [
    tell({
      severity: 'warning',
      at: atPlan(plan),
      message: say(
        `方案没有写明${absent.zh}环节的日期和记录。`,
        `The plan gives no dated record of: ${absent.en}.`,
      ),
      remedy: say('在 stages 中补列日期和文件。', 'Add date and document under `stages`.'),
    }),
  ]
}

const stagesTooEarly = (plan: Plan, tell: Tell): Finding[] => {
  const stages = plan.stages ?? []
  return stages.flatMap(({ stage, on, place }): Finding[] => {
    const early = stages.find(
      (each) => each.on > on && stageNames.indexOf(each.stage) < stageNames.indexOf(stage),
    )
    if (early === undefined) return []
    return [
      tell({
        severity: 'error',
        at: { ...atPlan(plan), place },
        message: say(
          `${terms[stage].zh}（${on}）早于${terms[early.stage].zh}（${early.on}）。`,
          `The ${terms[stage].en} (${on}) comes before the ${terms[early.stage].en} (${early.on}).`,
        ),
        remedy: say('按程序依次进行，核对日期。', 'Keep the order, or correct the dates.'),
      }),
    ]
  })
}

/** 未批先改. */
const effectBeforeDecision = ({ plan, steps }: World, tell: Tell): Finding[] => {
  const decision = plan.stages?.find(({ stage }) => stage === 'decision')
  const [first] = steps
  if (decision === undefined || first === undefined || first.on >= decision.on) return []
  return [
    tell({
      severity: 'error',
      at: atLine(plan, first.line),
      message: say(
        `本行自${first.on}起实施，早于审议决定（${decision.on}），属未批先改。`,
        `This line takes effect on ${first.on}, before the decision (${decision.on}).`,
      ),
      remedy: say('改在决定之后实施。', 'Let it take effect after the decision.'),
    }),
  ]
}

/** 动议→论证→审议决定→组织实施: each with a dated record, in this order, and nothing in effect before the decision. */
export const stagesInOrder = defineRule({
  code: 'P1',
  title: say('动议、论证、审议决定、组织实施依次进行', 'The four stages follow one another'),
  parameter: 'procedure.stages',
  shape: inForce,
  gives: ['error', 'warning'],
  check: (world, _, tell) => [
    ...missingStages(world.plan, tell),
    ...stagesTooEarly(world.plan, tell),
    ...effectBeforeDecision(world, tell),
  ],
})
