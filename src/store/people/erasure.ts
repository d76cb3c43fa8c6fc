import { blocks, type Finding } from '../../kernel/finding.ts'
import type { Client } from '../database.ts'
import { storedCounty } from '../journal-store.ts'
import { plainFile } from './files.ts'
import { inventedMark } from './invented.ts'
import { namesSomebody, notErased } from './person-findings.ts'
import { inView } from './view.ts'

/** Why a file was erased (个人信息保护法 第四十七条). */
export const erasureReasons = [
  'purpose-fulfilled',
  'retention-ended',
  'consent-withdrawn',
  'unlawful-processing',
  'own-request',
] as const
export type ErasureReason = (typeof erasureReasons)[number]

/** That a file was erased, and whether it was opened again since: never what stood in it. */
export interface Erasure {
  readonly person: string
  readonly erasedAt: string
  readonly reason: ErasureReason
  readonly document: string
  readonly reopenedAt: string | null
}

/** Which person of which county, by whom and when, on what document. */
export interface ErasureAct {
  readonly county: string
  readonly person: string
  readonly document: string
  readonly by: string
  readonly at: string
}

/**
 * Removes a person’s file and remembers that it was. Nothing may be written for the person afterwards; the
 * person’s account loses its display name. Findings: Y12 the document number names the person. Inside a transaction.
 */
export const eraseFile = async (
  client: Client,
  { county, person, document, by, at, reason }: ErasureAct & { readonly reason: ErasureReason },
): Promise<Finding[]> => {
  await storedCounty(client, county, { lock: true })
  const findings = await mentions(client, { county, person, text: document })
  if (blocks(findings)) return findings
  await inView(client, { county, people: [person] }, () =>
    client.query('delete from person_file where county_id = $1 and person_id = $2', [county, person]),
  )
  // The account of the person stays, under the name that it signs in with.
  await client.query('update account set display_name = username where county_id = $1 and person_id = $2', [
    county,
    person,
  ])
  await client.query(
    `insert into person_erasure (county_id, person_id, erased_at, erased_by, reason, document)
     values ($1, $2, $3, $4, $5, $6)
     on conflict (county_id, person_id) do update set erased_at = excluded.erased_at, erased_by = excluded.erased_by,
       reason = excluded.reason, document = excluded.document, reopened_at = null, reopened_by = null,
       reopened_document = null`,
    [county, person, at, by, reason, document],
  )
  return []
}

/** Lets a file be written again for somebody whose file was erased. Y13 when it is not. Inside a transaction. */
export const reopenFile = async (
  client: Client,
  { county, person, document, by, at }: ErasureAct,
): Promise<Finding[]> => {
  await storedCounty(client, county, { lock: true })
  const { rows } = await client.query(
    `update person_erasure set reopened_at = $3, reopened_by = $4, reopened_document = $5
     where county_id = $1 and person_id = $2 and reopened_at is null returning 1`,
    [county, person, at, by, document],
  )
  return rows.length === 0 ? [notErased(person)] : []
}

/** The erasures of a county, or of some of its people, by id. */
export const erasuresOf = async (
  client: Client,
  county: string,
  people?: readonly string[],
): Promise<Map<string, Erasure>> => {
  const { rows } = await client.query(
    `select person_id as person, erased_at as "erasedAt", reason, document, reopened_at as "reopenedAt"
     from person_erasure where county_id = $1 and ($2::text[] is null or person_id = any ($2)) order by person_id`,
    [county, people ?? null],
  )
  return new Map(rows.map((row) => [row.person as string, row as Erasure]))
}

/** Y12 when a text that is kept for ever holds what stands in the person's file. */
export const mentions = async (
  client: Client,
  { county, person, text }: { readonly county: string; readonly person: string; readonly text: string },
): Promise<Finding[]> => {
  const file = await plainFile(client, { county, people: [person] }, person)
  const values = Object.values(file?.values ?? {}).map((value) => value.replace(inventedMark, ''))
  return values.some((value) => value.length > 1 && text.includes(value))
    ? [namesSomebody(`person:${person}`)]
    : []
}
