import { z } from 'zod'
import { say } from '../../kernel/text.ts'
import { nameOf } from '../../register/queries.ts'
import * as field from '../fields.ts'
import { defineOperation } from '../operation.ts'
import { hand } from '../succession.ts'
import { checkTransfer, rowsMove } from '../transfer.ts'

/** 档案移交: named file series go to another unit. */
export const transferArchives = defineOperation({
  name: 'transfer-archives',
  terms: ['档案移交', '移交档案'],
  counting: say('档案换保管单位，卷数不变', 'Files change keeper; volumes unchanged'),
  fields: z.strictObject({ archives: field.rowIds, to: field.unit }),
  check: ({ archives, to }, before) => checkTransfer(before, 'archives', archives, to),
  apply: ({ archives, to }, draft) => hand(draft, 'archives', archives, to),
  moves: ({ archives, to }) => rowsMove('archives', archives, to),
  describe: ({ archives, to }, before) => {
    const taker = nameOf(before, to)
    return say(
      `将${archives.length}宗档案划转给${taker.zh}。`,
      `Transfer file series to the ${taker.en}: ${archives.length}.`,
    )
  },
})
