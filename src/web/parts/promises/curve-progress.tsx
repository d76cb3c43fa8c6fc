import { useEffect, useState } from 'react'
import type { Curves } from '../../model/promises/use-curves.ts'
import { useWords } from '../words.tsx'

/** How far the curves have come; after a second of it there is a way out, and from there a way on. Keeps its place, so that nothing moves. */
export const CurveProgress = ({ curves }: { readonly curves: Curves }) => {
  const { t } = useWords()
  const isLong = useIsLong(curves.state === 'computing')
  const { done, all } = curves
  return (
    <p className="curve-progress" role="status">
      {curves.state === 'computing' && t('promisesComputing', { done, all })}
      {curves.state === 'computing' && isLong && (
        <button type="button" className="link" onClick={curves.cancel}>
          {t('cancel')}
        </button>
      )}
      {curves.state === 'cancelled' && (
        <>
          {t('promisesCancelled', { done, all })}
          <button type="button" className="link" onClick={curves.resume}>
            {t('promisesResume')}
          </button>
        </>
      )}
    </p>
  )
}

/** Whether something has been going on for over a second. */
const useIsLong = (isOn: boolean): boolean => {
  const [isLong, setLong] = useState(false)
  useEffect(() => {
    if (!isOn) return setLong(false)
    const timer = setTimeout(() => setLong(true), 1000)
    return () => clearTimeout(timer)
  }, [isOn])
  return isLong
}
