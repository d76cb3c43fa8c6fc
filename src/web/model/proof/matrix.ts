import { number, say, type Text } from '../../../kernel/text.ts'
import type { Unit } from '../../../ledger/figure.ts'
import type { Balance, CounterExample } from '../../../reform/conservation.ts'
import { type Expectations, expectationOf, isAmount } from '../../../reform/expectations.ts'
import { measureOf } from '../../../reform/refusals.ts'
import { type PostKind, postKinds } from '../../../register/quota.ts'
import type { HeldName } from '../../../register/register.ts'
import type { Opened, OpenedRow } from '../opened.ts'
import { kindText, passagesOfPosts } from './posts.ts'
import { type Passages, type Proof, passagesOfThings, type ThingRow } from './things.ts'

/** The columns of the matrix, in the order in which they add up: before + out + in + ended + begun = after. */
export const columns = ['before', 'out', 'in', 'ended', 'begun', 'after', 'unplaced'] as const
export type Column = (typeof columns)[number]

/** One conserved thing, or a measure of one (`isPart`): its numbers, each with its rows. */
export interface MatrixRow {
  readonly id: string
  readonly table: HeldName
  readonly label: Text
  readonly measure: Text
  /** A kind of it, or something else counted of it: area, yuan, volumes. */
  readonly isPart: boolean
  readonly cells: Readonly<Record<Column, Opened>>
  readonly isKept: boolean
  /** What is not where the plan says it must be, with its finding; none in a part. */
  readonly examples: readonly CounterExample[]
}

/** 守恒对照表: every conserved table in the order of the register, with its kinds and measures below it. */
export const matrixOf = (proof: Proof): MatrixRow[] => {
  const expected = expectationOf(proof.before, proof.moves)
  return proof.conservation.balances
    .filter(({ before, after, begun, unplaced }) => before + after + begun + unplaced > 0)
    .flatMap((balance) => [wholeRow(balance, proof, expected), ...partRows(balance.table, proof, expected)])
}

const wholeRow = ({ table, term }: Balance, proof: Proof, expected: Expectations): MatrixRow => {
  const examples = proof.conservation.counterExamples.filter((each) => each.table === table)
  const passages = isAmount(table) ? passagesOfPosts(table, proof) : passagesOfThings(table, proof, expected)
  const measure = isAmount(table) ? posts : measureOf(table)
  const row = {
    id: table,
    table,
    label: say(term.zh, headed(isAmount(table) ? amountNames[table] : measure.en)),
    measure,
    unit: 'units' as const,
  }
  return {
    ...row,
    isPart: false,
    cells: cellsOf(row, passages, examples),
    isKept: examples.length === 0,
    examples,
  }
}

const posts = say('名', 'posts')
const amountNames = { quotas: 'posts', leadership: 'leading posts' } as const
/** With a capital, as it stands at the head of a row or column. */
export const headed = (words: string): string => words.replace(/^./, (first) => first.toUpperCase())

interface Measure {
  readonly id: string
  readonly label: Text
  readonly measure: Text
  readonly unit: Unit
  readonly weigh: (row: ThingRow) => number
}

const money = { measure: say('元', '¥'), unit: 'yuan' } as const
/** What else is counted of a table’s things: it is conserved with them, because no row may change it. */
const measures: Partial<Record<HeldName, Measure>> = {
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

const partRows = (table: HeldName, proof: Proof, expected: Expectations): MatrixRow[] => {
  const examples = proof.conservation.counterExamples.filter((each) => each.table === table)
  const part = (row: RowHead, passages: Passages, own: readonly CounterExample[]): MatrixRow => ({
    ...row,
    isPart: true,
    cells: cellsOf(row, passages, own),
    isKept: own.length === 0,
    examples: [],
  })
  if (table === 'quotas')
    return (Object.keys(postKinds) as PostKind[]).flatMap((kind) => {
      const passages = passagesOfPosts('quotas', proof, kind)
      if (passages.before.length + passages.after.length === 0) return []
      const row = {
        id: `quotas.${kind}`,
        table,
        label: kindText('quotas', kind),
        measure: posts,
        unit: 'units',
      } as const
      return [
        part(
          row,
          passages,
          examples.filter(({ id }) => id.endsWith(`/${kind}`)),
        ),
      ]
    })
  const measure = measures[table]
  if (measure === undefined || isAmount(table)) return []
  const { weigh, ...head } = measure
  const row = { ...head, id: `${table}.${head.id}`, table }
  return [part(row, passagesOfThings(table, proof, expected, weigh), examples)]
}

interface RowHead {
  readonly id: string
  readonly table: HeldName
  readonly label: Text
  readonly measure: Text
  readonly unit: Unit
}

const cellsOf = (row: RowHead, passages: Passages, examples: readonly CounterExample[]) => {
  const rows: Readonly<Record<Column, readonly OpenedRow[]>> = {
    ...passages,
    unplaced: examples.map(({ finding }) => ({ at: finding.at, label: finding.message, value: 1 })),
  }
  const cells = columns.map((column): [Column, Opened] => [column, cellOf(row, column, rows[column])])
  return Object.fromEntries(cells) as Record<Column, Opened>
}

const cellOf = (
  { id, label, measure, unit }: RowHead,
  column: Column,
  rows: readonly OpenedRow[],
): Opened => {
  const value = rows.reduce((sum, row) => sum + row.value, 0)
  const [name, definition] = columnTexts[column]
  const isCount = column === 'unplaced'
  return {
    id: `${id}.${column}`,
    label: say(`${label.zh}：${name.zh}`, `${label.en}: ${name.en}`),
    unit: isCount ? 'units' : unit,
    measure: isCount ? say('项', 'things') : measure,
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
