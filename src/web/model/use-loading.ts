import { useEffect, useState } from 'react'
import { Unavailable } from './ask.ts'

/** Loading of one thing from the server. */
export type Loading<Value> =
  | { readonly state: 'loading' }
  | { readonly state: 'ready'; readonly value: Value }
  | { readonly state: 'failed'; readonly reason: Unavailable['reason'] }
  | { readonly state: 'cancelled' }

export interface Loader<Value> {
  readonly loading: Loading<Value>
  retry(): void
  /** Loads again and shows what there is until the new has come. */
  refresh(): void
  cancel(): void
}

/** Runs `load` when it changes and when asked to again; what it loaded before is dropped, and so is its answer. */
export const useLoading = <Value>(
  load: ((signal: AbortSignal) => Promise<Value>) | undefined,
): Loader<Value> => {
  const [loading, setLoading] = useState<Loading<Value>>({ state: 'loading' })
  const [attempt, setAttempt] = useState({ count: 0, isQuiet: false })
  const [control, setControl] = useState<AbortController>()
  // A new attempt is a new run of the same load.
  useEffect(() => {
    if (load === undefined) return
    const abort = new AbortController()
    setControl(abort)
    if (!attempt.isQuiet) setLoading({ state: 'loading' })
    load(abort.signal).then(
      (value) => {
        if (!abort.signal.aborted) setLoading({ state: 'ready', value })
      },
      (error: unknown) => {
        if (abort.signal.aborted) return
        setLoading({ state: 'failed', reason: error instanceof Unavailable ? error.reason : 'unreadable' })
      },
    )
    return () => abort.abort()
  }, [load, attempt])
  return {
    loading,
    retry: () => setAttempt(({ count }) => ({ count: count + 1, isQuiet: false })),
    refresh: () => setAttempt(({ count }) => ({ count: count + 1, isQuiet: true })),
    cancel: () => {
      control?.abort()
      setLoading({ state: 'cancelled' })
    },
  }
}
