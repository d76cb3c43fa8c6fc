import {
  countedOrgans,
  headcount,
  leadingPostsOf,
  openUnits,
  postsOf,
  reformInstitutions,
  sum,
} from '../register/queries.ts'
import type { Register } from '../register/register.ts'

/** The counters by which a reform is judged; the golden table says what each operation does to them. */
export interface Counters {
  readonly openUnits: number
  readonly organs: number
  readonly institutions: number
  readonly nameplates: number
  /** Seals in use; surrendered ones are kept on record. */
  readonly seals: number
  readonly posts: number
  readonly leadingPosts: number
  readonly people: number
  readonly duties: number
}

export const countersOf = (register: Register): Counters => ({
  openUnits: openUnits(register).length,
  organs: countedOrgans(register).length,
  institutions: reformInstitutions(register).length,
  nameplates: register.nameplates.size,
  seals: [...register.seals.values()].filter((seal) => seal.state === 'inUse').length,
  posts: sum(register.quotas.values(), (quota) => quota.posts),
  leadingPosts: sum(register.leadership.values(), (row) => row.posts),
  people: register.people.size,
  duties: register.duties.size,
})

/** What the plan changes in one unit that is open after it. */
export interface UnitImpact {
  readonly unit: string
  readonly name: string
  readonly nameEn: string
  readonly posts: number
  readonly leadingPosts: number
  readonly people: number
  readonly duties: number
  /** Units that it carries on. */
  readonly from: readonly string[]
}

/** 影响: the counters before and after, and each unit that is new or took over another. */
export interface Impact {
  readonly before: Counters
  readonly after: Counters
  readonly units: readonly UnitImpact[]
}

export const impactOf = (before: Register, after: Register): Impact => {
  const from = new Map<string, string[]>()
  for (const unit of after.units.values())
    for (const heir of unit.supersededBy ?? []) from.set(heir, [...(from.get(heir) ?? []), unit.id])
  return {
    before: countersOf(before),
    after: countersOf(after),
    units: openUnits(after)
      .filter((unit) => from.has(unit.id) || !before.units.has(unit.id))
      .map((unit) => ({
        unit: unit.id,
        name: unit.name,
        nameEn: unit.nameEn,
        posts: postsOf(after, unit.id),
        leadingPosts: leadingPostsOf(after, unit.id),
        people: headcount(after, unit.id),
        duties: after.duties.heldBy(unit.id).length,
        from: from.get(unit.id) ?? [],
      })),
  }
}
