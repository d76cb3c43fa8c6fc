import type { Day } from '../../../kernel/day.ts'
import { type Draft, draftOf, frozen, type Register } from '../../../register/register.ts'
import type { Session } from '../session.ts'

/** A place in a plan: before the line `at`, on a day. A line that is being written anew does not count itself. */
export interface Spot {
  readonly at: number
  readonly on: Day
  readonly replaces: boolean
}

/**
 * The register as it stands right before a line at that spot takes effect: what all accepted steps that come earlier,
 * by day and within a day as written, have made of it.
 */
export const registerBefore = ({ county, account }: Session, { at, on, replaces }: Spot): Register => {
  if (account === undefined) return county.register
  const draft = draftOf(account.before)
  for (const { line, fields, on: day } of account.steps) {
    if (day > on || (day === on && line.number >= at)) break
    if (replaces && line.number === at) continue
    line.operation.apply(fields, draft as Draft, day)
  }
  return frozen(draft)
}
