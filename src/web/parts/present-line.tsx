import { number } from '../../kernel/text.ts'
import { dayText } from '../format.ts'
import { plainName } from '../model/name.ts'
import type { OnDay } from '../model/on-day.ts'
import { isSample } from '../model/sample.ts'
import type { Session } from '../model/session.ts'
import { remarksText } from './remarks.tsx'
import { useWords } from './words.tsx'

/** Over the projected drawing: county, day and sentence in one line, and the way back. */
export const PresentLine = ({
  session,
  day,
  isForecast,
  onEnd,
}: {
  readonly session: Session
  readonly day: OnDay
  readonly isForecast: boolean
  readonly onEnd: () => void
}) => {
  const words = useWords()
  const { t, pick, language } = words
  const { county } = session.county.register
  const { organs, leadingPosts, institutionPosts } = day.sentence
  return (
    <div className="present-line">
      <h1 aria-live="polite">
        {t('presentLine', {
          county: plainName(pick({ zh: county.name, en: county.nameEn })),
          day: dayText(day.on, language),
          organs: number(organs.value ?? 0),
          leadingPosts: number(leadingPosts.value ?? 0),
          institutionPosts: number(institutionPosts.value ?? 0),
        })}
        <span className="remarks">{t('presentRemarks', { remarks: remarksText(session, words) })}</span>
      </h1>
      {isForecast && <span className="badge">{t('forecast')}</span>}
      {isSample(session) && <span className="badge">{t('sample')}</span>}
      <button type="button" className="button small" onClick={onEnd}>
        {t('presentEnd')}
        <kbd>Esc</kbd>
      </button>
    </div>
  )
}
