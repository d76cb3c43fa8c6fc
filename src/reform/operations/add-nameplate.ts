import { z } from 'zod'
import { say } from '../../kernel/text.ts'
import { nameOf } from '../../register/queries.ts'
import * as field from '../fields.ts'
import { defineOperation } from '../operation.ts'
import { notOpen, takenIds } from '../refusals.ts'

/** 加挂牌子: one organ also uses another name outward. No posts, no code, no legal person. */
export const addNameplate = defineOperation({
  name: 'add-nameplate',
  terms: ['加挂牌子', '挂牌', '保留牌子'],
  counting: say(
    '计零：机构、编制、人员都不变，只多一个对外名称',
    'Counts nothing: bodies, posts and people unchanged; one outward name more',
  ),
  fields: z.strictObject({ plate: field.rowId, unit: field.unit, name: field.name, nameEn: field.name }),
  check: ({ plate, unit }, before) => [
    ...notOpen(before, [unit]),
    ...takenIds(before, 'nameplates', [plate]),
  ],
  apply: ({ plate, unit, name, nameEn }, draft, on) =>
    draft.nameplates.put({ id: plate, unit, name, nameEn, since: on }),
  moves: ({ plate, unit }) => [{ kind: 'begin', table: 'nameplates', ids: [plate], at: unit }],
  describe: ({ unit, name, nameEn }, before) => {
    const host = nameOf(before, unit)
    return say(`${host.zh}加挂${name}牌子。`, `The ${host.en} also uses the name ${nameEn}.`)
  },
})
