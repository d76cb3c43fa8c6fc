import type { Finding, Severity } from '../../kernel/finding.ts'
import { say, type Text } from '../../kernel/text.ts'
import type { ForeignOperation } from './case.ts'
import { remark } from './refusals.ts'
import type { DutyRow, Member, Roll } from './roll.ts'
import { type Source, shortened } from './source.ts'

/** Duties that one operation sends from one unit to another. */
export interface Flow {
  readonly from: Member
  readonly to: Member
  readonly rows: readonly DutyRow[]
}

/** Who takes part in an operation, in the order of the file. */
export interface Parties {
  readonly ending: readonly Member[]
  /** Sources that go on. */
  readonly giving: readonly Member[]
  /** Everyone who stands among the targets, with the duties that the file lists for them. */
  readonly receivers: readonly Receiver[]
}

interface Receiver {
  readonly member: Member
  readonly listed: readonly string[] | undefined
}

/** Types in which a target that lists only duties of others is given these, and keeps its own. */
const additive = new Set<ForeignOperation['type']>(['transfer', 'absorb', 'spinoff', 'territory'])
const beginning = new Set<ForeignOperation['type']>(['create', 'enter'])
const leaving = new Set<ForeignOperation['type']>(['dissolve', 'exit'])

/**
 * Where every duty goes. A target that lists duties gets these; what an ending unit leaves goes to the first target
 * that lists none. A duty that nobody lists any more leaves the register, and is named (X13 warning); a duty that is
 * claimed from a unit that takes no part is refused (X13 error).
 */
export const flowsOf = (
  operation: ForeignOperation,
  parties: Parties,
  roll: Roll,
  source: Source,
): { flows: Flow[]; findings: Finding[] } => {
  const { ending, giving, receivers } = parties
  const isIdle =
    operation.duties.length === 0 &&
    receivers.every(({ listed }) => listed === undefined) &&
    ending.every(({ duties }) => duties === undefined || duties.length === 0)
  if (isIdle) return { flows: [], findings: [] }
  const claims = new Claims(operation, roll, source, [
    ...ending,
    ...giving,
    ...receivers.map(({ member }) => member),
  ])
  const listing = receivers.flatMap(({ member, listed }) =>
    listed === undefined ? [] : [{ member, listed }],
  )
  // First everyone keeps what is theirs, so that nobody claims what its holder lists too.
  const wanted = listing.map(({ member, listed }) => ({ member, others: claims.keep(member, listed) }))
  for (const { member, others } of wanted) claims.list(member, others)
  const taker = receivers.find(({ member }) => !giving.includes(member)) ?? receivers[0]
  if (taker !== undefined) claims.name(taker, operation.duties, giving.includes(taker.member))
  const heir = receivers.find(({ listed }) => listed === undefined)?.member
  for (const member of ending) claims.leaveTo(member, heir)
  for (const { member } of listing) claims.leaveTo(member, undefined)
  return claims
}

class Claims {
  readonly findings: Finding[] = []
  readonly #flows = new Map<Member, Map<Member, DutyRow[]>>()
  readonly #operation: ForeignOperation
  readonly #roll: Roll
  readonly #source: Source
  readonly #claimed = new Set<string>()
  /** How often lists have taken a duty of this text from elsewhere. */
  readonly #taken = new Map<string, number>()
  /** What nobody has claimed yet, by holder. */
  readonly #free = new Map<Member, Map<string, DutyRow[]>>()

