import { piecesOf } from '../../../reform/plan-pieces.ts'
import { flowIn } from './flow.ts'
import { type Cursor, type Entry, endOf, type Path, put, type Scan, unquoted } from './scan.ts'

export interface Outline {
  readonly entries: readonly Entry[]
  /** Undefined in comments, in long texts, and where nothing can be suggested. */
  readonly cursor: Cursor | undefined
}

interface Frame {
  readonly kind: 'map' | 'seq'
  readonly indent: number
  readonly path: Path
  /** The key or position at which the frame stands. */
  at: string | number
  /** Nothing has been written there yet. */
  isEmpty: boolean
}

const plainKey = /^("[^"]*"|'[^']*'|[^\s#"'[\]{},&*!|>%@`][^#]*?) *:(?= |$)/

/**
 * Keys and values of a plan file, and where in them the cursor stands, in block and in flow style. A file that is being
 * written is never whole: what does not fit is passed over, and a bracket that nobody closed ends with its member.
 * With `near` only the heading and the line of the plan around the cursor are read; the others are counted.
 */
export const outlineOf = (text: string, cursor = -1, near = false): Outline => {
  const scan: Scan = { text, cursor, entries: [], found: undefined }
  const frames: Frame[] = []
  const far = near ? farFrom(text, cursor) : undefined
  for (let at = 0; at <= text.length; ) {
    const other = far?.get(at)
    if (other === undefined) at = row(scan, frames, at)
    else {
      item(frames, other.indent)
      at = other.to
    }
  }
  return { entries: scan.entries, cursor: scan.found }
}

interface FarLine {
  readonly indent: number
  readonly to: number
}

/** The lines of the plan that the cursor is not in, by where they begin; none where the rows do not tell. */
const farFrom = (text: string, cursor: number): ReadonlyMap<number, FarLine> | undefined => {
  const cut = piecesOf(text)
  return (
    cut &&
    new Map(
      cut.lines
        .filter(({ from, text: part }) => cursor < from || cursor > from + part.length)
        .map(({ from, text: part }) => [from, { indent: part.search(/[^ ]/), to: from + part.length }]),
    )
  )
}

/** Reads the row at `start`, and all that its value goes on over; returns where the next row begins. */
const row = (scan: Scan, frames: Frame[], start: number): number => {
  const { text, cursor } = scan
  const end = endOf(text, start)
  let at = start
  while (text[at] === ' ') at += 1
  const isHere = cursor >= start && cursor <= end
  if (at === end || text[at] === '#') {
    if (isHere && cursor <= at) blank(scan, frames, cursor - start)
    return end + 1
  }
  for (; text[at] === '-' && (at + 1 === end || text[at + 1] === ' '); at = afterDash(text, at, end))
    item(frames, at - start)
  const column = at - start
  while ((frames.at(-1)?.indent ?? -1) > column) frames.pop()
  if (at === end) {
    if (isHere && cursor === end) put(scan, 'either', pathOf(frames), cursor, cursor)
    return end + 1
  }
  const key = plainKey.exec(text.slice(at, end))
  return key === null ? valueAt(scan, frames, at, column) : member(scan, frames, key, { at, column })
}

const afterDash = (text: string, at: number, end: number): number => {
  let next = at + 1
  while (next < end && text[next] === ' ') next += 1
  return next
}

/** A dash: the next item of the list in that column, or the first of a new one. */
const item = (frames: Frame[], column: number): void => {
  while ((frames.at(-1)?.indent ?? -1) > column) frames.pop()
  let top = frames.at(-1)
  if (top?.kind === 'map' && top.indent === column && frames.at(-2)?.kind === 'seq') {
    frames.pop()
    top = frames.at(-1)
  }
  if (top?.kind === 'seq' && top.indent === column) {
    top.at = Number(top.at) + 1
    top.isEmpty = true
  } else {
    const path = pathOf(frames)
    if (top !== undefined) top.isEmpty = false
    frames.push({ kind: 'seq', indent: column, path, at: 0, isEmpty: true })
  }
}

