import { useMemo } from 'react'
import { type Day, daysBetween } from '../../kernel/day.ts'
import { number } from '../../kernel/text.ts'
import type { Account } from '../../ledger/account.ts'
import { supportedOn } from '../../ledger/path.ts'
import { pathDays } from '../model/path-days.ts'
import { useWords } from './words.tsx'

const [width, height, foot] = [288, 96, 18]

/** People paid from the budget, quarter by quarter: a solid line for what is on record, dashes for the forecast. */
export const PathChart = ({ account, recorded }: { readonly account: Account; readonly recorded: Day }) => {
  const { t } = useWords()
  const path = useMemo(
    () =>
      pathDays(account.before.county.baselineOn, account.sources.plan.completesOn, recorded).map((on) => ({
        on,
        count: supportedOn(account.sources, on).count,
      })),
    [account, recorded],
  )
  const [first, last] = [path[0], path.at(-1)]
  if (first === undefined || last === undefined || first.on === last.on) return null
  const counts = path.map(({ count }) => count)
  const [low, high] = [Math.min(...counts), Math.max(...counts)]
  const x = (on: Day) => 2 + (daysBetween(first.on, on) / daysBetween(first.on, last.on)) * (width - 4)
  const y = (count: number) => 24 + ((high - count) / Math.max(1, high - low)) * (height - foot - 32)
  const line = (points: typeof path) => points.map(({ on, count }) => `${x(on)} ${y(count)}`).join('L')
  const past = path.filter(({ on }) => on <= recorded)
  const rest = path.filter(({ on }) => on >= recorded)
  return (
    <figure className="path">
      <figcaption>{t('pathTitle')}</figcaption>
      <svg
        width={width}
        height={height}
        viewBox={`0 0 ${width} ${height}`}
        role="img"
        aria-label={t('pathLabel', { from: number(first.count), to: number(last.count) })}
      >
        <path className="axis-line" d={`M0 ${height - foot}H${width}`} />
        {past.length > 0 && <path className="past" d={`M${line(past)}`} />}
        {rest.length > 1 && <path className="rest" d={`M${line(rest)}`} />}
        <text x={0} y={12}>
          {number(first.count)}
        </text>
        <text x={width} y={12} textAnchor="end">
          {number(last.count)} {last.on > recorded ? t('forecast') : ''}
        </text>
        <text className="quiet" x={0} y={height - 3}>
          {first.on.slice(0, 7)}
        </text>
        <text className="quiet" x={width} y={height - 3} textAnchor="end">
          {last.on.slice(0, 7)}
        </text>
      </svg>
    </figure>
  )
}
