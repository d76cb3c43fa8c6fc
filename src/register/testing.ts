import { day, month } from '../kernel/day.ts'
import type { DutyId, PersonId, UnitId } from '../kernel/id.ts'
import type { County } from './county.ts'
import type { Duty } from './duty.ts'
import type { Person } from './person.ts'
import { leadershipId, type PostKind, quotaId } from './quota.ts'
import { type Draft, emptyDraft, frozen, type Register } from './register.ts'
import type { Unit } from './unit.ts'

/** Small worlds for tests, built like data; every fact has a quiet default. */

export const testCounty: County = {
  id: 'test',
  code: '990000',
  name: '试验县',
  nameEn: 'Test County',
  province: 'none',
  baselineOn: day('2020-03-31'),
  superBureau: undefined,
  superSection: undefined,
}

export const testUnit = (id: string, facts: Partial<Unit> = {}): Unit => ({
  id: id as UnitId,
  code: undefined,
  name: `${id}局`,
  nameEn: `${id} bureau`,
  short: id,
  shortEn: id,
  kind: 'governmentDepartment',
  grade: 'section',
  sponsor: undefined,
  management: 'territorial',
  funding: 'full',
  counts: 'organ',
  countReason: '政府工作部门',
  direct: false,
  coLocatedWith: undefined,
  order: 1,
  openedOn: undefined,
  closedOn: undefined,
  ...facts,
})

export const testDuty = (id: string, unit: string, facts: Partial<Duty> = {}): Duty => ({
  id: id as DutyId,
  unit: unit as UnitId,
  section: undefined,
  name: `职责${id}`,
  nameEn: `duty ${id}`,
  category: '一般事项',
  power: 'service',
  statutory: true,
  basis: '示例',
  counterpart: undefined,
  ...facts,
})

export const testPerson = (id: string, unit: string, facts: Partial<Person> = {}): Person => ({
  id: id as PersonId,
  unit: unit as UnitId,
  section: undefined,
  postKind: 'administrative',
  born: month('1980-01'),
  category: 'man',
  enteredOn: month('2005-07'),
  supported: true,
  rank: undefined,
  assignment: undefined,
  ...facts,
})

/** What a test unit holds, by plain counts and ids. */
export interface Holding {
  readonly unit?: Partial<Unit>
  readonly duties?: readonly string[]
  readonly people?: readonly string[]
  readonly posts?: Partial<Record<PostKind, number>>
  readonly chief?: number
  readonly deputy?: number
  readonly seals?: readonly string[]
  readonly archives?: readonly string[]
  readonly contracts?: readonly string[]
  readonly premises?: readonly string[]
  readonly budget?: readonly string[]
  readonly plates?: readonly string[]
  readonly sections?: readonly string[]
}

/** A register of units and what they hold: `register({ forestry: { duties: ['trees'], posts: { administrative: 5 } } })`. */
export const register = (holdings: Readonly<Record<string, Holding>>): Register => {
  const draft = emptyDraft(testCounty)
  for (const [id, holding] of Object.entries(holdings)) fill(draft, id, holding)
  return frozen(draft)
}

const fill = (draft: Draft, id: string, holding: Holding) => {
  const unit = id as UnitId
  draft.units.put(testUnit(id, holding.unit))
  for (const duty of holding.duties ?? []) draft.duties.put(testDuty(duty, id))
  for (const person of holding.people ?? []) draft.people.put(testPerson(person, id))
  for (const [kind, posts] of Object.entries(holding.posts ?? {}))
    draft.quotas.put({ id: quotaId(id, kind as PostKind), unit, kind: kind as PostKind, posts })
  for (const level of ['chief', 'deputy'] as const)
    if (holding[level] !== undefined)
      draft.leadership.put({ id: leadershipId(id, level), unit, level, posts: holding[level] })
  for (const seal of holding.seals ?? []) draft.seals.put({ id: seal, unit, name: seal, state: 'inUse' })
  for (const archive of holding.archives ?? [])
    draft.archives.put({ id: archive, unit, name: archive, volumes: 10 })
  for (const contract of holding.contracts ?? [])
    draft.contracts.put({ id: contract, unit, name: contract, amountYuan: 1000, endsOn: undefined })
  for (const room of holding.premises ?? [])
    draft.premises.put({ id: room, unit, building: '一号楼', room, areaM2: 20, use: 'office' })
  for (const line of holding.budget ?? [])
    draft.budget.put({ id: line, unit, item: 'operatingFixed', name: line, amountYuan: 38_000 })
  for (const plate of holding.plates ?? [])
    draft.nameplates.put({ id: plate, unit, name: plate, nameEn: plate, since: undefined })
  for (const section of holding.sections ?? [])
    draft.sections.put({ id: section, unit, name: section, nameEn: section, posts: 3 })
}
