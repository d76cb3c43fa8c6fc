import type { UnitId } from '../../../kernel/id.ts'
import type { Text } from '../../../kernel/text.ts'
import type { WrittenLine } from '../../../reform/editing/line-spans.ts'
import { headcount, leadersOf, openUnits, shortNameOf } from '../../../register/queries.ts'
import { type LeadingLevel, leadershipId, type PostKind, quotaId } from '../../../register/quota.ts'
import type { Register } from '../../../register/register.ts'
import { type UnitKind, unitKinds } from '../../../register/unit.ts'

/** Posts or leading posts of many units in one table: what officials settle for all of them on one sheet. */

/** What the table is about: posts of one kind, or chiefs and deputies. */
export type QuotaOf = PostKind | 'leading'

/** Which units stand on the sheet: those of a kind, or the institutions that the reform counts. */
export type QuotaUnits = UnitKind | 'reformInstitution'

/** A unit with what it has and who is there. */
export interface QuotaRow {
  readonly unit: UnitId
  readonly name: Text
  /** Posts; chiefs and deputies. */
  readonly has: readonly number[]
  /** People on posts of the kind; those who take up a leading post. */
  readonly present: number
}

/** The columns to fill in. */
export const levelsOf = (of: QuotaOf): readonly (LeadingLevel | 'posts')[] =>
  of === 'leading' ? ['chief', 'deputy'] : ['posts']

/** The open units of that sort that have staff of their own, in official order. */
export const quotaRows = (register: Register, of: QuotaOf, units: QuotaUnits): readonly QuotaRow[] =>
  openUnits(register)
    .filter((unit) => (unit.kind === units || unit.counts === units) && unit.coLocatedWith === undefined)
    .sort((a, b) => a.order - b.order)
    .map(({ id }) => ({
      unit: id,
      name: shortNameOf(register, id),
      has: levelsOf(of).map((level) =>
        level === 'posts'
          ? (register.quotas.get(quotaId(id, of as PostKind))?.posts ?? 0)
          : (register.leadership.get(leadershipId(id, level))?.posts ?? 0),
      ),
      present: of === 'leading' ? leadersOf(register, id).length : headcount(register, id, of),
    }))

/** The sorts of units that the register has: the institutions of the reform first, then the kinds in official order. */
export const sortsIn = (register: Register): readonly QuotaUnits[] => {
  const found = new Set<string>(openUnits(register).flatMap(({ kind, counts }) => [kind, counts]))
  return (['reformInstitution', ...Object.keys(unitKinds)] as QuotaUnits[]).filter((sort) => found.has(sort))
}

/** What was typed for each unit, by its id: a number of each column, or nothing. */
export type Settled = Readonly<Record<string, readonly (number | undefined)[]>>

/** A line for each unit whose number differs from what it has. */
export const quotaLines = (
  rows: readonly QuotaRow[],
  settled: Settled,
  { of, on }: { readonly of: QuotaOf; readonly on: string | undefined },
): readonly WrittenLine[] =>
  rows.flatMap((row): WrittenLine[] => {
    const next = row.has.map((has, at) => settled[row.unit]?.[at] ?? has)
    if (next.every((value, at) => value === row.has[at])) return []
    const day = on === undefined ? {} : { on }
    return of === 'leading'
      ? [{ op: 'set-leadership-quota', ...day, unit: row.unit, chief: next[0], deputy: next[1] }]
      : [{ op: 'set-staffing-quota', ...day, unit: row.unit, kind: of, posts: next[0] }]
  })
