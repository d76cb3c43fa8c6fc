import { z } from 'zod'
import { say } from '../../kernel/text.ts'
import { nameOf } from '../../register/queries.ts'
import * as field from '../fields.ts'
import { defineOperation } from '../operation.ts'
import { joinsItself, notOpen, repeatedRows } from '../refusals.ts'
import { names } from '../sentences.ts'
import { allMove, close, handAll } from '../succession.ts'

/** 并入: units close inside one that goes on under its own name and takes everything they held. */
export const absorbUnit = defineOperation({
  name: 'absorb-unit',
  terms: ['并入', '划入合并'],
  counting: say(
    '被并入者退出计数，吸收者不变；编制、人员、职责并入',
    'The absorbed leave the count, the absorber stays; posts, people and duties join it',
  ),
  fields: z.strictObject({ units: field.units, into: field.unit, attributes: field.attributes }),
  check: ({ units, into }, before) => [
    ...notOpen(before, [...units, into]),
    ...repeatedRows('units', units),
    ...joinsItself(units, into),
  ],
  apply: ({ units, into, attributes }, draft, on) => {
    for (const id of units) {
      handAll(draft, id, into)
      close(draft, id, [into], on)
    }
    const absorber = draft.units.get(into)
    if (absorber !== undefined) draft.units.put(field.withAttributes(absorber, attributes))
  },
  moves: ({ units, into }) => units.map((id) => allMove(id, into)),
  describe: ({ units, into }, before) => {
    const [sources, host] = [names(before, units), nameOf(before, into)]
    return say(`将${sources.zh}并入${host.zh}。`, `Absorb ${sources.en} into the ${host.en}.`)
  },
})
