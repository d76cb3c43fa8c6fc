import { digest } from '../../kernel/canonical.ts'
import { unfitToParse } from '../plan-file.ts'
import { lineSpans } from './line-spans.ts'

/** A line as it was read: its number, counted from 1, and the digest of what it says. */
export interface LineMark {
  readonly number: number
  readonly digest: string
}

/** Where a line stands in another text. */
export interface FollowedLine {
  readonly number: number
  /** It stands where the line stood between its neighbours, but says something else. */
  readonly isChanged: boolean
}

/**
 * The digests of the lines of a plan text, in their order: canonical JSON, so that layout and comments count for nothing.
 * Undefined when the text has no lines that can be told apart, or cannot be read.
 */
export const lineDigests = (text: string): readonly string[] | undefined => {
  if (unfitToParse(text, '').length > 0 || hasAliases(text)) return undefined
  try {
    return lineSpans(text)?.map(({ value }) => digest(value ?? null))
  } catch {
    // Nesting without end.
    return undefined
  }
}

/** A plan file has no aliases (F07), and a short text can be made with them that says gigabytes: it is not unfolded. */
const hasAliases = (text: string): boolean => {
  const anchors = new Set([...text.matchAll(/&([^\s[\]{},]+)/g)].map(([, name]) => name))
  return anchors.size > 0 && [...text.matchAll(/\*([^\s[\]{},]+)/g)].some(([, name]) => anchors.has(name))
}

/**
 * Finds a line in a text of these digests: where the same is said, and of several the one of its rank (without `from`, the
 * nearest to its number). Otherwise, with the digests of the text that it was read in, the one line that took its place
 * between the nearest neighbours which are still there. Undefined when it is gone.
 */
export const followLine = (
  { number, digest: said }: LineMark,
  to: readonly string[],
  from?: readonly string[],
): FollowedLine | undefined => {
  const same = placesIn(to, said)
  if (same.length === 0) return from && replaced(number, to, from)
  const twins = from === undefined ? [] : placesIn(from, said)
  const ranked = twins.length === same.length ? same[twins.indexOf(number)] : undefined
  return { number: ranked ?? nearest(same, number), isChanged: false }
}

const placesIn = (digests: readonly string[], said: string): number[] =>
  digests.flatMap((each, at) => (each === said ? [at + 1] : []))

const nearest = (places: readonly number[], number: number): number =>
  places.reduce((best, at) => (Math.abs(at - number) < Math.abs(best - number) ? at : best))

/** The line in the place of one that is gone, when as many lines stand between its neighbours as before. */
const replaced = (
  number: number,
  to: readonly string[],
  from: readonly string[],
): FollowedLine | undefined => {
  const kept = pairs(from, to)
  const above = kept.filter((each) => each.from < number).at(-1) ?? { from: 0, to: 0 }
  const below = kept.find((each) => each.from > number) ?? { from: from.length + 1, to: to.length + 1 }
  if (below.to - above.to !== below.from - above.from) return undefined
  const place = above.to + number - above.from
  const said = to[place - 1]
  return said === undefined || from.includes(said) ? undefined : { number: place, isChanged: true }
}

/** The lines that say the same in both texts and are the only ones to say it. */
const pairs = (from: readonly string[], to: readonly string[]) => {
  const [old, now] = [placesOf(from), placesOf(to)]
  return from.flatMap((said, at) => {
    const place = now.get(said)
    return old.get(said) === at + 1 && place !== undefined && place > 0 ? [{ from: at + 1, to: place }] : []
  })
}

/** The place of each line that is said once; 0 for what is said more than once. */
const placesOf = (digests: readonly string[]): ReadonlyMap<string, number> => {
  const places = new Map<string, number>()
  for (const [at, said] of digests.entries()) places.set(said, places.has(said) ? 0 : at + 1)
  return places
}
