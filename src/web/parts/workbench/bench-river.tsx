import { useEffect, useMemo, useRef, useState } from 'react'
import type { WrittenLine } from '../../../reform/editing/line-spans.ts'
import type { Bench } from '../../model/bench.ts'
import { litBy, unitsOf } from '../../model/legal/lit.ts'
import type { Opened } from '../../model/opened.ts'
import { fileName } from '../../model/save.ts'
import { flowOf } from '../../river/flow.ts'
import type { Change } from '../../river/holdings.ts'
import type { Focus } from '../../river/walk.ts'
import { RowsPanel } from '../rows-panel.tsx'
import { useWords } from '../words.tsx'
import { BenchDropDialog } from './bench-drop-dialog.tsx'
import { BenchRiverCard } from './bench-river-card.tsx'
import { BenchRiverView } from './bench-river-view.tsx'
import { LineDialog } from './forms/line-dialog.tsx'
import '../../styles/bench-river.css'

/** What is taken in hand in the drawing: a bar, or a ribbon. */
export type Taken = { readonly focus: Focus } | { readonly stream: string }

/** The river of the plan at work: before it, and after all of its lines; units are dragged upon units. */
export const BenchRiver = ({ bench }: { readonly bench: Bench }) => {
  const { t } = useWords()
  const { session, view, spans, chosen, mayEdit } = bench
  const { register } = session.county
  const change = useMemo(
    (): Change => ({
      before: register,
      after: session.account?.after ?? register,
      moves: session.moves.flatMap(({ moves }) => moves),
    }),
    [register, session.account, session.moves],
  )
  const flow = useMemo(() => flowOf(change, view.measure, view.scope), [change, view.measure, view.scope])
  const [taken, setTaken] = useState<Taken>()
  const [pair, setPair] = useState<{ readonly moved: string; readonly onto: string | undefined }>()
  const [opened, setOpened] = useState<Opened>()
  const [said, setSaid] = useState('')
  const [filling, setFilling] = useState<WrittenLine>()
  const lit = useMemo(() => {
    const line = chosen === undefined ? undefined : spans?.[chosen - 1]?.value
    return line === undefined ? undefined : litBy(unitsOf(line, change), flow, change)
  }, [chosen, spans, change, flow])
  const card = useRef<HTMLElement>(null)
  const section = useRef<HTMLElement>(null)
  const wasTaken = useRef(false)
  // What had the focus may be gone with the card before.
  useEffect(() => {
    const isLost = document.activeElement === document.body
    if (isLost && taken !== undefined) card.current?.querySelector<HTMLElement>('button')?.focus()
    if (isLost && taken === undefined && wasTaken.current)
      section.current?.querySelector<HTMLElement>('[data-view]')?.focus({ preventScroll: true })
    wasTaken.current = taken !== undefined
  }, [taken])
  const hasUnits = flow.before.length + flow.after.length > 0
  return (
    <section className="bench-river" ref={section} aria-label={t('navRiver')}>
      {session.plan === undefined && <p className="note">{t('dropUnread')}</p>}
      {session.plan?.lines.length === 0 && <p className="note">{t('dropEmpty')}</p>}
      {hasUnits ? (
        <BenchRiverView
          bench={bench}
          flow={flow}
          lit={lit}
          taken={taken}
          onTake={setTaken}
          onEnter={() => card.current?.querySelector<HTMLElement>('button')?.focus()}
          onDrop={(moved, onto) => setPair({ moved, onto })}
        >
          {taken !== undefined && (
            <BenchRiverCard
              ref={card}
              taken={taken}
              bench={bench}
              flow={flow}
              change={change}
              onTake={setTaken}
              onOpen={setOpened}
              onMerge={(moved) => setPair({ moved, onto: undefined })}
            />
          )}
        </BenchRiverView>
      ) : (
        <p className="empty">{t('noOrgans')}</p>
      )}
      <p className="drop-said" role="status">
        {said}
      </p>
      {pair !== undefined && (
        <BenchDropDialog
          bench={bench}
          moved={pair.moved}
          onto={pair.onto}
          mayWrite={mayEdit}
          onWritten={setSaid}
          onFill={setFilling}
          onClose={() => setPair(undefined)}
        />
      )}
      {filling !== undefined && (
        <LineDialog bench={bench} initial={filling} onClose={() => setFilling(undefined)} />
      )}
      {opened !== undefined && (
        <RowsPanel
          opened={opened}
          fileName={fileName(
            register.county.id,
            session.plan?.effectiveOn ?? register.county.baselineOn,
            opened.id,
          )}
          onClose={() => setOpened(undefined)}
        />
      )}
    </section>
  )
}
