import type { UnitId } from '../../kernel/id.ts'
import { type PostKind, postKinds } from '../../register/quota.ts'
import type { Register } from '../../register/register.ts'
import { isOpen, type Unit } from '../../register/unit.ts'

/** The people and posts of one unit, counted once. */
export interface Tally {
  /** People present. */
  total: number
  /** 财政供养: paid from the budget. */
  supported: number
  /** Without a placement elsewhere (village, grid, pool), so in need of a desk. */
  atDesk: number
  /** People by the kind of post they fill. */
  readonly byKind: Record<PostKind, number>
  /** 编制: authorised posts by kind. */
  readonly posts: Record<PostKind, number>
  /** 领导职数. */
  leadingPosts: number
  /** Appointments that take up a leading post. */
  leaders: number
  /** Area of its office rooms in square metres. */
  officeM2: number
}

export const kinds = Object.keys(postKinds) as PostKind[]

const empty = (): Tally => ({
  total: 0,
  supported: 0,
  atDesk: 0,
  byKind: { administrative: 0, politicalLegal: 0, institution: 0, support: 0 },
  posts: { administrative: 0, politicalLegal: 0, institution: 0, support: 0 },
  leadingPosts: 0,
  leaders: 0,
  officeM2: 0,
})
const none = empty()

const known = new WeakMap<Register, ReadonlyMap<UnitId, Tally>>()

/** The people and posts of every unit in one pass; kept with the register, which never changes. */
const tallies = (register: Register): ReadonlyMap<UnitId, Tally> => {
  const kept = known.get(register)
  if (kept !== undefined) return kept
  const counts = new Map<UnitId, Tally>()
  const of = (unit: UnitId): Tally => {
    const tally = counts.get(unit) ?? empty()
    counts.set(unit, tally)
    return tally
  }
  for (const person of register.people.values()) {
    const tally = of(person.unit)
    tally.total += 1
    tally.byKind[person.postKind] += 1
    if (person.supported) tally.supported += 1
    if (person.assignment === undefined) tally.atDesk += 1
  }
  for (const quota of register.quotas.values()) of(quota.unit).posts[quota.kind] += quota.posts
  for (const row of register.leadership.values()) of(row.unit).leadingPosts += row.posts
  for (const { unit, office, concurrent, occupiesPost } of register.appointments.values())
    if (office !== 'sectionHead' && (!concurrent || occupiesPost)) of(unit).leaders += 1
  for (const { unit, use, areaM2 } of register.premises.values())
    if (use === 'office') of(unit).officeM2 += areaM2
  known.set(register, counts)
  return counts
}

/** What a unit has and may have, in people and posts. */
export const tallyOf = (register: Register, unit: UnitId): Tally => tallies(register).get(unit) ?? none

const opened = new WeakMap<Register, readonly Unit[]>()

/** The open units, listed once for all rules. */
export const unitsIn = (register: Register): readonly Unit[] => {
  const units = opened.get(register) ?? [...register.units.values()].filter(isOpen)
  opened.set(register, units)
  return units
}

/** All authorised posts of a unit. */
export const allPosts = ({ posts }: Tally): number => kinds.reduce((sum, kind) => sum + posts[kind], 0)
