import type { UnitId } from '../../../kernel/id.ts'
import { say, type Text } from '../../../kernel/text.ts'
import type { FigureRow, Unit } from '../../../ledger/figure.ts'
import { rowOf } from '../../../ledger/rows.ts'
import { termOf } from '../../../reform/refusals.ts'
import type { HeldName, Register } from '../../../register/register.ts'
import { bodyOf } from '../../river/fate.ts'
import { type Change, passagesOf } from '../../river/holdings.ts'
import type { Flow, Stream } from '../../river/types.ts'
import type { Opened } from '../opened.ts'

/** The things that a ribbon is looked through for, in the order in which they are told. */
const tables = [
  'duties',
  'people',
  'sections',
  'premises',
  'budget',
  'archives',
  'seals',
  'contracts',
  'nameplates',
] as const
type Shown = (typeof tables)[number]

const units: Readonly<Partial<Record<Shown, Unit>>> = { duties: 'duties', people: 'people', budget: 'yuan' }

/** One kind of thing that flows, and its rows. */
export interface Content {
  readonly term: Text
  readonly opened: Opened
}

/**
 * What flows in a ribbon: of every kind of thing, the rows that were at its one end and are at the other, and the posts
 * that went along. Kinds of which there is nothing are left out.
 */
export const openedStream = (flow: Flow, stream: Stream, change: Change): readonly Content[] => {
  const ends = endsOf(flow, change)
  const isHere = (from: UnitId | undefined, to: UnitId | undefined) =>
    ends('before', from) === stream.from && ends('after', to) === stream.to
  const label = nameOf(flow, stream)
  const posts = passagesOf('posts', change).filter(({ from, to }) => isHere(from, to))
  const opened = tables.map((table) => {
    const rows = rowsIn(table, change, isHere)
    return contentOf(table, units[table] ?? 'units', label, rows)
  })
  const postRows = posts.map(
    ({ from, to, value }): FigureRow => ({
      at: `quotas:${from ?? to}`,
      label: unitName(change, from ?? to),
      value,
    }),
  )
  const all = [contentOf('quotas', 'posts', label, postRows), ...opened]
  return all.filter(({ opened: { rows } }) => rows.length > 0)
}

const contentOf = (table: HeldName, unit: Unit, label: Text, rows: readonly FigureRow[]): Content => {
  const term = manyOf(table)
  return {
    term,
    opened: {
      id: `stream:${table}`,
      label: say(`${label.zh}：${term.zh}`, `${label.en}: ${term.en}`),
      unit,
      value: rows.reduce((sum, { value }) => sum + value, 0),
      definition: say(
        '方案前在左边单位、方案后在右边单位的各项',
        'What was at the left before the plan and is at the right after it',
      ),
      formula: say(`${rows.length}行合计`, `sum of ${rows.length} rows`),
      rows,
    },
  }
}

/** What the rows of a table are called together. */
const manyOf = (table: HeldName): Text => {
  const words: Partial<Record<HeldName, Text>> = {
    quotas: say('编制', 'Posts'),
    budget: say('经费', 'Money'),
    duties: say('职责', 'Duties'),
    people: say('人员', 'People'),
    sections: say('内设机构', 'Sections'),
    premises: say('用房', 'Rooms'),
    archives: say('档案', 'File series'),
    seals: say('印章', 'Seals'),
    contracts: say('合同', 'Contracts'),
    nameplates: say('牌子', 'Nameplates'),
  }
  return words[table] ?? termOf(table)
}

const rowsIn = (
  table: Shown,
  { before, after }: Change,
  isHere: (from: UnitId | undefined, to: UnitId | undefined) => boolean,
): FigureRow[] => {
  const told = (register: Register, id: string): FigureRow[] => {
    const row = register[table].get(id)
    if (row === undefined) return []
    const amount = 'amountYuan' in row && table === 'budget' ? row.amountYuan : 1
    return [rowOf(table, row as never, amount)]
  }
  const was = [...before[table].values()]
    .filter(({ id, unit }) => isHere(unit, after[table].get(id)?.unit))
    .flatMap(({ id }) => told(before, id))
  const begun = [...after[table].values()]
    .filter(({ id, unit }) => !before[table].has(id) && isHere(undefined, unit))
    .flatMap(({ id }) => told(after, id))
  return [...was, ...begun]
}

/** The bar at which something stands: its unit's body, or the row that gathers what is outside the drawing. */
const endsOf = (flow: Flow, change: Change) => {
  const bars = {
    before: new Set(flow.before.map(({ id }) => id)),
    after: new Set(flow.after.map(({ id }) => id)),
  }
  return (side: 'before' | 'after', unit: UnitId | undefined): string => {
    if (unit === undefined) return side === 'before' ? 'begun' : 'ended'
    const body = bodyOf(change[side], unit)
    return bars[side].has(body) ? body : 'elsewhere'
  }
}

/** “甲 → 乙”. */
export const nameOf = (flow: Flow, { from, to }: Stream): Text => {
  const [a, b] = [flow.before.find(({ id }) => id === from), flow.after.find(({ id }) => id === to)]
  return say(`${a?.name.zh ?? from} → ${b?.name.zh ?? to}`, `${a?.name.en ?? from} → ${b?.name.en ?? to}`)
}

const unitName = ({ before, after }: Change, id: UnitId | undefined): Text => {
  const unit = id === undefined ? undefined : (before.units.get(id) ?? after.units.get(id))
  return say(unit?.name ?? '', unit?.nameEn ?? '')
}
