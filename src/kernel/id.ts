/**
 * Permanent identities. A name, a code or a holder may change; an id never does, and is never reused.
 * Ids are plain strings in files and branded strings in code, so that a duty cannot stand where a unit is due.
 */
declare const brand: unique symbol
type Id<Kind extends string> = string & { readonly [brand]: Kind }

export type UnitId = Id<'unit'>
export type PersonId = Id<'person'>
export type DutyId = Id<'duty'>

export const unitId = (text: string) => text as UnitId
export const personId = (text: string) => text as PersonId
export const dutyId = (text: string) => text as DutyId

/** Where a finding points: `plan:hequ-2020#12`, `unit:forestry`, `table:people.csv#17:born`. */
export type Address = string
