import { say } from '../../kernel/text.ts'
import { defineRule } from '../rule.ts'
import { atPlan, counted } from './remark.ts'
import { inForce } from './terms.ts'

/** 内设机构: each change is approved by the county's establishment office; a line may name that approval as its basis. */
export const sectionChangesApproved = defineRule({
  code: 'P4',
  title: say('内设机构调整经编办审批', 'Changes of sections are approved by the establishment office'),
  parameter: 'procedure.sections',
  shape: inForce,
  gives: ['opinion'],
  check: ({ steps, plan }, _, tell) => {
    const lines = steps.filter(
      ({ line }) =>
        line.basis === undefined &&
        (line.operation.name === 'establish-section' || line.operation.name === 'dissolve-section'),
    )
    const first = lines[0]?.line
    if (first === undefined) return []
    return [
      tell({
        severity: 'opinion',
        at: lines.length === 1 ? { at: `plan:${plan.id}#${first.number}`, place: first.place } : atPlan(plan),
        message: say(
          `方案调整内设机构${lines.length}项，须由该单位报本级编办审批。`,
          `The plan changes ${counted(lines.length, 'section')}: each needs the approval of the county’s establishment office.`,
        ),
        remedy: say('在各行写明 basis（批复文号）。', 'Give the approval as `basis` of the line.'),
      }),
    ]
  },
})
