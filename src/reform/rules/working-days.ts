import { z } from 'zod'
import { type Calendar, calendarOf } from '../../kernel/calendar.ts'
import { type Day, parseDay } from '../../kernel/day.ts'
import type { Policy } from '../policy.ts'

const day = z
  .string()
  .refine((text) => parseDay(text) !== undefined)
  .transform((text) => text as Day)
const years = z.record(
  z.string().regex(/^\d{4}$/),
  z.strictObject({ off: z.array(day), working: z.array(day) }),
)

const known = new WeakMap<Policy, Calendar>()

/** The working days as the State Council published them; without a notice, Monday to Friday, and unpublished. */
export const calendarIn = (policy: Policy): Calendar => {
  const kept = known.get(policy)
  if (kept !== undefined) return kept
  const read = years.safeParse(policy.limit('calendar.holidays')?.value ?? {})
  const published = Object.entries(read.data ?? {}).map(([year, days]) => ({ year: Number(year), ...days }))
  const calendar = calendarOf(published)
  known.set(policy, calendar)
  return calendar
}
