import { type Month, monthFromNumber, monthNumber } from '../kernel/day.ts'
import type { RetirementCategory } from '../register/person.ts'

/**
 * 法定退休年龄: 全国人大常委会关于实施渐进式延迟法定退休年龄的决定 (2024-09-13, in force 2025-01-01).
 * `base` former age in years; from January of `firstYear` of birth one month is added per `step` months of
 * birth, up to `cap` months.
 */
const law: Readonly<
  Record<RetirementCategory, { base: number; firstYear: number; step: number; cap: number }>
> = {
  man: { base: 60, firstYear: 1965, step: 4, cap: 36 },
  woman55: { base: 55, firstYear: 1970, step: 4, cap: 36 },
  woman50: { base: 50, firstYear: 1975, step: 2, cap: 60 },
}

export interface Retirement {
  /** The month in which the statutory age is reached; the person leaves at its end. */
  readonly retiresIn: Month
  readonly delayMonths: number
}

/** The statutory retirement month of a birth month and category, the law before 2025 included (delay 0). */
export const retirementOf = (born: Month, category: RetirementCategory): Retirement => {
  const { base, firstYear, step, cap } = law[category]
  const since = monthNumber(born) - firstYear * 12
  const delayMonths = since < 0 ? 0 : Math.min(cap, Math.floor(since / step) + 1)
  return { retiresIn: monthFromNumber(monthNumber(born) + base * 12 + delayMonths), delayMonths }
}
