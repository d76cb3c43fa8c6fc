import { useRef } from 'react'
import { addDays, type Day, daysBetween } from '../../kernel/day.ts'
import { dayText } from '../format.ts'
import { type Axis, dayAt, type Mark, shareOf, yearsOf } from '../model/axis.ts'
import { markLabels } from '../model/axis-labels.ts'
import { dayAfterKey } from '../model/day-keys.ts'
import type { Session } from '../model/session.ts'
import { useTextWidth } from './text-width.ts'
import { useWidth } from './use-width.ts'
import { useWords } from './words.tsx'

/** How tall its parts are at letters of 12 px; larger letters make all of it larger. */
const tall = { flag: 20, line: 34, all: 56 }

/** A ruler of days over a native slider: ← → a day, Page a month, Home and End to the ends. */
export const TimeAxis = ({
  axis,
  on,
  recorded,
  session,
  fontPx,
  onDay,
}: {
  readonly session: Session
  readonly fontPx: number
  readonly axis: Axis
  readonly on: Day
  readonly recorded: Day
  readonly onDay: (on: Day) => void
}) => {
  const { t, language, pick } = useWords()
  const box = useRef<HTMLDivElement>(null)
  const width = useWidth(box, 1000)
  const measure = useTextWidth(fontPx)
  const size = fontPx / 12
  const [lineY, height, flagHeight] = [tall.line * size, tall.all * size, tall.flag * size]
  const x = (day: Day) => 6 + shareOf(axis, day) * (width - 12)
  const { baselineOn } = session.county.register.county
  // A day that matters is named where the flag hides its label.
  const named = axis.marks.find((mark) => mark.on === on && mark.rank < 3)
  const flag = [dayText(on, language), ...(named === undefined ? [] : [pick(named.label)])].join(' · ')
  const flagWidth = measure(flag, true) + 20 * size
  const textOf = (mark: Mark) => markText(mark, pick(mark.label), t('forecast'), recorded)
  const flagX = Math.min(width - flagWidth, Math.max(0, x(on) - flagWidth / 2))
  const labels = markLabels(axis.marks, {
    x,
    width,
    measure: (mark) => measure(textOf(mark), false),
    space: fontPx * 0.6,
    taken: [flagX - 8, flagX + flagWidth + 8],
  })
  return (
    <div className="axis" ref={box}>
      <input
        type="range"
        style={{ top: `${lineY - 18}px` }}
        aria-label={t('slider')}
        aria-valuetext={dayText(on, language)}
        aria-description={t('sliderHelp')}
        title={t('sliderHelp')}
        min={0}
        max={daysBetween(axis.from, axis.to)}
        value={daysBetween(axis.from, on)}
        onChange={(event) => onDay(addDays(axis.from, Number(event.target.value)))}
        onKeyDown={(event) => {
          const next = event.key.startsWith('Page') ? dayAfterKey(event.key, on, axis) : undefined
          if (next === undefined) return
          event.preventDefault()
          onDay(next)
        }}
        onPointerDown={(event) => {
          document.documentElement.toggleAttribute('data-dragging', true)
          const { left, width: full } = event.currentTarget.getBoundingClientRect()
          onDay(dayAt(axis, (event.clientX - left - 6) / (full - 12)))
        }}
        onPointerUp={() => document.documentElement.removeAttribute('data-dragging')}
        onPointerCancel={() => document.documentElement.removeAttribute('data-dragging')}
      />
      <svg
        width={width}
        height={height}
        viewBox={`0 0 ${width} ${height}`}
        fontSize={fontPx}
        aria-hidden="true"
      >
        <path className="ruler" d={`M6 ${lineY}H${width - 6}`} />
        <path className="past" d={`M6 ${lineY}H${x(on)}`} />
        <path className="rest" d={`M${Math.max(x(recorded), 6)} ${lineY}H${width - 6}`} />
        {axis.events.map((day, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: hairlines of one list that never changes order
          <path key={at} className="event" d={`M${x(day)} ${lineY + 6}v3`} />
        ))}
        {yearsOf(axis).map((year, at, { [at + 1]: next }) => (
          <g key={year}>
            {year >= axis.from && <path className="year" d={`M${x(year)} ${lineY - 4}v8`} />}
            {!(year < axis.from && next !== undefined && x(next) < 52 * size) && (
              <text x={Math.max(x(year), 16 * size)} y={height - 2} textAnchor="middle">
                {year.slice(0, 4)}
              </text>
            )}
          </g>
        ))}
        <path className="baseline" d={`M${x(baselineOn)} ${lineY - 6}v12`} />
        {axis.marks.map((mark) => (
          <circle
            key={`${mark.kind}${mark.on}`}
            className={`mark ${mark.kind} ${mark.on <= on ? 'done' : ''}`}
            cx={x(mark.on)}
            cy={lineY}
            r="3.5"
          />
        ))}
        {labels.map(({ mark, x: at, anchor }) => (
          <text
            key={`${mark.kind}${mark.on}`}
            className="mark-label"
            x={at}
            y={14 * size}
            textAnchor={anchor}
          >
            {textOf(mark)}
          </text>
        ))}
        <g className="flag">
          <rect x={flagX} y={0} width={flagWidth} height={flagHeight} rx={3} />
          <text x={flagX + flagWidth / 2} y={14.5 * size} textAnchor="middle">
            {flag}
          </text>
          <path d={`M${x(on)} ${flagHeight}V${lineY - 6}`} />
          <circle cx={x(on)} cy={lineY} r="6" />
        </g>
      </svg>
      <Steps axis={axis} on={on} onDay={onDay} />
    </div>
  )
}

const markText = (mark: Mark, label: string, forecast: string, recorded: Day) =>
  mark.kind === 'end' && mark.on > recorded ? `${label} ${mark.on} · ${forecast}` : label

/** To the date before or after that means something: easier than a slider for a hand that shakes. */
const Steps = ({
  axis,
  on,
  onDay,
}: {
  readonly axis: Axis
  readonly on: Day
  readonly onDay: (on: Day) => void
}) => {
  const { t } = useWords()
  const days = [...new Set([axis.from, ...axis.marks.map((mark) => mark.on), axis.to])].sort()
  const [before, after] = [days.findLast((day) => day < on), days.find((day) => day > on)]
  return (
    <span className="steps">
      <button
        type="button"
        aria-label={t('previousMark')}
        title={t('previousMark')}
        disabled={before === undefined}
        onClick={() => before && onDay(before)}
      >
        ‹
      </button>
      <button
        type="button"
        aria-label={t('nextMark')}
        title={t('nextMark')}
        disabled={after === undefined}
        onClick={() => after && onDay(after)}
      >
        ›
      </button>
    </span>
  )
}
