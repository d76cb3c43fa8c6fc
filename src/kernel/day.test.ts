import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  addDays,
  day,
  dayFromNumber,
  dayNumber,
  daysBetween,
  lastDayOf,
  month,
  monthFromNumber,
  monthNumber,
  parseDay,
  parseMonth,
  weekday,
} from './day.ts'

test('a day that does not exist is not a day', () => {
  expect(
    ['2021-02-29', '2021-13-01', '2021-00-10', '2021-1-1', '2021-04-31', '0000-01-01', ''].map(parseDay),
  ).toEqual(Array(7).fill(undefined))
  expect([parseMonth('2021-13'), parseMonth('2021-1')]).toEqual([undefined, undefined])
  expect(() => day('1986-05-32')).toThrow()
})

test('day numbers agree with the calendar of the platform from 1900 to 2100, whatever its zone', () => {
  for (let count = dayNumber(day('1900-01-01')); count <= dayNumber(day('2100-12-31')); count += 1) {
    const on = dayFromNumber(count)
    const utc = new Date(count * 86_400_000)
    if (on !== utc.toISOString().slice(0, 10) || weekday(on) !== utc.getUTCDay())
      expect(on).toBe(utc.toISOString())
    if (dayNumber(on) !== count) expect(dayNumber(on)).toBe(count)
  }
})

test('adding days and counting them are inverse', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: -100_000, max: 100_000 }),
      fc.integer({ min: -50_000, max: 50_000 }),
      (start, step) => {
        const from = dayFromNumber(start)
        expect(daysBetween(from, addDays(from, step))).toBe(step)
      },
    ),
  )
})

test('months count through the years, and know their last day', () => {
  expect(monthFromNumber(monthNumber(month('1999-12')) + 1)).toBe('2000-01')
  expect([lastDayOf(month('2024-02')), lastDayOf(month('2100-02')), lastDayOf(month('2021-12'))]).toEqual([
    '2024-02-29',
    '2100-02-28',
    '2021-12-31',
  ])
})
