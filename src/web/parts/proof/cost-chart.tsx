import { type Ref, useMemo } from 'react'
import { number } from '../../../kernel/text.ts'
import { moneyText } from '../../format.ts'
import { type CostYear, type Way, ways } from '../../model/proof/cost.ts'
import { type Bar, costLayout } from '../../model/proof/cost-layout.ts'
import { useWords } from '../words.tsx'
import { cellWords, type Open } from './number-button.tsx'

/** The least height and width of a bar’s button, in pixels. */
const target = 24

/** The drawing of the years: each bar is a button over it, so that it opens its rows by mouse and by keyboard. */
export const CostChart = ({
  years,
  drawing,
  onOpen,
}: {
  readonly years: readonly CostYear[]
  readonly drawing: Ref<SVGSVGElement>
  readonly onOpen: Open
}) => {
  const words = useWords()
  const { t, pick, language } = words
  const layout = useMemo(() => costLayout(years), [years])
  const { width, height, left, base } = layout
  const tick = (yuan: number) => number(yuan / (language === 'zh' ? 1e4 : 1e6))
  const most = Math.max(0, ...years.map(({ nominal }) => nominal.value ?? 0))
  return (
    <div className="cost-scroll">
      <div className="cost-chart" style={{ width, height }}>
        <svg ref={drawing} className="cost-drawing" width={width} height={height} aria-hidden="true">
          <defs>
            <pattern id="cost-hatch" width="6" height="6" patternUnits="userSpaceOnUse">
              <path className="hatch-line" d="M-1 7L7 -1" />
            </pattern>
          </defs>
          {layout.ticks.map(({ yuan, y }) => (
            <g key={yuan}>
              <path className={yuan === 0 ? 'base' : 'tick'} d={`M${left} ${y}H${width}`} />
              <text x={left - 6} y={y + 4} textAnchor="end">
                {tick(yuan)}
              </text>
            </g>
          ))}
          {layout.columns.map(({ year, middle, nominal, cash, running }, at) => (
            <g key={year}>
              <rect className="nominal" {...nominal} />
              <rect className="cash" {...cash} />
              <rect className="running" {...running} />
              <text className="over-cash" x={cash.x + cash.width / 2} y={cash.y - 5} textAnchor="middle">
                {cashText(years[at], words)}
              </text>
              <text x={middle} y={base + 16} textAnchor="middle">
                {year}
              </text>
            </g>
          ))}
          <path className="nominal-line" d={`M${left} ${layout.y(most)}H${width}`} />
          <text x={left} y={layout.y(most) - 8}>
            {t('proofNominalLine', { money: moneyText(most, language) })}
          </text>
        </svg>
        {layout.columns.map((column, at) =>
          ways.map((way) => {
            const opened = years[at]?.[way]
            if (opened === undefined || opened.rows.length === 0) return null
            return (
              <button
                key={`${column.year}/${way}`}
                type="button"
                className="bar"
                data-bar={opened.id}
                style={reach(way, column, base)}
                aria-label={t('openNumber', {
                  label: pick(opened.label),
                  value: moneyText(opened.value ?? 0, language),
                })}
                onClick={() => onOpen(opened)}
              />
            )
          }),
        )}
      </div>
      <ul className="cost-legend">
        {(['cash', 'nominal', 'running'] as const).map((way) => (
          <li key={way}>
            <i className={`swatch is-${way}`} aria-hidden="true" /> {t(legendKeys[way])}
          </li>
        ))}
      </ul>
    </div>
  )
}

const legendKeys = {
  cash: 'proofLegendCash',
  nominal: 'proofLegendNominal',
  running: 'proofLegendRunning',
} as const

const cashText = (year: CostYear | undefined, words: Parameters<typeof cellWords>[2]): string =>
  year === undefined ? '' : cellWords(year.cash, false, words).replace(/^¥| m$/g, '')

/** Where a bar is pressed: the nominal one above the cash that stands on it; none is smaller than a finger needs. */
const reach = (way: Way, column: Readonly<Record<Way, Bar>>, base: number) => {
  const cashTop = Math.min(column.cash.y, base - target)
  if (way === 'cash') return box(column.cash, cashTop, base)
  if (way === 'nominal') return box(column.nominal, Math.min(column.nominal.y, cashTop - target), cashTop)
  return box(column.running, Math.min(column.running.y, base - target), base)
}

const box = ({ x, width }: Bar, top: number, bottom: number) => ({
  left: x,
  top,
  width: Math.max(width, target),
  height: bottom - top,
})
