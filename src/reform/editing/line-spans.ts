import { isCollection, isMap, isScalar, isSeq, type YAMLMap, type YAMLSeq } from 'yaml'
import { type ParsedPlan, type Piece, parsedPlan } from '../plan-parse.ts'
import { belowChapters, commentsAbove, dashRow, endOfRow } from './rows.ts'

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

/** The lines of a text with what an edit of them needs besides. */
export interface Spans {
  readonly spans: readonly LineSpan[]
  readonly indent: string
  /** Where a first line would be written. */
  readonly end: number
  /** The key `lines` and, where something stands under it, its value; offsets in the text. */
  readonly key: readonly [from: number, to: number]
  readonly list: readonly [from: number, to: number] | undefined
}

/** A plan text that is a map; undefined for anything else. */
export const readable = (text: string, parse = parsedPlan): ParsedPlan | undefined => {
  const plan = parse(text)
  return plan.document.errors.length > 0 || !isMap(plan.document.contents) ? undefined : plan
}

/** {@link lineSpans}, with the rest; undefined for a text in brackets too, because there rows are no lines. */
export const spansIn = (given: string, parse = parsedPlan): Spans | undefined => {
  const plan = readable(given, parse)
  const map = plan?.document.contents as YAMLMap | undefined
  const pair = map?.items.find((each) => isScalar(each.key) && each.key.value === 'lines')
  const items = plan && pair && map?.flow !== true ? itemsOf(plan, pair.value) : undefined
  if (pair === undefined || items === undefined) return undefined
  const key = rangeOf(pair.key) ?? [0, 0]
  const list = items.length === 0 ? rangeOf(pair.value) : undefined
  const end = Math.min(given.length, endOfRow(given, key[0]))
  if (items.length === 0) return { spans: [], indent: '  ', end, key, list }
  const begins = items.map(({ offset }) => dashRow(given, offset, end))
  const ends = items.map((item, at) => endOfItem(given, item, begins[at] ?? 0))
  const indent = /^ */.exec(given.slice(begins[0], endOfRow(given, begins[0] ?? 0)))?.[0] ?? '  '
  let [row, counted] = [1, 0]
  const spans = items.map(({ value }, at): LineSpan => {
    const begin = begins[at] as number
    for (; counted < begin; counted = endOfRow(given, counted)) row += 1
    // Comments belong to the line below them, but nothing above the end of the line before is a comment.
    const above = Math.max(ends[at - 1] ?? end, commentsAbove(given, begin))
    const { from, chapters } = belowChapters(given, above, begin)
    return {
      from,
      chapters,
      begin,
      to: ends[at] as number,
      row,
      comment: commentIn(given.slice(from, begin)),
      value: isWritten(value) ? value : undefined,
    }
  })
  return { spans, indent, end, key, list }
}

/** What a text says: the values of its lines in their order, and of its heading; undefined when there is no telling. */
export const readingOf = (
  text: string,
):
  | { readonly lines: readonly unknown[]; readonly heading: Readonly<Record<string, unknown>> }
  | undefined => {
  const plan = readable(text)
  const map = plan?.document.contents as YAMLMap | undefined
  const pair = map?.items.find((each) => isScalar(each.key) && each.key.value === 'lines')
  const lines = plan && (pair === undefined ? [] : itemsOf(plan, pair.value))
  if (plan === undefined || lines === undefined) return undefined
  const { lines: _, ...heading } = plan.document.toJS() as Record<string, unknown>
  return { lines: lines.map(({ value }) => value), heading }
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
  /** Where its value ends, comments and blank rows after it not counted. */
  readonly end: number
  /** As plain data; undefined for an item that is no map. */
  readonly value: unknown
}

/** The items of a plan; undefined when `lines` is no list, or one in brackets. */
const itemsOf = (plan: ParsedPlan, lines: unknown): readonly Item[] | undefined => {
  if (plan.lines !== undefined)
    return plan.lines.map(({ piece, from }) => {
      const { offset, end, value } = itemIn(piece)
      return { offset: from + offset, end: from + end, value }
    })
  // A key that nothing stands under yet is a list without items.
  if (lines === null || (isScalar(lines) && lines.value === null)) return []
  if (!isSeq(lines) || (lines.flow === true && lines.items.length > 0)) return undefined
  return lines.items.map((item) => itemOf(item, plan))
}

const items = new WeakMap<Piece, Item>()

/** The one item of a piece, worked out once. */
const itemIn = (piece: Piece): Item => {
  const [item] = (piece.document.contents as unknown as YAMLSeq).items
  const found = items.get(piece) ?? itemOf(item, piece)
  items.set(piece, found)
  return found
}

const itemOf = (item: unknown, piece: Piece): Item => {
  const [offset, end] = rangeOf(item) ?? [0, 0]
  return { offset, end, value: dataOf(item, piece) }
}

const dataOf = (item: unknown, { document }: Piece): unknown =>
  isMap(item) ? item.toJS(document) : undefined

/** The end of the last row of an item. */
const endOfItem = (text: string, { offset, end }: Item, begin: number): number =>
  endOfRow(text, Math.max(begin, offset, end - 1))

/** Where the value of a node begins and ends. */
export const rangeOf = (node: unknown): readonly [from: number, to: number] | undefined => {
  const range = isScalar(node) || isCollection(node) ? node.range : undefined
  return range == null ? undefined : [range[0], range[1]]
}
