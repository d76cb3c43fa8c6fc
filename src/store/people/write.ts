import type { Finding } from '../../kernel/finding.ts'
import type { Client } from '../database.ts'
import { storedCounty } from '../journal-store.ts'
import { erasuresOf } from './erasure.ts'
import { plainFile } from './files.ts'
import { wrongIn } from './identity-number.ts'
import { type FileColumn, type FileValues, fileColumns } from './masking.ts'
import { changedSince, numberTaken, wasErased } from './person-findings.ts'
import { valueFindings } from './value-findings.ts'
import { inView } from './view.ts'

/** A correction: what to change (null empties a column), drawn for one version; 0 when there is no file yet. */
export interface Correction {
  readonly county: string
  readonly person: string
  readonly version: number
  readonly changes: { readonly [Column in FileColumn]?: string | null | undefined }
}

/** What came of it: the version that the file has now, or why nothing was written. */
export type Corrected =
  | { readonly version: number }
  | { readonly conflict: Finding; readonly actual: number }
  | { readonly findings: readonly Finding[] }

/**
 * Corrects a file, or begins it. Findings: Y01–Y05 values · Y06 number of another · Y09 erased; a conflict is Y10. Inside
 * a transaction.
 */
export const correctFile = async (client: Client, correction: Correction): Promise<Corrected> => {
  const { county, person, version, changes } = correction
  await storedCounty(client, county, { lock: true })
  const erasure = (await erasuresOf(client, county, [person])).get(person)
  if (erasure?.reopenedAt === null) return { findings: [wasErased(person)] }
  const before = await plainFile(client, { county, people: [person] }, person)
  const actual = before?.version ?? 0
  if (actual !== version) return { conflict: changedSince(person, version, actual), actual }
  const values = changed(before?.values ?? {}, changes)
  const findings = [
    ...valueFindings(values, (column) => `person:${person}:${column}`),
    ...(await takenNumber(client, county, person, values)),
  ]
  if (findings.length > 0) return { findings }
  await inView(client, { county, people: [person] }, () =>
    client.query(
      `insert into person_file (county_id, person_id, name, identity_number, phone, appraisal, version)
       values ($1, $2, $3, $4, $5, $6, $7)
       on conflict (county_id, person_id) do update set name = excluded.name, identity_number = excluded.identity_number,
         phone = excluded.phone, appraisal = excluded.appraisal, version = excluded.version, updated_at = now()`,
      [county, person, ...fileColumns.map((column) => values[column] ?? null), actual + 1],
    ),
  )
  return { version: actual + 1 }
}

const changed = (before: FileValues, changes: Correction['changes']): FileValues =>
  Object.fromEntries(
    fileColumns.flatMap((column) => {
      const value = changes[column] === undefined ? before[column] : changes[column]
      return value === undefined || value === null ? [] : [[column, value]]
    }),
  )

const takenNumber = async (
  client: Client,
  county: string,
  person: string,
  { identity_number }: FileValues,
) => {
  if (identity_number === undefined || wrongIn(identity_number) !== undefined) return []
  const { rows } = await inView(client, { county, people: '*' }, () =>
    client.query(
      'select 1 from person_file where county_id = $1 and person_id <> $2 and identity_number = $3 limit 1',
      [county, person, identity_number],
    ),
  )
  return rows.length === 0 ? [] : [numberTaken(`person:${person}:identity_number`)]
}
