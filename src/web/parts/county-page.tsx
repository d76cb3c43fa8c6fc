import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { dayText } from '../format.ts'
import type { View } from '../model/address.ts'
import { axisOf, within } from '../model/axis.ts'
import { dayViewer } from '../model/on-day.ts'
import { type Opened, openedFigure } from '../model/opened.ts'
import { isSample } from '../model/sample.ts'
import { saveSvg } from '../model/save.ts'
import type { Session } from '../model/session.ts'
import { defaultDay, recordedUntil, todayOf } from '../model/time.ts'
import { flowOf } from '../river/flow.ts'
import { Findings } from './findings.tsx'
import { Ledger } from './ledger.tsx'
import { PlanText } from './plan-text.tsx'
import { PrintHead } from './print-head.tsx'
import { Rail } from './rail.tsx'
import { RiverBox } from './river-box.tsx'
import { RowsPanel } from './rows-panel.tsx'
import { Sentence } from './sentence.tsx'
import { TimeAxis } from './time-axis.tsx'
import { ViewButtons } from './view-buttons.tsx'
import { useWords } from './words.tsx'

/** One county on one day: sentence, ruler, drawing, ledger, findings, plan. */
export const CountyPage = ({
  session,
  view,
  setView,
}: {
  readonly session: Session
  readonly view: View
  readonly setView: (change: Partial<View>) => void
}) => {
  const words = useWords()
  const { county } = session.county.register
  const name = words.pick({ zh: county.name, en: county.nameEn })
  const axis = useMemo(() => axisOf(session), [session])
  const look = useMemo(() => dayViewer(session), [session])
  const on = within(axis, view.on ?? defaultDay(session))
  const day = look(on)
  const recorded = useMemo(() => recordedUntil(session, todayOf()), [session])
  const { change } = day
  const flows = useMemo(
    () => ({
      drawn: flowOf(change, view.measure, view.scope),
      institutions: flowOf(change, view.measure, 'institutions'),
    }),
    [change, view.measure, view.scope],
  )
  const [opened, setOpened] = useState<Opened>()
  const open = useCallback((what: Opened) => setOpened(what), [])
  const present = usePresenting()
  const [isTable, setTable] = useState(false)
  const drawing = useRef<SVGSVGElement>(null)
  useEffect(() => {
    document.title = words.t('pageTitle', { county: name })
  }, [words, name])
  const hasUnits = flows.drawn.before.length + flows.drawn.after.length > 0
  return (
    <>
      <PrintHead session={session} day={dayText(on, words.language)} />
      <main className="county">
        <div className="sheet" id="river">
          <Sentence session={session} day={day} isForecast={on > recorded} onOpen={open} />
          <TimeAxis
            session={session}
            axis={axis}
            on={on}
            recorded={recorded}
            onDay={(each) => setView({ on: each })}
          />
          {hasUnits ? (
            <RiverBox
              day={day}
              baseline={county.baselineOn}
              flow={flows.drawn}
              institutions={flows.institutions}
              isPresenting={present.isOn}
              isTable={isTable}
              drawing={drawing}
              onTable={() => setTable((was) => !was)}
              onPresent={present.toggle}
              onMeasure={(measure) => setView({ measure })}
              onScope={(scope) => setView({ scope })}
              onOpen={open}
            />
          ) : (
            <p className="empty">{words.t(session.findings.length > 0 ? 'noOrgans' : 'noCountyHelp')}</p>
          )}
        </div>
        <Rail session={session} recorded={recorded} onOpen={(figure) => open(openedFigure(figure))}>
          <ViewButtons
            isTable={isTable}
            onTable={() => setTable((was) => !was)}
            onPresent={present.toggle}
            onSvg={() => drawing.current && saveSvg(drawing.current, `${county.id}-${view.measure}-${on}`)}
          />
        </Rail>
      </main>
      <div className="sections">
        <Ledger session={session} onOpen={(figure) => open(openedFigure(figure))} />
        <Findings session={session} />
        <PlanText session={session} on={on} />
        {isSample(session) && <footer className="note">{words.t('sampleNote')}</footer>}
      </div>
      {present.isOn && (
        <button type="button" className="button small stop-presenting" onClick={present.toggle}>
          {words.t('presentEnd')}
          <kbd>Esc</kbd>
        </button>
      )}
      {opened !== undefined && <RowsPanel opened={opened} onClose={() => setOpened(undefined)} />}
    </>
  )
}

/** The projector shows the sentence and the drawing alone; Esc ends it. */
const usePresenting = () => {
  const [isOn, setOn] = useState(false)
  useEffect(() => {
    document.documentElement.toggleAttribute('data-present', isOn)
    if (!isOn) return
    const end = (event: KeyboardEvent) => {
      if (event.key === 'Escape' && !event.defaultPrevented) setOn(false)
    }
    window.addEventListener('keydown', end)
    return () => {
      window.removeEventListener('keydown', end)
      document.documentElement.removeAttribute('data-present')
    }
  }, [isOn])
  return {
    isOn,
    toggle: () => setOn((was) => !was),
  }
}
