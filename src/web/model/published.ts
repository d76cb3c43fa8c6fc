import { z } from 'zod'
import { getJson, text } from './ask.ts'

/** What an installation publishes of its counties, for everybody. */

const listShape = z.object({ counties: z.array(z.object({ id: z.string(), name: text })) })

const unitShape = z.object({
  id: z.string(),
  name: text,
  kind: z.string(),
  grade: z.string(),
  coLocatedWith: z.string().optional(),
  nameplates: z.array(text),
  sections: z.array(text),
  duties: z.array(
    z.object({
      name: text,
      category: z.string(),
      power: z.string(),
      statutory: z.boolean(),
      basis: z.string(),
    }),
  ),
})
const countyShape = z.object({ county: z.string(), name: text, on: z.string(), units: z.array(unitShape) })

export type PublishedUnit = z.output<typeof unitShape>
export type PublishedCounty = z.output<typeof countyShape>

export const fetchPublishedCounties = async (signal: AbortSignal) =>
  (await getJson(listShape, 'api/public/counties', signal)).counties

export const fetchPublished = (county: string, signal: AbortSignal): Promise<PublishedCounty> =>
  getJson(countyShape, `api/public/counties/${encodeURIComponent(county)}`, signal)

/** The units whose name, nameplate or a duty has the words, in either language. */
export const unitsWith = (units: readonly PublishedUnit[], words: string): readonly PublishedUnit[] => {
  const wanted = words.trim().toLowerCase()
  if (wanted === '') return units
  const says = ({ zh, en }: { readonly zh: string; readonly en: string }) =>
    `${zh} ${en}`.toLowerCase().includes(wanted)
  return units.filter(
    ({ name, nameplates, duties }) =>
      says(name) || nameplates.some(says) || duties.some((duty) => says(duty.name)),
  )
}
