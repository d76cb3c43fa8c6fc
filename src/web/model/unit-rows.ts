import type { UnitId } from '../../kernel/id.ts'
import { say } from '../../kernel/text.ts'
import type { FigureRow, Unit } from '../../ledger/figure.ts'
import { rowOf } from '../../ledger/rows.ts'
import { postKinds, postKindsEn } from '../../register/quota.ts'
import type { Register } from '../../register/register.ts'
import type { Measure, Row } from '../river/types.ts'
import type { Opened } from './opened.ts'

export const measureUnits: Readonly<Record<Measure, Unit>> = {
  people: 'people',
  posts: 'posts',
  duties: 'duties',
  money: 'yuan',
}

/** The rows behind one bar of the river: what the unit and the organs that share its staff hold in the measure. */
export const openedUnit = (register: Register, row: Row, measure: Measure): Opened => {
  const units = [row.id as UnitId, ...register.units.linkedTo(row.id).map((guest) => guest.id)]
  const rows = units.flatMap((unit) => rowsOf(register, unit, measure))
  const value = rows.reduce((total, each) => total + each.value, 0)
  return {
    id: `unit:${row.id}`,
    label: row.fullName,
    unit: measureUnits[measure],
    value,
    definition: definitions[measure],
    formula: say(`${rows.length}行合计`, `sum of ${rows.length} rows`),
    rows,
  }
}

const definitions = {
  people: say('该单位（含合署机构）的在编人员', 'People of the unit, with the organs that share its staff'),
  posts: say('该单位（含合署机构）各类编制之和', 'Posts of all kinds, with the organs that share its staff'),
  duties: say('该单位（含合署机构）承担的职责', 'Duties of the unit, with the organs that share its staff'),
  money: say('该单位（含合署机构）的年度预算', 'Yearly budget, with the organs that share its staff'),
} as const

const rowsOf = (register: Register, unit: UnitId, measure: Measure): FigureRow[] => {
  if (measure === 'people') return register.people.heldBy(unit).map((row) => rowOf('people', row))
  if (measure === 'duties') return register.duties.heldBy(unit).map((row) => rowOf('duties', row))
  if (measure === 'money')
    return register.budget.heldBy(unit).map((row) => rowOf('budget', row, row.amountYuan))
  return register.quotas.heldBy(unit).map((row) => ({
    at: `quotas:${row.id}`,
    label: say(postKinds[row.kind], `${postKindsEn[row.kind]} posts`),
    value: row.posts,
  }))
}
