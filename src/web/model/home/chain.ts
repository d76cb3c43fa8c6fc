import { z } from 'zod'
import type { Text } from '../../../kernel/text.ts'
import { getJson } from '../ask.ts'
import { fetchPlans, type ListedPlan } from '../plans.ts'

/** Plans that are looked into one by one; a county with more has them on the page of plans. */
const most = 8

const returnsShape = z.object({
  returns: z.array(
    z.object({ answeredBy: z.number().nullable(), takenBack: z.unknown().nullable() }).loose(),
  ),
})
const driftShape = z.object({ isDrifted: z.boolean() })

/** A plan on its way, with what decides whose turn it is. */
export interface OnItsWay extends Pick<ListedPlan, 'id' | 'state'> {
  readonly title: Text
  /** The approver gave it back, and no further version has answered. */
  readonly isReturned: boolean
  /** What it was approved for has moved since. */
  readonly isDrifted: boolean
}

/** The plans of a county that are not carried out. */
export const fetchOnTheirWay = async (county: string, signal: AbortSignal): Promise<readonly OnItsWay[]> => {
  const plans = (await fetchPlans(county, signal))
    .filter(({ state }) => state !== 'carried-out')
    .slice(0, most)
  return Promise.all(
    plans.map(async ({ id, title, state }) => {
      const at = `api/counties/${encodeURIComponent(county)}/plans/${encodeURIComponent(id)}`
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
