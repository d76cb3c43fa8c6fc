import { useCallback, useEffect, useState } from 'react'
import { type CountyFiles, type CountyList, fetchCounties, fetchCounty, Unavailable } from './files.ts'

/** Loading of one thing from the server. */
export type Loading<Value> =
  | { readonly state: 'loading' }
  | { readonly state: 'ready'; readonly value: Value }
  | { readonly state: 'failed'; readonly reason: Unavailable['reason'] }
  | { readonly state: 'cancelled' }

interface Loader<Value> {
  readonly loading: Loading<Value>
  retry(): void
  cancel(): void
}

const useLoading = <Value>(load: ((signal: AbortSignal) => Promise<Value>) | undefined): Loader<Value> => {
  const [loading, setLoading] = useState<Loading<Value>>({ state: 'loading' })
  const [attempt, setAttempt] = useState(0)
  const [control, setControl] = useState<AbortController>()
  // A new attempt is a new run of the same load.
  // biome-ignore lint/correctness/useExhaustiveDependencies: `attempt` only makes it run again
  useEffect(() => {
    if (load === undefined) return
    const abort = new AbortController()
    setControl(abort)
    setLoading({ state: 'loading' })
    load(abort.signal).then(
      (value) => setLoading({ state: 'ready', value }),
      (error: unknown) => {
        if (abort.signal.aborted) return
        setLoading({ state: 'failed', reason: error instanceof Unavailable ? error.reason : 'unreadable' })
      },
    )
    return () => abort.abort()
  }, [load, attempt])
  return {
    loading,
    retry: () => setAttempt((count) => count + 1),
    cancel: () => {
      control?.abort()
      setLoading({ state: 'cancelled' })
    },
  }
}

export const useCounties = (): Loader<CountyList> => useLoading(fetchCounties)

export const useCounty = (id: string | undefined): Loader<CountyFiles> => {
  const load = useCallback((signal: AbortSignal) => fetchCounty(id ?? '', signal), [id])
  return useLoading(id === undefined ? undefined : load)
}
