import { z } from 'zod'
import type { Text } from '../../../kernel/text.ts'
import type { DraftState } from '../../../reform/approval-chain.ts'
import { getJson } from '../ask.ts'

/** Plans that are looked into one by one; a county with more has them on the page of plans. */
const most = 8

// Of the plans only what is asked here: the page of plans, which knows all of them, is not part of the first script.
const listShape = z.object({
  plans: z.array(
    z.object({
      id: z.string(),
      title: z.string(),
      state: z.custom<DraftState>((value) => typeof value === 'string'),
    }),
  ),
})
const returnsShape = z.object({
  returns: z.array(
    z.object({ answeredBy: z.number().nullable(), takenBack: z.unknown().nullable() }).loose(),
  ),
})
const driftShape = z.object({ isDrifted: z.boolean() })

/** A plan on its way, with what decides whose turn it is. */
export interface OnItsWay {
  readonly id: string
  readonly state: DraftState
  readonly title: Text
  /** The approver gave it back, and no further version has answered. */
  readonly isReturned: boolean
  /** What it was approved for has moved since. */
  readonly isDrifted: boolean
}

/** The plans of a county that are not carried out. */
export const fetchOnTheirWay = async (county: string, signal: AbortSignal): Promise<readonly OnItsWay[]> => {
  const of = `api/counties/${encodeURIComponent(county)}/plans`
  const { plans } = await getJson(listShape, of, signal)
  return Promise.all(
    plans
      .filter(({ state }) => state !== 'carried-out')
      .slice(0, most)
      .map(async ({ id, title, state }) => {
        const at = `${of}/${encodeURIComponent(id)}`
        const { returns } = await getJson(returnsShape, at, signal)
        return {
          id,
          // The list has no English title; there the id says which plan it is.
          title: { zh: title, en: id },
          state,
          isReturned: returns.some(({ answeredBy, takenBack }) => answeredBy === null && takenBack === null),
          isDrifted: state === 'approved' && (await getJson(driftShape, `${at}/drift`, signal)).isDrifted,
        }
      }),
  )
}
