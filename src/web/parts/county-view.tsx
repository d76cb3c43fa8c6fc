import { useEffect, useMemo } from 'react'
import type { View } from '../model/address.ts'
import type { CountyFiles, CountyList } from '../model/files.ts'
import type { Preferences } from '../model/preferences.ts'
import { openSession } from '../model/session.ts'
import { defaultDay } from '../model/time.ts'
import { useCounty } from '../model/use-county.ts'
import type { SetView } from '../model/use-view.ts'
import { useAround } from '../model/use-who.ts'
import { CountyPage } from './county-page.tsx'
import { FailedState, LoadingState } from './states.tsx'
import { TopBar } from './top-bar.tsx'
import { useWords } from './words.tsx'

/** Finds the county and the plan of the address, opens them, and shows them or says why not. */
export const CountyView = ({
  list,
  county: id,
  view,
  setView,
  preferences,
  onCounty,
}: {
  readonly list: CountyList
  readonly county: string
  readonly view: View
  readonly setView: SetView
  readonly preferences: Preferences
  readonly onCounty: (id: string) => void
}) => {
  const { who, expire } = useAround()
  const listed = list.counties.find((each) => each.id === id)?.plans ?? []
  const wanted = view.plan === undefined ? listed[0] : listed.find((each) => each === view.plan)
  // Over folders there is one register; over records a plan is shown on the one that it was carried out on.
  const county = useCounty(id, who === undefined ? undefined : wanted)
  const files = county.loading.state === 'ready' ? county.loading.value : undefined
  const plans = files === undefined ? [] : Object.keys(files.plans)
  const planId = view.plan ?? plans[0]
  const isKnownPlan = planId === undefined || plans.includes(planId)
  const hasEnded = county.loading.state === 'failed' && county.loading.reason === 'signedOut'
  useEffect(() => {
    if (hasEnded) expire()
  })
  return (
    <>
      <TopBar
        hasPlaces
        counties={list.counties}
        county={id}
        plans={plans}
        plan={isKnownPlan ? planId : undefined}
        carriedOut={Object.keys(files?.applied ?? {})}
        preferences={preferences}
        onCounty={onCounty}
        onPlan={(chosen) => setView({ plan: chosen, on: undefined }, 'step')}
      />
      {body()}
    </>
  )

  function body() {
    const { loading } = county
    if (loading.state === 'failed')
      return <FailedState reason={loading.reason} id={id} onRetry={county.retry} />
    if (loading.state === 'cancelled') return <FailedState reason="cancelled" id="" onRetry={county.retry} />
    if (loading.state === 'loading') return <LoadingState onCancel={county.cancel} />
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
  readonly view: View
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
