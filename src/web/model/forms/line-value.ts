import type { WrittenLine } from '../../../reform/editing/line-spans.ts'
import type { FormField, Path } from './field.ts'

/** A line while it is being filled in: what the file would say, whatever is still missing. */
export type Filling = Readonly<Record<string, unknown>>

/** The value at a place of a line. */
export const valueIn = (line: unknown, path: Path): unknown => {
  let value = line
  for (const part of path) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, part)) return undefined
    value = Reflect.get(value, part)
  }
  return value
}

/**
 * The line with a value at a place; nothing (undefined, empty text, empty list) takes the key away, and a group that
 * is left with nothing goes with it. Other keys stay as they are and where they are.
 */
export const withValue = (line: Filling, path: Path, value: unknown): Filling =>
  (put(line, path, value) ?? {}) as Filling

const put = (holder: unknown, path: Path, value: unknown): unknown => {
  const [head, ...rest] = path
  if (head === undefined) return isNothing(value) ? undefined : value
  if (typeof head === 'number') {
    const list = Array.isArray(holder) ? [...holder] : []
    while (list.length < head) list.push({})
    list[head] = put(list[head], rest, value) ?? {}
    return list
  }
  const map: Record<string, unknown> = isMap(holder) ? { ...holder } : {}
  const next = put(map[head], rest, value)
  if (next === undefined) delete map[head]
  else map[head] = next
  return Object.keys(map).length === 0 ? undefined : map
}

const isMap = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const isNothing = (value: unknown): boolean =>
  value === undefined || value === '' || (Array.isArray(value) && value.length === 0)

/** `on` stands second in plan files; what every line may say besides stands last. */
const rankOf = (key: string, form: readonly FormField[]): number => {
  if (key === 'op') return -2
  if (key === 'on') return -1
  const at = form.findIndex((field) => field.key === key)
  return at === -1 ? form.length : at
}

/** The line as it is written: what it said before keeps its place, what is new stands in the order of the form. */
export const orderedLine = (
  line: Filling & { readonly op: string },
  form: readonly FormField[],
  before: Filling = {},
): WrittenLine => {
  const old = Object.keys(before).filter((key) => Object.hasOwn(line, key))
  const added = Object.keys(line)
    .filter((key) => !Object.hasOwn(before, key))
    .sort((a, b) => rankOf(a, form) - rankOf(b, form))
  // A first writing has no order of its own to keep.
  const keys = old.includes('op')
    ? [...old, ...added]
    : [...old, ...added].sort((a, b) => rankOf(a, form) - rankOf(b, form))
  return Object.fromEntries(keys.map((key) => [key, line[key]])) as WrittenLine
}
