import { number, say, type Text } from '../../../kernel/text.ts'
import type { Unit } from '../../../ledger/figure.ts'
import type { CounterExample } from '../../../reform/conservation.ts'
import type { HeldName } from '../../../register/register.ts'
import type { Opened, OpenedRow } from '../opened.ts'
import type { Passages } from './things.ts'

/** The columns of the matrix, in the order in which they add up: before + out + in + ended + begun = after. */
export const columns = ['before', 'out', 'in', 'ended', 'begun', 'after', 'unplaced'] as const
export type Column = (typeof columns)[number]

/** What a row of the matrix counts. */
export interface RowHead {
  readonly id: string
  readonly table: HeldName
  readonly label: Text
  readonly measure: Text
  readonly unit: Unit
}

/** How much of a measure is not where it must be; by itself each thing counts as one. */
export type AmountOf = (example: CounterExample) => number

/** The numbers of a row, each with the rows that it is the sum of. */
export const cellsOf = (
  row: RowHead,
  passages: Passages,
  examples: readonly CounterExample[],
  amountOf?: AmountOf,
) => {
  const rows: Readonly<Record<Column, readonly OpenedRow[]>> = {
    ...passages,
    unplaced: examples.map((example) => ({
      at: example.finding.at,
      label: example.finding.message,
      value: amountOf?.(example) ?? 1,
    })),
  }
  const things = { ...row, unit: 'units' as const, measure: say('项', 'things') }
  const cells = columns.map((column): [Column, Opened] => [
    column,
    cellOf(column === 'unplaced' && amountOf === undefined ? things : row, column, rows[column]),
  ])
  return Object.fromEntries(cells) as Record<Column, Opened>
}

const cellOf = (
  { id, label, measure, unit }: RowHead,
  column: Column,
  rows: readonly OpenedRow[],
): Opened => {
  const value = rows.reduce((sum, row) => sum + row.value, 0)
  const [name, definition] = columnTexts[column]
  return {
    id: `${id}.${column}`,
    label: say(`${label.zh}：${name.zh}`, `${label.en}: ${name.en}`),
    unit,
    measure,
    value,
    definition,
    formula: say(
      `${number(rows.length)} 行合计 = ${number(value)}`,
      `sum of ${number(rows.length)} rows = ${number(value)}`,
    ),
    rows,
  }
}

/** What each column is called and what it counts. */
export const columnTexts: Readonly<Record<Column, readonly [name: Text, definition: Text]>> = {
  before: [
    say('改革前', 'before'),
    say('改革前台账中的全部', 'All there is in the register before the plan'),
  ],
  out: [
    say('划出', 'out'),
    say(
      '改革后由另一单位持有的，记在原单位',
      'Held by another unit after the plan: taken from the one before',
    ),
  ],
  in: [
    say('划入', 'in'),
    say('改革后由另一单位持有的，记在新单位', 'Held by another unit after the plan: given to the one after'),
  ],
  ended: [
    say('依规终止', 'ended by rule'),
    say('方案条目明文终止、核减的', 'Ended or cut by a line of the plan that says so'),
  ],
  begun: [
    say('依规新增', 'begun by rule'),
    say('方案条目明文新增的', 'Begun or added by a line of the plan that says so'),
  ],
  after: [say('改革后', 'after'), say('改革后台账中的全部', 'All there is in the register after the plan')],
  unplaced: [
    say('未落实', 'unplaced'),
    say(
      '改革后台账与方案写明的去向不一致的，逐项列名',
      'Not where the plan says it must be after it; each by its name',
    ),
  ],
}
