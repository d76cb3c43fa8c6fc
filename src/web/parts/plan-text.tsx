import { useState } from 'react'
import type { Day } from '../../kernel/day.ts'
import { dayText } from '../format.ts'
import { fileName } from '../model/save.ts'
import type { Session } from '../model/session.ts'
import { CsvButton } from './csv-button.tsx'
import { useWords } from './words.tsx'

/** As many sentences as are shown at first; a plan may have thousands. */
const first = 60

/** The plan read aloud, in order of effect; what has not taken effect on the slider's day is grey and says so. */
export const PlanText = ({ session, on }: { readonly session: Session; readonly on: Day }) => {
  const { t, pick, language } = useWords()
  const { plan, sentences } = session
  const [isAll, setAll] = useState(false)
  return (
    <section className="section" id="plan" aria-labelledby="plan-title">
      <h2 id="plan-title">
        {plan === undefined ? t('planText') : pick({ zh: plan.title, en: plan.titleEn })}{' '}
        <small>{sentences.length > 0 && t('planIntro', { count: sentences.length })}</small>
        {sentences.length > 0 && (
          <CsvButton
            name={fileName(session.county.register.county.id, on, plan?.id ?? '', 'sentences')}
            header={[t('colNumber'), t('colInEffect'), t('colSentence'), t('colBecause')]}
            rows={() => sentences.map((each) => [each.number, each.on, pick(each), each.authority])}
          />
        )}
      </h2>
      {plan !== undefined && <p className="lead">{t('planAuthority', { text: plan.authority })}</p>}
      {sentences.length === 0 ? (
        <p className="empty">{t(plan === undefined ? 'noPlan' : 'noSentences')}</p>
      ) : (
        <ol className="plan-text">
          {(isAll ? sentences : sentences.slice(0, first)).map((sentence) => (
            <li key={sentence.number} className={sentence.on > on ? 'later' : undefined}>
              <span className="when">{dayText(sentence.on, language)}</span>
              <span>
                {pick(sentence)}
                <small>
                  {' '}
                  {sentence.authority !== plan?.authority && t('planAuthority', { text: sentence.authority })}
                  {sentence.on > on && ` ${t('planNotYet')}`}
                </small>
              </span>
            </li>
          ))}
        </ol>
      )}
      {!isAll && sentences.length > first && (
        <button type="button" className="button" onClick={() => setAll(true)}>
          {t('planAll', { count: sentences.length })}
        </button>
      )}
    </section>
  )
}
