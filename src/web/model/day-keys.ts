import { addDays, type Day, daysInMonth } from '../../kernel/day.ts'
import { type Axis, within } from './axis.ts'

/** The day a key leads to: ← → a day, Page a month, Home and End to either end. Undefined for any other key. */
export const dayAfterKey = (key: string, on: Day, axis: Axis): Day | undefined => {
  if (key === 'Home') return axis.from
  if (key === 'End') return axis.to
  if (key === 'ArrowLeft') return within(axis, addDays(on, -1))
  if (key === 'ArrowRight') return within(axis, addDays(on, 1))
  if (key === 'PageUp') return within(axis, monthAway(on, 1))
  if (key === 'PageDown') return within(axis, monthAway(on, -1))
  return undefined
}

/** The same date of the month before or after, or its last day when it has no such date. */
const monthAway = (on: Day, step: number): Day => {
  const [year, month, date] = on.split('-').map(Number) as [number, number, number]
  const count = year * 12 + month - 1 + step
  const [toYear, toMonth] = [Math.floor(count / 12), (count % 12) + 1]
  const pad = (value: number) => String(value).padStart(2, '0')
  return `${toYear}-${pad(toMonth)}-${pad(Math.min(date, daysInMonth(toYear, toMonth)))}` as Day
}
