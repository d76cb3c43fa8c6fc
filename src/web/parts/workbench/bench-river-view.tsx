import { type CSSProperties, type KeyboardEvent, type ReactNode, useRef, useState } from 'react'
import { say } from '../../../kernel/text.ts'
import type { Bench } from '../../model/bench.ts'
import type { Lit } from '../../model/legal/lit.ts'
import { useLetterKeys } from '../../model/preferences.ts'
import type { Layout } from '../../river/layout.ts'
import type { Flow } from '../../river/types.ts'
import { type Focus, focusAfter } from '../../river/walk.ts'
import { RiverDrawing } from '../river-drawing.tsx'
import { RiverEnds } from '../river-ends.tsx'
import { RiverTable } from '../river-table.tsx'
import { useTable } from '../use-modes.ts'
import { useWords } from '../words.tsx'
import { type Dragged, useUnitDrag } from './bench-drop-drag.ts'
import type { Taken } from './bench-river.tsx'
import { fontPx, useBenchLayout } from './bench-river-layout.ts'
import { BenchRiverTools } from './bench-river-tools.tsx'

interface Props {
  readonly bench: Bench
  readonly flow: Flow
  /** Ribbons of the line in hand. */
  readonly lit: Lit | undefined
  readonly taken: Taken | undefined
  readonly onTake: (taken: Taken | undefined) => void
  /** Enter: what is taken is gone into. */
  readonly onEnter: () => void
  readonly onDrop: (moved: string, onto: string) => void
  /** The card of what is taken. */
  readonly children: ReactNode
}

/** Drawing or table of the plan at work, with its tools. */
export const BenchRiverView = (props: Props) => {
  const { bench, flow, lit, taken, onTake, onEnter, onDrop, children } = props
  const { session } = bench
  const { t, pick } = useWords()
  const box = useRef<HTMLDivElement>(null)
  const drawing = useRef<SVGSVGElement>(null)
  const layout = useBenchLayout(flow, box)
  const table = useTable()
  const [hasLetters] = useLetterKeys()
  const [hovered, setHovered] = useState<Focus>()
  const dragged = useUnitDrag(box, { isOn: bench.mayEdit && !table.isOn, onDrop })
  const selected = taken !== undefined && 'focus' in taken ? taken.focus : undefined
  const { county } = session.county.register
  const on = session.moves.at(-1)?.on ?? county.baselineOn
  const press = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    if (hasLetters && event.key.toLowerCase() === 't') table.toggle()
    else if (table.isOn) return
    else if (event.key === 'Escape' && taken !== undefined && dragged === undefined) onTake(undefined)
    else if (event.key === 'Enter' && taken !== undefined) onEnter()
    else {
      const next = focusAfter(event.key, selected, flow)
      if (next === undefined) return
      onTake({ focus: next })
    }
    event.preventDefault()
  }
  const stream = taken !== undefined && 'stream' in taken ? streamLit(flow, taken.stream) : undefined
  const shown = dragged === undefined ? (stream ?? lit) : dragLit(flow, dragged)
  const toggle = (focus: Focus) =>
    onTake(selected?.id === focus.id && selected.side === focus.side ? undefined : { focus })
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: ribbons are reached by keyboard from the card of a unit
    // biome-ignore lint/a11y/useKeyWithClickEvents: as above
    <div
      className={`river-box${dragged === undefined ? '' : ' is-dragging'}`}
      ref={box}
      onClick={(event) => {
        const id = (event.target as Element).closest('[data-stream]')?.getAttribute('data-stream')
        if (id != null) onTake({ stream: id })
      }}
    >
      <BenchRiverTools
        bench={bench}
        flow={flow}
        drawing={drawing}
        isTable={table.isOn}
        hasLetters={hasLetters}
        onTable={table.toggle}
      />
      <RiverEnds flow={flow} baseline={county.baselineOn} on={on} left={layout.right} />
      <div className="bench-drawing">
        {table.isOn ? (
          <RiverTable flow={flow} onOpen={(focus) => onTake({ focus })} />
        ) : (
          <RiverDrawing
            ref={drawing}
            flow={flow}
            layout={layout}
            fontPx={fontPx}
            active={dragged === undefined ? (hovered ?? selected) : undefined}
            selected={dragged === undefined ? selected : dragged.onto}
            lit={shown}
            help={[t('riverHelp'), t('dropHelp')].join('; ')}
            onKeyDown={press}
            onHover={setHovered}
            onSelect={toggle}
            onOpen={toggle}
          />
        )}
        {dragged === undefined && children !== false && (
          <div
            className={table.isOn ? 'flow-below' : 'flow-place'}
            style={table.isOn ? {} : placeOf(layout, taken)}
          >
            {children}
          </div>
        )}
      </div>
      {dragged !== undefined && (
        <div className="drop-ghost" style={{ left: dragged.x + 14, top: dragged.y + 10 }} aria-hidden="true">
          {pick(rowName(flow, dragged.moved))}
          {dragged.onto !== undefined && <b> → {pick(rowName(flow, dragged.onto))}</b>}
        </div>
      )}
    </div>
  )
}

const rowName = (flow: Flow, { side, id }: Focus) =>
  flow[side].find((row) => row.id === id)?.name ?? say(id, id)

const streamLit = (flow: Flow, id: string): Lit | undefined => {
  const stream = flow.streams.find((each) => each.id === id)
  return stream && { streams: new Set([id]), bars: new Set([`before:${stream.from}`, `after:${stream.to}`]) }
}

/** Beside the ribbons of what is taken and never over them: below where there is more room, else above. */
const placeOf = (layout: Layout, taken: Taken | undefined): CSSProperties => {
  if (taken === undefined) return {}
  const own = layout.ribbons.filter(({ stream }) =>
    'stream' in taken
      ? stream.id === taken.stream
      : stream[taken.focus.side === 'before' ? 'from' : 'to'] === taken.focus.id,
  )
  const top = Math.min(...own.map(({ fromY, toY }) => Math.min(fromY, toY)))
  const bottom = Math.max(...own.map(({ fromY, toY, width }) => Math.max(fromY, toY) + width))
  if (own.length === 0 || layout.height - bottom >= Math.min(top, least)) return { top: bottom + away }
  return { bottom: `calc(100% - ${top - away}px)`, '--room': `${top - away}px` } as CSSProperties
}

/** Room that a card wants, and how far it stays from what it is about, in px. */
const least = 320
const away = 12

/** While one drags, the two bars and their ribbons are lit. */
const dragLit = (flow: Flow, { moved, onto }: Dragged): Lit => {
  const ends = [moved, ...(onto === undefined ? [] : [onto])]
  const isOf = ({ from, to }: Flow['streams'][number]) =>
    ends.some(({ side, id }) => (side === 'before' ? from : to) === id)
  return {
    streams: new Set(flow.streams.filter(isOf).map(({ id }) => id)),
    bars: new Set(ends.map(({ side, id }) => `${side}:${id}`)),
  }
}
