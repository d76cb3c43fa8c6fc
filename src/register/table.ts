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

/** Ids of rows by a key of theirs; built when first asked for, then kept up to date. */
class Index<Row extends Identified> {
  readonly #key: KeyOf<Row>
  #ids: Map<string, Set<string>> | undefined

  constructor(key: KeyOf<Row>) {
    this.#key = key
  }

  find(key: string, rows: ReadonlyMap<string, Row>): Row[] {
    if (this.#ids === undefined) {
      this.#ids = new Map()
      for (const row of rows.values()) this.#add(this.#ids, row)
    }
    const ids = this.#ids.get(key)
    return ids === undefined ? [] : Array.from(ids, (id) => rows.get(id) as Row)
  }

  replace(was: Row | undefined, row: Row | undefined): void {
    if (this.#ids === undefined) return
    const from = was && this.#key(was)
    if (row !== undefined && was !== undefined && from === this.#key(row)) return
    if (from !== undefined && was !== undefined) this.#ids.get(from)?.delete(was.id)
    if (row !== undefined) this.#add(this.#ids, row)
  }

  #add(ids: Map<string, Set<string>>, row: Row) {
    const key = this.#key(row)
    if (key === undefined) return
    const known = ids.get(key)
    if (known === undefined) ids.set(key, new Set([row.id]))
    else known.add(row.id)
  }
}

/**
 * A map with its indexes, copied on the first write after a fork.
 * Only a Draft writes; everyone else sees a {@link ReadTable}.
 */
export class Table<Row extends Identified> implements ReadTable<Row> {
  #rows: Map<string, Row>
  #shared: boolean
  readonly #holder: KeyOf<Row>
  readonly #link: KeyOf<Row>
  readonly #held: Index<Row>
  readonly #linked: Index<Row>

  constructor(holder: KeyOf<Row>, link: KeyOf<Row> = () => undefined, rows?: Map<string, Row>) {
    this.#holder = holder
    this.#link = link
    this.#held = new Index(holder)
    this.#linked = new Index(link)
    this.#rows = rows ?? new Map()
    this.#shared = rows !== undefined
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

  /** A table that starts with the same rows; the map is copied only when one of the two writes. */
  fork(): Table<Row> {
    this.#shared = true
    return new Table(this.#holder, this.#link, this.#rows)
  }

  #own() {
    if (this.#shared) {
      this.#rows = new Map(this.#rows)
      this.#shared = false
    }
    return this.#rows
  }
}
