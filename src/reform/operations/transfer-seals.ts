import { z } from 'zod'
import { say } from '../../kernel/text.ts'
import { nameOf } from '../../register/queries.ts'
import * as field from '../fields.ts'
import { defineOperation } from '../operation.ts'
import { hand } from '../succession.ts'
import { checkTransfer, rowsMove } from '../transfer.ts'

/** 印章移交: named seals go to another unit. */
export const transferSeals = defineOperation({
  name: 'transfer-seals',
  terms: ['印章移交', '移交印章'],
  counting: say('印章换保管单位', 'Seals change keeper'),
  fields: z.strictObject({ seals: field.rowIds, to: field.unit }),
  check: ({ seals, to }, before) => checkTransfer(before, 'seals', seals, to),
  apply: ({ seals, to }, draft) => hand(draft, 'seals', seals, to),
  moves: ({ seals, to }) => rowsMove('seals', seals, to),
  describe: ({ seals, to }, before) => {
    const taker = nameOf(before, to)
    return say(
      `将${seals.length}枚印章划转给${taker.zh}。`,
      `Transfer seals to the ${taker.en}: ${seals.length}.`,
    )
  },
})
