import { isScalar, type YAMLMap } from 'yaml'
import { canonical } from '../../kernel/canonical.ts'
import { parsedWhole } from '../plan-parse.ts'
import { rangeOf, readable, readingOf, spansIn, type WrittenLine } from './line-spans.ts'
import { flowing, written } from './plan-write.ts'
import { commentsAbove, endOfRow, startOfRow } from './rows.ts'

/**
 * Edits of a plan file's text. Each gives the text after it, and leaves every character alone that it is not about:
 * comments, blank lines and the way other lines are written stay. The text after an edit is read again: where it does not
 * say just what was meant, and where a text is no YAML or its `lines` no list, the answer is undefined, and the text
 * itself has to be mended first.
 */

/** The text with a line written before line `number` (counted from 1); one more than there are means at the end. */
export const insertLine = (text: string, number: number, line: WrittenLine): string | undefined => {
  const found = spansIn(text)
  if (found === undefined) return undefined
  const { spans, indent, end, list, key } = found
  const at = spans[number - 1]?.from ?? spans.at(-1)?.to
  const rows = written(line, indent)
  if (at !== undefined) return asMeant(text, between(text, at, rows, at), inserted(number, line))
  // An empty list says so (`[]`, `~`); what says it goes.
  const bare = list === undefined ? text : `${text.slice(0, list[0]).trimEnd()}${text.slice(list[1])}`
  const row = list === undefined ? end : Math.min(bare.length, endOfRow(bare, key[0]))
  return asMeant(text, between(bare, row, rows, row), inserted(number, line))
}

/** The text with line `number` written anew; the comments above it stay. */
export const replaceLine = (text: string, number: number, line: WrittenLine): string | undefined =>
  replaceLines(text, new Map([[number, line]]))

/** The text with several lines written anew at once, by their numbers; undefined when one of them is not there. */
export const replaceLines = (text: string, lines: ReadonlyMap<number, WrittenLine>): string | undefined => {
  const found = spansIn(text)
  if (found === undefined) return undefined
  let result = text
  for (const number of [...lines.keys()].sort((a, b) => b - a)) {
    const [span, line] = [found.spans[number - 1], lines.get(number)]
    if (span === undefined || line === undefined) return undefined
    result = between(result, span.begin, written(line, found.indent), span.to)
  }
  return asMeant(text, result, (values) => values.map((value, at) => lines.get(at + 1) ?? value))
}

/** The text without line `number` and the comments right above it. */
export const removeLine = (text: string, number: number): string | undefined => {
  const found = spansIn(text)
  const span = found?.spans[number - 1]
  if (found === undefined || span === undefined) return undefined
  const rest = `${text.slice(0, span.from)}${text.slice(span.to)}`
  const without = (values: readonly unknown[]) => values.filter((_, at) => at !== number - 1)
  if (found.spans.length > 1) return asMeant(text, rest, without)
  // A list that lost its last item is written as an empty one, or it would be no list any more.
  const colon = rest.indexOf(':', found.key[1])
  return asMeant(text, `${rest.slice(0, colon + 1)} []${rest.slice(colon + 1)}`, without)
}

/** The text with line `number` and its comments standing as line `place`; both counted from 1. */
export const moveLine = (text: string, number: number, place: number): string | undefined => {
  const found = spansIn(text)
  const [span, target] = [found?.spans[number - 1], found?.spans[place - 1]]
  if (span === undefined || target === undefined) return undefined
  if (number === place) return text
  const block = text.slice(span.from, span.to)
  const moved = (values: readonly unknown[]) => {
    const rest = values.filter((_, at) => at !== number - 1)
    return [...rest.slice(0, place - 1), values[number - 1], ...rest.slice(place - 1)]
  }
  if (place < number) {
    const rest = `${text.slice(0, span.from)}${text.slice(span.to)}`
    return asMeant(text, between(rest, target.from, ended(block), target.from), moved)
  }
  const at = target.to - (span.to - span.from)
  const rest = `${text.slice(0, span.from)}${text.slice(span.to)}`
  return asMeant(text, between(rest, at, ended(block), at), moved)
}

/** The text with one member of the heading set, or removed with `undefined`. `lines` is not of the heading. */
export const setHeading = (text: string, key: string, value: unknown): string | undefined => {
  if (key === 'lines' || readable(text) === undefined) return undefined
  const map = parsedWhole(text).document.contents as unknown as YAMLMap
  if (map.flow === true) return undefined
  const pair = map.items.find((each) => isScalar(each.key) && each.key.value === key)
  const entry = value === undefined ? '' : flowing({ [key]: value })
  const change = { [key]: value }
  if (pair === undefined) {
    const lines = map.items.find((each) => isScalar(each.key) && each.key.value === 'lines')
    const row = startOfRow(text, rangeOf(lines?.key)?.[0] ?? 0)
    const at = lines === undefined ? text.length : afterMark(text, commentsAbove(text, row))
    return asMeant(text, between(text, at, entry, at), same, change)
  }
  const [begin, end] = rangeOf(pair.key) ?? [0, 0]
  const from = afterMark(text, startOfRow(text, begin))
  const to = endOfRow(text, Math.max(end, rangeOf(pair.value)?.[1] ?? 0) - 1)
  return asMeant(text, between(text, from, entry, to), same, change)
}

/** A plan that says nothing yet. */
export const blankPlan = (heading: {
  readonly title: string
  readonly titleEn: string
  readonly authority: string
  readonly effectiveOn: string
  readonly completesOn: string
}): string => `${flowing({ sanding: 1, ...heading })}lines: []\n`

type Lines = (values: readonly unknown[]) => readonly unknown[]
const same: Lines = (values) => values
const inserted =
  (number: number, line: WrittenLine): Lines =>
  (values) => [...values.slice(0, number - 1), line, ...values.slice(number - 1)]

/** The text with whole rows in place of what stands from one offset to another. */
const between = (text: string, from: number, rows: string, to: number): string => {
  const head = text.slice(0, from)
  return `${head === '' || head === '\uFEFF' || rows === '' ? head : ended(head)}${rows}${text.slice(to)}`
}

const ended = (rows: string): string => (rows.endsWith('\n') ? rows : `${rows}\n`)

/** A byte order mark stays before everything. */
const afterMark = (text: string, at: number): number => (at === 0 && text.startsWith('\uFEFF') ? 1 : at)

/** The edited text, when it says of every line and of the heading just what was meant. */
const asMeant = (
  text: string,
  edited: string,
  lines: Lines,
  heading: Readonly<Record<string, unknown>> = {},
): string | undefined => {
  const [was, is] = [readingOf(text), readingOf(edited)]
  if (was === undefined || is === undefined) return undefined
  const meant = lines(was.lines)
  const isSame = meant.length === is.lines.length && meant.every((value, at) => isAlike(value, is.lines[at]))
  return isSame && isAlike({ ...was.heading, ...heading }, is.heading) ? edited : undefined
}

/** Members that are undefined are none; a line that was not touched is the very same value. */
const isAlike = (a: unknown, b: unknown): boolean => a === b || canonical(a) === canonical(b)
