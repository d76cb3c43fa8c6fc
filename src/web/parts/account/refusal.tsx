import { useEffect, useState } from 'react'
import type { Refusal } from '../../model/ask.ts'
import { Icon } from '../icon.tsx'
import { useWords } from '../words.tsx'
import { FindingList } from './finding-list.tsx'

/** What the server said when it refused: its sentence, the seconds to wait, and every finding with its remedy. */
export const RefusalNote = ({ refusal }: { readonly refusal: Refusal | undefined }) => {
  const { t, pick } = useWords()
  const seconds = useSecondsLeft(refusal)
  if (refusal === undefined) return null
  const { findings, status, message, more } = refusal
  const said = status === 0 ? t(more.reason === 'unreadable' ? 'unreadable' : 'unreachable') : pick(message)
  return (
    <div className="failure refusal" role="alert">
      <p className="severity error">
        <Icon name="octagon" /> <strong>{said || t('refused', { status })}</strong>
      </p>
      {status === 0 && <p>{t('unreachableHelp')}</p>}
      {refusal.retryAfter !== undefined && (
        <p>{seconds > 0 ? t('waitSeconds', { seconds: refusal.retryAfter }) : t('waitOver')}</p>
      )}
      <FindingList findings={findings} />
    </div>
  )
}

/** Seconds until it is worth trying again; 0 when it is now. */
export const useSecondsLeft = (refusal: Refusal | undefined): number => {
  const [left, setLeft] = useState(0)
  useEffect(() => {
    const wait = refusal?.retryAfter ?? 0
    setLeft(wait)
    if (wait === 0) return
    const until = performance.now() + wait * 1000
    const timer = setInterval(() => {
      const now = Math.max(0, Math.ceil((until - performance.now()) / 1000))
      setLeft(now)
      if (now === 0) clearInterval(timer)
    }, 250)
    return () => clearInterval(timer)
  }, [refusal])
  return left
}
