import { useEffect, useState } from 'react'
import type { Unavailable } from '../model/files.ts'
import { Icon } from './icon.tsx'
import { useWords } from './words.tsx'

/** Nothing under 300 ms, then still grey lines where the content will stand; over 2 s a way out. */
export const LoadingState = ({ onCancel }: { readonly onCancel: () => void }) => {
  const { t } = useWords()
  const [seconds, setSeconds] = useState(0)
  useEffect(() => {
    const began = performance.now()
    const timer = setInterval(() => setSeconds((performance.now() - began) / 1000), 100)
    return () => clearInterval(timer)
  }, [])
  if (seconds < 0.3) return <main className="state" aria-busy="true" />
  return (
    <main className="state" aria-busy="true">
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
    </main>
  )
}

/** What went wrong, what to do, one button. */
export const FailedState = ({
  reason,
  id,
  onRetry,
}: {
  readonly reason: Unavailable['reason'] | 'cancelled' | 'noCounty' | 'unknownPlan'
  readonly id: string
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
  }[reason] as [string, string]
  const isFailure = reason !== 'cancelled' && reason !== 'noCounty'
  return (
    <main className="state">
      <div className={isFailure ? 'failure' : 'empty'} role={isFailure ? 'alert' : 'status'}>
        <p className={isFailure ? 'severity error' : 'severity'}>
          <Icon name={isFailure ? 'octagon' : 'info'} /> <strong>{what}</strong>
        </p>
        <p>{help}</p>
        <button type="button" className="button primary" onClick={onRetry}>
          {t(reason === 'unknownPlan' ? 'openCounty' : 'retry')}
        </button>
      </div>
    </main>
  )
}
