import type { County } from './county.ts'
import type { Step } from './plan.ts'
import { type About, type Problem, problem } from './problem.ts'
import { type Amounts, amounts, amountTables, mayEnd, type Things, things, thingTables } from './words.ts'

/** A unit as far as holdings depend on it. `host`: whose staff body it shares. */
interface Unit {
  readonly isOpen: boolean
  readonly successors: readonly string[]
  readonly host?: string | undefined
  readonly isEnterprise: boolean
}

/** A number of posts or yuan as a field gives it; undefined when it is none. */
const whole = (value: unknown): number | undefined =>
  typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 ? value : undefined
const inCell = (cell: string | undefined): number | undefined =>
  cell !== undefined && /^\d{1,15}$/.test(cell) ? Number(cell) : undefined

const emptyTables = <Value>(of: () => Value) =>
  Object.fromEntries(thingTables.map((table) => [table, of()])) as Record<Things, Value>

/**
 * Who holds what, in plain maps. Each method is one thing that can happen to holdings; what cannot happen is
 * recorded against the current step and left undone, and everything else goes on, so that all problems come to light.
 */
export class World {
  readonly units = new Map<string, Unit>()
  readonly holders = emptyTables(() => new Map<string, string>())
  readonly ended = emptyTables(() => new Set<string>())
  /** unit → kind or level → posts. */
  readonly posts: Readonly<Record<Amounts, Map<string, Map<string, number>>>> = {
    quotas: new Map(),
    leadership: new Map(),
  }
  /** Posts that lines cut or add, by `table kind`. */
  readonly authorised = new Map<string, number>()
  readonly officeOf = new Map<string, string>()
  readonly surrendered = new Set<string>()
  readonly budget = new Map<string, { item: string; amount: number }>()
  readonly problems: Problem[] = []
  step: Step | undefined

  constructor({ rows }: County) {
    for (const { id = '', closedOn = '', coLocatedWith, kind } of rows.units ?? [])
      this.units.set(id, {
        isOpen: closedOn === '',
        successors: [],
        host: coLocatedWith || undefined,
        isEnterprise: kind === 'enterprise',
      })
    for (const table of thingTables)
      for (const { id = '', unit = '' } of rows[table] ?? []) {
        this.holders[table].set(id, unit)
        if (!this.isOpen(unit)) this.unreadable(table, id, 'unit')
      }
    for (const { id = '', person = '' } of rows.appointments ?? []) {
      this.officeOf.set(id, person)
      if (!this.holders.people.has(person)) this.unreadable('appointments', id, 'person')
    }
    for (const { id = '', state } of rows.seals ?? []) if (state === 'surrendered') this.surrendered.add(id)
    for (const { id = '', item = '', amountYuan } of rows.budget ?? [])
      this.budget.set(id, { item, amount: inCell(amountYuan) ?? this.unreadable('budget', id, 'amountYuan') })
    for (const table of amountTables) for (const row of rows[table] ?? []) this.readPosts(table, row)
  }

  private readPosts(table: Amounts, row: Readonly<Record<string, string>>): void {
    const { id = '', unit = '' } = row
    const key = row[amounts[table].key] ?? ''
    if (id !== `${unit}/${key}` || !this.isKey(table, key)) this.unreadable(table, id, amounts[table].key)
    if (!this.isOpen(unit)) this.unreadable(table, id, 'unit')
    this.put(table, unit, key, inCell(row.posts) ?? this.unreadable(table, id, 'posts'))
  }

  private unreadable(table: string, id: string, column: string): number {
    const zh = `${table}.csv “${id}”的 ${column} 有误`
    this.problems.push(problem('V04', zh, `${column} of “${id}” in ${table}.csv is wrong`, { table, id }))
    return 0
  }

  /** Records that the current step cannot be carried out as written. */
  refuse(zh: string, en: string, about: About = {}): void {
    const { number = 0, row = 0, operation = '' } = this.step ?? {}
    const [inChinese, inEnglish] = [
      `第${number}行（文件第${row}行，${operation}）：${zh}`,
      `Line ${number} (row ${row} of the file, ${operation}): ${en}`,
    ]
    this.problems.push(problem('V08', inChinese, inEnglish, about))
  }

  isOpen(unit: string): boolean {
    return this.units.get(unit)?.isOpen === true
  }
  mustBeOpen(unit: string): boolean {
    if (this.isOpen(unit)) return true
    const [zh, en] = this.units.has(unit) ? ['已撤销', 'is closed'] : ['不存在', 'does not exist']
    this.refuse(`单位“${unit}”${zh}`, `the unit “${unit}” ${en}`, { table: 'units', id: unit })
    return false
  }
  mustExist(table: Things, id: string): boolean {
    if (this.holders[table].has(id)) return true
    const [zh, en] = things[table]
    this.refuse(`没有${zh}“${id}”`, `there is no ${en} “${id}”`, { table, id })
    return false
  }
  private taken(table: Things | 'units', id: string): void {
    this.refuse(`标识“${id}”已用过`, `the id “${id}” is taken`, { table, id })
  }

