import { expect, test } from 'vitest'
import { month } from '../kernel/day.ts'
import { retirementOf } from './retirement.ts'

const published = [
  ['man', '1965-01', '2025-02', 1],
  ['man', '1965-12', '2026-03', 3],
  ['woman55', '1971-04', '2026-08', 4],
  ['woman50', '1995-12', '2050-12', 60],
  ['man', '1995-12', '2058-12', 36],
  ['woman55', '2000-12', '2058-12', 36],
  ['man', '2000-12', '2063-12', 36],
  ['man', '1963-12', '2023-12', 0],
  ['woman55', '1963-04', '2018-04', 0],
  ['man', '1964-02', '2024-02', 0],
  ['man', '1965-04', '2025-05', 1],
  ['man', '1965-05', '2025-07', 2],
  ['man', '1976-08', '2039-07', 35],
  ['man', '1976-09', '2039-09', 36],
  ['woman55', '1981-08', '2039-07', 35],
  ['woman55', '1981-09', '2039-09', 36],
  ['woman50', '1975-01', '2025-02', 1],
  ['woman50', '1975-03', '2025-05', 2],
  ['woman50', '1984-10', '2039-09', 59],
  ['woman50', '1984-11', '2039-11', 60],
] as const

test.each(published)('%s born %s retires in %s', (category, born, retiresIn, delayMonths) => {
  expect(retirementOf(month(born), category)).toEqual({ retiresIn, delayMonths })
})
