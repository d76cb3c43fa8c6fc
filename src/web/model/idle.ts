/** Waiting before idle work begins, in ms: what the reader came for is drawn by then. */
const patience = 2000

/** Runs pieces of work one after another, each when the page has nothing else to do. Returns what stops it. */
export const whenIdle = (work: readonly (() => Promise<unknown>)[]): (() => void) => {
  let isStopped = false
  const next = async (at: number): Promise<void> => {
    const piece = work[at]
    if (piece === undefined || isStopped) return
    // What fails here is asked for again, and told, when somebody goes to it.
    await piece().catch(() => undefined)
    idle(() => void next(at + 1))
  }
  const timer = setTimeout(() => idle(() => void next(0)), patience)
  return () => {
    isStopped = true
    clearTimeout(timer)
  }
}

/** Safari has no idle time to tell of; there the work waits for the next turn. */
export const idle = (work: () => void): void => {
  if ('requestIdleCallback' in window) window.requestIdleCallback(work, { timeout: patience })
  else setTimeout(work, 0)
}
