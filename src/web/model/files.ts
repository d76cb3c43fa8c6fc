import { z } from 'zod'
import type { Finding } from '../../kernel/finding.ts'
import type { RawTables } from '../../reform/opening.ts'

/** What the server hands out. The page checks the shape, because another version may answer. */

const text = z.object({ zh: z.string(), en: z.string() })
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
  plans: z.record(z.string(), z.string()),
  policies: z.array(z.object({ name: z.string(), text: z.string() })),
  policyDigest: z.string(),
  findings: z.array(z.custom<Finding>((value) => typeof value === 'object' && value !== null)),
})

export type CountyList = z.output<typeof listShape>
/** A county's files as text: tables, plans, limits, and what could not be read. */
export type CountyFiles = Omit<z.output<typeof filesShape>, 'tables'> & { readonly tables: RawTables }

/** Why nothing came: the server did not answer, does not know it, or answered something else. */
export class Unavailable extends Error {
  readonly reason: 'unreachable' | 'unknown' | 'unreadable'
  constructor(reason: Unavailable['reason']) {
    super(reason)
    this.reason = reason
  }
}

const getJson = async (path: string, signal: AbortSignal): Promise<unknown> => {
  let response: Response
  try {
    response = await fetch(new URL(path, document.baseURI), { signal })
  } catch (error) {
    if (signal.aborted) throw error
    throw new Unavailable('unreachable')
  }
  if (response.status === 404) throw new Unavailable('unknown')
  if (!response.ok) throw new Unavailable('unreachable')
  try {
    return await response.json()
  } catch {
    throw new Unavailable('unreadable')
  }
}

const shaped = <Shape>(shape: z.ZodType<Shape>, value: unknown): Shape => {
  const read = shape.safeParse(value)
  if (!read.success) throw new Unavailable('unreadable')
  return read.data
}

export const fetchCounties = async (signal: AbortSignal): Promise<CountyList> =>
  shaped(listShape, await getJson('api/counties', signal))

export const fetchCounty = async (id: string, signal: AbortSignal): Promise<CountyFiles> =>
  shaped(filesShape, await getJson(`api/counties/${encodeURIComponent(id)}`, signal))
