import { z } from 'zod'
import { say } from '../../kernel/text.ts'
import { nameOf } from '../../register/queries.ts'
import * as field from '../fields.ts'
import { defineOperation } from '../operation.ts'
import { notOpen, refusal, repeatedRows, unknownRows } from '../refusals.ts'

/** 转隶/安置: people go to a unit, a section of it, or a placement that keeps post and pay (village, grid, pool). */
export const assignPerson = defineOperation({
  name: 'assign-person',
  terms: ['人员转隶', '转隶', '人员安置', '安置'],
  counting: say(
    '人员换单位，总数不变；编制不随人走',
    'People change units, unchanged in sum; posts do not follow',
  ),
  fields: z.strictObject({
    people: field.people,
    to: field.unit,
    section: field.rowId.optional(),
    assignment: field.name.optional(),
  }),
  check: ({ people, to, section }, before) => [
    ...notOpen(before, [to]),
    ...unknownRows(before, 'people', people),
    ...repeatedRows('people', people),
    ...(section === undefined ? [] : unknownRows(before, 'sections', [section])),
    ...(section !== undefined && before.sections.has(section) && before.sections.get(section)?.unit !== to
      ? [
          refusal(
            'T04',
            `sections:${section}`,
            `股室“${section}”不属于${nameOf(before, to).zh}`,
            `The section “${section}” does not belong to the ${nameOf(before, to).en}`,
            '写该单位的股室。',
            'Name a section of that unit.',
          ),
        ]
      : []),
    ...people
      .filter((id) =>
        before.appointments
          .linkedTo(id)
          .some((office) => office.unit !== to && office.unit === before.people.get(id)?.unit),
      )
      .map((id) =>
        refusal(
          'P03',
          `people:${id}`,
          `“${id}”在原单位还有职务`,
          `“${id}” still holds an office in the unit it leaves`,
          '先用 remove-from-office 免职。',
          'End the office first with remove-from-office.',
        ),
      ),
  ],
  apply: ({ people, to, section, assignment }, draft) => {
    for (const id of people) {
      const person = draft.people.get(id)
      if (person === undefined) continue
      const stays = person.unit === to ? person.section : undefined
      draft.people.put({
        ...person,
        unit: to,
        section: section ?? stays,
        assignment: assignment ?? person.assignment,
      })
    }
  },
  moves: ({ people, to }) => [{ kind: 'rows', table: 'people', ids: people, to }],
  describe: ({ people, to, assignment }, before) => {
    const where = nameOf(before, to)
    return say(
      `${people.length}名人员转隶至${where.zh}${assignment === undefined ? '' : `，安置去向：${assignment}`}。`,
      `Assign ${people.length} ${people.length === 1 ? 'person' : 'people'} to the ${where.en}${assignment === undefined ? '' : ` (${assignment})`}.`,
    )
  },
})
