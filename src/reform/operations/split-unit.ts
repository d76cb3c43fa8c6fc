import { z } from 'zod'
import type { UnitId } from '../../kernel/id.ts'
import { listed, say } from '../../kernel/text.ts'
import { nameOf } from '../../register/queries.ts'
import { applyBundle, bundleFields, bundleMoves, checkBundle, together } from '../bundle.ts'
import * as field from '../fields.ts'
import { defineOperation } from '../operation.ts'
import { alreadyThere, notOpen, refusal, repeatedRows } from '../refusals.ts'
import { allMove, close, handAll } from '../succession.ts'

const part = z.strictObject({
  unit: field.unit,
  ...field.naming,
  ...field.particulars,
  ...bundleFields,
  attributes: field.attributes,
})

/** 分设: a body ends and its parts begin. What no part names goes to `rest`. */
export const splitUnit = defineOperation({
  name: 'split-unit',
  terms: ['分设', '拆分'],
  counting: say(
    '机构数减一再加份数；编制、人员、职责分到各份，不增不减',
    'One body less and as many more as there are parts; posts, people and duties are divided, not changed',
  ),
  fields: z.strictObject({
    unit: field.unit,
    into: z.array(part).min(2).max(200),
    rest: field.unit.optional(),
  }),
  check: ({ unit, into, rest }, before) => {
    const ids = into.map((each) => each.unit)
    return [
      ...notOpen(before, [unit]),
      ...ids.filter((id) => id !== unit).flatMap((id) => alreadyThere(before, id)),
      ...repeatedRows('units', ids),
      // The parts together: each alone may fit where all of them do not.
      ...checkBundle(together(into), unit, before),
      ...(ids.includes(unit)
        ? [
            refusal(
              'U05',
              `unit:${unit}`,
              '原单位分设后撤销，不能又是其中一份',
              'The unit ends when it is split, so it cannot be one of its own parts',
              '若原单位继续存在，用 spin-off-unit。',
              'Use spin-off-unit when the unit goes on.',
            ),
          ]
        : []),
      ...(rest !== undefined && !ids.includes(rest)
        ? [
            refusal(
              'U06',
              `unit:${rest}`,
              `rest 所指“${rest}”不是分设的一份`,
              `“${rest}”, named as rest, is not one of the parts`,
              '写其中一份的标识。',
              'Name one of the parts.',
            ),
          ]
        : []),
    ]
  },
  apply: ({ unit, into, rest }, draft, on) => {
    const model = draft.units.get(unit)
    if (model === undefined) return
    for (const each of into)
      draft.units.put(field.withAttributes(field.unitLike(each.unit, each, model, on), each.attributes))
    for (const each of into) applyBundle(each, unit, each.unit, draft)
    handAll(draft, unit, heirOf(into, rest))
    const heirs = [heirOf(into, rest), ...into.map((each) => each.unit)]
    close(draft, unit, [...new Set(heirs)], on)
  },
  moves: ({ unit, into, rest }, before) => [
    ...into.flatMap((each) => bundleMoves(each, unit, each.unit, before)),
    allMove(unit, heirOf(into, rest)),
  ],
  creates: ({ into }) => into.map((each) => each.unit),
  describe: ({ unit, into }, before) => {
    const was = nameOf(before, unit)
    const parts = listed(into.map((each) => say(each.name, each.nameEn)))
    return say(`将${was.zh}分设为${parts.zh}。`, `Split the ${was.en} into ${parts.en}.`)
  },
})

/** The part that takes what nobody named: `rest`, or the first. */
const heirOf = (into: readonly { unit: UnitId }[], rest: UnitId | undefined): UnitId =>
  rest ?? (into[0] as { unit: UnitId }).unit
