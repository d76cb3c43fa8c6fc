import { memo } from 'react'
import type { Severity } from '../../../../kernel/finding.ts'
import { changeText, dayText } from '../../../format.ts'
import type { About } from '../../../model/forms/card-about.ts'
import type { Card } from '../../../model/forms/cards.ts'
import type { TextKey } from '../../../texts/index.ts'
import { CommentCount } from '../../comments/comment-count.tsx'
import { severityMarks } from '../../findings.tsx'
import { Icon } from '../../icon.tsx'
import { useWords } from '../../words.tsx'

/** One line of the plan in two short lines of text: what it is, what it is about, what it does to the count. */
export const CardItem = memo(
  ({
    card,
    severity,
    commentCount,
    isChosen,
    isStop,
  }: {
    readonly card: Card
    /** Of the severest finding that leads here. */
    readonly severity: Severity | undefined
    /** Open comments on the line. */
    readonly commentCount: number
    readonly isChosen: boolean
    /** The one card of the list that Tab reaches. */
    readonly isStop: boolean
  }) => {
    const { t, pick, language } = useWords()
    const { number, term, fate, about, on, effect, comment } = card
    return (
      <>
        {comment !== '' && <p className="card-comment">{comment}</p>}
        <div className="card-row">
          <span className="card-number" aria-hidden="true">
            {String(number).padStart(2, '0')}
          </span>
          <button
            type="button"
            className="card-head"
            data-action="choose"
            tabIndex={isStop ? 0 : -1}
            aria-expanded={isChosen}
          >
            <span className="hidden">{t('cardLine', { line: number })}</span>
            <span className={`fate-bar ${fate}`} aria-hidden="true" />
            <span className="card-term">{pick(term)}</span>
            <span className="card-about">
              {about === undefined ? <span>{t('cardUnread')}</span> : <AboutText about={about} />}
              {on !== undefined && <small className="card-day">{dayText(on, language)}</small>}
              {severity !== undefined && (
                <small className={`severity ${severity}`}>
                  <Icon name={severityMarks[severity].icon} /> {t(severityMarks[severity].key)}
                </small>
              )}
              <CommentCount count={commentCount} />
            </span>
            <span className="card-effect">
              {effect === undefined ? (
                '—'
              ) : (
                <>
                  {effect.change === 0 ? <span className="zero">0</span> : changeText(effect.change)}
                  {effect.of === 'organs' ? (
                    <span className="hidden">{t(effectWords.organs)}</span>
                  ) : (
                    <small>{t(effectWords[effect.of])}</small>
                  )}
                </>
              )}
            </span>
          </button>
        </div>
      </>
    )
  },
)

const effectWords = {
  organs: 'effectOrgans',
  institutions: 'effectInstitutions',
  leadingPosts: 'effectLeadingPosts',
  posts: 'effectPosts',
} as const satisfies Record<string, TextKey>

const AboutText = ({ about: { first, second, sign } }: { readonly about: About }) => {
  const { pick } = useWords()
  return (
    <>
      <span title={pick(first)}>{pick(first)}</span>
      {second !== undefined && (
        <span className={`about-second ${sign}`} title={pick(second)}>
          <Sign sign={sign} />
          {pick(second)}
        </span>
      )}
    </>
  )
}

/** Where it goes, that it shares a body, or that it is only a plate. */
const Sign = ({ sign }: Pick<About, 'sign'>) =>
  sign === 'to' ? (
    <span aria-hidden="true">→ </span>
  ) : sign === 'beside' ? (
    <span aria-hidden="true" className="sign-beside">
      ‖{' '}
    </span>
  ) : sign === 'plate' ? (
    <span aria-hidden="true" className="sign-plate" />
  ) : null
