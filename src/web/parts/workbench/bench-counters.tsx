import { useMemo } from 'react'
import { number } from '../../../kernel/text.ts'
import { changeText } from '../../format.ts'
import { countersOver } from '../../model/counters.ts'
import type { Session } from '../../model/session.ts'
import { useWords } from '../words.tsx'

/** What the plan would come to: the counters that it is judged by, before and after. */
export const BenchCounters = ({
  session,
  isBehind,
}: {
  readonly session: Session
  readonly isBehind: boolean
}) => {
  const { t, pick } = useWords()
  const counters = useMemo(() => countersOver(session), [session])
  return (
    <ul className={`bench-counters${isBehind ? ' is-behind' : ''}`} aria-label={t('benchCounters')}>
      {counters.map(({ id, label, before, after, isWrong }) => (
        <li key={id} className={isWrong ? 'error' : undefined} data-counter={id}>
          {pick(label)}{' '}
          <b>
            {number(before)} → {number(after)}
          </b>{' '}
          <i>{changeText(after - before)}</i>
        </li>
      ))}
    </ul>
  )
}
