import type { Finding } from '../../kernel/finding.ts'
import { say } from '../../kernel/text.ts'
import type { Calendar } from './calendar.ts'
import { type Attributes, type ForeignOperation, nameOfUnit } from './case.ts'
import { isSameJson } from './exact-json.ts'
import type { Cast } from './parties.ts'
import { remark } from './refusals.ts'
import type { Member, Roll } from './roll.ts'
import { shortened } from './source.ts'

interface Surroundings {
  readonly roll: Roll
  readonly calendar: Calendar
}

/**
 * Links that the evidence of an operation spells out by short names, such as `DCMS>DfE`. A transfer of duties that
 * nobody lists changes no unit, so only its evidence can tell that it points at the wrong one.
 */
const link = /(?<![\p{L}\p{N}])([\p{L}\p{N}&._-]+)>([\p{L}\p{N}&._-]+)/gu

/** X21: one end of a link fits the operation, the other is a living unit that the operation does not name. */
export const contradicted = (
  operation: ForeignOperation,
  { sources }: Cast,
  { roll, calendar }: Surroundings,
): Finding[] => {
  // Any other act shows in the units; and its evidence may well tell of units that only lose a function by it.
  if (operation.type !== 'transfer') return []
  const links = [...operation.evidence.matchAll(link)]
  if (links.length === 0) return []
  const givers = shortNames(sources.map((member) => member.attributes))
  const takers = shortNames(operation.targets.map((target) => target.attributes))
  return links.flatMap(([text, from = '', to = '']) => {
    const stray =
      takers.has(to) && !givers.has(from)
        ? bearerOf(from, sources, roll)
        : givers.has(from) && !takers.has(to)
          ? bearerOf(to, sources, roll)
          : undefined
    if (stray === undefined) return []
    const [shortLink, code] = [shortened(text), shortened(stray.code)]
    return [
      remark(
        'X21',
        'error',
        operation,
        calendar.source,
        say(
          `依据写“${shortLink}”，而本项没有涉及“${code}”`,
          `its evidence says “${shortLink}”, but it does not name “${code}”`,
        ),
        say('核对来源和承接单位。', 'Check its sources and targets.'),
      ),
    ]
  })
}

/**
 * X22: a unit that goes on takes, in an act that is not about names, exactly the name and facts of another living unit
 * that takes no part: the operation means the other one. Two bodies may share all facts that a register keeps, so it is
 * an error only in a transfer or absorption, which leave facts alone.
 */
export const borrowed = (
  operation: ForeignOperation,
  { sources, going }: Cast,
  { roll, calendar }: Surroundings,
): Finding[] =>
  going.flatMap(({ member, target }) => {
    const isTelling = Object.keys(target.attributes).length >= 3 && nameOfUnit(target) !== member.name
    if (!isTelling || operation.type === 'rename') return []
    const double = [...roll.named(nameOfUnit(target))].find(
      (each) =>
        !sources.includes(each) &&
        // One that ends on the same day makes way for its namesake.
        calendar.freedLater(each.code, operation) === undefined &&
        isSameJson(each.attributes, target.attributes),
    )
    if (double === undefined) return []
    const [code, other] = [shortened(target.code), shortened(double.code)]
    return [
      remark(
        'X22',
        operation.type === 'transfer' || operation.type === 'absorb' ? 'error' : 'warning',
        operation,
        calendar.source,
        say(
          `“${code}”的名称和各项属性与在册的“${other}”完全相同`,
          `“${code}” is given exactly the name and attributes of “${other}”, which lives beside it`,
        ),
        say(`多半应写“${other}”。`, `Most likely it should say “${other}”.`),
      ),
    ]
  })

const shortOf = ({ short }: Attributes): string | undefined =>
  typeof short === 'string' && /\p{L}/u.test(short) ? short : undefined

const shortNames = (units: readonly Attributes[]) => new Set(units.flatMap((unit) => shortOf(unit) ?? []))

/** The one living unit of that short name. */
const bearerOf = (short: string, sources: readonly Member[], roll: Roll): Member | undefined => {
  const bearers = roll.living().filter((member) => shortOf(member.attributes) === short)
  return bearers.length === 1 && !sources.includes(bearers[0] as Member) ? bearers[0] : undefined
}
