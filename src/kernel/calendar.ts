import { addDays, type Day, weekday, yearOf } from './day.ts'

/**
 * One year of the State Council's holiday notice (国务院办公厅节假日安排通知).
 * `off`: days off by the notice; `working`: weekend days that are worked instead (调休).
 */
export interface CalendarYear {
  readonly year: number
  readonly off: readonly Day[]
  readonly working: readonly Day[]
}

export interface Calendar {
  isWorkingDay(on: Day): boolean
  /** False for a year whose notice is not loaded: every date computed across it is provisional (暂定). */
  isPublished(year: number): boolean
}

/** A calendar made of the published years; other years fall back to Monday–Friday and count as unpublished. */
export const calendarOf = (years: readonly CalendarYear[]): Calendar => {
  const published = new Set(years.map((entry) => entry.year))
  const off = new Set(years.flatMap((entry) => entry.off))
  const working = new Set(years.flatMap((entry) => entry.working))
  return {
    isWorkingDay: (on) => working.has(on) || (!off.has(on) && weekday(on) !== 0 && weekday(on) !== 6),
    isPublished: (year) => published.has(year),
  }
}

/** A day counted in working days. `provisional` when a year without a notice was crossed. */
export interface DueDay {
  readonly on: Day
  readonly provisional: boolean
}

/**
 * The day `count` working days after `start`; the day of `start` is not counted
 * (行政许可法 art. 82 with 民法典 art. 201).
 */
export const addWorkingDays = (calendar: Calendar, start: Day, count: number): DueDay => {
  let on = start
  let provisional = !calendar.isPublished(yearOf(start))
  for (let left = count; left > 0; ) {
    on = addDays(on, 1)
    if (calendar.isWorkingDay(on)) left -= 1
    provisional ||= !calendar.isPublished(yearOf(on))
  }
  return { on, provisional }
}

/** Working days after `from` up to and including `to`; 0 when `to` is not after `from`. */
export const workingDaysBetween = (calendar: Calendar, from: Day, to: Day): number => {
  let count = 0
  for (let on = addDays(from, 1); on <= to; on = addDays(on, 1)) if (calendar.isWorkingDay(on)) count += 1
  return count
}
