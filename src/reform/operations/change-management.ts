import { z } from 'zod'
import { say } from '../../kernel/text.ts'
import { nameOf } from '../../register/queries.ts'
import { managements } from '../../register/unit.ts'
import * as field from '../fields.ts'
import { defineOperation } from '../operation.ts'
import { notOpen } from '../refusals.ts'

const managementsEn: Readonly<Record<keyof typeof managements, string>> = {
  territorial: 'territorial management',
  vertical: 'vertical management',
  dual: 'dual management',
}

/** 调整管理体制, such as 属地管理: who manages the body and appoints its cadres. */
export const changeManagement = defineOperation({
  name: 'change-management',
  terms: ['调整管理体制', '实行属地管理', '属地管理'],
  counting: say(
    '各项计数都不变；任免权随管理体制转移',
    'No count changes; the power to appoint follows the management line',
  ),
  fields: z.strictObject({ unit: field.unit, to: field.management }),
  check: ({ unit }, before) => notOpen(before, [unit]),
  apply: ({ unit, to }, draft) => {
    const was = draft.units.get(unit)
    if (was !== undefined) draft.units.put({ ...was, management: to })
  },
  moves: () => [],
  describe: ({ unit, to }, before) => {
    const was = nameOf(before, unit)
    return say(
      `${was.zh}干部管理体制调整为${managements[to]}。`,
      `The ${was.en} is placed under ${managementsEn[to]}.`,
    )
  },
})
