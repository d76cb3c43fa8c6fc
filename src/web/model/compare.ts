import { canonical } from '../../kernel/canonical.ts'
import type { Finding } from '../../kernel/finding.ts'
import type { UnitId } from '../../kernel/id.ts'
import type { Figure } from '../../ledger/figure.ts'
import { heirOf } from '../../register/queries.ts'
import type { Register } from '../../register/register.ts'
import type { Unit } from '../../register/unit.ts'
import { type CounterChange, countersOver } from './counters.ts'
import type { Session } from './session.ts'

/** Two plans over one register, side by side. */
export interface Comparison {
  readonly counters: readonly { readonly a: CounterChange; readonly b: CounterChange }[]
  /** Figures of the ledger that come out differently. */
  readonly figures: readonly { readonly a: Figure; readonly b: Figure }[]
  /** Operations that only one of the two has, by their numbers. */
  readonly onlyA: readonly number[]
  readonly onlyB: readonly number[]
  readonly common: number
  /** Units of the register that end with different bodies. */
  readonly units: readonly UnitDifference[]
  readonly findingsA: readonly Finding[]
  readonly findingsB: readonly Finding[]
}

interface UnitDifference {
  readonly unit: Unit
  /** Who carries on, in each plan; undefined where the unit is no more and nobody does. */
  readonly a: Unit | undefined
  readonly b: Unit | undefined
}

/** What differs between two rehearsals of plans over the same register. */
export const compared = (a: Session, b: Session): Comparison => {
  const { onlyA, onlyB, common } = operationsApart(a, b)
  return {
    counters: countersOver(a).flatMap((each) => {
      const other = countersOver(b).find(({ id }) => id === each.id)
      return other === undefined ? [] : [{ a: each, b: other }]
    }),
    figures: figuresApart(a, b),
    onlyA,
    onlyB,
    common,
    units: unitsApart(a, b),
    findingsA: findingsApart(a, b),
    findingsB: findingsApart(b, a),
  }
}

/** The same operation with the same fields on the same day is common, wherever it stands in its file. */
const operationsApart = (a: Session, b: Session) => {
  const keysOf = ({ plan }: Session) =>
    (plan?.lines ?? []).map(({ operation, fields, on, number }) => ({
      key: canonical([operation.name, fields, on]),
      number,
    }))
  const counts = new Map<string, number>()
  const [ofA, ofB] = [keysOf(a), keysOf(b)]
  for (const { key } of ofB) counts.set(key, (counts.get(key) ?? 0) + 1)
  const onlyA = ofA.filter(({ key }) => {
    const left = counts.get(key) ?? 0
    if (left > 0) counts.set(key, left - 1)
    return left === 0
  })
  const onlyB = ofB.filter(({ key }) => {
    const left = counts.get(key) ?? 0
    if (left > 0) counts.set(key, left - 1)
    return left > 0
  })
  return {
    onlyA: onlyA.map(({ number }) => number),
    onlyB: onlyB.map(({ number }) => number),
    common: ofA.length - onlyA.length,
  }
}

const figuresApart = (a: Session, b: Session): Comparison['figures'] =>
  (a.account?.figures ?? []).flatMap((figure) => {
    const other = b.account?.figures.find(({ id }) => id === figure.id)
    return other === undefined || other.computed === figure.computed ? [] : [{ a: figure, b: other }]
  })

const unitsApart = (a: Session, b: Session): UnitDifference[] => {
  const [afterA, afterB] = [a, b].map(({ account, county }) => account?.after ?? county.register)
  if (afterA === undefined || afterB === undefined) return []
  return Array.from(a.county.register.units.values()).flatMap((unit) => {
    const [heirA, heirB] = [endOf(afterA, unit.id), endOf(afterB, unit.id)]
    return heirA?.id === heirB?.id &&
      heirA?.name === heirB?.name &&
      heirA?.coLocatedWith === heirB?.coLocatedWith
      ? []
      : [{ unit, a: heirA, b: heirB }]
  })
}

const endOf = (register: Register, id: UnitId): Unit | undefined => {
  const heir = register.units.get(heirOf(register, id))
  return heir === undefined || heir.closedOn !== undefined ? undefined : heir
}

/** Findings that the other plan does not have; where they stand in the file is no difference. */
const findingsApart = (of: Session, other: Session): Finding[] => {
  const known = new Set(other.findings.map(({ code, message }) => `${code} ${message.zh}`))
  return of.findings.filter(({ code, message }) => !known.has(`${code} ${message.zh}`))
}
