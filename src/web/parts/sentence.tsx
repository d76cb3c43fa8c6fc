import { type ReactNode, useEffect, useRef } from 'react'
import { number } from '../../kernel/text.ts'
import { dayText, figureText, ratioText } from '../format.ts'
import { plainName } from '../model/name.ts'
import type { OnDay } from '../model/on-day.ts'
import type { Opened } from '../model/opened.ts'
import { isSample } from '../model/sample.ts'
import type { Session } from '../model/session.ts'
import { Remarks } from './remarks.tsx'
import { useWords, type Words } from './words.tsx'

/** The page in one sentence; each of its numbers opens the rows it is made of. */
export const Sentence = ({
  session,
  day,
  isForecast,
  onOpen,
}: {
  readonly session: Session
  readonly day: OnDay
  readonly isForecast: boolean
  readonly onOpen: (opened: Opened) => void
}) => {
  const words = useWords()
  const { t, parts, pick, language } = words
  const { county } = session.county.register
  const name = pick({ zh: county.name, en: county.nameEn })
  const figure = (opened: Opened, shown?: string): ReactNode => (
    <Figure key={opened.id} opened={opened} shown={shown} onOpen={onOpen} />
  )
  const { organs, leadingPosts, institutionPosts, institutions } = day.sentence
  const values = {
    county: plainName(name).replace(/ County$/, ''),
    organs: figure(organs),
    leadingPosts: figure(leadingPosts),
    institutionPosts: figure(institutionPosts),
  }
  const { supported, ratio } = day
  return (
    <div className="sentence">
      <p className="as-of">
        <span className="serif">{t('asOf', { county: name, day: dayText(day.on, language) })}</span>
        <span className="phase">{stateOf(session, day, words)}</span>
        {isForecast && <span className="badge">{t('forecast')}</span>}
        {session.isCarriedOut && <span className="badge">{t('inJournal')}</span>}
        {isSample(session) && (
          <span className="badge" title={t('sampleNote')}>
            {t('sample')}
          </span>
        )}
      </p>
      <h1 aria-live="polite">
        {session.plan === undefined
          ? parts('sentenceBare', values)
          : parts('sentence', { ...values, remarks: <Remarks key="remarks" session={session} /> })}
      </h1>
      {supported !== undefined && ratio !== undefined && (
        <p className="second">
          {parts('people', {
            people: figure(supported),
            ratio: figure(ratio, ratioText(ratio.value ?? 0, language)),
            mark: isForecast ? t('forecastMark') : '',
            institutions: figure(institutions),
          })}
        </p>
      )}
    </div>
  )
}

const stateOf = ({ county }: Session, { on, steps, stepsDone }: OnDay, { t, language }: Words): string => {
  const { baselineOn } = county.register.county
  if (on < baselineOn) return t('stateBeforeRegister', { day: dayText(baselineOn, language) })
  if (stepsDone === 0) return t('stateBefore')
  return stepsDone < steps ? t('stateDuring', { done: stepsDone, total: steps }) : t('stateAfter')
}

const Figure = ({
  opened,
  shown,
  onOpen,
}: {
  readonly opened: Opened
  readonly shown: string | undefined
  readonly onOpen: (opened: Opened) => void
}) => {
  const { t, pick, language } = useWords()
  const text = shown ?? number(opened.value ?? 0)
  const { value, suffix } = figureText(opened.value ?? 0, opened.unit, language)
  const button = useChangeMark(text)
  return (
    <button
      ref={button}
      type="button"
      className="figure"
      data-figure={opened.id}
      aria-label={t('openNumber', { label: pick(opened.label), value: `${value} ${suffix}`.trim() })}
      onClick={() => onOpen(opened)}
    >
      {text}
    </button>
  )
}

/** Who asked for no motion still sees which figure has changed: a wash that fades, nothing moves. */
const useChangeMark = (text: string) => {
  const button = useRef<HTMLButtonElement>(null)
  const before = useRef(text)
  useEffect(() => {
    if (before.current === text) return
    before.current = text
    if (!window.matchMedia('(prefers-reduced-motion: reduce)').matches) return
    const wash = getComputedStyle(document.documentElement).getPropertyValue('--accent-soft')
    button.current?.animate([{ backgroundColor: wash }, { backgroundColor: wash, offset: 0.8 }, {}], 2000)
  }, [text])
  return button
}
