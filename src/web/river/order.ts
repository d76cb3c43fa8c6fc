import type { Flow, Row, Stream } from './types.ts'

/**
 * The left side in the order that lets ribbons run side by side: by the weighted middle of where each goes; ties keep
 * the official order, and a unit that goes on stands before those that join it.
 */
export const orderedBefore = (
  before: readonly Row[],
  after: readonly Row[],
  streams: readonly Stream[],
): Row[] => {
  const place = new Map(after.map((row, at) => [row.id, at]))
  const middle = new Map<string, number>()
  for (const row of before) {
    const own = streams.filter((stream) => stream.from === row.id)
    const main = own.filter((stream) => stream.fate !== 'moved' && stream.fate !== 'ended')
    const pulls = main.length > 0 ? main : own
    const weight = pulls.reduce((sum, { value }) => sum + value, 0)
    const pull = (of: Stream) => (weight === 0 ? 1 / pulls.length : of.value / weight)
    middle.set(
      row.id,
      pulls.reduce((sum, stream) => sum + pull(stream) * (place.get(stream.to) ?? 0), 0),
    )
  }
  const at = (row: Row) => middle.get(row.id) ?? after.length
  return before
    .map((row, official) => ({ row, official }))
    .sort(
      (a, b) =>
        at(a.row) - at(b.row) ||
        Number(a.row.fate !== 'kept') - Number(b.row.fate !== 'kept') ||
        a.official - b.official,
    )
    .map(({ row }) => row)
}

/** How many pairs of ribbons cross, with both sides in the given order. */
export const crossings = (
  before: readonly Row[],
  after: readonly Row[],
  streams: readonly Stream[],
): number => {
  const left = new Map(before.map((row, at) => [row.id, at]))
  const right = new Map(after.map((row, at) => [row.id, at]))
  const ends = streams.map(({ from, to }) => [left.get(from) ?? 0, right.get(to) ?? 0] as const)
  let count = 0
  ends.forEach(([a, b], at) => {
    for (const [c, d] of ends.slice(at + 1)) if ((a - c) * (b - d) < 0) count += 1
  })
  return count
}

/** The same flow with its left side in official order too, crossings and all. */
export const officially = (flow: Flow): Flow => ({
  ...flow,
  before: [...flow.before].sort((a, b) => a.official - b.official || (a.id < b.id ? -1 : 1)),
})
