import { diff3Merge } from 'node-diff3'

/** A place where both changed the same lines in different ways. */
export interface MergeConflict {
  /** The first line of it in the base, counted from 1. */
  readonly at: number
  readonly base: string
  readonly theirs: string
  readonly yours: string
}

/** Two texts drawn from one, brought together line by line. */
export interface Merge {
  /** Nothing was changed by both: `merged` can be saved as it stands. */
  readonly isClean: boolean
  /** Both texts in one, byte for byte; null when there are conflicts. */
  readonly merged: string | null
  readonly conflicts: readonly MergeConflict[]
  /** The whole in its order: what stands, as text, and the places that have to be decided. */
  readonly regions: readonly (string | MergeConflict)[]
}

/** The regions as one text, once each conflict was decided; `decided` are the texts of the conflicts in their order. */
export const mergedFrom = ({ regions }: Merge, decided: readonly string[]): string => {
  let next = 0
  return regions.map((region) => (typeof region === 'string' ? region : (decided[next++] ?? ''))).join('')
}

/** Two texts one after the other, the second on rows of its own. */
export const bothOf = (first: string, second: string): string =>
  first === '' || second === '' || first.endsWith('\n') ? `${first}${second}` : `${first}\n${second}`

/** Beyond this many steps texts are not compared line by line: then all that differs is one conflict. */
const mostSteps = 60_000_000

/** The three-way difference of two texts and the one that both were drawn from. */
export const threeWay = (base: string, theirs: string, yours: string): Merge => {
  const [o, a, b] = [linesOf(base), linesOf(theirs), linesOf(yours)]
  const start = commonStart(o, a, b)
  const end = commonEnd(o, a, b, start)
  const middle = (lines: readonly string[]) => lines.slice(start, lines.length - end)
  const [from, their, your] = [middle(o), middle(a), middle(b)]
  const regions =
    steps(from, their) + steps(from, your) > mostSteps
      ? [{ conflict: { o: from, a: their, b: your, oIndex: 0 } }]
      : diff3Merge<string>(their, from, your, { excludeFalseConflicts: true })
  const found = regions.map((region): string | MergeConflict => {
    const { conflict } = region
    if (conflict === undefined) return ('ok' in region ? (region.ok ?? []) : []).join('')
    const { o: was, a: theirs, b: yours, oIndex } = conflict
    return { at: start + oIndex + 1, base: was.join(''), theirs: theirs.join(''), yours: yours.join('') }
  })
  const whole = [o.slice(0, start).join(''), ...found, o.slice(o.length - end).join('')]
  const conflicts = found.filter((region) => typeof region !== 'string')
  const isClean = conflicts.length === 0
  return { isClean, merged: isClean ? whole.join('') : null, conflicts, regions: whole }
}

/** Lines with their ends, so that joining them gives the text again. */
const linesOf = (text: string): string[] => text.match(/[^\n]*\n|[^\n]+$/g) ?? []

const commonStart = (...texts: readonly (readonly string[])[]): number => {
  const [first = [], ...others] = texts
  const most = Math.min(...texts.map(({ length }) => length))
  let count = 0
  while (count < most && others.every((lines) => lines[count] === first[count])) count += 1
  return count
}

const commonEnd = (
  o: readonly string[],
  a: readonly string[],
  b: readonly string[],
  start: number,
): number => {
  const most = Math.min(o.length, a.length, b.length) - start
  const same = (count: number) => {
    const line = o[o.length - 1 - count]
    return line === a[a.length - 1 - count] && line === b[b.length - 1 - count]
  }
  let count = 0
  while (count < most && same(count)) count += 1
  return count
}

/** About how many steps the comparison takes: every pair of equal lines, against every candidate so far. */
const steps = (from: readonly string[], to: readonly string[]): number => {
  const counts = new Map<string, number>()
  for (const line of from) counts.set(line, (counts.get(line) ?? 0) + 1)
  let pairs = 0
  for (const line of to) pairs += counts.get(line) ?? 0
  return pairs * Math.min(from.length, to.length)
}
