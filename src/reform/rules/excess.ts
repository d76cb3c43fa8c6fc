import type { Register } from '../../register/register.ts'
import type { Unit } from '../../register/unit.ts'
import type { World } from '../rule.ts'
import { partsOf } from './joined.ts'
import { unitsIn } from './tally.ts'

/** More than is authorised, in one unit after the plan. */
export interface Excess {
  readonly unit: Unit
  readonly has: number
  readonly may: number
  readonly over: number
  /**
   * fresh: the plan brings it about. transitional: it does, within a dated transition. inherited: no more than the
   * bodies that it carries on had before; the plan is judged, not the past.
   */
  readonly cause: 'fresh' | 'transitional' | 'inherited'
}

/** What a unit has and may have of something; `key` tells several kinds of it apart. */
export interface Measure<Key> {
  has(register: Register, unit: Unit, key: Key): number
  may(register: Register, unit: Unit, key: Key): number
}

/** The open units of a world that have more than they may of some kind, with how that came about. */
export const excesses = <Key>(
  world: World,
  keys: readonly Key[],
  measure: Measure<Key>,
): (Excess & { readonly key: Key })[] => {
  const found: (Excess & { readonly key: Key })[] = []
  for (const unit of unitsIn(world.after))
    for (const key of keys) {
      const [has, may] = [measure.has(world.after, unit, key), measure.may(world.after, unit, key)]
      const over = has - may
      if (over <= 0) continue
      let was = 0
      for (const part of partsOf(world, unit.id))
        was += Math.max(0, measure.has(world.before, part, key) - measure.may(world.before, part, key))
      const cause = over <= was ? 'inherited' : isCovered(world) ? 'transitional' : 'fresh'
      found.push({ unit, key, has, may, over, cause })
    }
  return found
}

/** 过渡安置: the plan says until when people may be over the authorised number, and that day is still to come. */
const isCovered = ({ plan }: World): boolean =>
  plan.transition !== undefined && plan.transition.until >= plan.effectiveOn

export const totalOver = (found: readonly Excess[]): number => found.reduce((sum, { over }) => sum + over, 0)

/** The largest first. */
export const byOver = (found: readonly Excess[]): Excess[] => [...found].sort((a, b) => b.over - a.over)
