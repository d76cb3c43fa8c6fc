import { z } from 'zod'
import { say } from '../../kernel/text.ts'
import * as field from '../fields.ts'
import { defineOperation } from '../operation.ts'
import { notOpen, repeatedRows, takenIds, unknownRows } from '../refusals.ts'

const part = z.strictObject({
  duty: field.dutyIdField,
  unit: field.unit,
  name: field.name,
  nameEn: field.name,
})

/** 职责拆分: one duty ends as its parts begin, each with its own holder; nothing of it is left without one. */
export const splitDuty = defineOperation({
  name: 'split-duty',
  terms: ['职责拆分', '职责分拆'],
  counting: say(
    '机构、编制、人员不变；职责数减一再加份数',
    'Bodies, posts and people unchanged; one duty less and as many more as there are parts',
  ),
  fields: z.strictObject({ duty: field.dutyIdField, into: z.array(part).min(2).max(100) }),
  check: ({ duty, into }, before) => [
    ...unknownRows(before, 'duties', [duty]),
    ...notOpen(before, [...new Set(into.map((each) => each.unit))]),
    ...repeatedRows(
      'duties',
      into.map((each) => each.duty),
    ),
    ...takenIds(
      before,
      'duties',
      into.map((each) => each.duty),
    ),
  ],
  apply: ({ duty, into }, draft) => {
    const whole = draft.duties.get(duty)
    if (whole === undefined) return
    draft.duties.drop(duty)
    for (const { duty: id, unit, name, nameEn } of into)
      draft.duties.put({ ...whole, id, unit, name, nameEn, section: undefined })
  },
  moves: ({ duty, into }) => [
    { kind: 'end', table: 'duties', ids: [duty] },
    ...into.map((each) => ({ kind: 'begin', table: 'duties', ids: [each.duty], at: each.unit }) as const),
  ],
  describe: ({ duty, into }, before) => {
    const whole = before.duties.get(duty)
    return say(
      `将“${whole?.name ?? duty}”拆分为${into.map((each) => `“${each.name}”`).join('、')}。`,
      `Divide the duty “${whole?.nameEn ?? duty}” into ${into.map((each) => `“${each.nameEn}”`).join(', ')}.`,
    )
  },
})
