import { type ReactNode, useDeferredValue, useEffect, useLayoutEffect, useMemo } from 'react'
import type { View } from '../model/address.ts'
import { drafts, useDraft } from '../model/draft/use-draft.ts'
import type { CountyFiles, CountyList } from '../model/files.ts'
import { useOnTheirWay } from '../model/home/use-chain.ts'
import type { CountyPage as PageName } from '../model/pages.ts'
import type { Place } from '../model/place.ts'
import type { Preferences } from '../model/preferences.ts'
import { openBook, sessionOf, sourceIn } from '../model/session.ts'
import { defaultDay } from '../model/time.ts'
import { useCounty } from '../model/use-county.ts'
import type { SetView } from '../model/use-view.ts'
import { useAround } from '../model/use-who.ts'
import { CountyPages } from './county-pages.tsx'
import { FailedState, LoadingState } from './states.tsx'
import { TopBar } from './top-bar.tsx'
import { useWords } from './words.tsx'

interface Props {
  readonly list: CountyList
  readonly county: string
  readonly page: PageName
  readonly view: View
  readonly setView: SetView
  readonly preferences: Preferences
  readonly nav: ReactNode
  readonly onCounty: (id: string) => void
  /** A plan was begun or kept: the list of counties and plans is asked for again. */
  readonly onSaved: () => void
}

/** Finds the county and the plan of the address, opens them, and shows a page of them or says why not. */
export const CountyView = ({
  list,
  county: id,
  page,
  view,
  setView,
  preferences,
  nav,
  onCounty,
  onSaved,
}: Props) => {
  const { who, expire } = useAround()
  const listed = list.counties.find((each) => each.id === id)
  const unsaved = drafts.unsaved(id)
  // A plan that was just saved may not be on the list yet.
  const here = view.plan !== undefined && drafts.get({ county: id, plan: view.plan }) ? [view.plan] : []
  const plans = [...new Set([...(listed?.plans ?? []), ...unsaved, ...here])]
  const planId = view.plan ?? plans[0]
  const wanted = listed?.plans.find((each) => each === planId)
  // Over folders there is one register; over records a plan is shown on the one that it was carried out on.
  const county = useCounty(id, who === undefined ? undefined : wanted)
  const chain = useOnTheirWay(id, who)
  const files = county.loading.state === 'ready' ? county.loading.value : undefined
  const isKnownPlan = planId === undefined || plans.includes(planId)
  const hasEnded = county.loading.state === 'failed' && county.loading.reason === 'signedOut'
  useEffect(() => {
    if (hasEnded) expire()
  })
  return (
    <>
      <TopBar
        hasDrawing={page === 'county'}
        nav={nav}
        counties={list.counties}
        county={id}
        plans={plans}
        plan={isKnownPlan ? planId : undefined}
        carriedOut={Object.keys(files?.applied ?? {})}
        preferences={preferences}
        onCounty={onCounty}
        onPlan={(chosen) => setView({ plan: chosen, on: undefined, line: undefined }, 'step')}
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
    const saved = () => {
      county.refresh()
      chain?.refresh()
      onSaved()
    }
    return (
      <Opened
        key={`${files.id}/${planId}`}
        {...{ files, planId, page, listed, view, setView }}
        onTheirWay={chain?.loading}
        onSaved={saved}
      />
    )
  }
}

const Opened = ({
  files,
  planId,
  page,
  listed,
  onTheirWay,
  view,
  setView,
  onSaved,
}: Pick<Props, 'page' | 'view' | 'setView' | 'onSaved'> & {
  readonly files: CountyFiles
  readonly planId: string | undefined
  readonly listed: CountyList['counties'][number] | undefined
  readonly onTheirWay: Place['onTheirWay']
}) => {
  const { who } = useAround()
  const { language } = useWords()
  const book = useMemo(() => openBook(files), [files])
  const keptText = sourceIn(files, planId)?.text
  const version = planId === undefined ? undefined : (files.versions?.[planId] ?? 0)
  useLayoutEffect(() => {
    if (planId !== undefined && keptText !== undefined && version !== undefined)
      drafts.meet({ county: files.id, plan: planId }, { version, text: keptText })
  }, [files.id, planId, keptText, version])
  const draft = useDraft(files.id, planId)
  const text = useDeferredValue(draft?.text ?? keptText)
  const session = useMemo(
    () => sessionOf(book, planId === undefined || text === undefined ? undefined : { id: planId, text }),
    [book, planId, text],
  )
  const mayDraft = who === undefined || who.operations.includes('draft-plan')
  // The address names the whole view, so that whoever opens it sees the same.
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each county and plan
  useEffect(() => {
    setView({ county: files.id, plan: planId, on: view.on ?? defaultDay(session), language })
  }, [files.id, planId])
  return (
    <CountyPages
      page={page}
      place={{
        book,
        planId,
        draft,
        session,
        isBehind: draft !== undefined && draft.text !== text,
        mayEdit: mayDraft && !session.isCarriedOut && !(who?.isReadOnly ?? false),
        hasRecords: who !== undefined,
        listed,
        onTheirWay,
        view,
        setView,
        onSaved,
      }}
    />
  )
}
