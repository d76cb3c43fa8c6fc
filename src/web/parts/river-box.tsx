import { type KeyboardEvent, type RefObject, useEffect, useMemo, useRef, useState } from 'react'
import type { Day } from '../../kernel/day.ts'
import type { OnDay } from '../model/on-day.ts'
import type { Opened } from '../model/opened.ts'
import { fileName } from '../model/save.ts'
import { openedUnit } from '../model/unit-rows.ts'
import { type Layout, layoutOf } from '../river/layout.ts'
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
  readonly isPrinting: boolean
  readonly isTable: boolean
  readonly hasLetters: boolean
  /** A unit that another part of the page wants shown. */
  readonly wanted: { readonly focus: Focus } | undefined
  readonly drawing: RefObject<SVGSVGElement | null>
  readonly onMeasure: (measure: Measure) => void
  readonly onScope: (scope: Scope) => void
  readonly onOpen: (opened: Opened) => void
}

/** The river with everything around it: tools, drawing or table, the institutions below, and the card of a unit. */
export const RiverBox = (props: Props) => {
  const { day, baseline, institutions, isPrinting, isTable, drawing, wanted, onOpen } = props
  const isPresenting = props.isPresenting && !isPrinting
  const words = useWords()
  const [isOfficial, setOfficial] = useState(false)
  const flow = useMemo(() => (isOfficial ? officially(props.flow) : props.flow), [isOfficial, props.flow])
  const { language, t, pick } = words
  const box = useRef<HTMLDivElement>(null)
  const onScreen = useWidth(box, 1056)
  const width = isPrinting ? paper.width : Math.max(onScreen, 720)
  const fontPx = isPresenting ? 20 : 12
  const measureText = useTextWidth(fontPx)
  const room = useRoom(isPresenting)
  const height = isPrinting ? paper.height : room
  const [selected, setSelected] = useState<Focus>()
  const [hovered, setHovered] = useState<Focus>()
  const strip = useMemo(() => stripOf(institutions, day.change.after), [institutions, day.change.after])
  const hasStrip = flow.scope === 'organs' && strip.total > 0
  const layout = useMemo(
    () =>
      layoutOf(flow, {
        ...(hasStrip && !isPresenting ? { atLeast: stripRoom(strip, institutions, words, measureText) } : {}),
        width,
        fullness: isPresenting ? (height > flow.before.length * fontPx * 1.2 ? 0.14 : 0.3) : 0.55,
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
  const active = isPrinting ? undefined : (hovered ?? selected)
  useEffect(() => {
    if (wanted === undefined) return
    setSelected(wanted.focus)
    box.current?.querySelector<HTMLElement>('.drawing')?.focus({ preventScroll: true })
  }, [wanted])
  useEffect(() => {
    if (selected !== undefined) scrollToUnit(box.current, selected)
  }, [selected])
  const keys = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    // In the projector these keys are the day's.
    if (isPresenting && ['Escape', 'ArrowLeft', 'ArrowRight', 'Home', 'End'].includes(event.key)) return
    if (event.key === 'Escape' && selected !== undefined) setSelected(undefined)
    else if (event.key === 'Enter' && selected !== undefined) openRow(selected)
    else {
      const next = focusAfter(event.key, selected, flow)
      if (next === undefined) return
      setSelected(next)
    }
    event.preventDefault()
  }
  const help = isPresenting
    ? t('presentHelp')
    : [t('riverHelp'), ...(props.hasLetters ? [t('riverHelpLetters')] : [])].join('; ')
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
        <RiverTable
          flow={flow}
          file={fileName(day.change.before.county.id, day.on, flow.scope, flow.measure)}
          onOpen={openRow}
        />
      ) : (
        <RiverDrawing
          ref={drawing}
          flow={flow}
          layout={layout}
          fontPx={fontPx}
          active={active}
          selected={isPrinting ? undefined : selected}
          help={help}
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
          top={Math.min(layout.height - 320, topOf(layout, active))}
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

/** The drawing on a sheet of A3 across, in px: as wide as the sheet, and with room for the institutions below it. */
const paper = { width: 1490, height: 740 }

/** Where the bar of a unit begins. */
const topOf = (layout: Layout, { side, id }: Focus): number =>
  layout.nodes.find((node) => node.side === side && node.row.id === id)?.y ?? 0

/** A unit that the keyboard has reached is in sight, also where the drawing is wider than its box. */
const scrollToUnit = (box: HTMLElement | null, { side, id }: Focus) => {
  const drawing = box?.querySelector('.drawing')
  if (drawing == null) return
  if (drawing.scrollWidth > drawing.clientWidth)
    drawing.scrollTo({ left: side === 'before' ? 0 : drawing.scrollWidth })
  const unit = drawing.querySelector(`[data-unit="${CSS.escape(`${side}:${id}`)}"] .bar`)
  unit?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
}

/** How tall the drawing may be so that the first screen shows all of it; never less than its labels need. */
const useRoom = (isPresenting: boolean): number => {
  const [room, setRoom] = useState(() => window.innerHeight)
  useEffect(() => {
    const read = () => setRoom(window.innerHeight)
    window.addEventListener('resize', read)
    return () => window.removeEventListener('resize', read)
  }, [])
  return isPresenting ? Math.max(400, room - 172) : Math.min(900, Math.max(520, room - 372))
}
