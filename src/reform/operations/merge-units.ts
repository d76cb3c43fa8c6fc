import { z } from 'zod'
import { say } from '../../kernel/text.ts'
import * as field from '../fields.ts'
import { defineOperation } from '../operation.ts'
import { alreadyThere, joinsItself, notOpen, repeatedRows } from '../refusals.ts'
import { names } from '../sentences.ts'
import { allMove, close, handAll } from '../succession.ts'

/** 合并组建: two or more units close; one new successor takes everything they held. */
export const mergeUnits = defineOperation({
  name: 'merge-units',
  terms: ['合并组建', '整合组建', '合并', '组建'],
  counting: say(
    '机构数减去来源数再加一；编制、领导职数、人员、职责逐项相加',
    'The sources leave the count and one body joins it; posts, leading posts, people and duties add up',
  ),
  fields: z.strictObject({
    units: field.units.min(2),
    into: field.unit,
    ...field.naming,
    ...field.particulars,
    attributes: field.attributes,
  }),
  check: ({ units, into, sponsor }, before) => [
    ...notOpen(before, units),
    ...repeatedRows('units', units),
    ...joinsItself(units, into),
    ...(units.includes(into) ? [] : alreadyThere(before, into)),
    ...(sponsor === undefined ? [] : notOpen(before, [sponsor])),
  ],
  apply: (given, draft, on) => {
    const model = draft.units.get(given.units[0] as string)
    if (model === undefined) return
    draft.units.put(field.withAttributes(field.unitLike(given.into, given, model, on), given.attributes))
    for (const id of given.units) {
      handAll(draft, id, given.into)
      close(draft, id, [given.into], on)
    }
  },
  moves: ({ units, into }) => units.map((id) => allMove(id, into)),
  creates: ({ into }) => [into],
  describe: ({ units, name, nameEn }, before) => {
    const sources = names(before, units)
    return say(
      `将${sources.zh}的职责整合，组建${name}，不再保留上述单位。`,
      `Integrate ${sources.en} and form the ${nameEn}; the former bodies are no longer retained.`,
    )
  },
})
