import { z } from 'zod'
import { say } from '../../kernel/text.ts'
import { nameOf } from '../../register/queries.ts'
import * as field from '../fields.ts'
import { defineOperation } from '../operation.ts'
import { hand } from '../succession.ts'
import { checkTransfer, rowsMove } from '../transfer.ts'

/** 经费划转: named budget lines go to another unit. */
export const transferBudget = defineOperation({
  name: 'transfer-budget',
  terms: ['经费划转', '划转经费'],
  counting: say('预算换单位，金额不变', 'Budget lines change hands; amounts unchanged'),
  fields: z.strictObject({ lines: field.rowIds, to: field.unit }),
  check: ({ lines, to }, before) => checkTransfer(before, 'budget', lines, to),
  apply: ({ lines, to }, draft) => hand(draft, 'budget', lines, to),
  moves: ({ lines, to }) => rowsMove('budget', lines, to),
  describe: ({ lines, to }, before) => {
    const taker = nameOf(before, to)
    return say(
      `将${lines.length}项预算划转给${taker.zh}。`,
      `Transfer budget lines to the ${taker.en}: ${lines.length}.`,
    )
  },
})
