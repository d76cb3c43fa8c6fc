import type { UnitId } from '../kernel/id.ts'

/** Rows by id, readable; `heldBy` and `linkedTo` find the rows of one unit without scanning. */
export interface ReadTable<Row> extends Iterable<readonly [string, Row]> {
  readonly size: number
  get(id: string): Row | undefined
  has(id: string): boolean
  values(): IterableIterator<Row>
  /** The rows that the unit holds (for units: those it sponsors). */
  heldBy(unit: UnitId): readonly Row[]
  /** The rows with a second tie to the unit (units: its co-located guests; appointments: by person). */
  linkedTo(id: string): readonly Row[]
}

interface Identified {
  readonly id: string
}

type KeyOf<Row> = (row: Row) => string | undefined
const none = () => undefined
const noRows: readonly never[] = []

type Groups<Row> = ReadonlyMap<string, ReadonlyMap<string, Row>>

/**
 * Rows by a key of theirs; built when first asked for. Forks share what was built and keep only the groups that they
 * change themselves, so that a rehearsal does not index the whole county again.
 */
class Index<Row extends Identified> {
  readonly #key: KeyOf<Row>
  #shared: Groups<Row> | undefined
  #own = new Map<string, Map<string, Row>>()

  constructor(key: KeyOf<Row>, shared?: Groups<Row>) {
    this.#key = key
    this.#shared = shared
  }

  find(key: string, rows: ReadonlyMap<string, Row>): readonly Row[] {
    this.#shared ??= this.#built(rows.values())
    const group = this.#own.get(key) ?? this.#shared.get(key)
    return group === undefined ? noRows : [...group.values()]
  }

  replace(was: Row | undefined, row: Row | undefined): void {
    if (this.#shared === undefined) return
    const from = was && this.#key(was)
    const to = row && this.#key(row)
    if (was !== undefined && from !== undefined && from !== to) this.#writable(from).delete(was.id)
    if (row !== undefined && to !== undefined) this.#writable(to).set(row.id, row)
  }

  /** Forgets the whole group of a key at once. */
  clear(key: string): void {
    if (this.#shared !== undefined) this.#own.set(key, new Map())
  }

  /** An index of the same rows; from now on each of the two keeps its own changes. */
  fork(): Index<Row> {
    if (this.#shared !== undefined && this.#own.size > 0) {
      this.#shared = new Map([...this.#shared, ...this.#own])
      this.#own = new Map()
    }
    return new Index(this.#key, this.#shared)
  }

  #writable(key: string): Map<string, Row> {
    const own = this.#own.get(key)
    if (own !== undefined) return own
    const copy = new Map(this.#shared?.get(key))
    this.#own.set(key, copy)
    return copy
  }

  #built(rows: Iterable<Row>): Groups<Row> {
    const all = new Map<string, Map<string, Row>>()
    for (const row of rows) {
      const key = this.#key(row)
      if (key === undefined) continue
      const known = all.get(key)
      if (known === undefined) all.set(key, new Map([[row.id, row]]))
      else known.set(row.id, row)
    }
    return all
  }
}

/**
 * A map with its indexes, copied on the first write after a fork.
 * Only a Draft writes; everyone else sees a {@link ReadTable}.
 */
export class Table<Row extends Identified> implements ReadTable<Row> {
  #rows: Map<string, Row>
  #shared: boolean
  readonly #held: Index<Row>
  readonly #linked: Index<Row>

  /** A table of its own, or, with `from`, a fork of that one and its indexes. */
  constructor(holder: KeyOf<Row>, link: KeyOf<Row> = none, from?: Table<Row>) {
    this.#held = from === undefined ? new Index(holder) : from.#held.fork()
    this.#linked = from === undefined ? new Index(link) : from.#linked.fork()
    this.#rows = from === undefined ? new Map() : from.#rows
    this.#shared = from !== undefined
  }

  get size() {
    return this.#rows.size
  }
  get(id: string) {
    return this.#rows.get(id)
  }
  has(id: string) {
    return this.#rows.has(id)
  }
  values() {
    return this.#rows.values()
  }
  [Symbol.iterator]() {
    return this.#rows[Symbol.iterator]()
  }
  heldBy(unit: UnitId): readonly Row[] {
    return this.#held.find(unit, this.#rows)
  }
  linkedTo(id: string): readonly Row[] {
    return this.#linked.find(id, this.#rows)
  }

  put(row: Row): void {
    const was = this.#rows.get(row.id)
    this.#own().set(row.id, row)
    this.#held.replace(was, row)
    this.#linked.replace(was, row)
  }

  drop(id: string): void {
    const was = this.#rows.get(id)
    if (was === undefined) return
    this.#own().delete(id)
    this.#held.replace(was, undefined)
    this.#linked.replace(was, undefined)
  }

  /** Puts a changed row in the place of each that the unit holds: mergers move whole units. */
  replaceHeld(unit: UnitId, change: (row: Row) => Row): void {
    const rows = this.heldBy(unit)
    if (rows.length === 0) return
    const own = this.#own()
    this.#held.clear(unit)
    for (const was of rows) {
      const row = change(was)
      own.set(row.id, row)
      this.#held.replace(undefined, row)
      this.#linked.replace(was, row)
    }
  }

  /** A table that starts with the same rows; the map is copied only when one of the two writes. */
  fork(): Table<Row> {
    this.#shared = true
    return new Table(none, none, this)
  }

  #own() {
    if (this.#shared) {
      this.#rows = new Map(this.#rows)
      this.#shared = false
    }
    return this.#rows
  }
}
