import { endOf, type Path, put, type Scan, unquoted } from './scan.ts'

interface Bracket {
  readonly kind: 'map' | 'seq'
  readonly path: Path
  /** The key that waits for its value, or the position of the item. */
  at: string | number | undefined
}

/**
 * Reads brackets from their first one on, over as many rows as they take. A row that is not deeper than `column` ends
 * them, unless it closes one: then somebody has not closed them yet. Returns where the reading ended.
 */
export const flowIn = (scan: Scan, from: number, path: Path, column: number): number => {
  const { text } = scan
  const open: Bracket[] = []
  let at = from
  while (at < text.length) {
    const next = afterSpace(text, at, column)
    gap(scan, open, at, next.at)
    if (next.isOver) return next.at
    at = next.at
    const sign = text[at]
    if (sign === undefined) break
    if (sign === '[' || sign === '{') {
      open.push({ kind: sign === '[' ? 'seq' : 'map', path: valuePath(open, path), at: firstOf(sign) })
      at += 1
    } else if (sign === ']' || sign === '}') {
      open.pop()
      at += 1
      if (open.length === 0) return at
    } else if (sign === ',') {
      step(open.at(-1))
      at += 1
    } else if (sign === ':') at += 1
    else at = word(scan, open, at)
  }
  return at
}

const firstOf = (sign: string) => (sign === '[' ? 0 : undefined)

const step = (top: Bracket | undefined): void => {
  if (top !== undefined) top.at = top.kind === 'seq' ? Number(top.at) + 1 : undefined
}

const valuePath = (open: readonly Bracket[], outer: Path): Path => {
  const top = open.at(-1)
  return top === undefined ? outer : top.at === undefined ? top.path : [...top.path, top.at]
}

/** Past spaces, ends of rows and comments; `isOver` where a row begins that cannot be inside. */
const afterSpace = (text: string, from: number, column: number): { at: number; isOver: boolean } => {
  let at = from
  for (;;) {
    while (text[at] === ' ') at += 1
    if (text[at] === '#' && /\s/.test(text[at - 1] ?? ' ')) at = endOf(text, at)
    if (text[at] !== '\n') return { at, isOver: false }
    const row = text.slice(at + 1, endOf(text, at + 1))
    const indent = row.search(/[^ ]/)
    if (indent !== -1 && indent <= column && !/^ *[\]}]/.test(row)) return { at, isOver: true }
    at += 1
  }
}

/** The cursor between two words: what may be written there. */
const gap = (scan: Scan, open: readonly Bracket[], from: number, to: number): void => {
  const { text, cursor } = scan
  const top = open.at(-1)
  if (top === undefined || cursor < from || cursor > to) return
  const isWord = cursor === to && /[^\s,[\]{}:#]/.test(text[to] ?? ' ')
  const before = text.slice(0, cursor).trimEnd().at(-1) ?? ''
  // After a word that is complete nothing can be said before its comma; a comment is nobody's.
  if (isWord || !/[,[{:]/.test(before) || /(^|\s)#/.test(text.slice(from, cursor))) return
  if (top.kind === 'map' && top.at === undefined) put(scan, 'key', top.path, cursor, cursor, { isFlow: true })
  else put(scan, 'value', [...top.path, top.at ?? 0], cursor, cursor, { isFlow: true })
}

/** One word: a key when a colon follows, else a value; in a map without its colon it is a key that is being written. */
const word = (scan: Scan, open: readonly Bracket[], from: number): number => {
  const { text, cursor } = scan
  const top = open.at(-1)
  const rest = text.slice(from, endOf(text, from))
  const whole = (/^"[^"]*"?|^'[^']*'?/.exec(rest) ??
    /^(?:[^,[\]{}:#]|:(?=[^\s,[\]{}])|(?<=\S)#)+/.exec(rest))?.[0]
  const written = whole?.trimEnd() ?? ''
  if (top === undefined || written === '') return from + Math.max(1, written.length)
  const to = from + written.length
  const isKeyed = /^\s*:(?=[\s,[\]{}]|$)/.test(text.slice(to, to + 8))
  const isKey = top.kind === 'map' && top.at === undefined
  const isHere = cursor >= from && cursor <= to
  if (isKey) {
    if (isKeyed) {
      top.at = unquoted(written)
      scan.entries.push({ kind: 'key', path: [...top.path, top.at], text: top.at, from, to })
    }
    if (isHere) put(scan, 'key', top.path, from, to, { isFlow: true, isKeyed })
    return to
  }
  const path = [...top.path, top.at ?? 0]
  scan.entries.push({ kind: 'value', path, text: unquoted(written), from, to })
  if (isHere) put(scan, 'value', path, from, to, { isFlow: true })
  return to
}
