import { type Document, isAlias, isMap, isNode, isScalar, isSeq, visit, type YAMLMap } from 'yaml'

/** A plan file cut at its lines, so that each can be read by itself. */
export interface Pieces {
  /** The file without its lines: what stands above them, then what stands below. */
  readonly heading: string
  /** Where the key `lines` stands in the heading. */
  readonly key: number
  readonly removed: { readonly length: number; readonly rows: number }
  readonly lines: readonly { readonly text: string; readonly from: number; readonly rows: number }[]
}

/** More lines than this are never cut: such a file is refused anyway. */
const most = 5000

/** The key of a list that begins on the next row. */
const listKey = /^lines: *(?:#.*)?$/m
/** Carriage returns, tabs before anything else in a row, marks of documents: then nothing is cut. */
const unusual = /\r|^ *\t|^(?:---|\.\.\.|%)/m

/**
 * Cuts the text at the items of `lines`; undefined where the rows alone do not say where they begin and end. A cut is a
 * row that begins with the dash of the list; all that follows is deeper, blank or a comment, up to the next. A text in
 * quotes or brackets that runs over such a row leaves a piece that is at fault by itself: see {@link isClean}.
 */
export const piecesOf = (text: string): Pieces | undefined => {
  const key = listKey.exec(text)
  if (key === null || unusual.test(text)) return undefined
  const top = text.indexOf('\n', key.index) + 1
  if (top === 0) return undefined
  const found = starts(text, top)
  const first = found?.offsets[0]
  if (found === undefined || first === undefined || found.offsets.length > most) return undefined
  const tail = text.slice(found.end)
  if (tail !== '' && !/^[\p{L}_"']/u.test(tail)) return undefined
  const lines: { text: string; from: number; rows: number }[] = []
  let rows = rowsIn(text, 0, first)
  const above = rows
  for (const [at, from] of found.offsets.entries()) {
    const to = found.offsets[at + 1] ?? found.end
    lines.push({ text: text.slice(from, to), from, rows })
    rows += rowsIn(text, from, to)
  }
  return {
    heading: text.slice(0, first) + tail,
    key: key.index,
    removed: { length: found.end - first, rows: rows - above },
    lines,
  }
}

/** Where the items begin, and where the first row stands that belongs to none. */
const starts = (text: string, top: number): { offsets: number[]; end: number } | undefined => {
  const offsets: number[] = []
  let depth: number | undefined
  let end = text.length
  for (let at = top; at < text.length; ) {
    const next = text.indexOf('\n', at) + 1 || text.length
    const begin = afterSpaces(text, at)
    const sign = text[begin]
    const indent = begin - at
    const isDash = sign === '-' && /^[ \n]?$/.test(text[begin + 1] ?? '')
    if (begin < next && sign !== '\n' && sign !== '#') {
      depth ??= isDash ? indent : undefined
      if (depth === undefined) return undefined
      if (indent === depth && isDash) offsets.push(at)
      else if (indent <= depth) {
        if (indent > 0) return undefined
        end = at
        break
      }
    }
    at = next
  }
  return { offsets, end }
}

const afterSpaces = (text: string, at: number): number => {
  let begin = at
  while (text[begin] === ' ') begin += 1
  return begin
}

const rowsIn = (text: string, from: number, to: number): number => {
  let rows = 0
  for (let at = text.indexOf('\n', from); at !== -1 && at < to; at = text.indexOf('\n', at + 1)) rows += 1
  return rows
}

/**
 * Whether a piece is without a fault by itself: a heading whose `lines` is empty, or one item of a list. Then the parser
 * stands at the end of the piece as it would in the whole file, and what follows is read as it would be there.
 */
export const isClean = (document: Document.Parsed, heading?: Pieces): boolean => {
  if (document.errors.length > 0 || document.warnings.length > 0 || isIntricate(document)) return false
  const root = document.contents
  if (heading === undefined) return isSeq(root) && root.flow !== true && root.items.length === 1
  if (!isMap(root) || root.flow === true) return false
  const pair = root.items.find(({ key }) => isScalar(key) && key.value === 'lines')
  if (pair === undefined || !isScalar(pair.key) || pair.key.range?.[0] !== heading.key) return false
  return pair.value === null || (isScalar(pair.value) && pair.value.source === '')
}

/** Aliases, anchors, keys that stand twice: such a file is read whole, which tells what is wrong with it. */
const isIntricate = (document: Document.Parsed): boolean => {
  let found = false
  visit(document, (_, node) => {
    found ||= isAlias(node) || (isNode(node) && node.anchor !== undefined) || (isMap(node) && repeats(node))
    return found ? visit.BREAK : undefined
  })
  return found
}

const repeats = ({ items }: YAMLMap): boolean =>
  new Set(items.map(({ key }) => (isScalar(key) ? key.value : key))).size !== items.length
