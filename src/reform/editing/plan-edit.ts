import { isCollection, isMap, isScalar, isSeq, type YAMLMap, type YAMLSeq } from 'yaml'
import { type ParsedPlan, type Piece, parsedPlan, parsedWhole } from '../plan-parse.ts'
import { flowing, written } from './plan-write.ts'

/**
 * Edits of a plan file's text. Each gives the text after it, and leaves every character alone that it is not about:
 * comments, blank lines and the way other lines are written stay. A text that is not YAML, or whose `lines` is no list,
 * cannot be edited so: then the answer is undefined, and the text itself has to be mended first.
 */

/** A line as a plan file writes it: `op`, the fields of the operation, `on`, `basis`, `opinions`. */
export interface WrittenLine {
  readonly op: string
  readonly [field: string]: unknown
}

/**
 * Where a line stands in the text: half-open offsets that include the comments right above it, and its own start. A
 * comment like `# ══ Party organs ══` begins a chapter: it is of no line, so that it stays when lines go and come.
 */
export interface LineSpan {
  readonly from: number
  /** The chapters that begin above it, without their rules. */
  readonly chapters: readonly string[]
  /** Where the line itself begins, below its comments. */
  readonly begin: number
  readonly to: number
  /** The row of the text on which the line itself begins, counted from 1. */
  readonly row: number
  /** The comments right above it, without `#`. */
  readonly comment: string
  /** As it is written; undefined for an item that is no map with `op`. */
  readonly value: WrittenLine | undefined
}

/** The lines of a plan text in the order in which they are written; undefined when there is no telling. */
export const lineSpans = (text: string, parse = parsedPlan): readonly LineSpan[] | undefined =>
  spansIn(text, parse)?.spans

/** The text with a line written before line `number` (counted from 1); one more than there are means at the end. */
export const insertLine = (text: string, number: number, line: WrittenLine): string | undefined => {
  const found = spansIn(text)
  if (found === undefined) return undefined
  const { spans, indent, end } = found
  const at = spans[number - 1]?.from ?? spans.at(-1)?.to ?? end
  const head = spans.length > 0 ? text.slice(0, at) : text.slice(0, at).replace(emptyList, 'lines:')
  const gap = head === '' || head.endsWith('\n') ? '' : '\n'
  return `${head}${gap}${written(line, indent)}${text.slice(at)}`
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
    result = `${result.slice(0, span.begin)}${written(line, found.indent)}${result.slice(span.to)}`
  }
  return result
}