  constructor(operation: ForeignOperation, roll: Roll, source: Source, parties: readonly Member[]) {
    this.#operation = operation
    this.#roll = roll
    this.#source = source
    for (const member of parties) if (!this.#free.has(member)) this.#free.set(member, byText(member))
  }

  get flows(): Flow[] {
    return [...this.#flows].flatMap(([from, ends]) => [...ends].map(([to, rows]) => ({ from, to, rows })))
  }

  /**
   * The target has exactly the listed duties; or, when all of them are others', these besides its own.
   * Gives back those it does not have yet.
   */
  keep(member: Member, listed: readonly string[]): string[] {
    const own = this.#free.get(member)
    for (const text of listed) this.#claimed.add(text)
    const others = listed.filter((text) => own?.get(text)?.shift() === undefined)
    const keepsOwn =
      additive.has(this.#operation.type) && others.length === listed.length && others.length > 0
    if (keepsOwn) this.#free.set(member, new Map())
    return others
  }

  list(member: Member, texts: readonly string[]) {
    for (const text of texts) {
      this.#taken.set(text, (this.#taken.get(text) ?? 0) + 1)
      this.#claim(member, text)
    }
  }

  /** Duties that the operation itself names go from its sources to its target, unless a list has taken them already. */
  name({ member, listed }: Receiver, texts: readonly string[], isSource: boolean) {
    const holds = new Set(member.duties?.map(({ text }) => text))
    for (const text of texts) {
      const taken = this.#taken.get(text) ?? 0
      const holder = this.#holderBut(member, text)
      if (taken > 0) this.#taken.set(text, taken - 1)
      else if (isSource && holds.has(text)) continue
      // Where the target's list has one of the text already, and no more, the two become one.
      else if (holder !== undefined && listed?.includes(text)) this.#take(holder, this.#roll.outside, text)
      else if (holder !== undefined) this.#take(holder, member, text)
      else if (holds.has(text) || this.#claimed.has(text))
        this.findings.push(this.#stays(text, holds.has(text) ? member : undefined))
      else this.#claim(member, text)
    }
  }

  /** Another party with a duty of this text that no list has kept or taken. */
  #holderBut(member: Member, text: string): Member | undefined {
    for (const [holder, rows] of this.#free)
      if (holder !== member && (rows.get(text)?.length ?? 0) > 0) return holder
    return undefined
  }

  /** What is left with a unit that ends, or that no longer lists it, goes to the heir or out of the register. */
  leaveTo(member: Member, heir: Member | undefined) {
    for (const rows of this.#free.get(member)?.values() ?? [])
      for (const row of rows) {
        this.#send(member, heir ?? this.#roll.outside, row)
        const isOver = heir === undefined && !leaving.has(this.#operation.type)
        // Two units that both had the duty and now have it together lose nothing.
        if (isOver && !this.#claimed.has(row.text)) this.findings.push(this.#ends(row, member))
      }
    this.#free.delete(member)
  }

  #claim(member: Member, text: string) {
    const holder = this.#holderBut(member, text)
    if (holder !== undefined) {
      this.#take(holder, member, text)
      return
    }
    const bearer = this.#roll.bearer(text)
    if (bearer !== undefined && bearer !== this.#roll.outside && !beginning.has(this.#operation.type)) {
      this.findings.push(this.#elsewhere(text, bearer))
      return
    }
    const row = this.#roll.duty(text)
    this.#roll.entering.push(row)
    this.#send(this.#roll.outside, member, row)
  }

  #take(from: Member, to: Member, text: string) {
    const row = this.#free.get(from)?.get(text)?.shift()
    if (row !== undefined) this.#send(from, to, row)
  }

  #send(from: Member, to: Member, row: DutyRow) {
    const ends = this.#flows.get(from) ?? new Map<Member, DutyRow[]>()
    this.#flows.set(from, ends)
    const rows = ends.get(to)
    if (rows === undefined) ends.set(to, [row])
    else rows.push(row)
  }

  #elsewhere(text: string, bearer: Member): Finding {
    const duty = shortened(text)
    return this.#finding(
      'error',
      say(
        `职责“${duty}”在“${bearer.code}”，不在来源单位`,
        `the duty “${duty}” is with “${bearer.code}”, not with a source`,
      ),
      say('改正来源单位，或先写一项把它划来。', 'Correct the sources, or transfer it there first.'),
    )
  }

  /** A duty that the operation names and that does not move: the taker has it, or a list keeps it. */
  #stays(text: string, taker: Member | undefined): Finding {
    const duty = shortened(text)
    return this.#finding(
      'warning',
      taker === undefined
        ? say(
            `职责“${duty}”应划转，而名单仍把它留在原处`,
            `the duty “${duty}” should move, but a list keeps it`,
          )
        : say(
            `来源单位没有职责“${duty}”，“${taker.code}”已有`,
            `no source has the duty “${duty}”; “${taker.code}” has it already`,
          ),
      say('核对来源单位和职责。', 'Check its sources and its duties.'),
    )
  }

  #ends({ text }: DutyRow, member: Member): Finding {
    const duty = shortened(text)
    return this.#finding(
      'warning',
      say(
        `“${member.code}”的职责“${duty}”此后无人承担`,
        `nobody has the duty “${duty}” of “${member.code}” any more`,
      ),
      say('写明由谁承担；确已取消的可不改。', 'Say who has it now; leave it when it is really abolished.'),
    )
  }

  #finding(severity: Severity, message: Text, remedy: Text): Finding {
    return remark('X13', severity, this.#operation, this.#source, message, remedy)
  }
}

const byText = ({ duties }: Member): Map<string, DutyRow[]> => {
  const rows = new Map<string, DutyRow[]>()
  for (const row of duties ?? []) {
    const known = rows.get(row.text)
    if (known === undefined) rows.set(row.text, [row])
    else known.push(row)
  }
  return rows
}

/** The duties of everyone after the flows: in the order of the list, else as they were with the new ones behind. */
export const settleDuties = (flows: readonly Flow[], parties: Parties, roll: Roll): void => {
  const touched = new Map<Member, DutyRow[]>()
  const rowsOf = (member: Member) => {
    const rows = touched.get(member) ?? [...(member.duties ?? [])]
    touched.set(member, rows)
    return rows
  }
  const wasSorted = flows.every(({ from, to }) => isSorted(from.duties) && isSorted(to.duties))
  for (const { from, rows } of flows) {
    const gone = new Set(rows)
    if (from !== roll.outside)
      touched.set(
        from,
        rowsOf(from).filter((row) => !gone.has(row)),
      )
  }
  for (const { to, rows } of flows) if (to !== roll.outside) rowsOf(to).push(...rows)
  const lists = new Map(parties.receivers.map(({ member, listed }) => [member, listed]))
  for (const [member, listed] of lists) if (listed !== undefined) rowsOf(member)
  for (const [member, rows] of touched) {
    const listed = lists.get(member)
    roll.give(member, ordered(rows, listed, wasSorted))
  }
}

const ordered = (rows: DutyRow[], listed: readonly string[] | undefined, wasSorted: boolean) => {
  if (listed === undefined || listed.length !== rows.length)
    return wasSorted ? rows.sort((a, b) => (a.text < b.text ? -1 : a.text > b.text ? 1 : 0)) : rows
  const places = new Map(listed.map((text, at) => [text, at]))
  return rows.sort((a, b) => (places.get(a.text) ?? 0) - (places.get(b.text) ?? 0))
}

const isSorted = (duties: readonly DutyRow[] | undefined): boolean =>
  duties === undefined || duties.every(({ text }, at) => at === 0 || (duties[at - 1]?.text ?? '') <= text)
