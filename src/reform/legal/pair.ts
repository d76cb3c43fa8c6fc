import type { UnitId } from '../../kernel/id.ts'
import { heirOf } from '../../register/queries.ts'
import type { Register } from '../../register/register.ts'
import { isOpen, type Unit } from '../../register/unit.ts'

/** Two bodies, one of which was put upon the other. */
export interface Pair {
  readonly moved: Unit
  readonly onto: Unit
}

/**
 * The two bodies as they stand in a register: of a closed one, the body that carries it on. Undefined when one is not
 * there, has no successor, or both have become one.
 */
export const pairIn = (register: Register, moved: string, onto: string): Pair | undefined => {
  const [a, b] = [standing(register, moved), standing(register, onto)]
  return a === undefined || b === undefined || a.id === b.id ? undefined : { moved: a, onto: b }
}

const standing = (register: Register, id: string): Unit | undefined => {
  const unit = register.units.get(heirOf(register, id as UnitId))
  return unit !== undefined && isOpen(unit) ? unit : undefined
}
