import type { UnitId } from '../../../kernel/id.ts'
import { say, type Text } from '../../../kernel/text.ts'
import type { Expectations, ThingTable } from '../../../reform/expectations.ts'
import type { Rehearsal } from '../../../reform/rehearse.ts'
import type { offices } from '../../../register/person.ts'
import { shortNameOf } from '../../../register/queries.ts'
import type { Register, Rows } from '../../../register/register.ts'
import type { ReadTable } from '../../../register/table.ts'
import type { OpenedRow } from '../opened.ts'

/** What a proof is shown from: the two registers, the declared moves, and what came of comparing them. */
export type Proof = Pick<Rehearsal, 'before' | 'after' | 'moves' | 'conservation'>

/** The rows behind the numbers of one conserved thing; `out` and `ended` are negative, so that all of them add up. */
export interface Passages {
  readonly before: readonly OpenedRow[]
  readonly out: readonly OpenedRow[]
  readonly in: readonly OpenedRow[]
  readonly ended: readonly OpenedRow[]
  readonly begun: readonly OpenedRow[]
  readonly after: readonly OpenedRow[]
}

export type ThingRow = Rows[ThingTable]
type Weigh = (row: ThingRow) => number

/**
 * Where each thing of a table was, where the declared moves take it, and where the register after has it. A moved one is
 * in `out` and in `in`; one that ended or began is neither. `weigh` counts something of it (area, yuan); by itself 1.
 */
export const passagesOfThings = (
  table: ThingTable,
  proof: Proof,
  expected: Expectations,
  weigh: Weigh = () => 1,
): Passages => {
  const { before, after } = proof
  const things = expected.things[table]
  const [was, is] = [before[table], after[table]] as [ReadTable<ThingRow>, ReadTable<ThingRow>]
  const named = namer(proof)
  const moved = [...was.values()].flatMap((row) => {
    const to = things.holderOf(row.id, row.unit)
    return to === undefined || to === row.unit ? [] : [{ row, to }]
  })
  const lines = (rows: Iterable<ThingRow>, sign: 1 | -1, side: 'from' | 'to') =>
    Array.from(rows, (row) => named(table, row, { value: sign * weigh(row), [side]: row.unit }))
  const begun = [...things.begun].flatMap((id) => {
    const row = is.get(id)
    return row === undefined || was.has(id) || things.ended.has(id) ? [] : [row]
  })
  const move = (sign: 1 | -1) =>
    moved.map(({ row, to }) => named(table, row, { value: sign * weigh(row), from: row.unit, to }))
  return {
    before: lines(was.values(), 1, 'from'),
    out: move(-1),
    in: move(1),
    ended: lines(
      [...things.ended].flatMap((id) => was.get(id) ?? []),
      -1,
      'from',
    ),
    begun: lines(begun, 1, 'to'),
    after: lines(is.values(), 1, 'to'),
  }
}

/** Value and holders of a row that is about to be named. */
export interface Held {
  readonly value: number
  readonly from?: UnitId | undefined
  readonly to?: UnitId | undefined
}

/** Names rows for a reader; the names of units are looked up once each. */
export const namer = ({ before, after }: Pick<Proof, 'before' | 'after'>) => {
  const names = new Map<UnitId, Text>()
  const nameOf = (id: UnitId): Text => {
    const name = names.get(id) ?? shortNameOf(after.units.has(id) ? after : before, id)
    names.set(id, name)
    return name
  }
  return (table: ThingTable, row: ThingRow, { value, from, to }: Held): OpenedRow => ({
    at: `${table}:${row.id}`,
    label: thingLabel(row, before),
    value,
    from: from && nameOf(from),
    to: to && nameOf(to),
  })
}

/** What a single thing is called; one without a name of its own is called by its id. */
const thingLabel = (row: ThingRow, register: Register): Text => {
  if ('building' in row) return say(`${row.building}${row.room}`, `${row.building} ${row.room}`)
  if ('office' in row) return say(`${row.title}（${row.person}）`, `${officesEn[row.office]} (${row.person})`)
  if ('born' in row) return say(row.id, row.id)
  if ('item' in row) {
    const unit = shortNameOf(register, row.unit)
    return say(row.name, `${itemsEn[row.item]}, ${unit.en}`)
  }
  return say(row.name, 'nameEn' in row ? row.nameEn : row.name)
}

const officesEn: Readonly<Record<keyof typeof offices, string>> = {
  chief: 'Chief',
  executiveDeputy: 'Executive deputy',
  deputy: 'Deputy',
  sectionHead: 'Head of section',
}
const itemsEn = {
  operatingFixed: 'Running cost, fixed',
  operatingPerHead: 'Running cost, per head',
  staff: 'Staff cost',
} as const
