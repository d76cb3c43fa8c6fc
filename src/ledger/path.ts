import { type Day, lastDayOf, yearOf } from '../kernel/day.ts'
import type { PersonId } from '../kernel/id.ts'
import { retirementOf } from '../measures/retirement.ts'
import type { Person } from '../register/person.ts'
import type { Movement, MovementKind } from './evidence.ts'
import type { Sources } from './figure.ts'

const entering: readonly MovementKind[] = ['recruitment', 'transferIn']

/** Why somebody is no longer paid from the budget on a day, or that a new person is. */
export type Change =
  | { readonly kind: 'retired' | 'left'; readonly person: Person; readonly on: Day }
  | { readonly kind: 'entered'; readonly movement: Movement; readonly on: Day }

/**
 * 财政供养人员 on a day: the people of the register, less those whose statutory retirement month has ended, less
 * dated exits, plus dated entries. A person who both retires and has an exit row leaves once, on the earlier day.
 */
export const supportedOn = (sources: Sources, on: Day): { count: number; changes: Change[] } => {
  const exits = exitDays(sources.evidence.movements)
  const changes: Change[] = []
  let count = 0
  for (const person of sources.after.people.values()) {
    if (!sources.before.people.get(person.id)?.supported) continue
    count += 1
    const retiredOn = lastDayOf(retirementOf(person.born, person.category).retiresIn)
    const leftOn = exits.get(person.id)
    if (leftOn !== undefined && leftOn <= on && leftOn <= retiredOn)
      changes.push({ kind: 'left', person, on: leftOn })
    else if (retiredOn < on) changes.push({ kind: 'retired', person, on: retiredOn })
    else if (!person.supported && sources.plan.effectiveOn <= on)
      changes.push({ kind: 'left', person, on: sources.plan.effectiveOn })
    else continue
    count -= 1
  }
  for (const movement of sources.evidence.movements) {
    if (!entering.includes(movement.kind) || movement.on > on) continue
    changes.push({ kind: 'entered', movement, on: movement.on })
    count += 1
  }
  return { count, changes }
}

const exitDays = (movements: readonly Movement[]): Map<PersonId, Day> => {
  const days = new Map<PersonId, Day>()
  for (const { kind, person, on } of movements) {
    if (entering.includes(kind) || person === undefined) continue
    const known = days.get(person)
    if (known === undefined || on < known) days.set(person, on)
  }
  return days
}

/** Supported people at the baseline and at each year's end until the plan completes. */
export const supportPath = (sources: Sources): { on: Day; count: number }[] => {
  const { baselineOn } = sources.before.county
  const path = [{ on: baselineOn, count: supportedOn(sources, baselineOn).count }]
  for (let year = yearOf(baselineOn); year <= yearOf(sources.plan.completesOn); year += 1) {
    const on = `${year}-12-31` as Day
    if (on > baselineOn && on <= sources.plan.completesOn)
      path.push({ on, count: supportedOn(sources, on).count })
  }
  return path
}
