import type { UnitId } from '../../kernel/id.ts'
import type { Register } from '../../register/register.ts'
import { isOpen } from '../../register/unit.ts'
import type { Fate } from './types.ts'

/** Every unit that carries on a closed one, through all its successors; the unit itself while it is open. */
export const heirsOf = (after: Register, id: UnitId): UnitId[] => {
  const found: UnitId[] = []
  const seen = new Set<UnitId>()
  const walk = (unit: UnitId) => {
    if (seen.has(unit)) return
    seen.add(unit)
    const successors = after.units.get(unit)?.supersededBy ?? []
    if (successors.length === 0) found.push(unit)
    for (const next of successors) walk(next)
  }
  walk(id)
  return found
}

/** The unit whose bar stands for this one: a co-located guest is drawn with its host. */
export const bodyOf = (register: Register, id: UnitId): UnitId => register.units.get(id)?.coLocatedWith ?? id

/**
 * What becomes of what `from` hands to `to`: it stays, it joins a new unit (合并组建), it is absorbed by one that was
 * there (撤并), it shares a body (合署办公), or only a duty or a person goes (划转).
 */
export const fateOf = (before: Register, after: Register, from: UnitId, to: UnitId): Fate => {
  const source = after.units.get(from)
  const target = bodyOf(after, to)
  if (source === undefined || isOpen(source)) {
    if (source?.coLocatedWith === target && before.units.get(from)?.coLocatedWith !== target)
      return 'colocated'
    return bodyOf(after, from) === target ? 'kept' : 'moved'
  }
  const isHeir = heirsOf(after, from).some((heir) => bodyOf(after, heir) === target)
  if (!isHeir) return 'moved'
  return before.units.has(target) ? 'dissolved' : 'merged'
}
