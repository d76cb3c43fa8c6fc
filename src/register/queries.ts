import type { UnitId } from '../kernel/id.ts'
import { say, type Text } from '../kernel/text.ts'
import type { PostKind } from './quota.ts'
import type { Register } from './register.ts'
import { isOpen, type Unit } from './unit.ts'

/** Questions that several floors ask of a register; each is a pure function of it. */

export const openUnits = (register: Register): Unit[] => [...register.units.values()].filter(isOpen)

/** Open units that count as organs. A co-located guest shares its host's body and counts 0 (合署办公). */
export const countedOrgans = (register: Register): Unit[] =>
  openUnits(register).filter((unit) => unit.counts === 'organ' && unit.coLocatedWith === undefined)

export const reformInstitutions = (register: Register): Unit[] =>
  openUnits(register).filter((unit) => unit.counts === 'reformInstitution')

export const nameOf = (register: Register, id: UnitId): Text => {
  const unit = register.units.get(id)
  return unit === undefined ? say(id, id) : say(unit.name, unit.nameEn)
}

export const shortNameOf = (register: Register, id: UnitId): Text => {
  const unit = register.units.get(id)
  return unit === undefined ? say(id, id) : say(unit.short, unit.shortEn)
}

/** 编制数 of a unit, of one kind or of all. */
export const postsOf = (register: Register, unit: UnitId, kind?: PostKind): number =>
  sum(
    register.quotas.heldBy(unit).filter((quota) => kind === undefined || quota.kind === kind),
    (quota) => quota.posts,
  )

/** 领导职数 of a unit. */
export const leadingPostsOf = (register: Register, unit: UnitId): number =>
  sum(register.leadership.heldBy(unit), (row) => row.posts)

/** 实有人数: people present. */
export const headcount = (register: Register, unit: UnitId, kind?: PostKind): number =>
  register.people.heldBy(unit).filter((person) => kind === undefined || person.postKind === kind).length

/** Appointments that take up one of the unit's leading posts (a concurrent one only when its document says so). */
export const leadersOf = (register: Register, unit: UnitId) =>
  register.appointments
    .heldBy(unit)
    .filter(
      (appointment) =>
        appointment.office !== 'sectionHead' && (!appointment.concurrent || appointment.occupiesPost),
    )

/** 承继单位: who carries on after a unit in the end; the unit itself while it is open. */
export const heirOf = (register: Register, unit: UnitId): UnitId => {
  let id = unit
  for (let hops = 0; hops < 100; hops += 1) {
    const next = register.units.get(id)?.supersededBy?.[0]
    if (next === undefined) return id
    id = next
  }
  return id
}

/** 合署办公: the open units that share this unit's staff body. */
export const guestsOf = (register: Register, host: UnitId): readonly Unit[] =>
  register.units.linkedTo(host).filter(isOpen)

export const sum = <Row>(rows: Iterable<Row>, of: (row: Row) => number): number => {
  let total = 0
  for (const row of rows) total += of(row)
  return total
}
