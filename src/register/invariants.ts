import { heldNames, type Register } from './register.ts'
import { isOpen } from './unit.ts'

/** One broken invariant: which, and the row that breaks it. */
export interface Breach {
  readonly invariant: string
  readonly row: string
}

/**
 * R1 every held row names a unit that exists and is open · R2 an open unit has no successor
 * R3 a closed unit holds nothing and names who carries on, or held nothing · R4 co-location has one level
 * R5 a sponsor exists · R6 every appointment names a person · R7 quota and leadership ids say unit and kind
 * R8 a section of a person or duty belongs to the same unit, or to the host of a co-located one · R9 no count is negative.
 * Checked after every replay in tests and when a county is loaded.
 */
export const breaches = (register: Register): Breach[] => {
  const found: Breach[] = []
  const breach = (invariant: string, row: string) => found.push({ invariant, row })
  for (const name of heldNames) {
    for (const row of register[name].values()) {
      const unit = register.units.get(row.unit)
      if (unit === undefined || !isOpen(unit)) breach('R1', `${name}:${row.id}`)
    }
  }
  for (const unit of register.units.values()) {
    if (isOpen(unit) && (unit.supersededBy?.length ?? 0) > 0) breach('R2', unit.id)
    if (!isOpen(unit) && heldNames.some((name) => register[name].heldBy(unit.id).length > 0))
      breach('R3', unit.id)
    const host = unit.coLocatedWith === undefined ? undefined : register.units.get(unit.coLocatedWith)
    if (isOpen(unit) && unit.coLocatedWith !== undefined) {
      if (host === undefined || !isOpen(host) || host.coLocatedWith !== undefined) breach('R4', unit.id)
    }
    if (isOpen(unit) && unit.sponsor !== undefined && !register.units.has(unit.sponsor)) breach('R5', unit.id)
  }
  for (const appointment of register.appointments.values())
    if (!register.people.has(appointment.person)) breach('R6', appointment.id)
  for (const quota of register.quotas.values()) {
    if (quota.id !== `${quota.unit}/${quota.kind}`) breach('R7', quota.id)
    if (quota.posts < 0) breach('R9', quota.id)
  }
  for (const row of register.leadership.values()) {
    if (row.id !== `${row.unit}/${row.level}`) breach('R7', row.id)
    if (row.posts < 0) breach('R9', row.id)
  }
  for (const name of ['people', 'duties'] as const) {
    for (const row of register[name].values()) {
      if (row.section === undefined) continue
      const home = register.sections.get(row.section)?.unit
      const host = register.units.get(row.unit)?.coLocatedWith
      if (home === undefined || (home !== row.unit && home !== host)) breach('R8', `${name}:${row.id}`)
    }
  }
  return found
}
