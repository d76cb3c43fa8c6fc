import type { UnitId } from '../../kernel/id.ts'
import type { Register } from '../../register/register.ts'
import { isOpen, type Unit } from '../../register/unit.ts'
import type { World } from '../rule.ts'

/** Follows 承继单位 to a body that is open at the end; undefined when there is none. */
const heirOf = (after: Register, id: UnitId): UnitId | undefined => {
  let unit = after.units.get(id)
  for (let hops = 0; unit !== undefined && hops < 100; hops += 1) {
    if (isOpen(unit)) return unit.coLocatedWith ?? unit.id
    const next: UnitId | undefined = unit.supersededBy?.[0]
    unit = next === undefined ? undefined : after.units.get(next)
  }
  return undefined
}

/** For each body with one staff after the plan: the bodies before it whose work is done there now. */
export const joined = ({ before, after }: World): ReadonlyMap<UnitId, readonly Unit[]> => {
  const parts = new Map<UnitId, Unit[]>()
  for (const unit of before.units.values()) {
    if (!isOpen(unit)) continue
    const heir = heirOf(after, unit.id)
    if (heir === undefined) continue
    const known = parts.get(heir)
    if (known === undefined) parts.set(heir, [unit])
    else known.push(unit)
  }
  return parts
}

/** The body a unit was merged, absorbed or co-located into together with others; undefined while it stands alone. */
export const joinedInto = (unit: Unit, world: World): UnitId | undefined => {
  const now = world.after.units.get(unit.id)
  if (now === undefined || (isOpen(now) && now.coLocatedWith === unit.coLocatedWith)) return undefined
  const heir = heirOf(world.after, unit.id)
  if (heir === undefined) return undefined
  const others = (joined(world).get(heir) ?? []).filter((each) => each.id !== unit.id)
  return others.length > 0 || world.before.units.has(heir) ? heir : undefined
}
