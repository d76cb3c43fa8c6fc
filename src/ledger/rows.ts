import { number, say, type Text } from '../kernel/text.ts'
import type { Rows, TableName } from '../register/register.ts'
import type { Unit } from '../register/unit.ts'
import type { Area } from './evidence.ts'
import type { Computed, FigureRow, Sources } from './figure.ts'

/** Shapes that most figures share: a count of rows, a sum over rows. */

export const unitRow = (unit: Unit, value = 1): FigureRow => ({
  at: `units:${unit.id}`,
  label: say(unit.short, unit.shortEn),
  value,
})

/** A register row as evidence; rows without a name of their own show their id. */
export const rowOf = <Name extends TableName>(table: Name, row: Rows[Name], value = 1): FigureRow => {
  const name = 'name' in row ? row.name : row.id
  const nameEn = 'nameEn' in row && row.nameEn !== undefined ? row.nameEn : name
  return { at: `${table}:${row.id}`, label: say(name, nameEn), value }
}

export const summed = (rows: readonly FigureRow[], measure: Text): Computed => {
  const value = rows.reduce((total, row) => total + row.value, 0)
  return {
    value,
    rows,
    formula: say(
      `${number(rows.length)}行合计 = ${number(value)}${measure.zh}`,
      `sum of ${number(rows.length)} rows = ${number(value)} ${measure.en}`,
    ),
  }
}

/** The sum, or nothing when the county keeps no rows of that kind at all. */
export const summedIfAny = (rows: readonly FigureRow[], measure: Text, known: boolean): Computed =>
  known ? summed(rows, measure) : unknown

export const unknown: Computed = {
  value: undefined,
  rows: [],
  formula: say('没有可供计算的数据', 'no rows to compute it from'),
}

/** The towns and townships with one of their amounts. */
export const areaRows = ({ before, evidence }: Sources, value: (area: Area) => number): FigureRow[] =>
  evidence.areas.map((area) => {
    const unit = before.units.get(area.unit)
    return {
      at: `areas:${area.id}`,
      label: say(unit?.name ?? area.unit, unit?.nameEn ?? area.unit),
      value: value(area),
    }
  })
