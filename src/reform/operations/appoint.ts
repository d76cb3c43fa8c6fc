import { z } from 'zod'
import type { UnitId } from '../../kernel/id.ts'
import { say } from '../../kernel/text.ts'
import { offices } from '../../register/person.ts'
import { nameOf } from '../../register/queries.ts'
import type { Register } from '../../register/register.ts'
import * as field from '../fields.ts'
import { defineOperation } from '../operation.ts'
import { notOpen, refusal, takenIds, unknownRows } from '../refusals.ts'

/** 任命（含兼任）: a person takes an office of a unit. A concurrent office is held beside another one. */
export const appoint = defineOperation({
  name: 'appoint',
  terms: ['任命', '任职', '兼任'],
  counting: say(
    '任职加一；人数不变；兼任是否占领导职数以文件为准',
    'One office more; people unchanged; whether a concurrent holder takes up a leading post is as its document says',
  ),
  fields: z.strictObject({
    appointment: field.rowId,
    person: field.person,
    unit: field.unit,
    office: z.enum(Object.keys(offices) as [keyof typeof offices, ...(keyof typeof offices)[]]),
    title: field.name,
    concurrent: z.boolean().default(false),
    occupiesPost: z.boolean().default(true),
  }),
  check: ({ appointment, person, unit, concurrent }, before) => {
    const at = before.people.get(person)
    return [
      ...notOpen(before, [unit]),
      ...unknownRows(before, 'people', [person]),
      ...takenIds(before, 'appointments', [appointment]),
      ...(at !== undefined && at.unit !== unit && !concurrent && !sharesBody(before, at.unit, unit)
        ? [
            refusal(
              'P01',
              `people:${person}`,
              `“${person}”在${nameOf(before, at.unit).zh}，不是兼任却任职于${nameOf(before, unit).zh}`,
              `“${person}” belongs to the ${nameOf(before, at.unit).en} and is appointed in the ${nameOf(before, unit).en} without it being concurrent`,
              '先用 assign-person 调入，或写明 concurrent: true。',
              'Move the person first with assign-person, or write concurrent: true.',
            ),
          ]
        : []),
    ]
  },
  apply: (fields, draft, on) => {
    const { appointment: id, ...rest } = fields
    draft.appointments.put({ id, ...rest, since: on })
  },
  moves: ({ appointment, unit }) => [{ kind: 'begin', table: 'appointments', ids: [appointment], at: unit }],
  describe: ({ person, unit, title, concurrent }, before) => {
    const where = nameOf(before, unit)
    return say(
      `${person}${concurrent ? '兼任' : '任'}${where.zh}${title}。`,
      `Appoint ${person} ${concurrent ? 'concurrently ' : ''}in the ${where.en} (${title}).`,
    )
  },
})

/** 合署: an officer of the host may bear an office of its guest. */
const sharesBody = (before: Register, a: UnitId, b: UnitId) =>
  before.units.get(b)?.coLocatedWith === a || before.units.get(a)?.coLocatedWith === b