/** A key with its colon: of the map in that column, or of a new one. */
const member = (
  scan: Scan,
  frames: Frame[],
  key: RegExpExecArray,
  { at, column }: { readonly at: number; readonly column: number },
): number => {
  const [whole, written = ''] = key
  const name = unquoted(written)
  let top = frames.at(-1)
  if (top?.kind === 'seq' && top.indent === column) {
    frames.pop()
    top = frames.at(-1)
  }
  if (top?.kind !== 'map' || top.indent !== column) {
    const path = pathOf(frames)
    if (top !== undefined) top.isEmpty = false
    top = { kind: 'map', indent: column, path, at: name, isEmpty: true }
    frames.push(top)
  }
  top.at = name
  top.isEmpty = true
  const path = [...top.path, name]
  const to = at + written.length
  scan.entries.push({ kind: 'key', path, text: name, from: at, to })
  if (scan.cursor >= at && scan.cursor <= to) put(scan, 'key', top.path, at, to, { isKeyed: true })
  return valueAt(scan, frames, at + whole.length, column)
}

/** What stands from `from` to the end of the row, or goes on below it: the value of the frame on top. */
const valueAt = (scan: Scan, frames: Frame[], from: number, column: number): number => {
  const { text, cursor } = scan
  const end = endOf(text, from)
  const top = frames.at(-1)
  const path = pathOf(frames)
  let at = from
  while (at < end && text[at] === ' ') at += 1
  const isMember = text[from - 1] === ':'
  if (at === end || text[at] === '#') {
    if (isMember && cursor >= from && cursor <= at) put(scan, 'value', path, cursor, cursor)
    return end + 1
  }
  if (isMember && cursor >= from && cursor < at) put(scan, 'value', path, cursor, cursor)
  const hadValue = top !== undefined && !top.isEmpty
  if (text[at] === '[' || text[at] === '{') {
    if (top !== undefined) top.isEmpty = false
    return endOf(text, flowIn(scan, at, path, top?.kind === 'seq' ? top.indent : column)) + 1
  }
  if (/^[|>][-+\d]* *(?:#.*)?$/.test(text.slice(at, end))) {
    if (top !== undefined) top.isEmpty = false
    return below(text, end + 1, top?.indent ?? 0)
  }
  const word = /^(?:"[^"\n]*"?|'[^'\n]*'?|.*?(?= +#|$))/.exec(text.slice(at, end))?.[0].trimEnd() ?? ''
  const to = at + word.length
  const isHere = cursor >= at && cursor <= to
  if (isMember || top?.kind === 'seq') {
    if (top !== undefined) top.isEmpty = false
    scan.entries.push({ kind: 'value', path, text: unquoted(word), from: at, to })
    if (isHere) put(scan, isMember ? 'value' : 'either', path, at, to)
  } else if (isHere && top?.indent === column) put(scan, 'key', top.path, at, to)
  else if (isHere && !hadValue) put(scan, top === undefined ? 'key' : 'either', path, at, to)
  return end + 1
}

/** A row with nothing on it: what may begin in the column of the cursor. */
const blank = (scan: Scan, frames: readonly Frame[], column: number): void => {
  const open = frames.filter(({ indent }) => indent <= column)
  const [below, top] = [open.at(-2), open.at(-1)]
  const { cursor } = scan
  if (top === undefined) put(scan, 'key', [], cursor, cursor)
  else if (top.indent === column) put(scan, top.kind === 'map' ? 'key' : 'item', top.path, cursor, cursor)
  else if (top.isEmpty) put(scan, 'either', pathOf(open), cursor, cursor)
  else if (top.kind === 'map' && below?.kind === 'seq') put(scan, 'key', top.path, cursor, cursor)
}

const pathOf = (frames: readonly Frame[]): Path => {
  const top = frames.at(-1)
  return top === undefined ? [] : [...top.path, top.at]
}

/** The first row from `at` that is not deeper than the column. */
const below = (text: string, at: number, column: number): number => {
  let start = at
  while (start < text.length) {
    const end = endOf(text, start)
    const line = text.slice(start, end)
    if (line.trim() !== '' && line.search(/[^ ]/) <= column) break
    start = end + 1
  }
  return start
}
