import type { UnitId } from '../../kernel/id.ts'
import type { PostKind } from '../../register/quota.ts'
import type { Register } from '../../register/register.ts'

/** The people of one unit, counted once. */
export interface Tally {
  total: number
  /** 财政供养: paid from the budget. */
  supported: number
  /** Without a placement elsewhere (village, grid, pool), so in need of a desk. */
  atDesk: number
  readonly byKind: Record<PostKind, number>
}

const none: Tally = {
  total: 0,
  supported: 0,
  atDesk: 0,
  byKind: { administrative: 0, politicalLegal: 0, institution: 0, support: 0 },
}

const known = new WeakMap<Register, ReadonlyMap<UnitId, Tally>>()

/** The people of every unit in one pass; kept with the register, which never changes. */
const tallies = (register: Register): ReadonlyMap<UnitId, Tally> => {
  const kept = known.get(register)
  if (kept !== undefined) return kept
  const counts = new Map<UnitId, Tally>()
  for (const person of register.people.values()) {
    let tally = counts.get(person.unit)
    if (tally === undefined) {
      tally = { ...none, byKind: { ...none.byKind } }
      counts.set(person.unit, tally)
    }
    tally.total += 1
    tally.byKind[person.postKind] += 1
    if (person.supported) tally.supported += 1
    if (person.assignment === undefined) tally.atDesk += 1
  }
  known.set(register, counts)
  return counts
}

/** The people present in a unit. */
export const peopleIn = (register: Register, unit: UnitId): Tally => tallies(register).get(unit) ?? none
