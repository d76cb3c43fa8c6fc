import type { UnitId } from '../kernel/id.ts'
import { type HeldName, heldNames, type Register } from '../register/register.ts'
import type { ReadTable } from '../register/table.ts'
import type { Move } from './operation.ts'

/** What should be where after a plan, folded from the declared moves alone. */

export type AmountTable = 'quotas' | 'leadership'
export type ThingTable = Exclude<HeldName, AmountTable>
export const thingTables = heldNames.filter(
  (name): name is ThingTable => name !== 'quotas' && name !== 'leadership',
)

/** Who should hold each thing of one table. */
export interface ExpectedThings {
  /** The unit that should hold it: where the moves took it, else `was`; undefined for what has ended or never was. */
  holderOf(id: string, was: UnitId | undefined): UnitId | undefined
  readonly ended: ReadonlySet<string>
  readonly begun: ReadonlySet<string>
}

/** Where everything must be after the moves. */
export interface Expectations {
  readonly things: Readonly<Record<ThingTable, ExpectedThings>>
  /** Posts by `unit/kind`. */
  readonly posts: Readonly<Record<AmountTable, ReadonlyMap<string, number>>>
  /** Posts cut (negative) and added (positive) on the authority of a line. */
  readonly authorised: Readonly<Record<AmountTable, number>>
  /** `unit/kind` of which, at some step, more posts went than there were. */
  readonly overdrawn: Readonly<Record<AmountTable, ReadonlySet<string>>>
}

/** Folds the declared moves over the register before. */
export const expectationOf = (before: Register, moves: readonly Move[]): Expectations => {
  const things = eachThing((table) => new Holders(before, table))
  const posts = { quotas: new Amounts(before, 'quotas'), leadership: new Amounts(before, 'leadership') }
  for (const move of moves) {
    if (move.kind === 'all') {
      for (const table of move.tables)
        (isAmount(table) ? posts[table] : things[table]).moveAll(move.from, move.to)
    } else if (move.kind === 'posts') {
      posts[move.table].add(move.from, move.key, -move.count)
      posts[move.table].add(move.to, move.key, move.count)
    } else if (move.kind === 'set') posts[move.table].set(move.unit, move.key, move.count)
    else if (!isAmount(move.table)) {
      const holders = things[move.table]
      for (const id of move.ids) {
        if (move.kind === 'rows') holders.move(id, move.to)
        else if (move.kind === 'end') holders.end(id)
        else holders.begin(id, move.at)
      }
    }
  }
  return {
    things,
    posts: { quotas: posts.quotas.all(), leadership: posts.leadership.all() },
    authorised: { quotas: posts.quotas.authorised, leadership: posts.leadership.authorised },
    overdrawn: { quotas: posts.quotas.overdrawn, leadership: posts.leadership.overdrawn },
  }
}

export const isAmount = (table: HeldName): table is AmountTable =>
  table === 'quotas' || table === 'leadership'

const eachThing = <Value>(of: (table: ThingTable) => Value) =>
  Object.fromEntries(thingTables.map((table) => [table, of(table)])) as Record<ThingTable, Value>

/** Keeps only what the moves change: whatever they do not speak of stays with its holder of before. */
class Holders implements ExpectedThings {
  readonly ended = new Set<string>()
  readonly begun = new Set<string>()
  readonly #before: ReadTable<{ readonly unit: UnitId; readonly id: string }>
  readonly #holder = new Map<string, UnitId>()
  /** Ids that have come to a unit; some may have gone on. */
  readonly #arrived = new Map<UnitId, string[]>()

  constructor(before: Register, table: ThingTable) {
    this.#before = before[table]
  }
  holderOf(id: string, was: UnitId | undefined): UnitId | undefined {
    return this.ended.size > 0 && this.ended.has(id) ? undefined : (this.#holder.get(id) ?? was)
  }
  move(id: string, to: UnitId) {
    if (this.holderOf(id, this.#before.get(id)?.unit) !== undefined) this.#put(id, to)
  }
  moveAll(from: UnitId, to: UnitId) {
    const arrived = this.#arrived.get(from) ?? []
    this.#arrived.delete(from)
    for (const { id } of this.#before.heldBy(from)) if (this.holderOf(id, from) === from) this.#put(id, to)
    for (const id of arrived) if (this.holderOf(id, undefined) === from) this.#put(id, to)
  }
  end(id: string) {
    this.ended.add(id)
  }
  begin(id: string, at: UnitId) {
    this.begun.add(id)
    this.ended.delete(id)
    this.#put(id, at)
  }
  #put(id: string, unit: UnitId) {
    this.#holder.set(id, unit)
    const arrived = this.#arrived.get(unit)
    if (arrived === undefined) this.#arrived.set(unit, [id])
    else arrived.push(id)
  }
}

/** How many posts of each kind each unit should have, kept so that a whole unit's posts move at once. */
class Amounts {
  /** Posts cut (negative) and added (positive) on the authority of a line. */
  authorised = 0
  readonly overdrawn = new Set<string>()
  readonly #units = new Map<string, Map<string, number>>()

  constructor(before: Register, table: AmountTable) {
    for (const row of before[table].values())
      this.set(row.unit, 'kind' in row ? row.kind : row.level, row.posts)
    this.authorised = 0
  }
  add(unit: UnitId, key: string, count: number) {
    const amounts = this.#of(unit)
    const now = (amounts.get(key) ?? 0) + count
    amounts.set(key, now)
    if (now < 0) this.overdrawn.add(`${unit}/${key}`)
  }
  set(unit: UnitId, key: string, count: number) {
    const amounts = this.#of(unit)
    this.authorised += count - (amounts.get(key) ?? 0)
    amounts.set(key, count)
  }
  moveAll(from: UnitId, to: UnitId) {
    const amounts = this.#units.get(from)
    if (amounts === undefined) return
    this.#units.delete(from)
    for (const [key, count] of amounts) this.add(to, key, count)
  }
  /** By `unit/kind`, as the register's own ids. */
  all(): Map<string, number> {
    const all = new Map<string, number>()
    for (const [unit, amounts] of this.#units)
      for (const [key, count] of amounts) all.set(`${unit}/${key}`, count)
    return all
  }
  #of(unit: string) {
    const known = this.#units.get(unit)
    if (known !== undefined) return known
    const amounts = new Map<string, number>()
    this.#units.set(unit, amounts)
    return amounts
  }
}
