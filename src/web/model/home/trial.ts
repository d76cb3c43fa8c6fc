import { type Day, later, yearOf } from '../../../kernel/day.ts'
import { blankPlan } from '../../../reform/editing/plan-edit.ts'
import { freePlanId } from '../draft/plan-ids.ts'
import type { Place } from '../place.ts'
import { sourceIn } from '../session.ts'

/** Years that a plan begun from nothing is given. */
const years = 5

/** The heading of a plan that is begun from nothing. */
export interface TrialHeading {
  readonly title: string
  readonly titleEn: string
  readonly authority: string
}

/**
 * A change to try: a copy of the open plan under an id that is free, or a plan that says nothing yet. What has been carried
 * out is not copied: its lines have happened, and over the register of now none of them could happen again.
 */
export const trialOf = (
  place: Pick<Place, 'book' | 'planId' | 'draft' | 'session' | 'listed'>,
  {
    heading,
    on,
    taken,
  }: { readonly heading: TrialHeading; readonly on: Day; readonly taken: readonly string[] },
): { readonly id: string; readonly text: string } => {
  const { book, planId, draft, session, listed } = place
  const id = freePlanId('try', [...(listed?.plans ?? []), ...Object.keys(book.files.plans), ...taken])
  const open = session.isCarriedOut ? undefined : (draft?.text ?? sourceIn(book.files, planId)?.text)
  if (open !== undefined) return { id, text: open }
  const from = later(on, book.county.register.county.baselineOn)
  const completesOn = `${yearOf(from) + years}-12-31`
  return { id, text: blankPlan({ ...heading, effectiveOn: from, completesOn }) }
}
