import { type Drafts, isChanged } from '../draft/drafts.ts'
import { drafts as ofThisPage } from '../draft/use-draft.ts'
import type { Place } from '../place.ts'

/** The plans of the county with changes that no server keeps: begun here, or changed here and not saved. */
export const unsavedPlans = (
  { book, listed }: Pick<Place, 'book' | 'listed'>,
  drafts: Drafts = ofThisPage,
): readonly string[] => {
  const county = book.files.id
  const ids = new Set([...(listed?.plans ?? []), ...drafts.unsaved(county)])
  return [...ids].filter((plan) => {
    const draft = drafts.get({ county, plan })
    return draft !== undefined && isChanged(draft)
  })
}
