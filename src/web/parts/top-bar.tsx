import type { ReactNode } from 'react'
import type { CountyList } from '../model/files.ts'
import type { Preferences } from '../model/preferences.ts'
import { useWords } from './words.tsx'

/** Brand, places on the page, county and plan, language, light or dark. */
export const TopBar = ({
  counties,
  county,
  plans,
  plan,
  carriedOut = [],
  preferences,
  hasDrawing = false,
  nav,
  onCounty = () => undefined,
  onPlan = () => undefined,
}: {
  readonly counties: CountyList['counties']
  readonly county?: string | undefined
  readonly plans: readonly string[]
  readonly plan?: string | undefined
  /** The plans that are in the journal. */
  readonly carriedOut?: readonly string[]
  readonly preferences: Preferences
  /** The page below has a drawing to skip to. */
  readonly hasDrawing?: boolean
  /** Where one can go. */
  readonly nav?: ReactNode
  readonly onCounty?: (id: string) => void
  readonly onPlan?: (id: string) => void
}) => {
  const { t, pick, language } = useWords()
  return (
    <header className="top">
      {hasDrawing && (
        <button
          type="button"
          className="skip button small"
          onClick={() => document.querySelector<HTMLElement>('.drawing, .river-box button')?.focus()}
        >
          {t('skip')}
        </button>
      )}
      <span className="brand">
        <Mark />
        {t('brand')}
      </span>
      {nav}
      <span className="right">
        {counties.length > 0 && (
          <Chooser
            label={t('county')}
            value={county ?? ''}
            choices={counties.map(({ id, name }) => [id, pick(name)])}
            onChoose={onCounty}
          />
        )}
        {(plans.length > 1 || (plans.length > 0 && plan === undefined)) && (
          <Chooser
            label={t('plan')}
            value={plan ?? ''}
            choices={plans.map((id) => [
              id,
              carriedOut.includes(id) ? t('planCarriedOut', { plan: id }) : id,
            ])}
            onChoose={onPlan}
          />
        )}
        <Chooser
          label={t('theme')}
          value={preferences.theme}
          choices={[
            ['system', t('themeSystem')],
            ['light', t('themeLight')],
            ['dark', t('themeDark')],
          ]}
          onChoose={(theme) => preferences.setTheme(theme as Preferences['theme'])}
        />
        <fieldset className="languages">
          <legend className="hidden">{t('language')}</legend>
          {(['zh', 'en'] as const).map((each) => (
            <button
              key={each}
              type="button"
              lang={each === 'zh' ? 'zh-CN' : 'en'}
              title={each === 'zh' ? '中文' : 'English'}
              aria-pressed={each === language}
              onClick={() => preferences.setLanguage(each)}
            >
              {each === 'zh' ? '中' : 'EN'}
            </button>
          ))}
        </fieldset>
      </span>
    </header>
  )
}

const Mark = () => (
  <svg
    width="22"
    height="22"
    viewBox="0 0 22 22"
    fill="none"
    stroke="var(--accent)"
    strokeWidth="1.6"
    aria-hidden="true"
  >
    <rect x=".8" y=".8" width="20.4" height="20.4" rx="2" />
    <path d="M4.500 6.200c5 0 5 4.800 8 4.800M4.500 11h13M4.500 15.800c5 0 5-4.800 8-4.800" />
  </svg>
)

const Chooser = ({
  label,
  value,
  choices,
  onChoose,
}: {
  readonly label: string
  readonly value: string
  readonly choices: readonly (readonly [string, string])[]
  readonly onChoose: (id: string) => void
}) => {
  const { t } = useWords()
  const isOpen = choices.some(([id]) => id === value)
  return (
    <select
      aria-label={label}
      title={label}
      value={isOpen ? value : ''}
      onChange={(event) => onChoose(event.target.value)}
    >
      {!isOpen && (
        <option value="" disabled>
          {t('chooseOne')}
        </option>
      )}
      {choices.map(([id, word]) => (
        <option key={id} value={id}>
          {word}
        </option>
      ))}
    </select>
  )
}
