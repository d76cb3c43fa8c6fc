import type { Finding } from '../../kernel/finding.ts'
import { say } from '../../kernel/text.ts'
import type { Calendar } from './calendar.ts'
import { type Attributes, type ForeignOperation, shortOf } from './case.ts'
import type { Cast } from './parties.ts'
import { remark } from './refusals.ts'
import type { Member, Roll } from './roll.ts'
import { shortened } from './source.ts'

/**
 * Links that the evidence of an operation spells out by short names, such as `DCMS>DfE`. A transfer of duties that
 * nobody lists changes no unit, so only its evidence can tell that it points at the wrong one.
 */
const link = /(?<![\p{L}\p{N}])([\p{L}\p{N}&._-]+)>([\p{L}\p{N}&._-]+)/gu

/**
 * X21: no link of the evidence fits the operation, and of one that is there one end fits while the other is a single
 * living unit that the operation does not name. An error when it is the only link, else a warning: evidence may tell
 * of more than one act.
 */
export const contradicted = (
  operation: ForeignOperation,
  cast: Cast,
  { roll, calendar }: { readonly roll: Roll; readonly calendar: Calendar },
): Finding[] => {
  // Any other act shows in the units; and its evidence may well tell of units that only lose a function by it.
  if (operation.type !== 'transfer') return []
  const links = [...operation.evidence.matchAll(link)]
  if (links.length === 0) return []
  const { givers, takers } = endsOf(operation, cast)
  if (links.some(([, from = '', to = '']) => givers.has(from) && takers.has(to))) return []
  const named = new Set([...cast.sources, ...cast.going.map(({ member }) => member)])
  return links.flatMap(([text, from = '', to = '']) => {
    const end = takers.has(to) ? from : givers.has(from) ? to : undefined
    const stray = end === undefined ? undefined : bearerOf(end, named, roll)
    if (stray === undefined) return []
    const [shortLink, code] = [shortened(text), shortened(stray.code)]
    return [
      remark(
        'X21',
        links.length === 1 ? 'error' : 'warning',
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

/** Short names of those who give and those who take, as they were and as the operation leaves them. */
const endsOf = ({ sources, targets }: ForeignOperation, cast: Cast) => {
  const isSource = (code: string) => sources.includes(code)
  const said = targets.filter(({ code }) => isSource(code)).map(({ attributes }) => attributes)
  const givers = shortNames([...cast.sources.map(({ attributes }) => attributes), ...said])
  const takers = shortNames([
    ...cast.going.map(({ member }) => member.attributes),
    ...targets.map(({ attributes }) => attributes),
  ])
  return { givers, takers }
}

const shortNames = (units: readonly Attributes[]) => new Set(units.flatMap((unit) => shortOf(unit) ?? []))

/** The one living unit of that short name, when it takes no part. */
const bearerOf = (short: string, named: ReadonlySet<Member>, roll: Roll): Member | undefined => {
  const [bearer, ...more] = roll.ofShort(short)
  return bearer !== undefined && more.length === 0 && !named.has(bearer) ? bearer : undefined
}
