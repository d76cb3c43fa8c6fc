import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { Figure } from '../../ledger/figure.ts'
import { dayText } from '../format.ts'
import { axisOf, within } from '../model/axis.ts'
import { dayAfterKey } from '../model/day-keys.ts'
import { plainName } from '../model/name.ts'
import { dayViewer } from '../model/on-day.ts'
import { type Opened, openedFigure } from '../model/opened.ts'
import type { Place } from '../model/place.ts'
import { useLetterKeys } from '../model/preferences.ts'
import { isSample } from '../model/sample.ts'
import { fileName, saveSvg } from '../model/save.ts'
import { defaultDay, recordedUntil, todayOf } from '../model/time.ts'
import { flowOf } from '../river/flow.ts'
import { scopes } from '../river/types.ts'
import { type Focus, focusOn } from '../river/walk.ts'
import { captionOf } from './caption.ts'
import { Findings } from './findings.tsx'
import { PlanText } from './plan-text.tsx'
import { PresentLine } from './present-line.tsx'
import { PrintHead } from './print-head.tsx'
import { Rail } from './rail.tsx'
import { RiverBox } from './river-box.tsx'
import { RowsPanel } from './rows-panel.tsx'
import { Sentence } from './sentence.tsx'
import { TimeAxis } from './time-axis.tsx'
import { usePresenting, usePrinting, useTable } from './use-modes.ts'
import { usePageKeys } from './use-page-keys.ts'
import { ViewButtons } from './view-buttons.tsx'
import { useWords } from './words.tsx'

/** One county on one day: sentence, ruler, drawing, what needs the reader, findings, plan. */
export const CountyPage = ({ place }: { readonly place: Place }) => {
  const { session, view, setView } = place
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
  const openFigure = useCallback((figure: Figure) => setOpened(openedFigure(figure)), [])
  const present = usePresenting()
  const table = useTable()
  const isPrinting = usePrinting()
  const [hasLetters, setLetters] = useLetterKeys()
  const [wanted, setWanted] = useState<{ readonly focus: Focus }>()
  const drawing = useRef<SVGSVGElement>(null)
  const isProjected = present.isOn && !isPrinting
  usePageKeys({
    isPresenting: present.isOn,
    hasLetters,
    onTable: table.toggle,
    onPresent: present.toggle,
    onDayKey: (key) => {
      const next = dayAfterKey(key, on, axis)
      if (next !== undefined) setView({ on: next })
      return next !== undefined
    },
  })
  const showUnit = (id: string) => {
    for (const scope of scopes) {
      const focus = focusOn(flowOf(change, view.measure, scope), id)
      if (focus === undefined) continue
      table.set(false)
      setView({ scope })
      setWanted({ focus })
      document.getElementById('river')?.scrollIntoView({ block: 'start' })
      return
    }
  }
  useEffect(() => {
    document.title = words.t('pageTitle', { county: name })
  }, [words, name])
  const drawingFile = fileName(county.id, on, view.scope, view.measure)
  const caption = () => ({
    ...captionOf(plainName(name), flows.drawn, { baseline: county.baselineOn, on }, words),
    ...(isSample(session) ? { note: words.t('sampleNote') } : {}),
  })
  const hasUnits = flows.drawn.before.length + flows.drawn.after.length > 0
  return (
    <>
      <PrintHead session={session} day={dayText(on, words.language)} />
      <main className="county">
        <div className="sheet" id="river">
          {isProjected ? (
            <PresentLine session={session} day={day} isForecast={on > recorded} onEnd={present.toggle} />
          ) : (
            <Sentence session={session} day={day} isForecast={on > recorded} onOpen={open} />
          )}
          <TimeAxis
            session={session}
            axis={axis}
            on={on}
            recorded={recorded}
            fontPx={isProjected ? 18 : 12}
            onDay={(each) => setView({ on: each })}
          />
          {hasUnits ? (
            <RiverBox
              day={day}
              baseline={county.baselineOn}
              flow={flows.drawn}
              institutions={flows.institutions}
              isPresenting={present.isOn}
              isPrinting={isPrinting}
              isTable={table.isOn && !present.isOn}
              hasLetters={hasLetters}
              wanted={wanted}
              drawing={drawing}
              onMeasure={(measure) => setView({ measure })}
              onScope={(scope) => setView({ scope })}
              onOpen={open}
            />
          ) : (
            <p className="empty">{words.t(session.findings.length > 0 ? 'noOrgans' : 'noCountyHelp')}</p>
          )}
        </div>
        <Rail place={place} on={on} recorded={recorded} onOpen={openFigure}>
          <ViewButtons
            isTable={table.isOn}
            hasLetters={hasLetters}
            onLetters={setLetters}
            onTable={table.toggle}
            onPresent={present.toggle}
            onSvg={() => drawing.current && saveSvg(drawing.current, drawingFile, caption())}
            onPdf={async (making) => {
              const { saveDrawingPdf } = await import('../pdf/save-drawing-pdf.ts')
              if (drawing.current === null) throw new Error('the drawing has gone')
              await saveDrawingPdf(drawing.current, drawingFile, { ...caption(), making })
              return `${drawingFile}.pdf`
            }}
          />
        </Rail>
      </main>
      <div className="sections">
        <Findings session={session} onUnit={showUnit} />
        <PlanText session={session} on={on} />
        {isSample(session) && <footer className="note">{words.t('sampleNote')}</footer>}
      </div>
      {opened !== undefined && (
        <RowsPanel
          opened={opened}
          fileName={fileName(county.id, on, opened.id)}
          onClose={() => setOpened(undefined)}
        />
      )}
    </>
  )
}
