import { z } from 'zod'
import { say } from '../../kernel/text.ts'
import { nameOf } from '../../register/queries.ts'
import { applyBundle, bundleFields, bundleMoves, checkBundle } from '../bundle.ts'
import * as field from '../fields.ts'
import { defineOperation } from '../operation.ts'
import { alreadyThere, notOpen } from '../refusals.ts'
import { contents } from '../sentences.ts'

/** 剥离设立: a body goes on; part of it begins as a body of its own. */
export const spinOffUnit = defineOperation({
  name: 'spin-off-unit',
  terms: ['剥离设立', '析出设立'],
  counting: say(
    '机构数加一；编制、人员、职责由原单位划出，不增不减',
    'One body more; posts, people and duties leave the old body, unchanged in sum',
  ),
  fields: z.strictObject({
    unit: field.unit,
    to: z.strictObject({
      unit: field.unit,
      ...field.naming,
      ...field.particulars,
      attributes: field.attributes,
    }),
    ...bundleFields,
    attributes: field.attributes,
  }),
  check: (fields, before) => [
    ...notOpen(before, [fields.unit]),
    ...alreadyThere(before, fields.to.unit),
    ...checkBundle(fields, fields.unit, before),
  ],
  apply: (fields, draft, on) => {
    const model = draft.units.get(fields.unit)
    if (model === undefined) return
    const part = field.unitLike(fields.to.unit, fields.to, model, on)
    draft.units.put(field.withAttributes(part, fields.to.attributes))
    draft.units.put(field.withAttributes(model, fields.attributes))
    applyBundle(fields, fields.unit, fields.to.unit, draft)
  },
  moves: (fields, before) => bundleMoves(fields, fields.unit, fields.to.unit, before),
  creates: ({ to }) => [to.unit],
  describe: (fields, before) => {
    const was = nameOf(before, fields.unit)
    const what = contents(fields)
    return say(
      `从${was.zh}划出${what.zh || '部分职责'}，设立${fields.to.name}。`,
      `Take ${what.en || 'part of its work'} out of the ${was.en} and establish the ${fields.to.nameEn}.`,
    )
  },
})
