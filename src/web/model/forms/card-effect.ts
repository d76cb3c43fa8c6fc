import type { UnitId } from '../../../kernel/id.ts'
import { leadingPostsOf, postsOf } from '../../../register/queries.ts'
import type { Register } from '../../../register/register.ts'
import { isOpen } from '../../../register/unit.ts'

/** The count that a line changes, and by how much. `organs` is what a plan is judged by first, also when it is 0. */
export interface Effect {
  readonly of: 'organs' | 'institutions' | 'leadingPosts' | 'posts'
  readonly change: number
}

const counts = ['organs', 'institutions', 'leadingPosts', 'posts'] as const

/**
 * What a step does to the counts: only the units that it names, and those that share a body with them, are looked at,
 * because no operation touches any other. The first count that changes is told.
 */
export const effectOf = (fields: unknown, draft: Register, apply: () => void): Effect => {
  const named = idsIn(fields)
  const before = around(draft, named)
  const was = countsOf(draft, before)
  apply()
  const now = countsOf(draft, new Set([...before, ...around(draft, named)]))
  const of = counts.find((count) => now[count] !== was[count]) ?? 'organs'
  return { of, change: now[of] - was[of] }
}

const around = (register: Register, named: readonly string[]): Set<UnitId> => {
  const found = new Set<UnitId>()
  for (const id of named) {
    // Who gives is often not named, but holds what is.
    const unit = register.units.get(id) ?? register.duties.get(id) ?? register.people.get(id)
    if (unit === undefined) continue
    const holder = 'unit' in unit ? unit.unit : unit.id
    found.add(holder)
    for (const guest of register.units.linkedTo(holder)) found.add(guest.id)
  }
  return found
}

const countsOf = (register: Register, units: ReadonlySet<UnitId>) => {
  const total = { organs: 0, institutions: 0, leadingPosts: 0, posts: 0 }
  for (const id of units) {
    const unit = register.units.get(id)
    if (unit === undefined) continue
    total.posts += postsOf(register, id)
    total.leadingPosts += leadingPostsOf(register, id)
    if (!isOpen(unit)) continue
    if (unit.counts === 'organ' && unit.coLocatedWith === undefined) total.organs += 1
    if (unit.counts === 'reformInstitution') total.institutions += 1
  }
  return total
}

const idsIn = (value: unknown): string[] =>
  typeof value === 'string'
    ? [value]
    : typeof value === 'object' && value !== null
      ? Object.values(value).flatMap(idsIn)
      : []