/** The text without line `number` and the comments right above it. */
export const removeLine = (text: string, number: number): string | undefined => {
  const found = spansIn(text)
  const span = found?.spans[number - 1]
  if (found === undefined || span === undefined) return undefined
  const rest = `${text.slice(0, span.from)}${text.slice(span.to)}`
  if (found.spans.length > 1) return rest
  // A list that lost its last item is written as an empty one, or it would be no list any more.
  return rest.replace(/^lines:[ \t]*(#.*)?$/m, (_, comment = '') => `lines: []${comment && ` ${comment}`}`)
}

/** The text with line `number` and its comments standing as line `place`; both counted from 1. */
export const moveLine = (text: string, number: number, place: number): string | undefined => {
  const found = spansIn(text)
  const [span, target] = [found?.spans[number - 1], found?.spans[place - 1]]
  if (span === undefined || target === undefined) return undefined
  if (number === place) return text
  const block = text.slice(span.from, span.to)
  const whole = block.endsWith('\n') ? block : `${block}\n`
  if (place < number)
    return `${text.slice(0, target.from)}${whole}${text.slice(target.from, span.from)}${text.slice(span.to)}`
  const before = `${text.slice(0, span.from)}${text.slice(span.to, target.to)}`
  return `${before.endsWith('\n') ? before : `${before}\n`}${whole}${text.slice(target.to)}`
}

/** The text with one member of the heading set, or removed with `undefined`. `lines` is not of the heading. */
export const setHeading = (text: string, key: string, value: unknown): string | undefined => {
  const plan = key === 'lines' ? undefined : headingOf(text)
  if (plan === undefined) return undefined
  const map = plan.document.contents as unknown as YAMLMap
  const index = map.items.findIndex((pair) => isScalar(pair.key) && pair.key.value === key)
  const pair = map.items[index]
  const entry = value === undefined ? '' : flowing({ [key]: value })
  if (pair === undefined) {
    const lines = map.items.find((each) => isScalar(each.key) && each.key.value === 'lines')
    const at = lines === undefined ? text.length : commentsAbove(text, startOfRow(text, offsetOf(lines.key)))
    const head = text.slice(0, at)
    return `${head}${head === '' || head.endsWith('\n') ? '' : '\n'}${entry}${text.slice(at)}`
  }
  const from = startOfRow(text, offsetOf(pair.key))
  const next = map.items[index + 1]
  const to = next === undefined ? text.length : commentsAbove(text, startOfRow(text, offsetOf(next.key)))
  const kept = text.slice(from, to)
  const blank = /(?:\r?\n[ \t]*)+$/.exec(kept)?.[0].replace(/^\r?\n/, '') ?? ''
  return `${text.slice(0, from)}${entry}${blank}${text.slice(to)}`
}

/** A plan that says nothing yet. */
export const blankPlan = (heading: {
  readonly title: string
  readonly titleEn: string
  readonly authority: string
  readonly effectiveOn: string
  readonly completesOn: string
}): string => `${flowing({ sanding: 1, ...heading })}lines: []\n`

/** The key of a list that says `[]`, at the end of what stands before the first line to come. */
const emptyList = /^lines:[ \t]*\[\s*\](?=[^\n]*\n?$)/m

interface Spans {
  readonly spans: readonly LineSpan[]
  readonly indent: string
  /** Where a first line would be written. */
  readonly end: number
}

/** The file as one document, because an edit of the heading needs the places of its members in the file. */
const headingOf = (text: string): ParsedPlan | undefined =>
  readable(text) === undefined ? undefined : parsedWhole(text)

const readable = (text: string, parse = parsedPlan): ParsedPlan | undefined => {
  const plan = parse(text)
  return plan.document.errors.length > 0 || !isMap(plan.document.contents) ? undefined : plan
}

const spansIn = (given: string, parse = parsedPlan): Spans | undefined => {
  const plan = readable(given, parse)
  const map = plan?.document.contents as YAMLMap | undefined
  const pair = map?.items.find((each) => isScalar(each.key) && each.key.value === 'lines')
  const items = plan && pair && itemsOf(plan, pair.value)
  if (items === undefined) return undefined
  const end = Math.min(given.length, endOfRow(given, offsetOf(pair?.key)))
  if (items.length === 0) return { spans: [], indent: '  ', end }
  const starts = items.map(({ offset }) => dashRow(given, offset, end))
  const indent = /^ */.exec(given.slice(starts[0], endOfRow(given, starts[0] ?? 0)))?.[0] ?? '  '
  const last = endOfSequence(given, starts.at(-1) ?? 0, indent.length)
  let [row, counted] = [1, 0]
  const spans = items.map(({ value }, at): LineSpan => {
    const begin = starts[at] as number
    for (; counted < begin; counted = endOfRow(given, counted)) row += 1
    const above = at === 0 ? ownComments(given, begin, end) : commentsAbove(given, begin)
    const { from, chapters } = belowChapters(given, above, begin)
    const next = starts[at + 1]
    return {
      from,
      chapters,
      begin,
      to: next === undefined ? last : commentsAbove(given, next),
      row,
      comment: commentIn(given.slice(from, begin)),
      value: isWritten(value) ? value : undefined,
    }
  })
  return { spans, indent, end }
}

const isWritten = (value: unknown): value is WrittenLine =>
  typeof value === 'object' && value !== null && 'op' in value && typeof value.op === 'string'

const commentIn = (rows: string): string =>
  rows === ''
    ? ''
    : rows
        .split('\n')
        .map((row) => row.replace(/^\s*#\s?/, '').trim())
        .filter((row) => row !== '')
        .join('\n')

interface Item {
  readonly offset: number
  /** As plain data; undefined for an item that is no map. */
  readonly value: unknown
}

/** The items of a plan; undefined when `lines` is no list, or one in brackets. */
const itemsOf = (plan: ParsedPlan, lines: unknown): readonly Item[] | undefined => {
  if (plan.lines !== undefined)
    return plan.lines.map(({ piece, from }) => {
      const { offset, value } = itemIn(piece)
      return { offset: from + offset, value }
    })
  // A key that nothing stands under yet is a list without items.
  if (lines === null || (isScalar(lines) && lines.value === null)) return []
  if (!isSeq(lines) || (lines.flow === true && lines.items.length > 0)) return undefined
  return lines.items.map((item) => ({ offset: offsetOf(item), value: dataOf(item, plan) }))
}

const items = new WeakMap<Piece, Item>()

/** The one item of a piece, worked out once. */
const itemIn = (piece: Piece): Item => {
  const [item] = (piece.document.contents as unknown as YAMLSeq).items
  const found = items.get(piece) ?? { offset: offsetOf(item), value: dataOf(item, piece) }
  items.set(piece, found)
  return found
}

const dataOf = (item: unknown, { document }: Piece): unknown =>
  isMap(item) ? item.toJS(document) : undefined

/** The comments above the first line, but never the key `lines` itself. */
const ownComments = (text: string, begin: number, least: number) =>
  Math.max(least, commentsAbove(text, begin))

const offsetOf = (node: unknown): number =>
  (isScalar(node) || isCollection(node) ? node.range?.[0] : undefined) ?? 0

/** The row on which the dash of an item stands; it may be above the item, by itself. */
const dashRow = (text: string, offset: number, least: number): number => {
  let at = startOfRow(text, offset)
  while (at > least && !/^ *-(?:\s|$)/.test(text.slice(at, endOfRow(text, at)))) at = startOfRow(text, at - 1)
  return at
}

const startOfRow = (text: string, offset: number): number => text.lastIndexOf('\n', offset - 1) + 1
const endOfRow = (text: string, offset: number): number => {
  const at = text.indexOf('\n', offset)
  return at === -1 ? text.length : at + 1
}

/** Where the comments right above a row begin; a blank row ends them. */
const commentsAbove = (text: string, start: number): number => {
  let at = start
  while (at > 0) {
    const above = startOfRow(text, at - 1)
    if (!/^[ \t]*#/.test(text.slice(above, at))) break
    at = above
  }
  return at
}

const chapterRow = /^[ \t]*#\s*[═━─=—-]{2,}\s*(.*?)\s*[═━─=—-]*\s*$/

/** Where the comments of a line begin that are not the heads of chapters. */
const belowChapters = (text: string, above: number, begin: number) => {
  const chapters: string[] = []
  let from = above
  for (let at = above; at < begin; at = endOfRow(text, at)) {
    const title = chapterRow.exec(text.slice(at, endOfRow(text, at)))?.[1]
    if (title === undefined || title === '') continue
    chapters.push(title)
    from = endOfRow(text, at)
  }
  return { from, chapters }
}

/** The end of the last line: its row, and all rows below that are deeper than its dash, with the blank ones between. */
const endOfSequence = (text: string, start: number, depth: number): number => {
  let last = endOfRow(text, start)
  for (let at = last; at < text.length; at = endOfRow(text, at)) {
    const row = text.slice(at, endOfRow(text, at))
    if (/^\s*$/.test(row)) continue
    if ((/^ */.exec(row)?.[0].length ?? 0) <= depth) break
    last = endOfRow(text, at)
  }
  return last
}
