import { type KeyboardEvent, type PointerEvent, useEffect, useMemo, useRef, useState } from 'react'
import { number } from '../../../kernel/text.ts'
import { pathTo } from '../../chart/find.ts'
import { layoutOf } from '../../chart/layout.ts'
import { sceneOf } from '../../chart/scene.ts'
import { areaIn } from '../../chart/sight.ts'
import { svgOf } from '../../chart/svg.ts'
import type { Block, OrgNode } from '../../chart/types.ts'
import { save } from '../../model/save.ts'
import { unitsIn } from '../../model/register/org-tree.ts'
import { usePrinting } from '../use-modes.ts'
import { useWidth } from '../use-width.ts'
import { useWords } from '../words.tsx'
import { type ChartCanvas, chartOn, type Drawing } from './chart-canvas.ts'
import { stepFrom } from './chart-steps.ts'
import { usePalette } from './use-palette.ts'

/** The org chart: drawn on a canvas, moved by mouse, keys and buttons; the tree beside it is its table. */
export const ChartBox = ({
  tree,
  selected,
  fileName,
  title,
  onSelect,
  onOpen,
}: {
  readonly tree: OrgNode
  readonly selected: string | undefined
  /** Of the drawing as a file, without its ending. */
  readonly fileName: string
  readonly title: string
  readonly onSelect: (id: string) => void
  /** The page of a unit. */
  readonly onOpen: (id: string) => void
}) => {
  const words = useWords()
  const { t, pick, language } = words
  const host = useRef<HTMLDivElement>(null)
  const canvas = useRef<HTMLCanvasElement>(null)
  const chart = useRef<ChartCanvas>(undefined)
  const width = useWidth(host, 900)
  const height = useHeight()
  const palette = usePalette()
  const isPrinting = usePrinting()
  const [hovered, setHovered] = useState<string>()
  const [focused, setFocused] = useState<string>()
  const layout = useMemo(() => layoutOf(tree, language), [tree, language])
  const drawing = useMemo(
    (): Drawing => ({
      layout,
      language,
      palette,
      detailOf: ({ node }) =>
        node.isUnit
          ? t('regChartUnit', { posts: number(node.posts), people: number(node.people) })
          : t('regChartGroup', { units: number(unitsIn(node)), people: number(node.people) }),
    }),
    [layout, language, palette, t],
  )
  const latest = useRef(drawing)
  latest.current = drawing
  useEffect(() => {
    if (canvas.current === null) return
    const made = chartOn(canvas.current, latest.current, { width, height })
    made.drawNow()
    chart.current = made
    return () => made.end()
    // Made once; its size follows below.
    // biome-ignore lint/correctness/useExhaustiveDependencies: as said
  }, [])
  const shown = useRef(tree.id)
  useEffect(() => {
    chart.current?.show(drawing, shown.current !== tree.id)
    shown.current = tree.id
  }, [drawing, tree.id])
  useEffect(() => chart.current?.resize({ width, height }), [width, height])
  useEffect(() => {
    setFocused(selected)
    if (selected !== undefined) chart.current?.reach(selected)
  }, [selected])
  useEffect(() => chart.current?.stand({ selected: focused, hovered }), [focused, hovered])
  useWheel(canvas, chart)
  const drag = useDrag(chart, canvas, setHovered, (id) => {
    setFocused(id)
    if (isUnit(layout.root, id)) onSelect(id)
  })
  const keys = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const at = focused ?? tree.id
    const next = event.shiftKey ? stepFrom(layout.root, at, event.key) : undefined
    if (next !== undefined) {
      setFocused(next)
      chart.current?.reach(next)
    } else if (event.key === 'Enter' && focused !== undefined && isUnit(layout.root, focused)) onOpen(focused)
    else if (!moved(chart.current, event.key)) return
    event.preventDefault()
  }
  const block = focused === undefined ? undefined : pathTo(layout.root, hovered ?? focused).at(-1)
  const told = block ?? (hovered === undefined ? undefined : pathTo(layout.root, hovered).at(-1))
  const vector = (isWhole: boolean): string => {
    const { root } = layout
    const size = isWhole ? { width: root.width, height: root.height } : { width, height }
    const sight = isWhole ? { x: 0, y: 0, scale: 1 } : (chart.current?.sight ?? { x: 0, y: 0, scale: 1 })
    const scene = sceneOf(layout, { sight, canvas: size, language, detailOf: drawing.detailOf })
    const area = areaIn(sight, size)
    const description = t('regChartDesc', { units: number(layout.units), width: number(Math.round(area.width)) })
    return svgOf(scene, size, { title, description })
  }
  const saveVector = (isWhole: boolean) =>
    save(`${fileName}${isWhole ? '' : '-part'}.svg`, 'image/svg+xml', vector(isWhole))
  return (
    <section className="chart-box" aria-label={t('regChart')}>
      <div className="chart-tools">
        <button type="button" className="button small" aria-label={t('regZoomIn')} onClick={() => chart.current?.zoom(1.4)}>
          +
        </button>
        <button type="button" className="button small" aria-label={t('regZoomOut')} onClick={() => chart.current?.zoom(1 / 1.4)}>
          −
        </button>
        <button type="button" className="button small" onClick={() => chart.current?.whole()}>
          {t('regWhole')}
        </button>
        {(['←', '→', '↑', '↓'] as const).map((sign) => (
          <button
            key={sign}
            type="button"
            className="button small"
            aria-label={t(panKeys[sign][0])}
            onClick={() => chart.current?.pan(...panKeys[sign][1])}
          >
            {sign}
          </button>
        ))}
        <span className="chart-legend">
          <i className="mark organ" /> {t('regMarkOrgan')}
          <i className="mark guest" /> {t('regMarkGuest')}
          <i className="mark closed" /> {t('regMarkClosed')}
        </span>
        <button type="button" className="button small" onClick={() => saveVector(false)}>
          {t('regSvgPart')}
        </button>
        <button type="button" className="button small" onClick={() => saveVector(true)}>
          {t('regSvgWhole')}
        </button>
      </div>
      <div className="chart-host" ref={host}>
        {/* biome-ignore-start lint/a11y/noNoninteractiveTabindex: a drawing that is moved by keys must be reachable */}
        {/* biome-ignore-start lint/a11y/useSemanticElements: a fieldset is for fields */}
        <div
          className="chart-sheet"
          role="group"
          tabIndex={0}
          aria-label={t('regChartLabel', { units: number(layout.units) })}
          aria-describedby="chart-help"
          onKeyDown={keys}
          data-chart={layout.units}
          style={{ height: `${height}px` }}
        >
          <canvas
            ref={canvas}
            aria-hidden="true"
            className={hovered === undefined ? '' : 'is-over'}
            onPointerDown={drag.down}
            onPointerMove={drag.move}
            onPointerUp={drag.up}
            onPointerCancel={drag.cancel}
            onPointerLeave={() => setHovered(undefined)}
            onDoubleClick={(event) => chart.current?.zoom(2, placeIn(event))}
          />
        </div>
        {/* biome-ignore-end lint/a11y/noNoninteractiveTabindex: as above */}
        {/* biome-ignore-end lint/a11y/useSemanticElements: as above */}
        {isPrinting && (
          <img
            className="chart-print"
            alt={title}
            src={`data:image/svg+xml;charset=utf-8,${encodeURIComponent(vector(layout.units < 3000))}`}
          />
        )}
      </div>
      <p className="chart-told">
        {told === undefined ? (
          <span id="chart-help" className="note">
            {t('regChartHelp')}
          </span>
        ) : (
          <>
            <strong>{pick(told.node.fullName)}</strong> <span className="note">{drawing.detailOf(told)}</span>
            {told.node.isUnit && (
              <button type="button" className="link" onClick={() => onOpen(told.node.id)}>
                {t('regOpenUnit')}
              </button>
            )}
            <span id="chart-help" className="hidden">
              {t('regChartHelp')}
            </span>
          </>
        )}
      </p>
      <p className="hidden" role="status">
        {focused !== undefined && block !== undefined && `${pick(block.node.fullName)} ${drawing.detailOf(block)}`}
      </p>
    </section>
  )
}

