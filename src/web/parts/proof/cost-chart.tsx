import { type Ref, useMemo } from 'react'
import { rounded } from '../../../kernel/ratio.ts'
import { type Language, number } from '../../../kernel/text.ts'
import { moneyText } from '../../format.ts'
import { type CostYear, ways } from '../../model/proof/cost.ts'
import { type Bar, costLayout, reachOf } from '../../model/proof/cost-layout.ts'
import { useWords } from '../words.tsx'
import type { Open } from './number-button.tsx'

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
  const { t, pick, language } = useWords()
  const layout = useMemo(() => costLayout(years), [years])
  const { width, height, left, base } = layout
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
                {number(yuan / (language === 'zh' ? 1e4 : 1e6))}
              </text>
            </g>
          ))}
          {layout.columns.map(({ year, middle, nominal, cash, running }, at) => (
            <g key={year}>
              <rect className="nominal" {...nominal} />
              <rect className="cash" {...cash} />
              <rect className="running" {...running} />
              <text className="over-cash" x={cash.x + cash.width / 2} y={cash.y - 5} textAnchor="middle">
                {inUnit(years[at]?.cash.value ?? 0, most, language)}
              </text>
              <text x={middle} y={base + 16} textAnchor="middle">
                {year}
              </text>
            </g>
          ))}
          <path className="nominal-line" d={`M${left} ${layout.y(most)}H${width}`} />
          <path className="nominal-line" d={`M${left} 8h20`} />
          <text x={left + 26} y={12}>
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
                style={placed(reachOf(way, column, base))}
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

/** Amounts of a drawing are all in one unit, that of its scale: 万元 or ¥ m. */
const inUnit = (yuan: number, most: number, language: Language): string => {
  const amount = yuan / (language === 'zh' ? 1e4 : 1e6)
  const decimals = language === 'zh' ? 0 : most < 1e7 ? 2 : 1
  return number(rounded(amount, decimals))
}

const placed = ({ x, y, width, height }: Bar) => ({ left: x, top: y, width, height })
