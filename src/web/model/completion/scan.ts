/** Keys and positions from the top of a plan file: `lines`, 3, `units`, 0; positions count from 0. */
export type Path = readonly (string | number)[]

/** A key or a value as it stands in the text; half-open offsets. */
export interface Entry {
  readonly kind: 'key' | 'value'
  /** With the key itself at the end. */
  readonly path: Path
  readonly text: string
  readonly from: number
  readonly to: number
}

/**
 * Where somebody writes. `key`: a key of the map at `path`. `value`: what stands at `path`. `either`: nothing tells yet
 * whether `path` will hold a map or a value. `item`: a row of its own in the list at `path`.
 */
export interface Cursor {
  readonly part: 'key' | 'value' | 'either' | 'item'
  readonly path: Path
  /** What is written of it up to the cursor; from there to `to` stands the rest of the word. */
  readonly word: string
  readonly from: number
  readonly to: number
  /** Inside brackets. */
  readonly isFlow: boolean
  /** A key that has its colon already. */
  readonly isKeyed: boolean
}

/** What a scan knows and finds. */
export interface Scan {
  readonly text: string
  readonly cursor: number
  readonly entries: Entry[]
  found: Cursor | undefined
}

/** Says where the cursor is, unless that is known. */
export const put = (
  scan: Scan,
  part: Cursor['part'],
  path: Path,
  from: number,
  to: number,
  more: Partial<Pick<Cursor, 'isFlow' | 'isKeyed'>> = {},
): void => {
  scan.found ??= {
    part,
    path,
    word: scan.text.slice(from, scan.cursor).replace(/^["']/, ''),
    from,
    to,
    isFlow: false,
    isKeyed: false,
    ...more,
  }
}

export const endOf = (text: string, at: number): number => {
  const end = text.indexOf('\n', at)
  return end === -1 ? text.length : end
}

export const unquoted = (word: string): string => word.replace(/^(["'])([\s\S]*?)\1?$/, '$2')

/** Whether a path leads below another one; with `by`, that many steps. */
export const isBelow = (path: Path, above: Path, by?: number): boolean =>
  (by === undefined ? path.length > above.length : path.length === above.length + by) &&
  above.every((part, at) => path[at] === part)
