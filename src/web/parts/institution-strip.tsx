import { memo } from 'react'
import { number } from '../../kernel/text.ts'
import type { Layout, MeasureText } from '../river/layout.ts'
import { ribbonPath } from '../river/ribbon.ts'
import type { Strip, StripGroup } from '../river/strip.ts'
import type { Flow } from '../river/types.ts'
import { amountText } from './amount.ts'
import { totalText } from './river-ends.tsx'
import { useWords, type Words } from './words.tsx'

const height = 62
const gap = 10

interface Props {
  readonly flow: Flow
  readonly strip: Strip
  /** The river above: this drawing stands in its columns. */
  readonly layout: Layout
  readonly fontPx: number
  readonly onShowAll: () => void
}

/** All institutions in one small drawing with a scale of its own. */
export const InstitutionStrip = memo(({ flow, strip, layout, fontPx, onShowAll }: Props) => {
  const words = useWords()
  const { t, language } = words
  if (strip.total === 0) return null
  const room = height - gap * (strip.groups.length - 1)
  const scale = room / strip.total
  const fromTop = (height - room) / 2
  const tops = new Map<StripGroup['id'], number>()
  let y = 0
  for (const group of strip.groups) {
    tops.set(group.id, y)
    y += group.value * scale + gap
  }
  const { left, right, barPx } = layout
  const before = layout.nodes.find((node) => node.side === 'before')
  const behind = layout.nodes.find((node) => node.side === 'after')
  const figure = (value: number) => amountText(value, flow.measure, language)
  return (
    <div className="strip">
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that may scroll must be reachable by keyboard */}
      <section className="strip-box" tabIndex={0} aria-label={t('scopeInstitutions')}>
        <svg
          className="river"
          width={layout.width}
          height={height + 16}
          viewBox={`0 -8 ${layout.width} ${height + 16}`}
          fontSize={fontPx}
          role="img"
          aria-label={stripText(strip, words, flow)}
        >
          {strip.threads.map((thread) => (
            <path
              key={thread.id}
              className={`strip-thread ${thread.group === 'within' ? thread.fate : 'loose'}`}
              d={ribbonPath(
                {
                  x0: left + barPx,
                  x1: right,
                  fromY: fromTop + thread.fromAt * scale,
                  toY: (tops.get(thread.group) ?? 0) + thread.toAt * scale,
                },
                thread.value * scale,
              )}
            />
          ))}
          <rect className="bar kept" x={left} y={fromTop} width={barPx} height={room} />
          {strip.groups.map((group) => (
            <rect
              key={group.id}
              className={`bar ${group.id === 'within' ? 'merged' : 'gathered'}`}
              x={right + (group.id === 'within' ? 0 : 0.6)}
              y={(tops.get(group.id) ?? 0) + (group.id === 'within' ? 0 : 0.6)}
              width={barPx - (group.id === 'within' ? 0 : 1.2)}
              height={Math.max(0.7, group.value * scale - (group.id === 'within' ? 0 : 1.2))}
            />
          ))}
          <text className="figure-text" x={before?.figureX ?? left - 8} y={height / 2 - 4} textAnchor="end">
            {figure(strip.total)}
          </text>
          <text x={before?.nameX ?? left - 40} y={height / 2 - 4} textAnchor="end">
            {t('stripBefore', { count: number(strip.units) })}
          </text>
          <text className="quiet" x={before?.nameX ?? left - 40} y={height / 2 + 14} textAnchor="end">
            {t('stripOwnScale')}
          </text>
          {strip.groups.map((group) => {
            const middle = (tops.get(group.id) ?? 0) + (group.value * scale) / 2 + fontPx * 0.35
            return (
              <g key={group.id}>
                <text className="figure-text" x={behind?.figureX ?? right + 30} y={middle} textAnchor="end">
                  {figure(group.value)}
                </text>
                <text
                  className={group.id === 'within' ? 'bold' : undefined}
                  x={behind?.nameX ?? right + 40}
                  y={middle}
                >
                  {groupText(group, strip.groups, flow, words)}
                </text>
              </g>
            )
          })}
        </svg>
      </section>
      <button type="button" className="link" onClick={onShowAll}>
        {t('stripOpen')}
      </button>
    </div>
  )
})

export const groupText = (
  group: StripGroup,
  groups: readonly StripGroup[],
  flow: Flow,
  { t, pick }: Words,
): string => {
  const count = number(group.units)
  if (group.id === 'within')
    return t(groups.some(({ id }) => id === 'beyond') ? 'stripWithin' : 'stripAfter', { count })
  if (group.id === 'beyond') return t('stripBeyond')
  const row = flow.after.find((each) => each.id === group.id)
  return row === undefined ? '' : pick(row.name)
}

const stripText = (strip: Strip, words: Words, flow: Flow): string =>
  [
    `${words.t('stripBefore', { count: number(strip.units) })}: ${totalText(strip.total, flow.measure, words)}`,
    ...strip.groups.map(
      (group) =>
        `${groupText(group, strip.groups, flow, words)}: ${totalText(group.value, flow.measure, words)}`,
    ),
  ].join('; ')

/** How wide its labels and figures are, so that the river above leaves them room. */
export const stripRoom = (strip: Strip, flow: Flow, words: Words, measure: MeasureText) => {
  const figures = [strip.total, ...strip.groups.map((group) => group.value)]
  return {
    before: measure(words.t('stripBefore', { count: number(strip.units) }), false),
    after: Math.max(
      0,
      ...strip.groups.map((group) =>
        measure(groupText(group, strip.groups, flow, words), group.id === 'within'),
      ),
    ),
    figure: Math.max(
      ...figures.map((each) => measure(amountText(each, flow.measure, words.language), false)),
    ),
  }
}
