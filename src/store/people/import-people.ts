import { blocks, type Finding, sorted } from '../../kernel/finding.ts'
import { dayOfRecord, registerAt } from '../../reform/history.ts'
import type { RawTable } from '../../reform/opening.ts'
import { readTable } from '../../reform/opening.ts'
import { type Column, type Columns, id, optional } from '../../register/columns.ts'
import type { Register } from '../../register/register.ts'
import { countiesInMemory } from '../current.ts'
import type { Client, Database } from '../database.ts'
import { databaseNow, storedCounty, writeAudit } from '../journal-store.ts'
import { erasuresOf } from './erasure.ts'
import { type FileColumn, type FileValues, fileColumns } from './masking.ts'
import { fileExists, numberTaken, unknownPerson, wasErased } from './person-findings.ts'
import { valueFindings } from './value-findings.ts'
import { inView } from './view.ts'

/** What came of an import: how many files were begun, changed, or said the same already; or why nothing was written. */
export interface ImportedPeople {
  readonly begun: number
  readonly changed: number
  readonly same: number
  readonly findings: readonly Finding[]
}

/** How files are imported: into which county, by whom, and whether they may overwrite. */
export interface PeopleImport {
  readonly county: string
  readonly actor: string
  readonly isUpdate: boolean
}

/**
 * Writes the files of a table (person_id, name, identity_number, phone, appraisal), all of them or none. Findings with
 * their lines: B02–B17 the table · Y01–Y05 values · Y06 number twice · Y07 not in the register · Y08 has another file ·
 * Y09 erased.
 */
export const importPeople = async (
  database: Database,
  table: RawTable,
  { county, actor, isUpdate }: PeopleImport,
): Promise<ImportedPeople> => {
  const findings: Finding[] = []
  const rows = rowsOf(table, findings)
  if (table.isUnreadable) return { begun: 0, changed: 0, same: 0, findings }
  return database.transaction(async (client) => {
    await storedCounty(client, county, { lock: true })
    const now = await databaseNow(client)
    const known = await countiesInMemory(1).current(client, county)
    if (known === undefined) throw new Error(`no county ${county}`)
    const world = {
      register: registerAt(known.history, dayOfRecord(now)),
      erased: await erasuresOf(client, county),
      before: await filesOf(client, county),
      isUpdate,
    }
    findings.push(...rowFindings(rows, world))
    if (blocks(findings)) return { begun: 0, changed: 0, same: 0, findings: sorted(findings) }
    const differing = rows.filter((row) => !isSame(world.before.get(row.person), row.values))
    await write(client, county, differing)
    const changed = differing.filter(({ person }) => world.before.has(person)).length
    const counts = { begun: differing.length - changed, changed, same: rows.length - differing.length }
    const subject = `county:${county}`
    await writeAudit(client, { county, at: now, actor, action: 'import-people', subject, detail: counts })
    return { ...counts, findings: sorted(findings) }
  })
}

interface Row {
  readonly line: number
  readonly person: string
  readonly values: FileValues
}

/** Cells are taken as they stand; what is wrong with them is told by column and line, never by value. */
const cell = (zh: string): Column<string> => ({ zh, optional: false, read: (text) => text })

const columns: Columns = {
  id: id('人员标识'),
  name: cell('姓名'),
  identity_number: optional(cell('公民身份号码')),
  phone: optional(cell('联系电话')),
  appraisal: optional(cell('考核评语')),
}

const rowsOf = (table: RawTable, findings: Finding[]): Row[] => {
  const header = table.header.map((title) => (title === 'person_id' ? 'id' : title))
  const at = header.findIndex((title) => title === 'id' || title === '人员标识')
  const lines = new Map([...table.rows].reverse().map(({ line, cells }) => [cells[at], line]))
  return readTable('people-file', columns, { ...table, header }, findings).map((row) => ({
    line: lines.get(row.id as string) ?? 1,
    person: row.id as string,
    values: Object.fromEntries(
      fileColumns.flatMap((column) => (row[column] === undefined ? [] : [[column, row[column] as string]])),
    ),
  }))
}

interface World {
  readonly register: Register
  readonly erased: Awaited<ReturnType<typeof erasuresOf>>
  readonly before: ReadonlyMap<string, FileValues>
  readonly isUpdate: boolean
}

const place = ({ line }: Row, column: string) => `table:people-file.csv#${line}:${column}`

const rowFindings = (rows: readonly Row[], { register, erased, before, isUpdate }: World): Finding[] => {
  const listed = new Set(rows.map(({ person }) => person))
  const owners = new Map<string, string>()
  for (const [person, { identity_number: number }] of before)
    if (number !== undefined && !listed.has(person)) owners.set(number, person)
  return rows.flatMap((row) => {
    const { person, values, line } = row
    const found = [...valueFindings(values, (column) => place(row, column))]
    const at = place(row, 'person_id')
    if (!register.people.has(person)) found.push(unknownPerson(person, at))
    if (erased.get(person)?.reopenedAt === null) found.push(wasErased(person, at))
    const file = before.get(person)
    if (!isUpdate && file !== undefined && !isSame(file, values)) found.push(fileExists(person, at))
    const number = values.identity_number
    if (number !== undefined && owners.has(number)) found.push(numberTaken(place(row, 'identity_number')))
    if (number !== undefined) owners.set(number, person)
    return found.map((finding) => ({ ...finding, place: { line, column: 1 } }))
  })
}

const isSame = (file: FileValues | undefined, values: FileValues): boolean =>
  file !== undefined && fileColumns.every((column: FileColumn) => file[column] === values[column])

const filesOf = async (client: Client, county: string): Promise<Map<string, FileValues>> => {
  const { rows } = await inView(client, { county, people: '*' }, () =>
    client.query(`select person_id, ${fileColumns.join(', ')} from person_file where county_id = $1`, [
      county,
    ]),
  )
  return new Map(
    rows.map((row) => [
      row.person_id as string,
      Object.fromEntries(
        fileColumns.flatMap((column) => (row[column] === null ? [] : [[column, row[column]]])),
      ),
    ]),
  )
}

const write = (client: Client, county: string, rows: readonly Row[]) =>
  inView(client, { county, people: '*' }, () =>
    client.query(
      `insert into person_file as file (county_id, person_id, name, identity_number, phone, appraisal)
       select $1, person, name, identity_number, phone, appraisal
       from jsonb_to_recordset($2::jsonb) as given (person text, name text, identity_number text, phone text, appraisal text)
       on conflict (county_id, person_id) do update set name = excluded.name, identity_number = excluded.identity_number,
         phone = excluded.phone, appraisal = excluded.appraisal, version = file.version + 1, updated_at = now()`,
      [county, JSON.stringify(rows.map(({ person, values }) => ({ person, ...values })))],
    ),
  )
