import { expect, test } from 'vitest'
import { addWorkingDays, calendarOf, workingDaysBetween } from './calendar.ts'
import { type Day, day } from './day.ts'

/** State Council notice for 2021 (国办发明电〔2020〕27号), the autumn part, and for New Year 2022. */
const autumn2021 = {
  year: 2021,
  off: [
    '2021-09-19',
    '2021-09-20',
    '2021-09-21',
    '2021-10-01',
    '2021-10-02',
    '2021-10-03',
    '2021-10-04',
    '2021-10-05',
    '2021-10-06',
    '2021-10-07',
  ] as Day[],
  working: ['2021-09-18', '2021-09-26', '2021-10-09'] as Day[],
}
const calendar = calendarOf([autumn2021])

test('a weekend that the notice makes up for is worked, and a weekday it frees is not', () => {
  expect(calendar.isWorkingDay(day('2021-09-18'))).toBe(true)
  expect(calendar.isWorkingDay(day('2021-10-04'))).toBe(false)
  expect(calendar.isWorkingDay(day('2021-10-08'))).toBe(true)
  expect(calendar.isWorkingDay(day('2021-10-10'))).toBe(false)
})

test.each([
  ['2021-09-13', 20, '2021-10-15'],
  ['2021-09-13', 30, '2021-10-29'],
  ['2021-09-24', 7, '2021-10-09'],
  ['2021-09-30', 7, '2021-10-15'],
])('%s plus %i working days is %s', (start, count, due) => {
  expect(addWorkingDays(calendar, day(start), count)).toEqual({ on: due, provisional: false })
  expect(workingDaysBetween(calendar, day(start), day(due))).toBe(count)
})

test('a due day that crosses a year without a notice is provisional', () => {
  expect(addWorkingDays(calendar, day('2021-12-30'), 3)).toEqual({ on: '2022-01-04', provisional: true })
})
