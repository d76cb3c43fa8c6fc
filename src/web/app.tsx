import { useMemo } from 'react'
import type { View } from './model/address.ts'
import type { Ending } from './model/came-back.ts'
import { type Preferences, usePreferences } from './model/preferences.ts'
import { useSpoken } from './model/use-spoken.ts'
import { type SetView, useView } from './model/use-view.ts'
import { PresenceProvider, usePresence } from './model/use-who.ts'
import { PublishedPage, SetUpPage, SignInPage } from './parts/desk-pages.tsx'
import { Safe } from './parts/safe.tsx'
import { FailedState, LoadingState } from './parts/states.tsx'
import { TopBar } from './parts/top-bar.tsx'
import { useWords, WordsProvider, wordsIn } from './parts/words.tsx'
import { Work } from './parts/work.tsx'
import { hasTexts } from './texts/brought.ts'

/** The page: asks who is there, and shows the way in or the work. */
export const App = ({ ending }: { readonly ending?: Ending | undefined }) => {
  const [view, setView] = useView()
  const chosen = usePreferences(view.language)
  const spoken = useSpoken(chosen.language)
  const words = useMemo(() => wordsIn(spoken), [spoken])
  const preferences: Preferences = {
    ...chosen,
    language: spoken,
    setLanguage: (language) => {
      chosen.setLanguage(language)
      setView({ language })
    },
  }
  return (
    <WordsProvider value={words}>
      <Safe fallback={<Fault />}>
        <Entrance {...{ view, setView, preferences, ending }} />
      </Safe>
    </WordsProvider>
  )
}

const Entrance = ({
  view,
  setView,
  preferences,
  ending,
}: {
  readonly view: View
  readonly setView: SetView
  readonly preferences: Preferences
  /** How signing in elsewhere ended, when the reader has just come back from it. */
  readonly ending: Ending | undefined
}) => {
  const presence = usePresence()
  const { loader, who } = presence
  const { t } = useWords()
  const isPublic = who?.publishes === true && view.page === 'published'
  return <PresenceProvider value={presence}>{inside()}</PresenceProvider>

  function inside() {
    const { loading } = loader
    if (who === undefined && loading.state === 'ready')
      return <Work key="preview" {...{ view, setView, preferences }} />
    if (who?.account != null)
      return <Work key={`${who.account.home}/${who.account.id}`} {...{ view, setView, preferences }} />
    return (
      <>
        <TopBar counties={[]} plans={[]} preferences={preferences} nav={nav()} />
        {isPublic ? (
          <PublishedPage
            county={view.county}
            onCounty={(county) => setView({ county, plan: undefined }, 'step')}
          />
        ) : (
          door()
        )}
      </>
    )
  }

  /** Who is not signed in goes from signing in to what is published, and back. */
  function nav() {
    if (who?.publishes !== true) return undefined
    return (
      <nav aria-label={t('pages')}>
        <button type="button" onClick={() => setView({ page: isPublic ? undefined : 'published' }, 'step')}>
          {t(isPublic ? 'signInLink' : 'publishedLink')}
        </button>
      </nav>
    )
  }

  function door() {
    const { loading } = loader
    if (loading.state === 'failed' || loading.state === 'cancelled')
      return (
        <FailedState
          reason={loading.state === 'failed' ? loading.reason : 'cancelled'}
          id=""
          onRetry={loader.retry}
        />
      )
    if (loading.state === 'loading' || presence.isEntering) return <LoadingState onCancel={loader.cancel} />
    return who?.needsSetUp === true ? <SetUpPage /> : <SignInPage ending={ending} />
  }
}

/** The words of both languages, as far as they are here, because what broke may be the choice between them. */
const Fault = () => (
  <main className="state">
    <div className="failure" role="alert">
      {languages.filter(hasTexts).map((language) => (
        <p key={language} lang={language === 'zh' ? 'zh-CN' : 'en'}>
          <strong>{wordsIn(language).t('fault')}</strong> {wordsIn(language).t('faultHelp')}
        </p>
      ))}
    </div>
  </main>
)

const languages = ['zh', 'en'] as const
