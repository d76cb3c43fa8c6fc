import type { Day } from '../../kernel/day.ts'
import { dutyId, type UnitId } from '../../kernel/id.ts'
import type { County } from '../../register/county.ts'
import type { Duty } from '../../register/duty.ts'
import { type Draft, emptyDraft, frozen, type Register } from '../../register/register.ts'
import type { Unit } from '../../register/unit.ts'
import type { ForeignUnit } from './case.ts'
import { type DutyRow, outsideId, type Roll } from './roll.ts'

/** The register before, as the roll knew it when it was opened. Taken before any operation is translated. */
export interface Opening {
  readonly units: readonly Unit[]
  readonly duties: readonly Duty[]
}

export const openingOf = (foreign: readonly ForeignUnit[], roll: Roll): Opening => {
  const units: Unit[] = []
  const duties: Duty[] = []
  foreign.forEach(({ code }, order) => {
    const member = roll.holder(code)
    if (member === undefined) return
    const { id, name, attributes } = member
    units.push({ ...plain, id, code, name, nameEn: name, short: name, shortEn: name, order, attributes })
    for (const row of member.duties ?? []) duties.push(dutyOf(row, id))
  })
  return { units, duties }
}

/** Duties that operations bring in wait outside, so that the proof sees them come. */
export const registerOf = (
  { units, duties }: Opening,
  entering: readonly DutyRow[],
  name: string,
): Register => {
  const draft: Draft = emptyDraft({ ...nowhere, id: name, name, nameEn: name })
  draft.units.put(outside)
  for (const unit of units) draft.units.put(unit)
  for (const duty of duties) draft.duties.put(duty)
  for (const row of entering) draft.duties.put(dutyOf(row, outsideId))
  return frozen(draft)
}

const dutyOf = ({ id, text }: DutyRow, unit: UnitId): Duty => ({
  id: dutyId(id),
  unit,
  section: undefined,
  name: text,
  nameEn: text,
  category: '—',
  power: 'other',
  statutory: false,
  basis: '—',
  counterpart: undefined,
})

/** A unit of which the model knows nothing but identity, code and name; the rest are its attributes. */
const plain = {
  kind: 'governmentDepartment',
  grade: 'none',
  sponsor: undefined,
  management: 'territorial',
  funding: 'none',
  counts: 'none',
  countReason: '外来名册',
  direct: false,
  coLocatedWith: undefined,
  openedOn: undefined,
  closedOn: undefined,
} as const

const outside: Unit = {
  ...plain,
  id: outsideId,
  code: undefined,
  name: '名册以外',
  nameEn: 'Outside the register',
  short: '名册以外',
  shortEn: 'Outside',
  kind: 'assetPool',
  order: 1_000_000,
}

const nowhere: County = {
  id: 'foreign',
  code: '000000',
  name: '外来名册',
  nameEn: 'Foreign register',
  province: 'none',
  baselineOn: '0001-01-01' as Day,
  superBureau: undefined,
  superSection: undefined,
}