  open(unit: string, isEnterprise: boolean): void {
    if (this.units.has(unit)) this.taken('units', unit)
    else this.units.set(unit, { isOpen: true, successors: [], isEnterprise })
  }
  /** Closes a unit; the guests it hosted go on with the first of its successors. */
  close(id: string, successors: readonly string[]): void {
    const unit = this.units.get(id)
    if (unit?.isOpen !== true) return
    this.units.set(id, { ...unit, isOpen: false, successors: [...new Set(successors)], host: undefined })
    for (const [guest, facts] of this.guestsOf(id))
      this.units.set(guest, { ...facts, host: successors[0] === guest ? undefined : successors[0] })
  }
  change(id: string, facts: Partial<Unit>): void {
    const unit = this.units.get(id)
    if (unit !== undefined) this.units.set(id, { ...unit, ...facts })
  }
  guestsOf(host: string): [string, Unit][] {
    return [...this.units].filter(([, unit]) => unit.isOpen && unit.host === host)
  }

  /** A new thing. An id is never used again: what ended would otherwise seem to have moved. */
  begin(table: Things, id: string, unit: string): void {
    if (this.holders[table].has(id) || this.ended[table].has(id)) this.taken(table, id)
    else if (this.mustBeOpen(unit)) this.holders[table].set(id, unit)
  }
  end(table: Things, id: string): void {
    if (!this.mustExist(table, id)) return
    if (mayEnd[table] === this.step?.operation) {
      this.holders[table].delete(id)
      this.ended[table].add(id)
    } else
      this.refuse(`${things[table][0]}不得由此终止`, `this may not end a ${things[table][1]}`, { table, id })
  }
  move(table: Things, id: string, to: string, from?: string): void {
    if (!this.mustExist(table, id)) return
    const holder = this.holders[table].get(id)
    if (from !== undefined && holder !== from)
      this.refuse(
        `${things[table][0]}“${id}”在“${holder}”，不在“${from}”`,
        `the ${things[table][1]} “${id}” is with “${holder}”, not with “${from}”`,
        { table, id },
      )
    else if (this.isOpen(to)) this.holders[table].set(id, to)
  }
  /** Everything in the tables goes from one unit to the other; posts add up. */
  moveAll(
    from: string,
    to: string,
    tables: readonly (Things | Amounts)[] = [...thingTables, ...amountTables],
  ): void {
    if (!this.isOpen(from) || !this.isOpen(to)) return
    for (const table of tables)
      if (table === 'quotas' || table === 'leadership')
        for (const [key, count] of this.posts[table].get(from) ?? [])
          this.movePosts(table, [from, to], key, count)
      else for (const id of this.heldBy(table, from)) this.holders[table].set(id, to)
  }
  heldBy(table: Things, unit: string): string[] {
    const ids: string[] = []
    for (const [id, holder] of this.holders[table]) if (holder === unit) ids.push(id)
    return ids
  }

  count(table: Amounts, unit: string, key: string): number {
    return this.posts[table].get(unit)?.get(key) ?? 0
  }
  private isKey(table: Amounts, key: string): boolean {
    return (amounts[table].words as readonly string[]).includes(key)
  }
  movePosts(table: Amounts, [from, to]: readonly [string, string], key: string, posts: unknown): void {
    const count = whole(posts)
    if (count === undefined || !this.isKey(table, key)) {
      this.notPosts(key, posts)
      return
    }
    const has = this.count(table, from, key)
    if (has < count)
      this.refuse(
        `“${from}/${key}”只有${has}名，不能划出${count}名`,
        `“${from}/${key}” has ${has}, so ${count} cannot go`,
        { table, id: `${from}/${key}` },
      )
    else if (this.isOpen(to)) {
      this.put(table, from, key, has - count)
      this.put(table, to, key, this.count(table, to, key) + count)
    }
  }
  /** Sets the posts of one kind on the authority of a line. */
  setPosts(table: Amounts, unit: string, key: string, posts: unknown): void {
    const count = whole(posts)
    if (count === undefined || !this.isKey(table, key)) {
      this.notPosts(key, posts)
      return
    }
    if (!this.mustBeOpen(unit)) return
    const change = count - this.count(table, unit, key)
    this.authorised.set(`${table} ${key}`, (this.authorised.get(`${table} ${key}`) ?? 0) + change)
    this.put(table, unit, key, count)
  }
  private notPosts(key: string, posts: unknown): void {
    this.refuse(`“${key}: ${String(posts)}”不是编制数`, `“${key}: ${String(posts)}” is not a number of posts`)
  }
  private put(table: Amounts, unit: string, key: string, count: number): void {
    const held = this.posts[table].get(unit) ?? new Map<string, number>()
    this.posts[table].set(unit, held.set(key, count))
  }
}