const panKeys = {
  '←': ['regPanLeft', [80, 0]],
  '→': ['regPanRight', [-80, 0]],
  '↑': ['regPanUp', [0, 80]],
  '↓': ['regPanDown', [0, -80]],
} as const

/** Moves the chart as the key says; whether it was one that does. */
const moved = (chart: ChartCanvas | undefined, key: string): boolean => {
  if (chart === undefined) return false
  if (key === 'ArrowLeft') chart.pan(80, 0)
  else if (key === 'ArrowRight') chart.pan(-80, 0)
  else if (key === 'ArrowUp') chart.pan(0, 80)
  else if (key === 'ArrowDown') chart.pan(0, -80)
  else if (key === '+' || key === '=') chart.zoom(1.4)
  else if (key === '-' || key === '−') chart.zoom(1 / 1.4)
  else if (key === '0' || key === 'Home') chart.whole()
  else return false
  return true
}

const isUnit = (root: Block, id: string): boolean => pathTo(root, id).at(-1)?.node.isUnit === true

const placeIn = (event: { clientX: number; clientY: number; currentTarget: Element }) => {
  const { left, top } = event.currentTarget.getBoundingClientRect()
  return { x: event.clientX - left, y: event.clientY - top }
}

/** A press that moves pans; one that does not chooses what is under it. */
const useDrag = (
  chart: React.RefObject<ChartCanvas | undefined>,
  canvas: React.RefObject<HTMLCanvasElement | null>,
  onHover: (id: string | undefined) => void,
  onChoose: (id: string) => void,
) => {
  const from = useRef<{ x: number; y: number; hasMoved: boolean }>(undefined)
  return {
    down: (event: PointerEvent) => {
      if (event.button !== 0) return
      from.current = { x: event.clientX, y: event.clientY, hasMoved: false }
      canvas.current?.setPointerCapture(event.pointerId)
      canvas.current?.parentElement?.focus({ preventScroll: true })
    },
    move: (event: PointerEvent) => {
      const at = from.current
      const { x, y } = placeIn(event)
      if (at === undefined) {
        const id = chart.current?.nodeAt(x, y)
        onHover(id)
        return
      }
      const by = { x: event.clientX - at.x, y: event.clientY - at.y }
      if (!at.hasMoved && Math.hypot(by.x, by.y) < 4) return
      chart.current?.pan(by.x, by.y)
      from.current = { x: event.clientX, y: event.clientY, hasMoved: true }
    },
    up: (event: PointerEvent) => {
      const hasMoved = from.current?.hasMoved === true
      from.current = undefined
      if (hasMoved) return
      const { x, y } = placeIn(event)
      const id = chart.current?.nodeAt(x, y)
      if (id !== undefined) onChoose(id)
    },
    cancel: () => {
      from.current = undefined
    },
  }
}

/** The wheel zooms where the pointer is, once the chart has the focus; before that the page scrolls. */
const useWheel = (
  canvas: React.RefObject<HTMLCanvasElement | null>,
  chart: React.RefObject<ChartCanvas | undefined>,
) => {
  useEffect(() => {
    const element = canvas.current
    if (element === null) return
    const turn = (event: WheelEvent) => {
      const hasFocus = element.parentElement?.contains(document.activeElement) === true
      if (!hasFocus && !event.ctrlKey) return
      event.preventDefault()
      const { left, top } = element.getBoundingClientRect()
      const about = { x: event.clientX - left, y: event.clientY - top }
      chart.current?.zoom(Math.exp(-event.deltaY / 400), about)
    }
    element.addEventListener('wheel', turn, { passive: false })
    return () => element.removeEventListener('wheel', turn)
  }, [canvas, chart])
}

const useHeight = (): number => {
  const [height, setHeight] = useState(() => window.innerHeight)
  useEffect(() => {
    const read = () => setHeight(window.innerHeight)
    window.addEventListener('resize', read)
    return () => window.removeEventListener('resize', read)
  }, [])
  return Math.min(900, Math.max(360, height - 340))
}
