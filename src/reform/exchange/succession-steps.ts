import type { UnitId } from '../../kernel/id.ts'
import type { Member } from './roll.ts'
import { type Act, type Deed, deed, dutyIds, type Given, naming, newborn, transfer } from './steps.ts'

/**
 * Acts in which sources end. Many into one is a merger, one into many a split, into units that go on an absorption;
 * many into many is a merger into a body of the moment, which is split at once, so that every new unit succeeds
 * every old one.
 */
export const end = (act: Act): Deed[] => {
  const { cast, born, flows, outside } = act
  const isNew = (member: Member) => born.some((given) => given.member === member)
  const isOld = (member: Member) => cast.ending.includes(member)
  const before = flows.filter(({ from, to }) => from !== outside && !isNew(to) && !isHeir(act, from, to))
  const after = flows.filter(({ from, to }) => isNew(to) && !isOld(from))
  return [...before.map(transfer), ...closing(act), ...after.map(transfer), ...entering(act)]
}

/** Who takes all that is left in the act itself: the absorber, or the world outside when a unit is dissolved. */
const isHeir = ({ cast, born, outside }: Act, from: Member, to: Member) =>
  born.length === 0 && cast.ending.includes(from) && to === (cast.going[0]?.member ?? outside)

/** Duties that come from outside the register to units that go on. */
const entering = ({ flows, outside, born }: Act): Deed[] =>
  flows.filter(({ from, to }) => from === outside && !born.some(({ member }) => member === to)).map(transfer)

const closing = (act: Act): Deed[] => {
  const { operation, cast, born, flows, outside } = act
  const units = cast.ending.map((member) => member.id)
  const [first] = cast.ending
  const host = cast.going[0]?.member
  if (first === undefined) return []
  if (operation.type === 'dissolve' || operation.type === 'exit')
    return cast.ending.map((member) => {
      const leaves = flows.some(({ from, to }) => from === member && to === outside)
      return deed('dissolve-unit', { unit: member.id, ...(leaves ? { to: outside.id } : {}) })
    })
  const [only, ...more] = born
  if (only === undefined) return host === undefined ? [] : [deed('absorb-unit', { units, into: host.id })]
  if (more.length === 0)
    return units.length === 1
      ? reborn(first, only)
      : [deed('merge-units', { units, into: only.member.id, ...formed(only) })]
  if (units.length === 1) return [split(first.id, act)]
  const pool = act.passing()
  return [
    deed('merge-units', {
      units,
      into: pool,
      ...naming({ code: operation.id.slice(0, 200), attributes: {} }),
    }),
    split(pool, act),
  ]
}

const formed = (given: Given) => {
  const { unit, ...rest } = newborn(given)
  return rest
}

/** One unit that ends as one that begins: a successor takes all, and the old identity ends. */
const reborn = (old: Member, given: Given): Deed[] => [
  deed('establish-unit', newborn(given)),
  deed('absorb-unit', { units: [old.id], into: given.member.id }),
]

const split = (unit: UnitId, { cast, born, flows }: Act): Deed =>
  deed('split-unit', {
    unit,
    into: born.map((given) => {
      const rows = flows
        .filter(({ from, to }) => to === given.member && cast.ending.includes(from))
        .flatMap((flow) => flow.rows)
      return { ...newborn(given), ...(rows.length === 0 ? {} : { duties: dutyIds(rows) }) }
    }),
  })
