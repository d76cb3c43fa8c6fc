import { z } from 'zod'
import { say } from '../../kernel/text.ts'
import { nameOf } from '../../register/queries.ts'
import * as field from '../fields.ts'
import { defineOperation } from '../operation.ts'
import { hand } from '../succession.ts'
import { checkTransfer, rowsMove } from '../transfer.ts'

/** 合同承继: named contracts go to another unit. */
export const transferContracts = defineOperation({
  name: 'transfer-contracts',
  terms: ['合同承继', '移交合同'],
  counting: say('合同换履行单位，金额不变', 'Contracts change party; amounts unchanged'),
  fields: z.strictObject({ contracts: field.rowIds, to: field.unit }),
  check: ({ contracts, to }, before) => checkTransfer(before, 'contracts', contracts, to),
  apply: ({ contracts, to }, draft) => hand(draft, 'contracts', contracts, to),
  moves: ({ contracts, to }) => rowsMove('contracts', contracts, to),
  describe: ({ contracts, to }, before) => {
    const taker = nameOf(before, to)
    return say(
      `将${contracts.length}份合同与债权债务划转给${taker.zh}。`,
      `Transfer contracts to the ${taker.en}: ${contracts.length}.`,
    )
  },
})
