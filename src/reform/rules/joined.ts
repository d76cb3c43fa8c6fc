import type { UnitId } from '../../kernel/id.ts'
import { heirOf } from '../../register/queries.ts'
import type { Register } from '../../register/register.ts'
import { isOpen, type Unit } from '../../register/unit.ts'
import type { World } from '../rule.ts'

/** The body in which a unit's staff works: itself, or the host of a co-located one. */
export const bodyOf = (register: Register, id: UnitId): UnitId => register.units.get(id)?.coLocatedWith ?? id

/** The body that carries on a unit's work and is open at the end; undefined when there is none. */
const heirIn = (after: Register, id: UnitId): UnitId | undefined => {
  const heir = after.units.get(heirOf(after, id))
  return heir !== undefined && isOpen(heir) ? bodyOf(after, heir.id) : undefined
}

const known = new WeakMap<World, ReadonlyMap<UnitId, readonly Unit[]>>()

/** For each body with one staff after the plan: the bodies before it whose work is done there now. */
export const joined = (world: World): ReadonlyMap<UnitId, readonly Unit[]> => {
  const kept = known.get(world)
  if (kept !== undefined) return kept
  const parts = new Map<UnitId, Unit[]>()
  for (const unit of world.before.units.values()) {
    if (!isOpen(unit)) continue
    const heir = heirIn(world.after, unit.id)
    if (heir === undefined) continue
    const others = parts.get(heir)
    if (others === undefined) parts.set(heir, [unit])
    else others.push(unit)
  }
  known.set(world, parts)
  return parts
}

/** The bodies before the plan that one body carries on; empty for one that begins out of nothing. */
export const partsOf = (world: World, id: UnitId): readonly Unit[] => joined(world).get(id) ?? []

/** Bodies with a staff of their own before the plan that now work as one: two or more of them make a merger. */
export const isMerged = (world: World, id: UnitId): boolean => {
  const bodies = new Set(partsOf(world, id).map((unit) => bodyOf(world.before, unit.id)))
  return bodies.size > 1
}

/** The body a unit was merged, absorbed or co-located into together with others; undefined while it stands alone. */
export const joinedInto = (unit: Unit, world: World): UnitId | undefined => {
  const now = world.after.units.get(unit.id)
  if (now === undefined || (isOpen(now) && now.coLocatedWith === unit.coLocatedWith)) return undefined
  const heir = heirIn(world.after, unit.id)
  if (heir === undefined) return undefined
  const others = partsOf(world, heir).filter((each) => each.id !== unit.id)
  return others.length > 0 || world.before.units.has(heir) ? heir : undefined
}
