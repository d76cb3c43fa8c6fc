import { z } from 'zod'
import { say } from '../../kernel/text.ts'
import * as field from '../fields.ts'
import { defineOperation } from '../operation.ts'
import { unknownRows } from '../refusals.ts'

/** 摘牌: the outward name ends; the unit goes on. */
export const removeNameplate = defineOperation({
  name: 'remove-nameplate',
  terms: ['取消挂牌', '摘牌'],
  counting: say('计零：只少一个对外名称', 'Counts nothing: one outward name less'),
  fields: z.strictObject({ plate: field.rowId }),
  check: ({ plate }, before) => unknownRows(before, 'nameplates', [plate]),
  apply: ({ plate }, draft) => draft.nameplates.drop(plate),
  moves: ({ plate }) => [{ kind: 'end', table: 'nameplates', ids: [plate] }],
  describe: ({ plate }, before) => {
    const row = before.nameplates.get(plate)
    return say(`取消${row?.name ?? plate}牌子。`, `Remove the nameplate ${row?.nameEn ?? plate}.`)
  },
})
