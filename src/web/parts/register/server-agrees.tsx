import { useEffect, useState } from 'react'
import type { Day } from '../../../kernel/day.ts'
import { registerDigest } from '../../../reform/register-digest.ts'
import type { Register } from '../../../register/register.ts'
import { fetchAnswer } from '../../model/register/clocks.ts'
import { Icon } from '../icon.tsx'
import { useWords } from '../words.tsx'

type Agreement = 'asking' | 'agrees' | 'differs' | 'unknown'

/** The register is worked out in the browser; once the reader pauses, the server is asked whether it comes to the same. */
export const ServerAgrees = ({
  county,
  register,
  on,
  known,
}: {
  readonly county: string
  readonly register: Register
  readonly on: Day
  readonly known: number
}) => {
  const { t } = useWords()
  const [agreement, setAgreement] = useState<Agreement>('asking')
  useEffect(() => {
    const abort = new AbortController()
    setAgreement('asking')
    const timer = setTimeout(() => {
      fetchAnswer(county, on, known, abort.signal).then(
        ({ digest }) => setAgreement(digest === registerDigest(register).digest ? 'agrees' : 'differs'),
        () => {
          if (!abort.signal.aborted) setAgreement('unknown')
        },
      )
    }, 400)
    return () => {
      clearTimeout(timer)
      abort.abort()
    }
  }, [county, register, on, known])
  const digest =
    agreement === 'agrees' ? registerDigest(register).digest.replace('sha256:', '').slice(0, 16) : ''
  return (
    <p className={`server-agrees note is-${agreement}`} data-agreement={agreement}>
      {agreement === 'agrees' && (
        <>
          <Icon name="tick" /> {t('regAgrees')} <code>{digest}</code>
        </>
      )}
      {agreement === 'differs' && (
        <span className="severity error">
          <Icon name="octagon" /> {t('regDiffers')}
        </span>
      )}
      {agreement === 'unknown' && t('regAgreeUnknown')}
      {agreement === 'asking' && t('regAgreeAsking')}
    </p>
  )
}
