import { z } from 'zod'
import { say } from '../../kernel/text.ts'
import { defineRule } from '../rule.ts'
import { atPlan } from './remark.ts'
import { unitsIn } from './tally.ts'

/** 县委、县政府直属事业单位: no more than so many stand directly under the county. */
export const directInstitutionsFew = defineRule({
  code: 'Q7',
  title: say('县直属事业单位不超过上限', 'Few institutions stand directly under the county'),
  parameter: 'institutions.direct',
  shape: z.number(),
  gives: ['error', 'warning'],
  check: ({ before, after, plan }, most, tell) => {
    const direct = (register: typeof after) =>
      unitsIn(register).filter((unit) => unit.direct && unit.kind === 'publicInstitution').length
    const [was, is] = [direct(before), direct(after)]
    if (is <= most) return []
    return [
      tell({
        severity: is > was ? 'error' : 'warning',
        at: atPlan(plan),
        message: say(
          `县直属事业单位不超过${most}个，方案后${is}个（方案前${was}个），超${is - most}个。`,
          `At most ${most} institutions may stand directly under the county; after the plan ${is} do (before: ${was}), ${is - most} too many.`,
        ),
        remedy: say(
          `将${is - most}个划归主管部门管理（change-subordination）。`,
          `Place ${is - most} under a department (change-subordination).`,
        ),
      }),
    ]
  },
})
