import type { Day } from '../kernel/day.ts'
import type { UnitId } from '../kernel/id.ts'
import { guestsOf } from '../register/queries.ts'
import { leadershipId, quotaId } from '../register/quota.ts'
import { type Draft, type HeldName, handWhole, heldNames, putRow, type Rows } from '../register/register.ts'
import type { Move } from './operation.ts'

/** The things that operations of succession do to a draft. */

/** Hands rows to another unit. A section stays with its people and duties only when it moves too. */
export const hand = <Name extends HeldName>(
  draft: Draft,
  table: Name,
  ids: Iterable<string>,
  to: UnitId,
): void => {
  for (const id of ids) {
    const row = draft[table].get(id) as Rows[Name] | undefined
    if (row === undefined || row.unit === to) continue
    putRow(draft, table, { ...row, unit: to })
  }
}

/** Hands named duties or people over without their section, because the section itself stays behind. */
export const handWithoutSection = (
  draft: Draft,
  table: 'duties' | 'people',
  ids: Iterable<string>,
  to: UnitId,
): void => {
  for (const id of ids) {
    const row = draft[table].get(id)
    if (row === undefined || row.unit === to) continue
    putRow(draft, table, { ...row, unit: to, section: undefined } as Rows[typeof table])
  }
}

/** People and duties whose section has gone elsewhere no longer belong to a section. */
export const partFromSections = (draft: Draft, unit: UnitId): void => {
  for (const table of ['duties', 'people'] as const)
    for (const row of draft[table].heldBy(unit)) {
      const home = row.section === undefined ? undefined : draft.sections.get(row.section)?.unit
      if (row.section === undefined || home === unit) continue
      if (home !== undefined && home === draft.units.get(unit)?.coLocatedWith) continue
      putRow(draft, table, { ...row, section: undefined } as Rows[typeof table])
    }
}

/** Moves `count` posts of one kind; a quota that falls to nothing disappears. */
export const moveQuota = (
  draft: Draft,
  from: UnitId,
  to: UnitId,
  kind: Rows['quotas']['kind'],
  count: number,
) => {
  const has = draft.quotas.get(quotaId(from, kind))?.posts ?? 0
  setQuota(draft, from, kind, has - count)
  setQuota(draft, to, kind, (draft.quotas.get(quotaId(to, kind))?.posts ?? 0) + count)
}

export const setQuota = (draft: Draft, unit: UnitId, kind: Rows['quotas']['kind'], posts: number) => {
  const id = quotaId(unit, kind)
  if (posts === 0) draft.quotas.drop(id)
  else draft.quotas.put({ id, unit, kind, posts })
}

export const moveLeadership = (
  draft: Draft,
  from: UnitId,
  to: UnitId,
  level: Rows['leadership']['level'],
  count: number,
) => {
  const has = draft.leadership.get(leadershipId(from, level))?.posts ?? 0
  setLeadership(draft, from, level, has - count)
  setLeadership(draft, to, level, (draft.leadership.get(leadershipId(to, level))?.posts ?? 0) + count)
}

export const setLeadership = (
  draft: Draft,
  unit: UnitId,
  level: Rows['leadership']['level'],
  posts: number,
) => {
  const id = leadershipId(unit, level)
  if (posts === 0) draft.leadership.drop(id)
  else draft.leadership.put({ id, unit, level, posts })
}

/** Everything in the tables goes from one unit to the other; quotas and leading posts add up. */
export const handAll = (draft: Draft, from: UnitId, to: UnitId, tables: readonly HeldName[] = heldNames) => {
  for (const name of tables) {
    if (name === 'quotas')
      for (const quota of draft.quotas.heldBy(from)) moveQuota(draft, from, to, quota.kind, quota.posts)
    else if (name === 'leadership')
      for (const row of draft.leadership.heldBy(from)) moveLeadership(draft, from, to, row.level, row.posts)
    else handWhole(draft, name, from, to)
  }
}

/** Closes a unit in favour of its successors; institutions it sponsored and guests it hosted follow the first. */
export const close = (draft: Draft, id: UnitId, successors: readonly UnitId[], on: Day) => {
  const unit = draft.units.get(id)
  if (unit === undefined) return
  draft.units.put({ ...unit, closedOn: on, supersededBy: successors, coLocatedWith: undefined })
  const heir = successors[0]
  for (const sponsored of draft.units.heldBy(id)) draft.units.put({ ...sponsored, sponsor: heir })
  for (const guest of guestsOf(draft, id))
    draft.units.put({ ...guest, coLocatedWith: heir === guest.id ? undefined : heir })
}

/** The declaration that matches {@link handAll}. */
export const allMove = (from: UnitId, to: UnitId, tables: readonly HeldName[] = heldNames): Move => ({
  kind: 'all',
  tables,
  from,
  to,
})
