import type { UnitId } from '../kernel/id.ts'
import type { Columns } from './columns.ts'
import type { County } from './county.ts'
import { type Duty, dutyColumns } from './duty.ts'
import {
  type Archive,
  archiveColumns,
  type BudgetLine,
  budgetColumns,
  type Contract,
  contractColumns,
  type Premises,
  premisesColumns,
  type Seal,
  sealColumns,
} from './holdings.ts'
import { type Appointment, appointmentColumns, type Person, personColumns } from './person.ts'
import { type Leadership, leadershipColumns, type Quota, quotaColumns } from './quota.ts'
import { type ReadTable, Table } from './table.ts'
import {
  type Nameplate,
  nameplateColumns,
  type Section,
  sectionColumns,
  type Unit,
  unitColumns,
} from './unit.ts'

/** The row type of every table of the register. Its keys are the file names: `units.csv`, `duties.csv` … */
export interface Rows {
  units: Unit
  nameplates: Nameplate
  sections: Section
  duties: Duty
  quotas: Quota
  leadership: Leadership
  people: Person
  appointments: Appointment
  premises: Premises
  budget: BudgetLine
  archives: Archive
  seals: Seal
  contracts: Contract
}
export type TableName = keyof Rows

export const tableColumns: Readonly<Record<TableName, Columns>> = {
  units: unitColumns,
  nameplates: nameplateColumns,
  sections: sectionColumns,
  duties: dutyColumns,
  quotas: quotaColumns,
  leadership: leadershipColumns,
  people: personColumns,
  appointments: appointmentColumns,
  premises: premisesColumns,
  budget: budgetColumns,
  archives: archiveColumns,
  seals: sealColumns,
  contracts: contractColumns,
}
export const tableNames = Object.keys(tableColumns) as TableName[]

/** The tables whose every row is held by exactly one open unit. */
export type HeldName = Exclude<TableName, 'units'>
export const heldNames = tableNames.filter((name): name is HeldName => name !== 'units')

/** 机构编制台账: everything the county has on one day, as one immutable value. Questions about it are pure functions. */
export type Register = { readonly [Name in TableName]: ReadTable<Rows[Name]> } & { readonly county: County }

type Tables = { readonly [Name in TableName]: Table<Rows[Name]> }

/** The private, writable form of a register while operations are applied. It reads like a Register. */
export type Draft = Tables & { readonly county: County }

const holderOf = (row: { readonly unit: UnitId }) => row.unit

const emptyTables = (): Tables => ({
  units: new Table<Unit>(
    (unit) => unit.sponsor,
    (unit) => unit.coLocatedWith,
  ),
  nameplates: new Table<Nameplate>(holderOf),
  sections: new Table<Section>(holderOf),
  duties: new Table<Duty>(holderOf),
  quotas: new Table<Quota>(holderOf),
  leadership: new Table<Leadership>(holderOf),
  people: new Table<Person>(holderOf),
  appointments: new Table<Appointment>(holderOf, (appointment) => appointment.person),
  premises: new Table<Premises>(holderOf),
  budget: new Table<BudgetLine>(holderOf),
  archives: new Table<Archive>(holderOf),
  seals: new Table<Seal>(holderOf),
  contracts: new Table<Contract>(holderOf),
})

export const emptyDraft = (county: County): Draft => ({ ...emptyTables(), county })

/** A draft that starts as the register and never changes it. */
export const draftOf = (register: Register): Draft => {
  const draft = register as Draft
  const forked = Object.fromEntries(tableNames.map((name) => [name, draft[name].fork()]))
  return { ...(forked as unknown as Tables), county: register.county }
}

/** Ends the writing: the draft must not be written to again. */
export const frozen = (draft: Draft): Register => draft

/** Writes a row whose table is only known at run time; the caller vouches that the two belong together. */
export const putRow = <Name extends TableName>(draft: Draft, name: Name, row: Rows[Name]): void => {
  const table = draft[name] as unknown as Table<Rows[Name]>
  table.put(row)
}

/** Everything in one table that a unit holds goes to another unit. */
export const handWhole = (draft: Draft, name: HeldName, from: UnitId, to: UnitId): void => {
  const table = draft[name] as unknown as Table<{ readonly id: string; readonly unit: UnitId }>
  table.replaceHeld(from, (row) => ({ ...row, unit: to }))
}
