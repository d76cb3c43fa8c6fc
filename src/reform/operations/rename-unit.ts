import { z } from 'zod'
import { say } from '../../kernel/text.ts'
import { nameOf } from '../../register/queries.ts'
import * as field from '../fields.ts'
import { defineOperation } from '../operation.ts'
import { notOpen } from '../refusals.ts'

/** 更名: the same body, the same id, another name. */
export const renameUnit = defineOperation({
  name: 'rename-unit',
  terms: ['更名', '更名为'],
  counting: say('各项计数都不变', 'No count changes'),
  fields: z.strictObject({ unit: field.unit, ...field.naming, attributes: field.attributes }),
  check: ({ unit }, before) => notOpen(before, [unit]),
  apply: ({ unit, name, nameEn, short, shortEn, attributes }, draft) => {
    const was = draft.units.get(unit)
    if (was === undefined) return
    const now = { ...was, name, nameEn, short: short ?? name, shortEn: shortEn ?? nameEn }
    draft.units.put(field.withAttributes(now, attributes))
  },
  moves: () => [],
  describe: ({ unit, name, nameEn }, before) => {
    const was = nameOf(before, unit)
    return say(`将${was.zh}更名为${name}。`, `Rename the ${was.en} as the ${nameEn}.`)
  },
})
