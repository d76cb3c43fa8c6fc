import { addDays, type Day, yearOf } from '../../../kernel/day.ts'
import type { FigureDefinition, Sources } from '../../../ledger/figure.ts'
import { figureDefinitions } from '../../../ledger/index.ts'
import type { Session } from '../session.ts'

/** A figure on a day; undefined where it cannot be computed yet. */
export interface Point {
  readonly on: Day
  readonly value: number | undefined
}

/**
 * The days on which a figure is computed for its curve: the baseline, each day of steps and the day before it (so that a
 * jump is drawn as one), each end of a year, where the record ends, and the day on which the plan ends.
 */
export const curveDays = ({ county, plan, moves }: Session, recorded: Day): Day[] => {
  if (plan === undefined) return []
  const from = county.register.county.baselineOn
  const to = plan.completesOn
  const days = new Set<Day>([from, to, recorded])
  for (const { on } of moves) days.add(addDays(on, -1)).add(on)
  for (let year = yearOf(from); year <= yearOf(to); year += 1) days.add(`${year}-12-31` as Day)
  return [...days].filter((on) => on >= from && on <= to).sort()
}

export const definitionOf = (id: string): FigureDefinition | undefined =>
  figureDefinitions.find((each) => each.id === id)

/** Computes a curve point by point, so that whoever runs it may stop or do something else in between. */
export function* curvePoints(
  definition: FigureDefinition,
  days: readonly Day[],
  look: (on: Day) => Sources,
): Generator<Point> {
  for (const on of days) yield { on, value: definition.compute(look(on)).value }
}

/** Whether a figure is one number on every day on which it can be computed. */
export const isFlat = (points: readonly Point[]): boolean =>
  new Set(points.flatMap(({ value }) => (value === undefined ? [] : [value]))).size < 2
