import { type UnitId, unitId } from '../../kernel/id.ts'
import { type Attributes, type ForeignUnit, isReference, nameOfUnit, shortOf } from './case.ts'
import { isSameJson } from './exact-json.ts'

/** One duty of a foreign unit. Two units may list the same text, so the row has an identity of its own. */
export interface DutyRow {
  readonly id: string
  readonly text: string
}

/** A unit as the translation knows it: a permanent identity under a code that may change. */
export interface Member {
  readonly id: UnitId
  code: string
  name: string
  attributes: Attributes
  /** Undefined while the unit has never listed nor received any duty. */
  duties: readonly DutyRow[] | undefined
  /** Numbers of the operations that made it, that last touched it and that ended it. */
  madeBy: number | undefined
  touchedBy: number | undefined
  /** The number of the operation that gave it its present attributes. */
  saidBy: number | undefined
  endedBy: number | undefined
}

/** Holds what leaves the register and what has yet to enter it, so that even then nothing simply vanishes. */
export const outsideId = unitId('outside-the-register')

const wellFormed = /^[\p{L}\p{N}][\p{L}\p{N}_.:/@#+-]{0,110}$/u

/** Gives permanent ids: the foreign text itself when it may be one and is free, else a variant that is. */
class Ids {
  readonly #taken = new Set<string>([outsideId])
  readonly #next = new Map<string, number>()

  mint(text: string): string {
    const stem = wellFormed.test(text) ? text : 'unit'
    let id = stem
    let next = this.#next.get(stem) ?? 2
    for (; this.#taken.has(id); next += 1) id = `${stem}@${next}`
    this.#next.set(stem, next)
    this.#taken.add(id)
    return id
  }
}

/**
 * Who lives under which code (名册). Usually a code has one holder; while operations of one day are written out of
 * order it may have two, and then the one that has held it longer is meant.
 */
export class Roll {
  readonly outside: Member
  readonly #units = new Ids()
  readonly #duties = new Ids()
  readonly #living = new Map<string, Member[]>()
  readonly #ended = new Map<string, Member>()
  readonly #bearers = new Map<string, Member>()
  readonly #named = new Map<string, Set<Member>>()
  readonly #short = new Map<string, Set<Member>>()
  /** Codes that a refused operation should have given, with its number. */
  readonly missing = new Map<string, number>()
  /** Duties that the operations bring in from outside. */
  readonly entering: DutyRow[] = []

  constructor(units: readonly ForeignUnit[]) {
    this.outside = this.mint({ code: '', attributes: {}, duties: [], index: 0 }, undefined, outsideId)
    for (const unit of units) {
      const member = this.mint(unit, undefined)
      if (unit.duties !== undefined)
        this.give(
          member,
          unit.duties.map((text) => this.duty(text)),
        )
      this.settle(member)
    }
  }

  /** A new identity, not yet living under its code. */
  mint(unit: ForeignUnit, madeBy: number | undefined, id = unitId(this.#units.mint(unit.code))): Member {
    const { code, attributes } = unit
    const name = nameOfUnit(unit)
    return {
      id,
      code,
      name,
      attributes,
      duties: undefined,
      madeBy,
      touchedBy: madeBy,
      saidBy: madeBy,
      endedBy: undefined,
    }
  }

  /** What an act needs besides the parties: the world outside, and ids for bodies of the moment. */
  surroundings() {
    return { outside: this.outside, passing: () => unitId(this.#units.mint('reorganisation')) }
  }

  duty(text: string): DutyRow {
    return { id: this.#duties.mint(text), text }
  }

  holder(code: string): Member | undefined {
    return this.#living.get(code)?.[0]
  }

  /** The unit that last bore the code and ended or took another. */
  formerHolder(code: string): Member | undefined {
    return this.#ended.get(code)
  }

  /** Who has a duty of this text now. */
  bearer(text: string): Member | undefined {
    const bearer = this.#bearers.get(text)
    return bearer?.duties?.some((row) => row.text === text) ? bearer : undefined
  }

  living(): Member[] {
    return [...this.#living.values()].flat()
  }

  settle(member: Member): void {
    const known = this.#living.get(member.code)
    if (known === undefined) this.#living.set(member.code, [member])
    else known.push(member)
    this.#call(member)
  }

  /** What an operation says of a unit that goes on; a target that only names its unit says nothing. */
  take(member: Member, { code, attributes }: ForeignUnit, by: number): void {
    member.code = code
    member.touchedBy = by
    if (isReference({ attributes }) || isSameJson(member.attributes, attributes)) return
    this.#uncall(member)
    member.attributes = attributes
    member.name = nameOfUnit({ code, attributes })
    member.saidBy = by
    this.#call(member)
  }

  /** The living units of that name. */
  named(name: string): ReadonlySet<Member> {
    return this.#named.get(name) ?? nobody
  }

  /** The living units of that short name. */
  ofShort(short: string): ReadonlySet<Member> {
    return this.#short.get(short) ?? nobody
  }

  lives(member: Member): boolean {
    return this.#living.get(member.code)?.includes(member) ?? false
  }

  #call(member: Member) {
    enter(this.#named, member.name, member)
    const short = shortOf(member.attributes)
    if (short !== undefined) enter(this.#short, short, member)
  }

  #uncall(member: Member) {
    this.#named.get(member.name)?.delete(member)
    this.#short.get(shortOf(member.attributes) ?? '')?.delete(member)
  }

  /** The code is free again. */
  leave(member: Member, by: number): void {
    const holders = (this.#living.get(member.code) ?? []).filter((each) => each !== member)
    if (holders.length === 0) this.#living.delete(member.code)
    else this.#living.set(member.code, holders)
    this.#uncall(member)
    this.#ended.set(member.code, { ...member, endedBy: by })
  }

  give(member: Member, duties: readonly DutyRow[]): void {
    member.duties = duties
    for (const { text } of duties) this.#bearers.set(text, member)
  }
}

const nobody: ReadonlySet<Member> = new Set()

const enter = (index: Map<string, Set<Member>>, key: string, member: Member) => {
  const known = index.get(key)
  if (known === undefined) index.set(key, new Set([member]))
  else known.add(member)
}
