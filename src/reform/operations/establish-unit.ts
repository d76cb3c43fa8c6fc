import { z } from 'zod'
import { say } from '../../kernel/text.ts'
import type { Unit } from '../../register/unit.ts'
import * as field from '../fields.ts'
import { defineOperation } from '../operation.ts'
import { alreadyThere, notOpen } from '../refusals.ts'

/** A unit that nothing is known of but what the line says. */
const blank: Unit = {
  id: '' as Unit['id'],
  code: undefined,
  name: '',
  nameEn: '',
  short: '',
  shortEn: '',
  kind: 'governmentDepartment',
  grade: 'none',
  sponsor: undefined,
  management: 'territorial',
  funding: 'full',
  counts: 'none',
  countReason: '未说明',
  direct: false,
  coLocatedWith: undefined,
  order: 9_999,
  openedOn: undefined,
  closedOn: undefined,
}

/** 设立: a body begins, empty. */
export const establishUnit = defineOperation({
  name: 'establish-unit',
  terms: ['设立', '组建（新设）'],
  counting: say(
    '机构数加一（按其计入项）；编制、人员、职责不变',
    'One body more (in what it counts towards); posts, people and duties unchanged',
  ),
  fields: z.strictObject({
    unit: field.unit,
    ...field.naming,
    ...field.particulars,
    attributes: field.attributes,
  }),
  check: ({ unit, sponsor }, before) => [
    ...alreadyThere(before, unit),
    ...(sponsor === undefined ? [] : notOpen(before, [sponsor])),
  ],
  apply: (given, draft, on) =>
    draft.units.put(field.withAttributes(field.unitLike(given.unit, given, blank, on), given.attributes)),
  moves: () => [],
  creates: ({ unit }) => [unit],
  describe: ({ name, nameEn }) => say(`设立${name}。`, `Establish the ${nameEn}.`),
})
