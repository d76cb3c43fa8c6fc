import { type Day, dayFromNumber, dayNumber, earlier, later } from '../../../kernel/day.ts'
import type { History } from '../../../reform/history.ts'
import type { Session } from '../session.ts'

/** The days that the time bar walks: from the first, to the last, and those on which something took effect. */
export interface Days {
  readonly from: Day
  readonly to: Day
  readonly marks: readonly Day[]
}

/** From the baseline to the last effect, the end of the plan or today, whichever is latest. */
export const daysOf = ({ county, plan, moves }: Session, history: History | undefined, today: Day): Days => {
  const from = county.register.county.baselineOn
  const begins = history?.opening.county.baselineOn ?? from
  const effects =
    history === undefined ? moves.map(({ on }) => on) : history.entries.map(({ effectiveOn }) => effectiveOn)
  const marks = [...new Set([begins, ...effects])].sort()
  const ends = [plan?.completesOn ?? begins, today, ...marks]
  return { from: begins, to: ends.reduce(later), marks }
}

export const withinDays = ({ from, to }: Days, on: Day): Day => earlier(later(on, from), to)

/** A place on the bar as a day, and back: days from the first. */
export const dayAt = ({ from }: Days, place: number): Day => dayFromNumber(dayNumber(from) + place)
export const placeOf = ({ from }: Days, on: Day): number => dayNumber(on) - dayNumber(from)

/** The mark before or behind a day. */
export const markBeside = ({ marks }: Days, on: Day, side: 'before' | 'behind'): Day | undefined =>
  side === 'before' ? marks.findLast((mark) => mark < on) : marks.find((mark) => mark > on)
