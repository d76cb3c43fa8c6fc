import { z } from 'zod'
import { say } from '../../kernel/text.ts'
import { nameOf } from '../../register/queries.ts'
import * as field from '../fields.ts'
import { defineOperation } from '../operation.ts'
import { notOpen } from '../refusals.ts'

/** 变更代码: the code changes, the identity does not. A code that another open unit bears is refused by rule. */
export const recodeUnit = defineOperation({
  name: 'recode-unit',
  terms: ['变更代码', '重新赋码'],
  counting: say('各项计数都不变', 'No count changes'),
  fields: z.strictObject({ unit: field.unit, code: field.rowId, attributes: field.attributes }),
  check: ({ unit }, before) => notOpen(before, [unit]),
  apply: ({ unit, code, attributes }, draft) => {
    const was = draft.units.get(unit)
    if (was !== undefined) draft.units.put(field.withAttributes({ ...was, code }, attributes))
  },
  moves: () => [],
  describe: ({ unit, code }, before) => {
    const was = nameOf(before, unit)
    return say(`${was.zh}的机构代码变更为${code}。`, `The code of the ${was.en} becomes ${code}.`)
  },
})
