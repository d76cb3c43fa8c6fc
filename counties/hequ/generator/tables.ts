import { evidenceColumns } from '../../../src/ledger/evidence.ts'
import { countyColumns } from '../../../src/register/county.ts'
import { tableColumns } from '../../../src/register/register.ts'
import { budgetRows } from './budget.ts'
import { type Cells, csv } from './csv.ts'
import { dutyRows } from './duties.ts'
import { areaRows, eventRows, movementRows, projectRows, revenueRows, stepRows } from './evidence.ts'
import { archiveRows, contractRows, premisesRows, sealRows } from './holdings.ts'
import { appointmentRows, peopleRows } from './people.ts'
import { leadershipRows, quotaRows } from './posts.ts'
import { sectionRows } from './sections.ts'
import { unitRows } from './units.ts'

const county: Cells = {
  id: 'hequ',
  code: '140930',
  name: '河曲县',
  nameEn: 'Hequ County',
  province: 'shanxi',
  baselineOn: '2020-03-31',
  superBureau: 'development',
  superSection: 's-development-reform-2',
}

/** Every generated table of the county by file name. The published figures are not among them: they are copied by hand. */
export const hequTables = (): Readonly<Record<string, string>> => {
  // Nothing has closed yet, so nobody carries on.
  const { supersededBy: _, ...units } = tableColumns.units
  const tables = {
    county: [countyColumns, [county]],
    units: [units, unitRows()],
    nameplates: [tableColumns.nameplates, []],
    sections: [tableColumns.sections, sectionRows()],
    duties: [tableColumns.duties, dutyRows()],
    quotas: [tableColumns.quotas, quotaRows()],
    leadership: [tableColumns.leadership, leadershipRows()],
    people: [tableColumns.people, peopleRows().map((person) => ({ ...person }))],
    appointments: [tableColumns.appointments, appointmentRows()],
    premises: [tableColumns.premises, premisesRows()],
    budget: [tableColumns.budget, budgetRows()],
    archives: [tableColumns.archives, archiveRows()],
    seals: [tableColumns.seals, sealRows()],
    contracts: [tableColumns.contracts, contractRows()],
    areas: [evidenceColumns.areas, areaRows()],
    revenue: [evidenceColumns.revenue, revenueRows()],
    movements: [evidenceColumns.movements, movementRows()],
    events: [evidenceColumns.events, eventRows()],
    steps: [evidenceColumns.steps, stepRows()],
    projects: [evidenceColumns.projects, projectRows()],
  } as const
  return Object.fromEntries(
    Object.entries(tables).map(([name, [columns, rows]]) => [`${name}.csv`, csv(Object.keys(columns), rows)]),
  )
}
