import { palettes } from '../tokens.ts'
import { colourOf } from './colour.ts'
import { wrapped } from './lines.ts'
import type { Colour, Mark } from './marks.ts'
import type { Faces } from './pdf-face.ts'
import { lineShape } from './shapes.ts'

/** The inks of a printed page, those of the light page. */
const ink = (name: 'ink' | 'ink-2' | 'ink-3' | 'line' | 'error' | 'ok'): Colour =>
  colourOf(palettes.light[name])?.colour ?? [0, 0, 0]

export type Ink = Parameters<typeof ink>[0]

interface TextStyle {
  readonly size: number
  readonly isBold?: boolean
  readonly ink?: Ink
}

/** A cell of a row: how wide, and whether its text stands on the right, as numbers do. */
export interface Cell {
  readonly text: string
  readonly width: number
  readonly isNumber?: boolean
  readonly isBold?: boolean
  readonly ink?: Ink
}

/** Something written down a page: each call adds below what is there. In points, the axis going down from 0. */
export class Column {
  readonly marks: Mark[] = []
  readonly width: number
  readonly #faces: Faces
  y = 0

  constructor(width: number, faces: Faces) {
    this.width = width
    this.#faces = faces
  }

  space(height: number): this {
    this.y += height
    return this
  }

  rule(): this {
    this.marks.push({
      kind: 'path',
      segments: lineShape(0, this.y, this.width, this.y),
      stroke: { colour: ink('line'), opacity: 1, width: 0.6, dashes: [], cap: 0, join: 0 },
    })
    return this
  }

  /** A paragraph over the whole width. */
  text(text: string, style: TextStyle): this {
    this.y += this.#write(text, { ...style, x: 0, width: this.width })
    return this
  }

  /** Texts beside each other; the row is as tall as the tallest. */
  row(cells: readonly Cell[], style: TextStyle): this {
    let x = 0
    let tallest = 0
    for (const cell of cells) {
      const each = {
        size: style.size,
        isBold: cell.isBold ?? style.isBold ?? false,
        ink: cell.ink ?? style.ink ?? 'ink',
        isNumber: cell.isNumber ?? false,
        x,
        width: cell.width,
      } as const
      tallest = Math.max(tallest, this.#write(cell.text, each))
      x += cell.width
    }
    this.y += tallest
    return this
  }

  /** Writes from the present height down; gives how tall it became. */
  #write(text: string, style: TextStyle & { x: number; width: number; isNumber?: boolean }): number {
    const { size, x, width, isBold = false, isNumber = false } = style
    const face = this.#faces.of(isBold)
    const height = size * 1.55
    const lines = wrapped(text, width, (part) => face.widthOf(part, size))
    for (const [at, line] of lines.entries())
      this.marks.push({
        kind: 'text',
        text: line,
        x: isNumber ? x + width : x,
        y: this.y + at * height + size * 1.13,
        anchor: isNumber ? 'end' : 'start',
        size,
        isBold,
        colour: ink(style.ink ?? 'ink'),
        opacity: 1,
      })
    return lines.length * height
  }
}
