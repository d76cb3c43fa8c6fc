import { useCallback } from 'react'
import { type CountyFiles, type CountyList, fetchCounties, fetchCounty } from './files.ts'
import { type Loader, useLoading } from './use-loading.ts'

/** The counties that there are; nothing is asked before `isWanted`. */
export const useCounties = (isWanted: boolean): Loader<CountyList> =>
  useLoading(isWanted ? fetchCounties : undefined)

/** One county, with the register as it stood before `plan` when that plan was carried out. */
export const useCounty = (id: string | undefined, plan: string | undefined): Loader<CountyFiles> => {
  const load = useCallback((signal: AbortSignal) => fetchCounty(id ?? '', plan, signal), [id, plan])
  return useLoading(id === undefined ? undefined : load)
}
