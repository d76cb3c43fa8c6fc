import { useEffect } from 'react'
import type { View } from '../model/address.ts'
import { countyPages, isCountyPage, needsSecondFactor, type Page, pagesOf } from '../model/pages.ts'
import type { Preferences } from '../model/preferences.ts'
import { useCounties } from '../model/use-county.ts'
import type { SetView } from '../model/use-view.ts'
import { useAround } from '../model/use-who.ts'
import { AccountBar } from './account/account-bar.tsx'
import { CountyView } from './county-view.tsx'
import {
  AccountsPage,
  AuditPage,
  FiguresPage,
  OwnPage,
  OwnUnitPage,
  PlansPage,
  PublishedPage,
} from './desk-pages.tsx'
import { PageNav } from './page-nav.tsx'
import { FailedState, LoadingState } from './states.tsx'
import { TopBar } from './top-bar.tsx'

/** What somebody works with: the pages that his roles open, over the counties that he may see. */
export const Work = ({
  view,
  setView,
  preferences,
}: {
  readonly view: View
  readonly setView: SetView
  readonly preferences: Preferences
}) => {
  const { who, expire } = useAround()
  const isFirstPassword = who?.mustChangePassword === true
  const counties = useCounties(!isFirstPassword)
  const list = counties.loading.state === 'ready' ? counties.loading.value : undefined
  const county = view.county ?? list?.default ?? list?.counties[0]?.id
  const open: readonly Page[] = who === undefined ? countyPages : pagesOf(who)
  const first = open[0] ?? 'own'
  // A link may lead where its reader may not go, and that is told; a demonstration changes roles all the time.
  const isClosed = view.page !== undefined && !open.includes(view.page)
  const page = isClosed && (who?.isDemo === true || isFirstPassword) ? first : (view.page ?? first)
  const hasEnded = counties.loading.state === 'failed' && counties.loading.reason === 'signedOut'
  useEffect(() => {
    if (hasEnded) expire()
  })
  const go = (next: Page) => setView({ page: next }, 'step')
  const nav = <PageNav pages={open} page={page} onPage={go} />
  const onCounty = (chosen: string) =>
    setView(
      { county: chosen, plan: undefined, on: undefined, line: undefined, unit: undefined, person: undefined },
      'step',
    )
  return (
    <>
      {who !== undefined && <AccountBar who={who} onPage={go} />}
      {isCountyPage(page) && open.includes(page) && list !== undefined && county !== undefined ? (
        <CountyView
          {...{ list, county, page, view, setView, preferences, nav, onCounty }}
          onSaved={counties.refresh}
        />
      ) : (
        <>
          <TopBar
            // Accounts and trails are not those of the one county that is open.
            counties={page === 'plans' || page === 'figures' || page === 'unit' ? (list?.counties ?? []) : []}
            county={county}
            plans={[]}
            preferences={preferences}
            nav={nav}
            onCounty={onCounty}
          />
          {body()}
        </>
      )}
    </>
  )

  function body() {
    if (!open.includes(page))
      return needsSecondFactor(who) ? (
        <FailedState reason="secondFactor" id="" onRetry={() => go('own')} />
      ) : (
        <FailedState reason="forbidden" id="" onRetry={() => go(first)} />
      )
    if (page === 'own') return <OwnPage />
    if (page === 'published') return <PublishedPage county={view.county} onCounty={onCounty} />
    if (page === 'accounts') return <AccountsPage counties={list?.counties ?? []} />
    const { loading } = counties
    if (loading.state === 'loading') return <LoadingState onCancel={counties.cancel} />
    if (loading.state !== 'ready')
      return (
        <FailedState
          reason={loading.state === 'failed' ? loading.reason : 'cancelled'}
          id=""
          onRetry={counties.retry}
        />
      )
    if (page === 'audit') return <AuditPage counties={list?.counties ?? []} county={county} />
    if (county === undefined) return <FailedState reason="noCounty" id="" onRetry={counties.retry} />
    if (page === 'unit') return <OwnUnitPage key={county} county={county} />
    return page === 'plans' ? (
      <PlansPage
        key={county}
        county={county}
        chosen={view.plan}
        onChoose={(plan) => setView({ plan, on: undefined }, 'step')}
        onDrawing={(plan) => setView({ page: 'county', plan, on: undefined }, 'step')}
      />
    ) : (
      <FiguresPage key={county} county={county} />
    )
  }
}
