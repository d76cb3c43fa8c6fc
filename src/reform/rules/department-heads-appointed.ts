import { say } from '../../kernel/text.ts'
import { defineRule } from '../rule.ts'
import { atPlan, called, someOf } from './remark.ts'
import { inForce } from './terms.ts'

/** 局长: the standing committee of the congress decides on the county head's nomination; concurrent heads too. */
export const departmentHeadsAppointed = defineRule({
  code: 'P6',
  title: say('政府部门正职由人大常委会决定任免', 'Heads of departments are decided by the congress'),
  parameter: 'procedure.heads',
  shape: inForce,
  gives: ['opinion'],
  check: ({ after, plan, steps }, _, tell) => {
    const lines = steps.flatMap(({ line, fields }) => {
      const { unit, office } = fields as { unit?: string; office?: string }
      const department = line.operation.name === 'appoint' ? after.units.get(unit ?? '') : undefined
      return department?.kind === 'governmentDepartment' && office === 'chief' && line.basis === undefined
        ? [{ line, department }]
        : []
    })
    const first = lines[0]?.line
    if (first === undefined) return []
    const names = someOf(lines.map(({ department }) => called(department)))
    return [
      tell({
        severity: 'opinion',
        at: lines.length === 1 ? { at: `plan:${plan.id}#${first.number}`, place: first.place } : atPlan(plan),
        message: say(
          `方案任命政府部门正职${lines.length}名（${names.zh}），须由县长提名、县人大常委会决定，并报上一级政府备案。`,
          `The plan appoints heads of departments: ${lines.length} (${names.en}). The county head nominates, the congress decides, the level above is told.`,
        ),
        remedy: say('在各行写明 basis（任免决定）。', 'Give the decision as `basis` of the line.'),
      }),
    ]
  },
})
