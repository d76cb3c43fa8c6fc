import type { Day } from '../../kernel/day.ts'
import type { Mark } from './axis.ts'

export interface PlacedLabel {
  readonly mark: Mark
  readonly x: number
  readonly anchor: 'start' | 'middle' | 'end'
}

interface Room {
  readonly x: (day: Day) => number
  readonly width: number
  /** How wide the label is written, with all that is said beside it. */
  readonly measure: (mark: Mark) => number
  /** Room between two labels. */
  readonly space: number
  /** The stretch that the day's flag covers. */
  readonly taken: readonly [from: number, to: number]
}

/**
 * The labels that fit over the ruler, those with the lowest rank first, then from the left. A label stands over its
 * mark or, where that is taken, begins or ends there; one that would touch another even so is left out.
 */
export const markLabels = (
  marks: readonly Mark[],
  { x, width, measure, space, taken }: Room,
): PlacedLabel[] => {
  const used: (readonly [number, number])[] = [taken]
  const placed: PlacedLabel[] = []
  const ordered = [...marks].sort((a, b) => a.rank - b.rank || (a.on < b.on ? -1 : 1))
  for (const mark of ordered) {
    const [length, at] = [measure(mark), x(mark.on)]
    const candidates = {
      middle: [at - length / 2, at + length / 2],
      end: [at - length, at],
      start: [at, at + length],
    } as const
    // What a reader needs most begins at its mark, so that the day before it keeps the room to its left.
    const order =
      mark.rank === 0 ? (['start', 'end', 'middle'] as const) : (['middle', 'end', 'start'] as const)
    const fits = ([from, to]: readonly [number, number]) =>
      from >= 0 && to <= width && used.every(([a, b]) => from >= b || to <= a)
    const anchor = order.find((each) => fits(candidates[each]))
    if (anchor === undefined) continue
    const [from, to] = candidates[anchor]
    used.push([from - space, to + space])
    placed.push({ mark, anchor, x: anchor === 'start' ? from : anchor === 'end' ? to : at })
  }
  return placed
}
