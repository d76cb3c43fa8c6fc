import { isMap, isScalar, type Node, type Pair, parseDocument, type YAMLMap } from 'yaml'
import type { Day } from '../kernel/day.ts'

/** The register that a plan is to be drawn for. */
export interface NewBase {
  /** Its day, for a plan that names none yet. */
  readonly register: Day
  readonly hash: string
}

/**
 * The text of a plan file with `base.hash` set to another digest and no other character touched; `base` is written
 * before the lines when the file has none. Undefined when the file is not written so that this can be done.
 */
export const rebased = (text: string, base: NewBase): string | undefined => {
  const mark = text.startsWith('\uFEFF') ? '\uFEFF' : ''
  const plain = text.slice(mark.length)
  const document = parseDocument(plain, { schema: 'core', version: '1.2', prettyErrors: false })
  const root = document.contents
  if (document.errors.length > 0 || !isMap(root) || root.flow === true) return undefined
  const edit = editOf(plain, root as YAMLMap, base)
  return edit === undefined ? undefined : mark + plain.slice(0, edit.from) + edit.text + plain.slice(edit.to)
}

interface Edit {
  readonly from: number
  readonly to: number
  readonly text: string
}

const editOf = (text: string, root: YAMLMap, { register, hash }: NewBase): Edit | undefined => {
  const found = pairOf(root, 'base')
  if (found === undefined) {
    const lines = startOf(pairOf(root, 'lines'))
    const end = lineEnd(text)
    return lines === undefined
      ? undefined
      : inserted(lines, `base:${end}  register: ${register}${end}  hash: ${hash}${end}`)
  }
  if (!isMap(found.value)) return undefined
  const base = found.value as YAMLMap
  const written = pairOf(base, 'hash')
  if (written !== undefined) return replaced(written.value, hash)
  const day = pairOf(base, 'register')
  const [at, dayEnd] = [startOf(day), endOf(day?.value)]
  if (at === undefined || dayEnd === undefined) return undefined
  // Beside the day in braces; on a line of its own above it otherwise, as deep as the day is.
  return base.flow === true
    ? inserted(dayEnd, `, hash: ${hash}`)
    : inserted(at, `hash: ${hash}${lineEnd(text)}${' '.repeat(columnOf(text, at))}`)
}

const pairOf = (map: YAMLMap, key: string): Pair | undefined =>
  map.items.find((pair) => isScalar(pair.key) && pair.key.value === key)

const startOf = (pair: Pair | undefined): number | undefined => (pair?.key as Node | undefined)?.range?.[0]
const endOf = (value: unknown): number | undefined => (isScalar(value) ? value.range?.[1] : undefined)

const inserted = (at: number, text: string): Edit => ({ from: at, to: at, text })

const replaced = (value: unknown, text: string): Edit | undefined => {
  if (!isScalar(value) || value.range == null || value.type === 'BLOCK_LITERAL') return undefined
  if (value.type === 'BLOCK_FOLDED') return undefined
  // An empty value has no characters of its own, and the colon before it needs its space.
  const [from, to] = value.range
  return from === to ? inserted(from, ` ${text}`) : { from, to, text }
}

const columnOf = (text: string, at: number): number => at - (text.lastIndexOf('\n', at - 1) + 1)
const lineEnd = (text: string): string => (/\r\n/.test(text) ? '\r\n' : '\n')
