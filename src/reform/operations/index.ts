import type { Operation } from '../operation.ts'
import { absorbUnit } from './absorb-unit.ts'
import { addNameplate } from './add-nameplate.ts'
import { adjustTerritory } from './adjust-territory.ts'
import { appoint } from './appoint.ts'
import { assignPerson } from './assign-person.ts'
import { changeGrade } from './change-grade.ts'
import { changeManagement } from './change-management.ts'
import { changeSubordination } from './change-subordination.ts'
import { coLocateUnits } from './co-locate-units.ts'
import { consolidateBudget } from './consolidate-budget.ts'
import { convertToEnterprise } from './convert-to-enterprise.ts'
import { dissolveSection } from './dissolve-section.ts'
import { dissolveUnit } from './dissolve-unit.ts'
import { establishSection } from './establish-section.ts'
import { establishUnit } from './establish-unit.ts'
import { mergeUnits } from './merge-units.ts'
import { recodeUnit } from './recode-unit.ts'
import { removeFromOffice } from './remove-from-office.ts'
import { removeNameplate } from './remove-nameplate.ts'
import { renameUnit } from './rename-unit.ts'
import { setLeadershipQuota } from './set-leadership-quota.ts'
import { setStaffingQuota } from './set-staffing-quota.ts'
import { spinOffUnit } from './spin-off-unit.ts'
import { splitDuty } from './split-duty.ts'
import { splitUnit } from './split-unit.ts'
import { surrenderSeals } from './surrender-seals.ts'
import { transferArchives } from './transfer-archives.ts'
import { transferBudget } from './transfer-budget.ts'
import { transferContracts } from './transfer-contracts.ts'
import { transferDuty } from './transfer-duty.ts'
import { transferPremises } from './transfer-premises.ts'
import { transferSeals } from './transfer-seals.ts'

/** The only list of operations; its names are the plan language. */
export const operations = [
  absorbUnit,
  addNameplate,
  adjustTerritory,
  appoint,
  assignPerson,
  changeGrade,
  changeManagement,
  changeSubordination,
  coLocateUnits,
  consolidateBudget,
  convertToEnterprise,
  dissolveSection,
  dissolveUnit,
  establishSection,
  establishUnit,
  mergeUnits,
  recodeUnit,
  removeFromOffice,
  removeNameplate,
  renameUnit,
  setLeadershipQuota,
  setStaffingQuota,
  spinOffUnit,
  splitDuty,
  splitUnit,
  surrenderSeals,
  transferArchives,
  transferBudget,
  transferContracts,
  transferDuty,
  transferPremises,
  transferSeals,
] as const

export type OperationName = (typeof operations)[number]['name']

const byWord = new Map<string, AnyOperation>()

/** An operation whose fields are only known at run time; they were parsed by its own schema. */
export type AnyOperation = Operation<OperationName, unknown>

for (const operation of operations as unknown as readonly AnyOperation[]) {
  byWord.set(operation.name, operation)
  for (const term of operation.terms) byWord.set(term, operation)
}

/** The operation of that English name or Chinese term. */
export const operationNamed = (word: string): AnyOperation | undefined => byWord.get(word)

/** Every word a plan file may use, English names first. */
export const operationWords: readonly string[] = [...byWord.keys()]
