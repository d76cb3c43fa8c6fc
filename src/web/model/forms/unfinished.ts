import type { Filling } from './line-value.ts'

/** Lines that somebody began and closed unwritten, one for each plan; they last as long as the page. */
const begun = new Map<string, Filling>()

export const unfinishedOf = (plan: string): Filling | undefined => begun.get(plan)

/** Keeps a line that says more than its operation; forgets it with `undefined`. */
export const keepUnfinished = (plan: string, line: Filling | undefined): void => {
  if (line === undefined || Object.keys(line).length < 2) begun.delete(plan)
  else begun.set(plan, line)
}
