import { z } from 'zod'
import { say } from '../../kernel/text.ts'
import * as field from '../fields.ts'
import { defineOperation } from '../operation.ts'
import { notOpen, repeatedRows } from '../refusals.ts'
import { names } from '../sentences.ts'

/** 行政区域界线变更: units exchange area; identities and names go on. */
export const adjustTerritory = defineOperation({
  name: 'adjust-territory',
  terms: ['行政区域调整', '界线变更'],
  counting: say('各项计数都不变', 'No count changes'),
  fields: z.strictObject({
    units: field.units,
    attributes: z.record(z.string(), z.record(z.string(), z.json())).optional(),
  }),
  check: ({ units }, before) => [...notOpen(before, units), ...repeatedRows('units', units)],
  apply: ({ units, attributes }, draft) => {
    for (const id of units) {
      const unit = draft.units.get(id)
      if (unit !== undefined) draft.units.put(field.withAttributes(unit, attributes?.[id]))
    }
  },
  moves: () => [],
  describe: ({ units }, before) => {
    const all = names(before, units)
    return say(`调整${all.zh}的行政区域界线。`, `Adjust the boundaries of ${all.en}.`)
  },
})
