import { z } from 'zod'
import { type OperationName, rowOf, type Scope } from '../../../rights/policy.ts'
import { type Answered, getJson, send } from '../ask.ts'
import type { Who } from '../who.ts'

/** The columns of a person's file, as the server calls them. */
export const fileColumns = ['name', 'identity_number', 'phone', 'appraisal'] as const
export type FileColumn = (typeof fileColumns)[number]

/** What one may look behind the mask for. */
export const purposes = ['placement', 'appraisal', 'payroll', 'discipline', 'own-request', 'audit'] as const
export type Purpose = (typeof purposes)[number]

const column = z.enum(fileColumns)
const fileShape = z.object({
  person: z.string(),
  version: z.number(),
  columns: z.array(column),
  masked: z.partialRecord(column, z.string().nullable()),
  erasure: z
    .object({ erasedAt: z.string(), document: z.string(), reopenedAt: z.string().nullable() })
    .nullable(),
})
const revealedShape = z.object({ version: z.number(), values: z.partialRecord(column, z.string()) })
const looksShape = z.object({
  looks: z.array(
    z.object({
      seq: z.number(),
      at: z.string(),
      actor: z.string(),
      actorName: z.string().nullable(),
      act: z.string(),
      columns: z.array(z.string()),
      purpose: z.string().nullable(),
      document: z.string().nullable(),
    }),
  ),
})

/** A person's file under its mask. */
export type PersonFile = z.output<typeof fileShape>
export type Revealed = z.output<typeof revealedShape>
/** A look at the file, or a change of it, as the audit has it. */
export type Look = z.output<typeof looksShape>['looks'][number]

const pathOf = (county: string, person: string) =>
  `api/counties/${encodeURIComponent(county)}/people/${encodeURIComponent(person)}`

export const fetchPersonFile = (county: string, person: string, signal: AbortSignal): Promise<PersonFile> =>
  getJson(fileShape, pathOf(county, person), signal)

export const fetchLooks = async (
  county: string,
  person: string,
  signal: AbortSignal,
): Promise<readonly Look[]> => (await getJson(looksShape, `${pathOf(county, person)}/reveals`, signal)).looks

/** Shows columns unmasked; what for is put on record with it. */
export const reveal = (
  { county, person }: { readonly county: string; readonly person: string },
  body: { readonly columns: readonly FileColumn[]; readonly purpose: Purpose; readonly document?: string },
  key: string,
): Promise<Answered<Revealed>> =>
  send(revealedShape, { method: 'POST', path: `${pathOf(county, person)}/reveal`, body, key })

/** Puts one column of the version that was read right; null empties it. */
export const correct = (
  { county, person }: { readonly county: string; readonly person: string },
  {
    version,
    column,
    value,
  }: { readonly version: number; readonly column: FileColumn; readonly value: string | null },
  key: string,
): Promise<Answered<unknown>> =>
  send(z.unknown(), {
    method: 'PATCH',
    path: pathOf(county, person),
    body: { version, [column]: value },
    key,
  })

const wider: readonly Scope[] = ['own', 'unit', 'county', 'all']

/** How far a right of somebody reaches in a county by his roles; undefined for not at all. */
export const reachOf = (
  who: Pick<Who, 'operations' | 'grants'>,
  operation: OperationName,
  county: string,
): Scope | undefined => {
  if (!who.operations.includes(operation)) return undefined
  const row = rowOf(operation)
  return who.grants
    .filter(({ over }) => over === '*' || over === county)
    .flatMap(({ role }) => row[role] ?? [])
    .sort((a, b) => wider.indexOf(b) - wider.indexOf(a))[0]
}
