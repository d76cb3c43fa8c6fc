import { z } from 'zod'
import { getJson, text } from './ask.ts'
import type { Who } from './who.ts'

/** The unit that somebody heads or works for, as the register has it today. */

const unitShape = z.object({
  id: z.string(),
  name: text,
  kind: z.string(),
  grade: z.string(),
  isOpen: z.boolean(),
  posts: z.number(),
  people: z.number(),
  leadingPosts: z.number(),
  leaders: z.number(),
  closedOn: z.string().nullable(),
  heir: z.string(),
  guests: z.array(z.string()),
  nameplates: z.array(z.string()),
  sections: z.array(z.string()),
  duties: z.array(z.object({ id: z.string(), name: z.string() })),
})
const answerShape = z.object({ on: z.string(), unit: unitShape })

export type OwnUnit = z.output<typeof unitShape>

/** The unit of a right, and the one that carries on when it was merged; they are the same while it is open. */
export interface UnitToday {
  readonly on: string
  readonly was: OwnUnit
  readonly is: OwnUnit
}

const ask = (county: string, unit: string, signal: AbortSignal) =>
  getJson(answerShape, `api/counties/${encodeURIComponent(county)}/units/${encodeURIComponent(unit)}`, signal)

export const fetchUnitToday = async (
  county: string,
  unit: string,
  signal: AbortSignal,
): Promise<UnitToday> => {
  const { on, unit: was } = await ask(county, unit, signal)
  const is = was.heir === was.id ? was : (await ask(county, was.heir, signal)).unit
  return { on, was, is }
}

/** The units of a county that somebody's rights are over, each once. */
export const unitsOf = ({ grants }: Who, county: string): readonly string[] => [
  ...new Set(
    grants.flatMap(({ over, unit }) =>
      unit === undefined || (over !== county && over !== '*') ? [] : [unit],
    ),
  ),
]
