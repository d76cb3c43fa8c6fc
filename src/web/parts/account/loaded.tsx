import { type ReactNode, useEffect } from 'react'
import type { Loader } from '../../model/use-loading.ts'
import { useAround } from '../../model/use-who.ts'
import { FailedState, LoadingState } from '../states.tsx'

/** Shows what was loaded, or that it loads, or why it did not come; a session that has ended leads to signing in. */
export const Loaded = <Value,>({
  loader,
  id = '',
  isInside = false,
  children,
}: {
  readonly loader: Loader<Value>
  /** What was asked for, when its not being there is told by name. */
  readonly id?: string
  /** It stands inside the main part of a page, and is not that part itself. */
  readonly isInside?: boolean
  readonly children: (value: Value) => ReactNode
}) => {
  const { expire } = useAround()
  const { loading } = loader
  const hasEnded = loading.state === 'failed' && loading.reason === 'signedOut'
  useEffect(() => {
    if (hasEnded) expire()
  })
  if (loading.state === 'ready') return children(loading.value)
  if (loading.state === 'loading') return <LoadingState onCancel={loader.cancel} isInside={isInside} />
  return (
    <FailedState
      reason={loading.state === 'failed' ? loading.reason : 'cancelled'}
      id={id}
      isInside={isInside}
      onRetry={loader.retry}
    />
  )
}
