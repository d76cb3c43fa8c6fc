import type { Day } from './day.ts'

/**
 * One line of history. Two clocks: `effectiveOn` says when it holds in the world, `seq` when it became known.
 * Known-time is the sequence number, not a wall clock: two entries on one day must still have an order.
 */
export interface Entry<Operation> {
  readonly seq: number
  /** ISO instant, given by the edge; kept for people, never used for ordering. */
  readonly recordedAt: string
  readonly effectiveOn: Day
  readonly operation: Operation
  /** The approval document (文号) it rests on. */
  readonly authority: string
  /** A correction names the entry it replaces from its own seq on; the replaced entry stays on record. */
  readonly corrects?: number
}

/**
 * The entries in force on day `on` as known at `known` (a seq; all when left out), in the order in which they took
 * effect: by day, and within a day by seq; a correction stands in the place of what it replaces, so that what was
 * recorded after the mistake and rests on it still comes after.
 */
export const asOf = <Operation>(
  entries: readonly Entry<Operation>[],
  on: Day,
  known: number = Number.POSITIVE_INFINITY,
): Entry<Operation>[] => {
  const visible = entries.filter((entry) => entry.seq <= known)
  const replaced = new Set(visible.flatMap((entry) => entry.corrects ?? []))
  const place = placesOf(visible)
  return visible
    .filter((entry) => entry.effectiveOn <= on && !replaced.has(entry.seq))
    .sort((a, b) =>
      a.effectiveOn < b.effectiveOn ? -1 : a.effectiveOn > b.effectiveOn ? 1 : place(a) - place(b),
    )
}

/** The number by which an entry stands within its day: its own, or that of the first one in its line of corrections. */
const placesOf = <Operation>(entries: readonly Entry<Operation>[]) => {
  const places = new Map<number, number>()
  for (const { seq, corrects } of entries)
    if (corrects !== undefined) places.set(seq, places.get(corrects) ?? corrects)
  return ({ seq }: Entry<Operation>) => places.get(seq) ?? seq
}
