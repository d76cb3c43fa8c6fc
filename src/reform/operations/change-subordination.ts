import { z } from 'zod'
import { say } from '../../kernel/text.ts'
import { nameOf } from '../../register/queries.ts'
import * as field from '../fields.ts'
import { defineOperation } from '../operation.ts'
import { joinsItself, notOpen } from '../refusals.ts'

/** 调整隶属关系: another sponsor, or directly under the county. */
export const changeSubordination = defineOperation({
  name: 'change-subordination',
  terms: ['调整隶属关系', '划归管理'],
  counting: say(
    '各项计数都不变；县直属数可能变',
    'No count changes, except how many stand directly under the county',
  ),
  fields: z.strictObject({
    unit: field.unit,
    sponsor: field.unit.optional(),
    direct: z.boolean().optional(),
    attributes: field.attributes,
  }),
  check: ({ unit, sponsor }, before) => [
    ...notOpen(before, sponsor === undefined ? [unit] : [unit, sponsor]),
    ...(sponsor === undefined ? [] : joinsItself([sponsor], unit)),
  ],
  apply: ({ unit, sponsor, direct, attributes }, draft) => {
    const was = draft.units.get(unit)
    if (was === undefined) return
    const now = { ...was, sponsor: sponsor ?? was.sponsor, direct: direct ?? was.direct }
    draft.units.put(field.withAttributes(now, attributes))
  },
  moves: () => [],
  describe: ({ unit, sponsor }, before) => {
    const was = nameOf(before, unit)
    if (sponsor === undefined)
      return say(`调整${was.zh}的隶属关系。`, `Change the subordination of the ${was.en}.`)
    const to = nameOf(before, sponsor)
    return say(`${was.zh}划归${to.zh}管理。`, `The ${was.en} is placed under the ${to.en}.`)
  },
})
