import { z } from 'zod'
import type { PersonId, UnitId } from '../../kernel/id.ts'
import { say } from '../../kernel/text.ts'
import { nameOf } from '../../register/queries.ts'
import type { Register } from '../../register/register.ts'
import * as field from '../fields.ts'
import { defineOperation } from '../operation.ts'
import { notOpen, refusal, unknownRows } from '../refusals.ts'

const heldOffices = (before: Register, person: PersonId, unit: UnitId) =>
  before.appointments.linkedTo(person).filter((office) => office.unit === unit)

/** 免职: the person's offices in the unit end; the person stays in the unit. */
export const removeFromOffice = defineOperation({
  name: 'remove-from-office',
  terms: ['免职', '免去职务'],
  counting: say('任职减少；人数、领导职数不变', 'Offices end; people and leading posts unchanged'),
  fields: z.strictObject({ person: field.person, unit: field.unit }),
  check: ({ person, unit }, before) => [
    ...notOpen(before, [unit]),
    ...unknownRows(before, 'people', [person]),
    ...(before.people.has(person) && heldOffices(before, person, unit).length === 0
      ? [
          refusal(
            'P02',
            `people:${person}`,
            `“${person}”在${nameOf(before, unit).zh}没有职务`,
            `“${person}” holds no office in the ${nameOf(before, unit).en}`,
            '核对单位：合并之后职务随人到承继单位。',
            'Check the unit: after a merger the office is with the successor.',
          ),
        ]
      : []),
  ],
  apply: ({ person, unit }, draft) => {
    for (const office of heldOffices(draft, person, unit)) draft.appointments.drop(office.id)
  },
  moves: ({ person, unit }, before) => [
    { kind: 'end', table: 'appointments', ids: heldOffices(before, person, unit).map((office) => office.id) },
  ],
  describe: ({ person, unit }, before) => {
    const where = nameOf(before, unit)
    return say(`免去${person}在${where.zh}的职务。`, `Remove ${person} from office in the ${where.en}.`)
  },
})
