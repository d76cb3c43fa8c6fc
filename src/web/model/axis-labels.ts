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
  readonly measure: (mark: Mark) => number
  /** The stretch that the day's flag covers. */
  readonly taken: readonly [from: number, to: number]
}

const space = 12

/** The labels that fit over the ruler: the end of the plan first, then from the left; one that would touch another is left out. */
export const markLabels = (marks: readonly Mark[], { x, width, measure, taken }: Room): PlacedLabel[] => {
  const used: (readonly [number, number])[] = [taken]
  const placed: PlacedLabel[] = []
  const ordered = [...marks].sort(
    (a, b) => Number(b.kind === 'end') - Number(a.kind === 'end') || (a.on < b.on ? -1 : 1),
  )
  for (const mark of ordered) {
    // An end that is a forecast says so, with its day.
    const length = measure(mark) + (mark.kind === 'end' ? 130 : 0)
    const middle = x(mark.on)
    const [anchor, from] =
      middle - length / 2 < 0
        ? (['start', 0] as const)
        : middle + length / 2 > width
          ? (['end', width - length] as const)
          : (['middle', middle - length / 2] as const)
    const to = from + length
    if (used.some(([a, b]) => from < b && to > a)) continue
    used.push([from - space, to + space])
    placed.push({ mark, anchor, x: anchor === 'start' ? 0 : anchor === 'end' ? width : middle })
  }
  return placed
}
