import { type KeyboardEvent, useRef } from 'react'
import { addDays, type Day, daysBetween, daysInMonth } from '../../kernel/day.ts'
import { dayText } from '../format.ts'
import { type Axis, dayAt, type Mark, shareOf, within, yearsOf } from '../model/axis.ts'
import { markLabels } from '../model/axis-labels.ts'
import type { Session } from '../model/session.ts'
import { useTextWidth } from './text-width.ts'
import { useWidth } from './use-width.ts'
import { useWords } from './words.tsx'

const lineY = 34
const height = 56

/** A ruler of days over a native slider: ← → a day, Page a month, Home and End to the ends. */
export const TimeAxis = ({
  axis,
  on,
  recorded,
  session,
  onDay,
}: {
  readonly session: Session
  readonly axis: Axis
  readonly on: Day
  readonly recorded: Day
  readonly onDay: (on: Day) => void
}) => {
  const { t, language, pick } = useWords()
  const box = useRef<HTMLDivElement>(null)
  const width = useWidth(box, 1000)
  const measure = useTextWidth(12)
  const x = (day: Day) => 6 + shareOf(axis, day) * (width - 12)
  const { baselineOn } = session.county.register.county
  const flag = dayText(on, language)
  const flagWidth = measure(flag, true) + 20
  const flagX = Math.min(width - flagWidth, Math.max(0, x(on) - flagWidth / 2))
  const labels = markLabels(axis.marks, {
    x,
    width,
    measure: (mark) => measure(pick(mark.label), false),
    taken: [flagX - 8, flagX + flagWidth + 8],
  })
  return (
    <div className="axis" ref={box}>
      <input
        type="range"
        aria-label={t('slider')}
        aria-valuetext={dayText(on, language)}
        aria-description={t('sliderHelp')}
        title={t('sliderHelp')}
        min={0}
        max={daysBetween(axis.from, axis.to)}
        value={daysBetween(axis.from, on)}
        onChange={(event) => onDay(addDays(axis.from, Number(event.target.value)))}
        onKeyDown={(event) => {
          const next = monthAway(event, on)
          if (next === undefined) return
          event.preventDefault()
          onDay(within(axis, next))
        }}
        onPointerDown={(event) => {
          document.documentElement.toggleAttribute('data-dragging', true)
          const { left, width: full } = event.currentTarget.getBoundingClientRect()
          onDay(dayAt(axis, (event.clientX - left - 6) / (full - 12)))
        }}
        onPointerUp={() => document.documentElement.removeAttribute('data-dragging')}
        onPointerCancel={() => document.documentElement.removeAttribute('data-dragging')}
      />
      <svg width={width} height={height} viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
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
            {!(year < axis.from && next !== undefined && x(next) < 52) && (
              <text x={Math.max(x(year), 16)} y={height - 2} textAnchor="middle">
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
          <text key={`${mark.kind}${mark.on}`} className="mark-label" x={at} y={14} textAnchor={anchor}>
            {markText(mark, pick(mark.label), t('forecast'), recorded)}
          </text>
        ))}
        <g className="flag">
          <rect x={flagX} y={0} width={flagWidth} height={20} rx={3} />
          <text x={flagX + flagWidth / 2} y={14.5} textAnchor="middle">
            {flag}
          </text>
          <path d={`M${x(on)} 20v${lineY - 26}`} />
          <circle cx={x(on)} cy={lineY} r="6" />
        </g>
      </svg>
      <Steps axis={axis} on={on} onDay={onDay} />
    </div>
  )
}

const markText = (mark: Mark, label: string, forecast: string, recorded: Day) =>
  mark.kind === 'end' && mark.on > recorded ? `${label} ${mark.on} · ${forecast}` : label

/** The same date of the month before or after, or its last day when it has no such date. */
const monthAway = (event: KeyboardEvent, on: Day): Day | undefined => {
  const step = event.key === 'PageUp' ? 1 : event.key === 'PageDown' ? -1 : 0
  if (step === 0) return undefined
  const [year, month, date] = on.split('-').map(Number) as [number, number, number]
  const count = year * 12 + month - 1 + step
  const [toYear, toMonth] = [Math.floor(count / 12), (count % 12) + 1]
  const pad = (value: number) => String(value).padStart(2, '0')
  return `${toYear}-${pad(toMonth)}-${pad(Math.min(date, daysInMonth(toYear, toMonth)))}` as Day
}

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
