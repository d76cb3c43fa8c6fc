import { blocks, type Finding } from '../../kernel/finding.ts'
import type { Calendar } from './calendar.ts'
import type { ForeignOperation, ForeignUnit } from './case.ts'
import type { Doubles } from './doubles.ts'
import { contradicted } from './evidence.ts'
import { flowsOf, type Parties, settleDuties } from './flows.ts'
import type { Outliers } from './outliers.ts'
import { type Cast, castOf } from './parties.ts'
import type { Roll } from './roll.ts'
import { type Act, begin, type Deed, facts, type Given, recode } from './steps.ts'
import { end } from './succession-steps.ts'

/** What one foreign operation is in our vocabulary; no steps when it is refused. */
export interface Translated {
  readonly steps: readonly Deed[]
  readonly findings: readonly Finding[]
}

/** What the translation of one operation leaves to the next. */
export interface Journey {
  readonly roll: Roll
  readonly calendar: Calendar
  readonly outliers: Outliers
  readonly doubles: Doubles
}

/**
 * Turns an operation of the exchange format into typed operations and brings the roll up to date; a refused one leaves
 * the roll as it was. The order of the steps: duties to units that go on, then the act itself, then duties to new
 * units, then the facts of units that go on.
 */
export const translate = (
  operation: ForeignOperation,
  { roll, calendar, outliers, doubles }: Journey,
): Translated => {
  const resolved = castOf(operation, roll, calendar)
  const doubts = contradicted(operation, resolved, { roll, calendar })
  const cast = { ...resolved, findings: [...resolved.findings, ...doubts] }
  if (blocks(cast.findings)) return { steps: [], findings: cast.findings }
  doubles.note(operation, cast)
  if (operation.type === 'recode') return recoded(operation, cast, roll, calendar)
  const born = cast.beginning.map((target): Given => ({ member: roll.mint(target, operation.index), target }))
  const parties = partiesOf(cast, born)
  const { flows, findings } = flowsOf(operation, parties, roll, calendar.source)
  if (blocks(findings)) return { steps: [], findings: [...cast.findings, ...findings] }
  const act: Act = { operation, cast, born, flows, ...roll.surroundings() }
  const steps = [...actSteps(act), ...cast.going.flatMap((given) => facts(given, operation.type))]
  outliers.note(operation, cast)
  enrol(act, parties, roll)
  return { steps, findings: [...cast.findings, ...findings] }
}

const partiesOf = ({ sources, ending, going }: Cast, born: readonly Given[]): Parties => ({
  ending,
  giving: sources.filter((member) => !ending.includes(member)),
  receivers: [...going, ...born].map(({ member, target }) => ({ member, listed: target.duties })),
})

const actSteps = (act: Act): Deed[] => (act.cast.ending.length > 0 ? end(act) : begin(act))

/** One unit, another code: pairs in the order of the file, so that two units may change places. */
const recoded = (operation: ForeignOperation, cast: Cast, roll: Roll, { source }: Calendar): Translated => {
  const pairs = cast.sources.map((member, at): Given => {
    return { member, target: operation.targets[at] as ForeignUnit }
  })
  const parties: Parties = {
    ending: [],
    giving: cast.sources,
    receivers: pairs.map(({ member, target }) => ({ member, listed: target.duties })),
  }
  const { flows, findings } = flowsOf(operation, parties, roll, source)
  if (blocks(findings)) return { steps: [], findings: [...cast.findings, ...findings] }
  const act: Act = { operation, cast: { ...cast, sources: [] }, born: [], flows, ...roll.surroundings() }
  const steps = [...begin(act), ...pairs.flatMap(recode)]
  for (const { member, target } of pairs) {
    if (target.code !== member.code) roll.leave(member, operation.index)
  }
  for (const { member, target } of pairs) {
    const isMoved = target.code !== member.code
    roll.take(member, target, operation.index)
    if (isMoved) roll.settle(member)
  }
  settleDuties(flows, parties, roll)
  return { steps, findings: [...cast.findings, ...findings] }
}

const enrol = ({ operation, cast, born, flows }: Act, parties: Parties, roll: Roll) => {
  const { index } = operation
  for (const member of cast.ending) {
    roll.leave(member, index)
    member.endedBy = index
  }
  for (const { member, target } of cast.going) roll.take(member, target, index)
  for (const member of cast.sources) member.touchedBy = index
  for (const { member } of born) roll.settle(member)
  settleDuties(flows, parties, roll)
}
