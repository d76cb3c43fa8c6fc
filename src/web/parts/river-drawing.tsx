import type { KeyboardEvent, Ref } from 'react'
import { memo } from 'react'
import type { Layout } from '../river/layout.ts'
import type { Flow } from '../river/types.ts'
import type { Focus } from '../river/walk.ts'
import { RiverNode } from './river-node.tsx'
import { RiverDefs, RiverRibbon } from './river-ribbon.tsx'
import { RiverScale } from './river-scale.tsx'
import { measureKeys, scopeKeys } from './river-tools.tsx'
import { useWords } from './words.tsx'

interface Props {
  readonly ref: Ref<SVGSVGElement>
  readonly flow: Flow
  readonly layout: Layout
  readonly fontPx: number
  readonly active: Focus | undefined
  readonly selected: Focus | undefined
  /** What is lit while no bar is active: ribbons by id, bars as `side:id`. */
  readonly lit?: Lit | undefined
  readonly help: string
  readonly onKeyDown: (event: KeyboardEvent) => void
  readonly onHover: (focus: Focus | undefined) => void
  readonly onSelect: (focus: Focus) => void
  readonly onOpen: (focus: Focus) => void
}

/** Ribbons and bars that something outside the drawing points to. */
export interface Lit {
  readonly streams: ReadonlySet<string>
  readonly bars: ReadonlySet<string>
}

/** Ribbons from below: plain ones first, so that what is special lies on top. */
const painting = ['ended', 'kept', 'colocated', 'merged', 'moved', 'dissolved']

/** The river itself. One stop of Tab; the arrows walk it. The table beside it says the same to a screen reader. */
export const RiverDrawing = memo(
  ({
    ref,
    flow,
    layout,
    fontPx,
    active,
    selected,
    lit,
    help,
    onKeyDown,
    onHover,
    onSelect,
    onOpen,
  }: Props) => {
    const { t, language } = useWords()
    const units = (rows: Flow['before']) => rows.filter((row) => row.kind === 'unit').length
    const linked = active === undefined && lit !== undefined ? lit.bars : linkedTo(flow, active)
    const ribbons = [...layout.ribbons].sort(
      (a, b) => painting.indexOf(a.stream.fate) - painting.indexOf(b.stream.fate),
    )
    return (
      <div
        className="drawing"
        data-view="drawing"
        role="application"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: the application is what takes the keys
        tabIndex={0}
        aria-label={t('riverLabel', {
          before: units(flow.before),
          after: units(flow.after),
          scope: t(scopeKeys[flow.scope]).toLowerCase(),
          measure: t(measureKeys[flow.measure]).toLowerCase(),
        })}
        aria-description={help}
        onKeyDown={onKeyDown}
        onPointerLeave={() => onHover(undefined)}
      >
        <svg
          ref={ref}
          className={`river${active === undefined && lit === undefined ? '' : ' is-active'}`}
          width={layout.width}
          height={layout.height + fontPx * 1.5}
          viewBox={`0 0 ${layout.width} ${layout.height + fontPx * 1.5}`}
          fontSize={fontPx}
          lang={language === 'zh' ? 'zh-CN' : 'en'}
          aria-hidden="true"
        >
          <RiverDefs layout={layout} />
          {ribbons.map((ribbon) => (
            <RiverRibbon
              key={ribbon.stream.id}
              ribbon={ribbon}
              isOn={
                active === undefined
                  ? lit?.streams.has(ribbon.stream.id) === true
                  : isOf(active, ribbon.stream)
              }
            />
          ))}
          {layout.nodes.map((node) => (
            <RiverNode
              key={`${node.side}:${node.row.id}`}
              node={node}
              layout={layout}
              fontPx={fontPx}
              isOn={linked.has(`${node.side}:${node.row.id}`)}
              isSelected={selected?.side === node.side && selected.id === node.row.id}
              onHover={onHover}
              onSelect={onSelect}
              onOpen={onOpen}
            />
          ))}
          <RiverScale layout={layout} measure={flow.measure} fontPx={fontPx} />
        </svg>
      </div>
    )
  },
)

const isOf = (focus: Focus, stream: Flow['streams'][number]) =>
  stream[focus.side === 'before' ? 'from' : 'to'] === focus.id

/** The bar in hand and those at the other end of its ribbons. */
const linkedTo = (flow: Flow, focus: Focus | undefined): ReadonlySet<string> => {
  if (focus === undefined) return new Set()
  const isBefore = focus.side === 'before'
  return new Set([
    `${focus.side}:${focus.id}`,
    ...flow.streams
      .filter((stream) => isOf(focus, stream))
      .map((stream) => (isBefore ? `after:${stream.to}` : `before:${stream.from}`)),
  ])
}
