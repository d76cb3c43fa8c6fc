import { useCallback } from 'react'
import { type Loader, useLoading } from '../use-loading.ts'
import type { Who } from '../who.ts'
import { fetchOnTheirWay, type OnItsWay } from './chain.ts'

/** The plans of a county on their way, asked for beside the county itself; undefined for who may not read plans. */
export const useOnTheirWay = (
  county: string,
  who: Who | undefined,
): Loader<readonly OnItsWay[]> | undefined => {
  const mayRead = who?.operations.includes('read-plan') === true
  const load = useCallback((signal: AbortSignal) => fetchOnTheirWay(county, signal), [county])
  const loader = useLoading(mayRead ? load : undefined)
  return mayRead ? loader : undefined
}
