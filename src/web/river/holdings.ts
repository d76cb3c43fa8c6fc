import type { UnitId } from '../../kernel/id.ts'
import type { Move } from '../../reform/operation.ts'
import type { Register } from '../../register/register.ts'
import { postOrigins } from './post-origins.ts'
import type { Measure } from './types.ts'

/** So much was with one unit and is with another; without `from` it began, without `to` it ended. */
export interface Passage {
  readonly from: UnitId | undefined
  readonly to: UnitId | undefined
  readonly value: number
}

/** Two registers and the moves between them. */
export interface Change {
  readonly before: Register
  readonly after: Register
  readonly moves: readonly Move[]
}

/** Where everything of a measure was and is, summed by pair of units. Nothing is left out: both sides add up. */
export const passagesOf = (measure: Measure, change: Change): Passage[] => {
  if (measure === 'posts') return postOrigins(change)
  const { before, after } = change
  const tally = new Tally()
  if (measure === 'money')
    amounts(
      before.budget,
      after.budget,
      (line) => line.amountYuan,
      (from, to, value) => tally.add(from, to, value),
    )
  else
    amounts(
      before[measure] as Keyed,
      after[measure] as Keyed,
      () => 1,
      (from, to, value) => tally.add(from, to, value),
    )
  return tally.passages()
}

interface Held {
  readonly unit: UnitId
}
interface Keyed<Row extends Held = Held> extends Iterable<readonly [string, Row]> {
  get(id: string): Row | undefined
  has(id: string): boolean
}

/** A row whose amount fell passes on the rest and ends the difference; one that grew begins the difference. */
const amounts = <Row extends Held>(
  before: Keyed<Row>,
  after: Keyed<Row>,
  amountOf: (row: Row) => number,
  pass: (from: UnitId | undefined, to: UnitId | undefined, value: number) => void,
) => {
  for (const [id, was] of before) {
    const is = after.get(id)
    if (is === undefined) pass(was.unit, undefined, amountOf(was))
    else {
      const [from, to] = [amountOf(was), amountOf(is)]
      pass(was.unit, is.unit, Math.min(from, to))
      if (from > to) pass(was.unit, undefined, from - to)
      if (to > from) pass(undefined, is.unit, to - from)
    }
  }
  for (const [id, is] of after) if (!before.has(id)) pass(undefined, is.unit, amountOf(is))
}

/** Sums by pair, in the order in which pairs are first met. */
export class Tally {
  readonly #pairs = new Map<string, { from: UnitId | undefined; to: UnitId | undefined; value: number }>()

  add(from: UnitId | undefined, to: UnitId | undefined, value: number): void {
    if (value === 0) return
    const key = `${from ?? ''}\n${to ?? ''}`
    const known = this.#pairs.get(key)
    if (known === undefined) this.#pairs.set(key, { from, to, value })
    else known.value += value
  }

  passages(): Passage[] {
    return [...this.#pairs.values()]
  }
}
