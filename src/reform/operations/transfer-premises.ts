import { z } from 'zod'
import { say } from '../../kernel/text.ts'
import { nameOf } from '../../register/queries.ts'
import * as field from '../fields.ts'
import { defineOperation } from '../operation.ts'
import { hand } from '../succession.ts'
import { checkTransfer, rowsMove } from '../transfer.ts'

/** 用房划转: named rooms go to another unit. */
export const transferPremises = defineOperation({
  name: 'transfer-premises',
  terms: ['用房划转', '划转用房', '腾退用房'],
  counting: say('用房换使用单位，面积总数不变', 'Rooms change hands; the total area is unchanged'),
  fields: z.strictObject({ premises: field.rowIds, to: field.unit }),
  check: ({ premises, to }, before) => checkTransfer(before, 'premises', premises, to),
  apply: ({ premises, to }, draft) => hand(draft, 'premises', premises, to),
  moves: ({ premises, to }) => rowsMove('premises', premises, to),
  describe: ({ premises, to }, before) => {
    const taker = nameOf(before, to)
    return say(
      `将${premises.length}处用房划转给${taker.zh}。`,
      `Transfer rooms to the ${taker.en}: ${premises.length}.`,
    )
  },
})
