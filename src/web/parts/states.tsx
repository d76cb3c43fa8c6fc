import { useEffect, useState } from 'react'
import type { Unavailable } from '../model/ask.ts'
import { Icon } from './icon.tsx'
import { useWords } from './words.tsx'

/** Nothing under 300 ms, then still grey lines where the content will stand; over 2 s a way out. */
export const LoadingState = ({
  onCancel,
  isInside = false,
}: {
  readonly onCancel: () => void
  /** It stands inside the main part of a page, and is not that part itself. */
  readonly isInside?: boolean
}) => {
  const Part = isInside ? 'div' : 'main'
  const { t } = useWords()
  const [seconds, setSeconds] = useState(0)
  useEffect(() => {
    const began = performance.now()
    const timer = setInterval(() => setSeconds((performance.now() - began) / 1000), 100)
    return () => clearInterval(timer)
  }, [])
  if (seconds < 0.3) return <Part className="state" aria-busy="true" />
  return (
    <Part className="state" aria-busy="true">
      <p className="hidden" role="status">
        {t('loading')}
      </p>
      <div className="bones" aria-hidden="true">
        <i style={{ width: '46%', height: 26 }} />
        <i style={{ width: '70%' }} />
        {Array.from({ length: 14 }, (_, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: still lines have no identity
          <i key={at} style={{ width: `${62 - ((at * 7) % 23)}%` }} />
        ))}
      </div>
      {seconds > 2 && (
        <p>
          {t('loading')}　{Math.floor(seconds)} s{' '}
          <button type="button" className="button" onClick={onCancel}>
            {t('cancel')}
          </button>
        </p>
      )}
    </Part>
  )
}

/** What went wrong, what to do, one button. */
export const FailedState = ({
  reason,
  id,
  isInside = false,
  onRetry,
}: {
  readonly reason: Unavailable['reason'] | 'cancelled' | 'noCounty' | 'unknownPlan' | 'secondFactor'
  readonly id: string
  readonly isInside?: boolean
  readonly onRetry: () => void
}) => {
  const { t } = useWords()
  const [what, help] = {
    unreachable: [t('unreachable'), t('unreachableHelp')],
    unknown: [t('unknownCounty', { id }), t('unknownHelp')],
    unknownPlan: [t('unknownPlan', { id }), t('unknownPlanHelp')],
    unreadable: [t('unreadable'), t('unreadableHelp')],
    cancelled: [t('cancelled'), ''],
    noCounty: [t('noCounty'), t('noCountyHelp')],
    signedOut: [t('signedOutState'), t('signedOutHelp')],
    forbidden: [t('forbidden'), t('forbiddenHelp')],
    secondFactor: [t('secondFactorFirst'), t('secondFactorFirstHelp')],
  }[reason] as [string, string]
  const Part = isInside ? 'div' : 'main'
  const isFailure = reason !== 'cancelled' && reason !== 'noCounty'
  return (
    <Part className="state">
      <div className={isFailure ? 'failure' : 'empty'} role={isFailure ? 'alert' : 'status'}>
        <p className={isFailure ? 'severity error' : 'severity'}>
          <Icon name={isFailure ? 'octagon' : 'info'} /> <strong>{what}</strong>
        </p>
        <p>{help}</p>
        <button type="button" className="button primary" onClick={onRetry}>
          {t(reason === 'unknownPlan' ? 'openCounty' : reason === 'secondFactor' ? 'ownAccount' : 'retry')}
        </button>
      </div>
    </Part>
  )
}
