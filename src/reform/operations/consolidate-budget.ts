import { z } from 'zod'
import { number, say } from '../../kernel/text.ts'
import { type BudgetLine, budgetItems } from '../../register/holdings.ts'
import { openUnits } from '../../register/queries.ts'
import type { Register } from '../../register/register.ts'
import * as field from '../fields.ts'
import { defineOperation } from '../operation.ts'
import { notOpen } from '../refusals.ts'

/** Only what a body has because it exists can be saved by joining bodies; money that follows people follows them. */
const item = z.enum(['operatingFixed'])
const schema = z.strictObject({ item, units: field.units.optional() })
type Fields = z.output<typeof schema>

/** Per unit, every line of the item but the largest (ties: the first id). */
const surplusLines = ({ item: wanted, units }: Fields, before: Register): BudgetLine[] =>
  (units ?? openUnits(before).map((unit) => unit.id)).flatMap((unit) =>
    before.budget
      .heldBy(unit)
      .filter((line) => line.item === wanted)
      .sort((a, b) => b.amountYuan - a.amountYuan || (a.id < b.id ? -1 : 1))
      .slice(1),
  )

/** 归并经费: a unit that took over several fixed lines keeps the largest; the others end on this line's authority. */
export const consolidateBudget = defineOperation({
  name: 'consolidate-budget',
  terms: ['归并经费', '核减公用经费'],
  counting: say(
    '每单位同一科目只留一项；多出的预算项核销',
    'Each unit keeps one line of the item; the surplus lines end',
  ),
  fields: schema,
  check: ({ units }, before) => notOpen(before, units ?? []),
  apply: (fields, draft) => {
    for (const line of surplusLines(fields, draft)) draft.budget.drop(line.id)
  },
  moves: (fields, before) => [
    { kind: 'end', table: 'budget', ids: surplusLines(fields, before).map((line) => line.id) },
  ],
  describe: (fields, before) => {
    const lines = surplusLines(fields, before)
    const total = lines.reduce((all, line) => all + line.amountYuan, 0)
    return say(
      `归并${budgetItems[fields.item]}，核销${lines.length}项、${number(total)}元。`,
      `Consolidate the fixed operating budget: ${lines.length} lines end, ¥${number(total)}.`,
    )
  },
})
