import { useDeferredValue, useMemo, useState } from 'react'
import { parseDay } from '../../../kernel/day.ts'
import { number } from '../../../kernel/text.ts'
import { reconciled } from '../../../ledger/reconciliation.ts'
import { axisOf, within } from '../../model/axis.ts'
import { type Opened, openedFigure } from '../../model/opened.ts'
import type { Place } from '../../model/place.ts'
import { curveDays } from '../../model/promises/curve.ts'
import { type Filter, filteredBy, openedOn, promisedOn } from '../../model/promises/promises.ts'
import { sourcesViewer } from '../../model/promises/sources-on.ts'
import { useCurves } from '../../model/promises/use-curves.ts'
import { isSample } from '../../model/sample.ts'
import { fileName } from '../../model/save.ts'
import { defaultDay, recordedUntil, todayOf } from '../../model/time.ts'
import '../../styles/promises.css'
import { dayText } from '../../format.ts'
import { PageHead } from '../account/page-head.tsx'
import { PrintHead } from '../print-head.tsx'
import { RowsPanel } from '../rows-panel.tsx'
import { useWords } from '../words.tsx'
import { CurveProgress } from './curve-progress.tsx'
import { Disagreements } from './disagreements.tsx'
import { PromiseTable } from './promise-table.tsx'
import { PromiseTools } from './promise-tools.tsx'
import { Savings } from './savings.tsx'

/** 公布数字账: every published figure as printed, as it stands on a day and at the plan's end, with its course and what is to be said of it. */
export const PromisesPage = ({ place }: { readonly place: Place }) => {
  const { session, view, setView } = place
  const { t, language } = useWords()
  const axis = useMemo(() => axisOf(session), [session])
  const on = within(axis, view.on ?? defaultDay(session))
  const shownOn = useDeferredValue(on)
  const recorded = useMemo(() => recordedUntil(session, todayOf()), [session])
  const look = useMemo(() => sourcesViewer(session), [session])
  const days = useMemo(() => curveDays(session, recorded), [session, recorded])
  const lines = useMemo(() => promisedOn(session, shownOn, look), [session, shownOn, look])
  const figures = session.account?.figures ?? []
  const ids = useMemo(() => figures.map(({ id }) => id), [figures])
  const curves = useCurves(ids, days, look)
  const [filter, setFilter] = useState<Filter>('all')
  const [opened, setOpened] = useState<Opened>()
  const shown = useMemo(() => filteredBy(lines, filter), [lines, filter])
  const disagreements = useMemo(() => reconciled(figures).filter(({ fits }) => !fits), [figures])
  const published = figures.filter((figure) => figure.published !== undefined)
  const { id } = session.county.register.county
  return (
    <>
      <main className="desk promises-page">
        <PrintHead session={session} day={dayText(on, language)} />
        <PageHead title={t('pagePromises')} lead={t('ledgerIntro')}>
          {published.length > 0 && (
            <small>
              {t('ledgerCount', {
                published: number(published.length),
                agree: number(published.filter(({ agrees }) => agrees === true).length),
              })}
            </small>
          )}
        </PageHead>
        {lines.length === 0 ? (
          <NoFigures onBench={() => setView({ page: 'workbench' }, 'step')} />
        ) : (
          <>
            <PromiseTools
              {...{ axis, on, recorded, filter, shown, county: id }}
              all={lines.length}
              onDay={(text) => {
                const day = parseDay(text)
                if (day !== undefined) setView({ on: within(axis, day) })
              }}
              onFilter={setFilter}
            />
            <CurveProgress curves={curves} />
            <PromiseTable
              {...{ shown, curves, recorded, on }}
              files={{ name: fileName(id, on), isSample: isSample(session) }}
              onOpen={setOpened}
              onAll={() => setFilter('all')}
              openToday={(figureId) => {
                const line = lines.find(({ figure }) => figure.id === figureId)
                return line && look && openedOn(line.figure, look(shownOn))
              }}
            />
            <Disagreements disagreements={disagreements} />
            <Savings figures={figures} onOpen={(figure) => setOpened(openedFigure(figure))} />
          </>
        )}
      </main>
      {opened !== undefined && (
        <RowsPanel
          opened={opened}
          fileName={fileName(id, on, opened.id)}
          onClose={() => setOpened(undefined)}
        />
      )}
    </>
  )
}

const NoFigures = ({ onBench }: { readonly onBench: () => void }) => {
  const { t } = useWords()
  return (
    <div className="empty">
      <p>{t('promisesOpenPlan')}</p>
      <button type="button" className="button" onClick={onBench}>
        {t('promisesToBench')}
      </button>
    </div>
  )
}
