/**
 * Calendar days without clocks or zones. A day is the text `YYYY-MM-DD`, so days compare as strings;
 * arithmetic goes through a day number (days since 1970-01-01), never through `Date`.
 */
declare const brand: unique symbol
export type Day = string & { readonly [brand]: 'day' }
/** A month, `YYYY-MM`. */
export type Month = string & { readonly [brand]: 'month' }

const dayPattern = /^(\d{4})-(\d{2})-(\d{2})$/
const monthPattern = /^(\d{4})-(0[1-9]|1[0-2])$/

/** The day that the text names, or undefined when there is no such day (2021-02-29). */
export const parseDay = (text: string): Day | undefined => {
  const match = dayPattern.exec(text)
  if (match === null) return undefined
  const [year, month, date] = [Number(match[1]), Number(match[2]), Number(match[3])]
  if (year < 1 || month < 1 || month > 12 || date < 1 || date > daysInMonth(year, month)) return undefined
  return text as Day
}

export const parseMonth = (text: string): Month | undefined =>
  monthPattern.test(text) ? (text as Month) : undefined

/** A day written in code; throws on a slip of the programmer's pen. */
export const day = (text: string): Day => {
  const parsed = parseDay(text)
  if (parsed === undefined) throw new Error(`not a day: ${text}`)
  return parsed
}

export const month = (text: string): Month => {
  const parsed = parseMonth(text)
  if (parsed === undefined) throw new Error(`not a month: ${text}`)
  return parsed
}

export const isLeapYear = (year: number) => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0

export const daysInMonth = (year: number, monthOfYear: number): number =>
  monthOfYear === 2 ? (isLeapYear(year) ? 29 : 28) : [4, 6, 9, 11].includes(monthOfYear) ? 30 : 31

const pad = (value: number, width: number) => String(value).padStart(width, '0')

const dayOf = (year: number, monthOfYear: number, date: number) =>
  `${pad(year, 4)}-${pad(monthOfYear, 2)}-${pad(date, 2)}` as Day

export const yearOf = (on: Day | Month): number => Number(on.slice(0, 4))

/** Days since 1970-01-01 in the proleptic Gregorian calendar (negative before). */
export const dayNumber = (on: Day): number => {
  const [year, monthOfYear, date] = [yearOf(on), Number(on.slice(5, 7)), Number(on.slice(8, 10))]
  const shifted = monthOfYear <= 2 ? year - 1 : year
  const era = Math.floor(shifted / 400)
  const yearOfEra = shifted - era * 400
  const dayOfYear = Math.floor((153 * (monthOfYear + (monthOfYear > 2 ? -3 : 9)) + 2) / 5) + date - 1
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear
  return era * 146_097 + dayOfEra - 719_468
}

/** The inverse of {@link dayNumber}. */
export const dayFromNumber = (count: number): Day => {
  const shifted = count + 719_468
  const era = Math.floor(shifted / 146_097)
  const dayOfEra = shifted - era * 146_097
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  )
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const shiftedMonth = Math.floor((5 * dayOfYear + 2) / 153)
  const monthOfYear = shiftedMonth + (shiftedMonth < 10 ? 3 : -9)
  const date = dayOfYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1
  return dayOf(yearOfEra + era * 400 + (monthOfYear <= 2 ? 1 : 0), monthOfYear, date)
}

export const addDays = (on: Day, days: number): Day => dayFromNumber(dayNumber(on) + days)

export const daysBetween = (from: Day, to: Day): number => dayNumber(to) - dayNumber(from)

/** Months as one integer (year × 12 + month − 1), for the arithmetic of the retirement law. */
export const monthNumber = (in_: Month): number => yearOf(in_) * 12 + Number(in_.slice(5, 7)) - 1

export const monthFromNumber = (count: number): Month =>
  `${pad(Math.floor(count / 12), 4)}-${pad((count % 12) + 1, 2)}` as Month

export const lastDayOf = (in_: Month): Day =>
  dayOf(yearOf(in_), Number(in_.slice(5, 7)), daysInMonth(yearOf(in_), Number(in_.slice(5, 7))))

/** 0 is Sunday, as in the national notices. */
export const weekday = (on: Day): number => (((dayNumber(on) + 4) % 7) + 7) % 7

export const earlier = (a: Day, b: Day): Day => (a <= b ? a : b)
export const later = (a: Day, b: Day): Day => (a >= b ? a : b)
