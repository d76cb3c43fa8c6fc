import { z } from 'zod'
import type { Unit } from '../../ledger/figure.ts'
import { getJson, text } from './ask.ts'

const figuresShape = z.object({
  figures: z.array(
    z.object({
      id: z.string(),
      name: text,
      value: z.number().nullable(),
      published: z.number().nullable(),
      agrees: z.boolean().nullable(),
      unit: z.custom<Unit>((value) => typeof value === 'string'),
    }),
  ),
})

/** The figures of a county without any row of it. */
export type CountyFigures = z.output<typeof figuresShape>['figures']

export const fetchFigures = async (county: string, signal: AbortSignal): Promise<CountyFigures> =>
  (await getJson(figuresShape, `api/counties/${encodeURIComponent(county)}/figures`, signal)).figures
