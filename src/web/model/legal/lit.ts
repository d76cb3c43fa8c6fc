import type { LineSpan } from '../../../reform/editing/line-spans.ts'
import { bodyOf, heirsOf } from '../../river/fate.ts'
import type { Change } from '../../river/holdings.ts'
import type { Flow } from '../../river/types.ts'

/** Ribbons and bars (`side:id`) of a drawing. */
export interface Lit {
  readonly streams: ReadonlySet<string>
  readonly bars: ReadonlySet<string>
}

/** Every text that stands somewhere in the fields of a line. */
const wordsIn = (value: unknown): readonly string[] => {
  if (typeof value === 'string') return [value]
  if (typeof value !== 'object' || value === null) return []
  return Object.values(value).flatMap(wordsIn)
}

/** The units that a written line names, before the plan or after it. */
export const unitsOf = (line: unknown, { before, after }: Change): readonly string[] => [
  ...new Set(wordsIn(line).filter((id) => before.units.has(id) || after.units.has(id))),
]

/**
 * The ribbons of some units: from those that were there to those that are new, where there are such; else all that leave
 * or reach one of them. Undefined when there is none.
 */
export const litBy = (ids: readonly string[], flow: Flow, { before, after }: Change): Lit | undefined => {
  const left = new Set(ids.map((id) => bodyOf(before, id as never) as string))
  const born = ids.filter((id) => !before.units.has(id))
  const right = new Set(
    born.flatMap((id) => heirsOf(after, id as never).map((heir) => bodyOf(after, heir) as string)),
  )
  const isFrom = ({ from }: Flow['streams'][number]) => left.has(from)
  const isTo = ({ to }: Flow['streams'][number]) => right.has(to)
  const both = flow.streams.filter((stream) => isFrom(stream) && isTo(stream))
  const streams = both.length > 0 ? both : flow.streams.filter((stream) => isFrom(stream) || isTo(stream))
  if (streams.length === 0) return undefined
  return {
    streams: new Set(streams.map(({ id }) => id)),
    bars: new Set(streams.flatMap(({ from, to }) => [`before:${from}`, `after:${to}`])),
  }
}

/** The lines that name a unit, counted from 1. */
export const linesNaming = (
  id: string,
  spans: readonly LineSpan[] | undefined,
): readonly { readonly number: number; readonly op: string }[] =>
  (spans ?? []).flatMap(({ value }, at) =>
    value !== undefined && wordsIn(value).includes(id) ? [{ number: at + 1, op: value.op }] : [],
  )
