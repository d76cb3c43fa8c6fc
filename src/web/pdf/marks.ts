import type { Matrix } from './matrix.ts'
import type { Segment } from './path-data.ts'

/** Red, green, blue, each 0 to 1. */
export type Colour = readonly [number, number, number]

/** A fill that changes along a line; opacity and colour go evenly from stop to stop. */
export interface Gradient {
  readonly from: readonly [number, number]
  readonly to: readonly [number, number]
  readonly stops: readonly { readonly offset: number; readonly colour: Colour; readonly opacity: number }[]
}

/** A small picture laid side by side, such as a hatch. */
export interface Tiling {
  readonly width: number
  readonly height: number
  readonly matrix: Matrix
  readonly marks: readonly PathMark[]
}

export type Paint =
  | { readonly kind: 'plain'; readonly colour: Colour; readonly opacity: number }
  | { readonly kind: 'gradient'; readonly gradient: Gradient; readonly opacity: number }
  | { readonly kind: 'tiling'; readonly tiling: Tiling; readonly opacity: number }

export interface Stroke {
  readonly colour: Colour
  readonly opacity: number
  readonly width: number
  readonly dashes: readonly number[]
  /** As PDF numbers them: 0 butt and mitre, 1 round, 2 square and bevel. */
  readonly cap: number
  readonly join: number
}

/** Outlines that all bound what is seen of a mark. */
interface Clipped {
  readonly clips?: readonly (readonly Segment[])[]
}

export interface PathMark extends Clipped {
  readonly kind: 'path'
  readonly segments: readonly Segment[]
  readonly fill?: Paint
  readonly stroke?: Stroke
  readonly isEvenOdd?: boolean
}

export interface TextMark extends Clipped {
  readonly kind: 'text'
  readonly text: string
  /** Where the baseline begins, ends or has its middle; the axis goes down. */
  readonly x: number
  readonly y: number
  readonly anchor: 'start' | 'middle' | 'end'
  readonly size: number
  readonly isBold: boolean
  readonly colour: Colour
  readonly opacity: number
  /** What keeps the letters clear of what lies below them, so far around them. */
  readonly halo?: { readonly colour: Colour; readonly width: number }
  /** When the text is turned. */
  readonly matrix?: Matrix
}

/** What a page is drawn from, in the order in which it is painted: all of it vectors and letters. */
export type Mark = PathMark | TextMark
