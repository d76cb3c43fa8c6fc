import { z } from 'zod'
import type { RawTables } from '../../reform/opening.ts'
import { findings, getJson, text } from './ask.ts'

const listShape = z.object({
  counties: z.array(z.object({ id: z.string(), name: text, plans: z.array(z.string()) })),
  default: z.string().nullable(),
})
const filesShape = z.object({
  id: z.string(),
  tables: z.record(
    z.string(),
    z.object({
      header: z.array(z.string()),
      rows: z.array(z.object({ line: z.number(), cells: z.array(z.string()) })),
    }),
  ),
  /** The digests of a register that records have moved on from its tables; by itself the tables' own. */
  manifest: z.object({ digest: z.string(), tables: z.record(z.string(), z.string()) }).optional(),
  plans: z.record(z.string(), z.string()),
  /** The version of each plan that counts now, where versions are kept. */
  versions: z.record(z.string(), z.number()).optional(),
  /** The plans that are in the journal. */
  applied: z.record(z.string(), z.object({ from: z.number(), to: z.number() })).optional(),
  policies: z.array(z.object({ name: z.string(), text: z.string() })),
  policyDigest: z.string(),
  findings,
})

export type CountyList = z.output<typeof listShape>
/** A county's files as text: tables, plans, limits, and what could not be read. */
export type CountyFiles = Omit<z.output<typeof filesShape>, 'tables'> & { readonly tables: RawTables }

export const fetchCounties = (signal: AbortSignal): Promise<CountyList> =>
  getJson(listShape, 'api/counties', signal)

/** With `plan` the register is the one that stood before that plan, when it was carried out. */
export const fetchCounty = (
  id: string,
  plan: string | undefined,
  signal: AbortSignal,
): Promise<CountyFiles> =>
  getJson(
    filesShape,
    `api/counties/${encodeURIComponent(id)}${plan === undefined ? '' : `?plan=${encodeURIComponent(plan)}`}`,
    signal,
  )
