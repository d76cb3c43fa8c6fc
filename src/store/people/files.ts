import type { QueryResultRow } from 'pg'
import type { Client } from '../database.ts'
import { inventedMark } from './invented.ts'
import { type FileColumn, type FileValues, fileColumns, masked } from './masking.ts'
import { inView, type PeopleView } from './view.ts'

/** A file as everybody may see it who may see it at all. */
export interface MaskedFile {
  readonly version: number
  /** Which columns hold something, masked or withheld. */
  readonly columns: readonly FileColumn[]
  /** Under their masks; null is withheld. */
  readonly values: Readonly<Partial<Record<FileColumn, string | null>>>
}

/** A file as it stands, for who has the right and said what for. */
export interface PlainFile {
  readonly version: number
  readonly values: FileValues
}

/** The files of some people, as far as the view reaches and they have one, masked. */
export const maskedFiles = async (
  client: Client,
  view: PeopleView,
  people: readonly string[],
): Promise<Map<string, MaskedFile>> => {
  const { rows } = await inView(client, view, () =>
    client.query(
      `select person_id, ${valueList}, version from person_file where county_id = $1 and person_id = any ($2)`,
      [view.county, people],
    ),
  )
  return new Map(
    rows.map((row) => {
      const { version, values } = plain(row)
      const columns = fileColumns.filter((column) => values[column] !== undefined)
      return [row.person_id as string, { version, columns, values: masked(values) }]
    }),
  )
}

/** The file of one person as it stands; undefined when there is none in the view. */
export const plainFile = async (
  client: Client,
  view: PeopleView,
  person: string,
): Promise<PlainFile | undefined> => {
  const { rows } = await inView(client, view, () =>
    client.query(`select ${valueList}, version from person_file where county_id = $1 and person_id = $2`, [
      view.county,
      person,
    ]),
  )
  return rows[0] === undefined ? undefined : plain(rows[0])
}

/** Who bears exactly this name, in the view, at most 50: part of a name finds nobody. */
export const namesakes = async (client: Client, view: PeopleView, name: string): Promise<string[]> => {
  const { rows } = await inView(client, view, () =>
    client.query(
      'select person_id from person_file where county_id = $1 and name = any ($2) order by person_id limit 50',
      [view.county, [name, `${inventedMark}${name}`]],
    ),
  )
  return rows.map((row) => row.person_id as string)
}

/** Ids that have a file, or had one that was erased, and are not among `known`: who left the register. */
export const otherIds = async (
  client: Client,
  county: string,
  known: readonly string[],
): Promise<string[]> => {
  const { rows } = await inView(client, { county, people: '*' }, () =>
    client.query(
      `select person_id from person_file where county_id = $1 and person_id <> all ($2)
       union select person_id from person_erasure where county_id = $1 and person_id <> all ($2)`,
      [county, known],
    ),
  )
  return rows.map((row) => row.person_id as string)
}

const valueList = fileColumns.join(', ')

const plain = (row: QueryResultRow): PlainFile => ({
  version: row.version,
  values: Object.fromEntries(
    fileColumns.flatMap((column) => (row[column] === null ? [] : [[column, row[column] as string]])),
  ),
})
