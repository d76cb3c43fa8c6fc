/** What was written, with everything before and after it that can be gone back to. */
export interface History {
  readonly past: readonly Written[]
  readonly now: Written
  readonly future: readonly Written[]
}

interface Written {
  readonly text: string
  /** When typing goes on in a run, its steps are undone as one; the time in ms at which the run was last touched. */
  readonly typedAt: number | undefined
}

/** A pause that ends a run of typing, in ms. */
const pause = 800
/** Steps that are kept; a plan of two megabytes times these still fits a page. */
const most = 200

export const historyOf = (text: string): History => ({
  past: [],
  now: { text, typedAt: undefined },
  future: [],
})

/** The history after an edit. With `typedAt` it joins the run of typing before it, unless there was a pause. */
export const edited = (history: History, text: string, typedAt?: number): History => {
  const { now, past } = history
  if (text === now.text) return history
  const joins =
    typedAt !== undefined && now.typedAt !== undefined && typedAt - now.typedAt < pause && past.length > 0
  return { past: joins ? past : [...past, now].slice(-most), now: { text, typedAt }, future: [] }
}

export const undone = (history: History): History => {
  const before = history.past.at(-1)
  if (before === undefined) return history
  return { past: history.past.slice(0, -1), now: before, future: [history.now, ...history.future] }
}

export const redone = (history: History): History => {
  const [after, ...future] = history.future
  if (after === undefined) return history
  return { past: [...history.past, history.now], now: after, future }
}
