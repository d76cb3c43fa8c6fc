import { say, type Text } from '../../../kernel/text.ts'
import type { Unit } from '../../../ledger/figure.ts'
import type { HeldName } from '../../../register/register.ts'
import type { ThingRow } from './things.ts'

/** Something else that is counted of things. */
export interface Measure {
  readonly id: string
  readonly label: Text
  readonly measure: Text
  readonly unit: Unit
  readonly weigh: (row: ThingRow) => number
}

const money = { measure: say('元', '¥'), unit: 'yuan' } as const
/** What else is counted of a table’s things: it is conserved with them, because no row may change it. */
export const measures: Partial<Record<HeldName, Measure>> = {
  premises: {
    id: 'areaM2',
    label: say('面积', 'Area'),
    measure: say('平方米', 'm²'),
    unit: 'm2',
    weigh: (row) => ('areaM2' in row ? row.areaM2 : 0),
  },
  budget: {
    id: 'amountYuan',
    label: say('年度金额', 'Yearly amount'),
    ...money,
    weigh: (row) => ('amountYuan' in row ? row.amountYuan : 0),
  },
  archives: {
    id: 'volumes',
    label: say('卷数', 'Volumes'),
    measure: say('卷', 'volumes'),
    unit: 'units',
    weigh: (row) => ('volumes' in row ? row.volumes : 0),
  },
  contracts: {
    id: 'amountYuan',
    label: say('合同金额', 'Amount'),
    ...money,
    weigh: (row) => ('amountYuan' in row ? row.amountYuan : 0),
  },
}
