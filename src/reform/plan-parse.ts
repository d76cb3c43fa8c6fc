import { type Document, isScalar, LineCounter, parseDocument, visit } from 'yaml'
import type { Place } from '../kernel/finding.ts'
import { isClean, piecesOf } from './plan-pieces.ts'

/** A text that was parsed by itself. */
export interface Piece {
  readonly document: Document.Parsed
  placeAt(offset: number): Place
}

/** A line of the plan that was parsed by itself, and where its text begins in the file. */
export interface LinePiece extends Piece {
  readonly from: number
  /** The rows above it. */
  readonly rows: number
  /** Its parsed text; the very same object as long as the text of the line stays. */
  readonly piece: Piece
}

/** A plan file as parsed: whole, or its heading with `lines` empty and every line beside it. */
export interface ParsedPlan extends Piece {
  readonly lines: readonly LinePiece[] | undefined
}

/** Parses the file as one document. */
export const parsedWhole = (text: string): ParsedPlan => ({ ...parsed(text), lines: undefined })

/** The pieces of the text that was parsed last: while one types, all but one of them are there again. */
let known = new Map<string, Piece>()
let last: { readonly text: string; readonly plan: ParsedPlan } | undefined

/**
 * Parses a plan file, line by line where that comes to the same as parsing it whole: when every line, taken by itself, is
 * one item without a fault. A line whose text was parsed the last time is not parsed again, and neither is the same file.
 */
export const parsedPlan = (text: string): ParsedPlan => {
  if (last?.text !== text) last = { text, plan: inPieces(text) ?? parsedWhole(text) }
  return last.plan
}

const inPieces = (text: string): ParsedPlan | undefined => {
  const cut = piecesOf(text)
  if (cut === undefined) return undefined
  const next = new Map<string, Piece>()
  const pieceOf = (part: string) => {
    const piece = next.get(part) ?? known.get(part) ?? parsed(part)
    next.set(part, piece)
    return piece
  }
  const head = pieceOf(cut.heading)
  if (!isClean(head.document, cut)) return undefined
  const lines: LinePiece[] = []
  for (const { from, rows, text: part } of cut.lines) {
    const piece = pieceOf(part)
    // What is known is kept: the fault will be mended with the next strokes.
    if (!known.has(part) && !isClean(piece.document)) return undefined
    const placeAt = (offset: number) => below(piece.placeAt(offset), rows)
    lines.push({ document: piece.document, from, rows, piece, placeAt })
  }
  known = next
  const { length, rows } = cut.removed
  const from = cut.lines[0]?.from ?? 0
  return {
    document: head.document,
    lines,
    placeAt: (offset) => below(head.placeAt(offset), length > 0 && offset >= from ? rows : 0),
  }
}

const below = ({ line, column }: Place, rows: number): Place => ({ line: line + rows, column })

const parsed = (text: string): Piece => {
  const lines = new LineCounter()
  const document = withoutStacks(() =>
    parseDocument(text, {
      lineCounter: lines,
      schema: 'core',
      version: '1.2',
      // The parser compares each key with every other of its map; {@link repeatedKeys} takes one look at each.
      uniqueKeys: false,
      merge: false,
      stringKeys: true,
      prettyErrors: false,
    }),
  )
  const placeAt = (offset: number) => {
    const { line, col } = lines.linePos(offset)
    return { line: Math.max(1, line), column: Math.max(1, col) }
  }
  return { document, placeAt }
}

/** A hostile file has a fault at every character, and taking the stack of each is most of the work. */
const withoutStacks = <Result>(work: () => Result): Result => {
  const limit = Error.stackTraceLimit
  Error.stackTraceLimit = 0
  try {
    return work()
  } finally {
    Error.stackTraceLimit = limit
  }
}

/** Where a key stands that its map has already. */
export const repeatedKeys = (
  document: Document.Parsed,
): { code: 'DUPLICATE_KEY'; pos: readonly [number] }[] => {
  const found: { code: 'DUPLICATE_KEY'; pos: readonly [number] }[] = []
  visit(document, {
    Map: (_, { items }) => {
      const seen = new Set<unknown>()
      for (const { key } of items) {
        if (!isScalar(key) || seen.size !== seen.add(key.value).size) continue
        found.push({ code: 'DUPLICATE_KEY', pos: [key.range?.[0] ?? 0] })
      }
    },
  })
  return found
}
