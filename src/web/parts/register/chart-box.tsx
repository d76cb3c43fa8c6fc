import { type KeyboardEvent, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react'
import { number } from '../../../kernel/text.ts'
import { pathTo } from '../../chart/find.ts'
import { layoutOf } from '../../chart/layout.ts'
import { type DetailOf, sceneOf } from '../../chart/scene.ts'
import { areaIn } from '../../chart/sight.ts'
import { svgOf } from '../../chart/svg.ts'
import type { Block, OrgNode } from '../../chart/types.ts'
import { openOnly, unitsIn } from '../../model/register/org-tree.ts'
import { save } from '../../model/save.ts'
import { usePrinting } from '../use-modes.ts'
import { useWidth } from '../use-width.ts'
import { useWords } from '../words.tsx'
import { type ChartCanvas, chartOn, type Drawing } from './chart-canvas.ts'
import { moved, placeIn, useDrag, useHeight, useWheel } from './chart-hands.ts'
import { stepFrom } from './chart-steps.ts'
import { ChartTools } from './chart-tools.tsx'
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
  const height = useHeight(width)
  const palette = usePalette()
  const isPrinting = usePrinting()
  const [hovered, setHovered] = useState<string>()
  const [focused, setFocused] = useState<string>()
  const [hasClosed, setClosed] = useState(false)
  const layout = useMemo(
    () => layoutOf(hasClosed ? tree : openOnly(tree), language),
    [tree, hasClosed, language],
  )
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
  const size = useRef({ width, height })
  size.current = { width, height }
  // Made once: what is drawn and how large it is follow below.
  useEffect(() => {
    if (canvas.current === null) return
    const made = chartOn(canvas.current, latest.current, size.current)
    made.drawNow()
    chart.current = made
    // Signs that were missing come with the piece of the face that has them.
    const again = () => made.drawNow()
    document.fonts.addEventListener('loadingdone', again)
    return () => {
      document.fonts.removeEventListener('loadingdone', again)
      made.end()
    }
  }, [])
  const shown = useRef(hasClosed)
  useEffect(() => {
    chart.current?.show(drawing, shown.current !== hasClosed)
    shown.current = hasClosed
  }, [drawing, hasClosed])
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
    const description = t('regChartDesc', {
      units: number(layout.units),
      width: number(Math.round(area.width)),
    })
    return svgOf(scene, size, { title, description })
  }
  const saveVector = (isWhole: boolean) =>
    save(`${fileName}${isWhole ? '' : '-part'}.svg`, 'image/svg+xml', vector(isWhole))
  return (
    <section className="chart-box" aria-label={t('regChart')}>
      <ChartTools
        chart={chart}
        hasClosed={hasClosed}
        onClosed={() => setClosed((was) => !was)}
        onVector={saveVector}
      />
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
        {isPrinting && <ChartOnPaper svg={vector(layout.units < 3000)} />}
      </div>
      <ChartTold told={told} detailOf={drawing.detailOf} onOpen={onOpen} />
      <p className="hidden" role="status">
        {focused !== undefined &&
          block !== undefined &&
          `${pick(block.node.fullName)} ${drawing.detailOf(block)}`}
      </p>
    </section>
  )
}

const isUnit = (root: Block, id: string): boolean => pathTo(root, id).at(-1)?.node.isUnit === true

/** What is under the pointer or chosen, in words; how the chart is moved while nothing is. */
const ChartTold = ({
  told,
  detailOf,
  onOpen,
}: {
  readonly told: Block | undefined
  readonly detailOf: DetailOf
  readonly onOpen: (id: string) => void
}) => {
  const { t, pick } = useWords()
  return (
    <p className="chart-told">
      <span id="chart-help" className={told === undefined ? 'note' : 'hidden'}>
        {t('regChartHelp')}
      </span>
      {told !== undefined && (
        <>
          <strong>{pick(told.node.fullName)}</strong> <span className="note">{detailOf(told)}</span>
          {told.node.isUnit && (
            <button type="button" className="link" onClick={() => onOpen(told.node.id)}>
              {t('regOpenUnit')}
            </button>
          )}
        </>
      )}
    </p>
  )
}

/** On paper the chart is vectors, in the faces of the page; a county too large for one sheet is printed as it is seen. */
const ChartOnPaper = ({ svg }: { readonly svg: string }) => {
  const box = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    const drawing = new DOMParser().parseFromString(svg, 'image/svg+xml').documentElement
    drawing.removeAttribute('width')
    drawing.removeAttribute('height')
    box.current?.replaceChildren(document.importNode(drawing, true))
  }, [svg])
  return <div className="chart-print" ref={box} />
}
