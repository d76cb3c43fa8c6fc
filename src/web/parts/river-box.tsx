import { type KeyboardEvent, type RefObject, useEffect, useMemo, useRef, useState } from 'react'
import type { Day } from '../../kernel/day.ts'
import type { OnDay } from '../model/on-day.ts'
import type { Opened } from '../model/opened.ts'
import { openedUnit } from '../model/unit-rows.ts'
import { layoutOf } from '../river/layout.ts'
import { officially } from '../river/order.ts'
import { stripOf } from '../river/strip.ts'
import type { Flow, Measure, Row, Scope } from '../river/types.ts'
import { type Focus, focusAfter } from '../river/walk.ts'
import { amountText } from './amount.ts'
import { InstitutionStrip, stripRoom } from './institution-strip.tsx'
import { RiverDrawing } from './river-drawing.tsx'
import { RiverEnds } from './river-ends.tsx'
import { RiverTable } from './river-table.tsx'
import { RiverTools } from './river-tools.tsx'
import { useTextWidth } from './text-width.ts'
import { UnitCard } from './unit-card.tsx'
import { useWidth } from './use-width.ts'
import { useWords } from './words.tsx'

interface Props {
  readonly day: OnDay
  readonly baseline: Day
  readonly flow: Flow
  readonly institutions: Flow
  readonly isPresenting: boolean
  readonly isTable: boolean
  readonly drawing: RefObject<SVGSVGElement | null>
  readonly onTable: () => void
  readonly onPresent: () => void
  readonly onMeasure: (measure: Measure) => void
  readonly onScope: (scope: Scope) => void
  readonly onOpen: (opened: Opened) => void
}

/** The river with everything around it: tools, drawing or table, the institutions below, and the card of a unit. */
export const RiverBox = (props: Props) => {
  const { day, baseline, institutions, isPresenting, isTable, drawing, onTable, onOpen } = props
  const words = useWords()
  const [isOfficial, setOfficial] = useState(false)
  const flow = useMemo(() => (isOfficial ? officially(props.flow) : props.flow), [isOfficial, props.flow])
  const { language, t, pick } = words
  const box = useRef<HTMLDivElement>(null)
  const width = useWidth(box, 1056)
  const fontPx = isPresenting ? 20 : 12
  const measureText = useTextWidth(fontPx)
  const height = useRoom(isPresenting)
  const [selected, setSelected] = useState<Focus>()
  const [hovered, setHovered] = useState<Focus>()
  const strip = useMemo(() => stripOf(institutions, day.change.after), [institutions, day.change.after])
  const hasStrip = flow.scope === 'organs' && strip.total > 0
  const layout = useMemo(
    () =>
      layoutOf(flow, {
        ...(hasStrip && !isPresenting ? { atLeast: stripRoom(strip, institutions, words, measureText) } : {}),
        width: Math.max(width, 720),
        fullness: isPresenting ? 0.3 : 0.55,
        height,
        fontPx,
        language,
        measureText,
        figureOf: (value) => amountText(value, flow.measure, language),
      }),
    [flow, width, height, fontPx, words, language, measureText, hasStrip, isPresenting, strip, institutions],
  )
  const rowOf = (focus: Focus | undefined): Row | undefined =>
    focus && flow[focus.side].find((row) => row.id === focus.id)
  const openRow = (focus: Focus) => {
    const row = rowOf(focus)
    if (row?.kind !== 'unit') return
    onOpen(openedUnit(day.change[focus.side], row, flow.measure))
  }
  const active = hovered ?? selected
  const keys = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    if (event.key.toLowerCase() === 't') onTable()
    else if (event.key.toLowerCase() === 'p') props.onPresent()
    else if (event.key === 'Escape' && selected !== undefined) setSelected(undefined)
    else if (event.key === 'Enter' && selected !== undefined) openRow(selected)
    else {
      const next = focusAfter(event.key, selected, flow)
      if (next === undefined) return
      setSelected(next)
    }
    event.preventDefault()
  }
  const organs = flow[active?.side ?? 'after'].length
  const row = rowOf(active)
  return (
    <section className="river-box" ref={box} aria-label={t('navRiver')}>
      <RiverTools
        onMeasure={props.onMeasure}
        onScope={props.onScope}
        measure={flow.measure}
        scope={flow.scope}
      />
      <RiverEnds flow={flow} baseline={baseline} on={day.on} left={layout.right} />
      {isTable ? (
        // The table answers the same keys, so that T leads back.
        // biome-ignore lint/a11y/noStaticElementInteractions: T is a shortcut of the button above
        <div onKeyDown={(event) => event.key.toLowerCase() === 't' && onTable()}>
          <RiverTable flow={flow} onOpen={openRow} />
        </div>
      ) : (
        <RiverDrawing
          ref={drawing}
          flow={flow}
          layout={layout}
          fontPx={fontPx}
          active={active}
          selected={selected}
          onKeyDown={keys}
          onHover={setHovered}
          onSelect={(focus) =>
            setSelected((was) => (was?.id === focus.id && was.side === focus.side ? undefined : focus))
          }
          onOpen={openRow}
        />
      )}
      {!isTable && (
        <p className="order">
          <button type="button" className="link" onClick={() => setOfficial((was) => !was)}>
            {t(isOfficial ? 'orderRiver' : 'orderOfficial')}
          </button>
        </p>
      )}
      <p className="hidden" role="status" key={organs}>
        {selected && row ? `${pick(row.fullName)} ${amountText(row.value, flow.measure, language)}` : ''}
      </p>
      {row !== undefined && active !== undefined && !isTable && (
        <UnitCard
          focus={active}
          row={row}
          day={day}
          flow={flow}
          top={layout.nodes.find((node) => node.side === active.side && node.row.id === active.id)?.y ?? 0}
          isFixed={selected !== undefined && hovered === undefined}
          onOpen={() => openRow(active)}
          onClose={() => setSelected(undefined)}
        />
      )}
      {hasStrip && (
        <InstitutionStrip
          flow={institutions}
          strip={strip}
          layout={layout}
          fontPx={12}
          onShowAll={() => props.onScope('institutions')}
        />
      )}
    </section>
  )
}

/** How tall the drawing may be so that the first screen shows all of it; never less than its labels need. */
const useRoom = (isPresenting: boolean): number => {
  const [room, setRoom] = useState(() => window.innerHeight)
  useEffect(() => {
    const read = () => setRoom(window.innerHeight)
    window.addEventListener('resize', read)
    return () => window.removeEventListener('resize', read)
  }, [])
  return isPresenting ? Math.max(400, room - 124) : Math.min(900, Math.max(520, room - 372))
}
