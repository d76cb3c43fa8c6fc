import { useEffect, useMemo } from 'react'
import type { CountyFiles } from './model/files.ts'
import { usePreferences } from './model/preferences.ts'
import { openSession } from './model/session.ts'
import { defaultDay } from './model/time.ts'
import { useCounties, useCounty } from './model/use-county.ts'
import { type SetView, useView } from './model/use-view.ts'
import { CountyPage } from './parts/county-page.tsx'
import { Safe } from './parts/safe.tsx'
import { FailedState, LoadingState } from './parts/states.tsx'
import { TopBar } from './parts/top-bar.tsx'
import { useWords, WordsProvider, wordsIn } from './parts/words.tsx'

/** The page: finds the county and the plan of the address, opens them, and shows them or says why not. */
export const App = () => {
  const [view, setView] = useView()
  const preferences = usePreferences(view.language)
  const words = useMemo(() => wordsIn(preferences.language), [preferences.language])
  const counties = useCounties()
  const list = counties.loading.state === 'ready' ? counties.loading.value : undefined
  const id = view.county ?? list?.default ?? list?.counties[0]?.id
  const county = useCounty(list === undefined ? undefined : id)
  const files = county.loading.state === 'ready' ? county.loading.value : undefined
  const plans = files === undefined ? [] : Object.keys(files.plans)
  const planId = view.plan ?? plans[0]
  const isKnownPlan = planId === undefined || plans.includes(planId)
  return (
    <WordsProvider value={words}>
      <Safe fallback={<Fault />}>
        <TopBar
          counties={list?.counties ?? []}
          county={id}
          plans={plans}
          plan={isKnownPlan ? planId : undefined}
          preferences={{
            ...preferences,
            setLanguage: (language) => {
              preferences.setLanguage(language)
              setView({ language })
            },
          }}
          onCounty={(chosen) => setView({ county: chosen, plan: undefined, on: undefined }, 'step')}
          onPlan={(chosen) => setView({ plan: chosen, on: undefined }, 'step')}
        />
        {body()}
      </Safe>
    </WordsProvider>
  )

  function body() {
    if (list !== undefined && id === undefined)
      return <FailedState reason="noCounty" id="" onRetry={counties.retry} />
    for (const loader of [counties, county]) {
      const { loading } = loader
      if (loading.state === 'failed')
        return <FailedState reason={loading.reason} id={id ?? ''} onRetry={loader.retry} />
      if (loading.state === 'cancelled')
        return <FailedState reason="cancelled" id="" onRetry={loader.retry} />
      if (loading.state === 'loading') return <LoadingState onCancel={loader.cancel} />
    }
    // The files of the county before, until those of the chosen one are asked for.
    if (files === undefined || files.id !== id) return null
    if (!isKnownPlan)
      return (
        <FailedState
          reason="unknownPlan"
          id={planId}
          onRetry={() => setView({ plan: undefined, on: undefined }, 'step')}
        />
      )
    return <Opened key={`${files.id}/${planId}`} {...{ files, planId, view, setView }} />
  }
}

const Opened = ({
  files,
  planId,
  view,
  setView,
}: {
  readonly files: CountyFiles
  readonly planId: string | undefined
  readonly view: ReturnType<typeof useView>[0]
  readonly setView: SetView
}) => {
  const session = useMemo(() => openSession(files, planId), [files, planId])
  const { language } = useWords()
  // The address names the whole view, so that whoever opens it sees the same.
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each county and plan
  useEffect(() => {
    setView({ county: files.id, plan: planId, on: view.on ?? defaultDay(session), language })
  }, [session])
  return <CountyPage session={session} view={view} setView={setView} />
}

/** The words of both languages, because what broke may be the choice between them. */
const Fault = () => (
  <main className="state">
    <div className="failure" role="alert">
      <p>
        <strong>{wordsIn('zh').t('fault')}</strong> {wordsIn('zh').t('faultHelp')}
      </p>
      <p lang="en">
        <strong>{wordsIn('en').t('fault')}</strong> {wordsIn('en').t('faultHelp')}
      </p>
    </div>
  </main>
)
