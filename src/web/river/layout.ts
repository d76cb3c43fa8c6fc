import type { Language } from '../../kernel/text.ts'
import { type LabelPart, labelLines } from './label.ts'
import { ribbonPath } from './ribbon.ts'
import type { Flow, Row, Stream } from './types.ts'

/** How wide a text is in the drawing's font, in px at its label size. */
export type MeasureText = (text: string, isBold: boolean) => number

export interface Canvas {
  readonly width: number
  /** The least height the left column should fill; more units than fit make it taller. */
  readonly height: number
  readonly fontPx: number
  readonly language: Language
  readonly measureText: MeasureText
  readonly figureOf: (value: number) => string
  /** Bars fill at least this share of the lines of the left side, though the drawing grows taller for it; 0.55 if not said. */
  readonly fullness?: number
  /** Widths that the columns must have besides, for a second drawing that stands in them. */
  readonly atLeast?: { readonly before: number; readonly after: number; readonly figure: number }
}

/** A bar with its label. All in px; `y` is the top of the bar. */
export interface Node {
  readonly row: Row
  readonly side: 'before' | 'after'
  readonly x: number
  readonly y: number
  readonly height: number
  /** The band of the row, from which no label sticks out. */
  readonly top: number
  readonly bottom: number
  readonly figure: string
  readonly figureX: number
  /** Before: where names end. After: where they start. */
  readonly nameX: number
  readonly lines: readonly (readonly LabelPart[])[]
}

export interface Ribbon {
  readonly stream: Stream
  readonly width: number
  readonly fromY: number
  readonly toY: number
  readonly path: string
  /** The line along its middle, for a lane or a dash. */
  readonly middle: string
}

export interface Layout {
  readonly width: number
  readonly height: number
  readonly pxPerUnit: number
  readonly left: number
  readonly right: number
  readonly barPx: number
  readonly nodes: readonly Node[]
  readonly ribbons: readonly Ribbon[]
  readonly lineHeight: number
  /** From one line of a label to its next. */
  readonly wrappedHeight: number
}

const barPx = 5
const thinnest = 1.3
const pitchOf = (fontPx: number) => fontPx * 1.2
/** Lines of one label stand further apart, because a nameplate has an edge. */
const wrappedPitch = 1.5
const bandOf = (lines: number, fontPx: number) =>
  pitchOf(fontPx) + (lines - 1) * fontPx * wrappedPitch + (lines > 1 ? fontPx * 0.3 : 0)
/** With fewer units after than before, the right side is packed to this share of the left: a visibly narrower river. */
const packed = 0.87

/**
 * Places every bar, label and ribbon. A ribbon is as wide as its value says, at both ends, in one scale for the whole
 * drawing; under 1.3 px it is drawn 1.3 px. No two labels share a line, and no name is cut.
 */
export const layoutOf = (flow: Flow, canvas: Canvas): Layout => {
  const columns = columnsOf(flow, canvas)
  const pitch = pitchOf(canvas.fontPx)
  const packing = flow.after.length < flow.before.length ? packed : 1
  const gap = canvas.fontPx / 3
  const linesOf = (row: Row, side: 'before' | 'after') => columns.lines.get(`${side}:${row.id}`)?.length ?? 1
  const streamsAt = (end: 'from' | 'to', id: string) => flow.streams.filter((each) => each[end] === id)
  const barOf = (row: Row, end: 'from' | 'to', scale: number) =>
    streamsAt(end, row.id).reduce((sum, { value }) => sum + widthOf(value, scale), 0)
  const bandsOf = (side: 'before' | 'after', scale: number) =>
    flow[side].map((row) =>
      Math.max(
        bandOf(linesOf(row, side), canvas.fontPx),
        barOf(row, side === 'before' ? 'from' : 'to', scale) + gap,
      ),
    )
  const scale = scaleThatFits(
    canvas.height,
    (each) => Math.max(total(bandsOf('before', each)), total(bandsOf('after', each)) / packing),
    flow,
    (canvas.fullness ?? 0.55) * flow.before.length * pitch,
  )
  const bands = { before: bandsOf('before', scale), after: bandsOf('after', scale) }
  const height = Math.max(canvas.height, total(bands.before), total(bands.after) / packing)
  const nodes = (['before', 'after'] as const).flatMap((side) => {
    const spare = Math.max(0, height * (side === 'before' ? 1 : packing) - total(bands[side]))
    const between = spare / Math.max(1, flow[side].length)
    let y = (height - total(bands[side]) - spare) / 2
    return flow[side].map((row, at): Node => {
      const band = (bands[side][at] ?? 0) + between
      const bar = barOf(row, side === 'before' ? 'from' : 'to', scale)
      const [top, bottom] = [y, y + band]
      y = bottom
      return {
        row,
        side,
        x: side === 'before' ? columns.left : columns.right,
        y: top + (band - bar) / 2,
        height: bar,
        top,
        bottom,
        figure: canvas.figureOf(row.value),
        figureX: side === 'before' ? columns.figureLeft : columns.figureRight,
        nameX: side === 'before' ? columns.nameLeft : columns.nameRight,
        lines: columns.lines.get(`${side}:${row.id}`) ?? [],
      }
    })
  })
  return {
    width: canvas.width,
    height,
    pxPerUnit: scale,
    left: columns.left,
    right: columns.right,
    barPx,
    nodes,
    ribbons: ribbonsOf(flow, nodes, scale, columns),
    lineHeight: pitch,
    wrappedHeight: canvas.fontPx * wrappedPitch,
  }
}

const widthOf = (value: number, scale: number) => (value === 0 ? 0 : Math.max(thinnest, value * scale))

const total = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0)

/** The largest scale at which both columns fit the height, found by halving; the widest ribbon is at least a hair. */
const scaleThatFits = (
  height: number,
  heightAt: (scale: number) => number,
  flow: Flow,
  least: number,
): number => {
  const most = total(flow.before.map((row) => row.value))
  if (most === 0) return 0
  let [low, high] = [0, height / most]
  for (let step = 0; step < 40; step += 1) {
    const middle = (low + high) / 2
    if (heightAt(middle) <= height) low = middle
    else high = middle
  }
  const widest = Math.max(...flow.streams.map((stream) => stream.value))
  return Math.max(low, least / most, thinnest / widest)
}

interface ColumnsX {
  readonly left: number
  readonly right: number
  readonly figureLeft: number
  readonly figureRight: number
  readonly nameLeft: number
  readonly nameRight: number
  readonly lines: ReadonlyMap<string, LabelPart[][]>
}

/** Names and figures stand in aligned columns beside the bars, as wide as the longest needs and the canvas allows. */
const columnsOf = (flow: Flow, canvas: Canvas): ColumnsX => {
  const { fontPx, width, measureText } = canvas
  const space = fontPx * 0.66
  const figureWidth =
    Math.max(
      ...[...flow.before, ...flow.after].map((row) => measureText(canvas.figureOf(row.value), false)),
      fontPx,
      canvas.atLeast?.figure ?? 0,
    ) + space
  const most = { before: width * 0.24, after: width * 0.34 }
  const lines = new Map<string, LabelPart[][]>()
  const widest = { before: canvas.atLeast?.before ?? 0, after: canvas.atLeast?.after ?? 0 }
  for (const side of ['before', 'after'] as const)
    for (const row of flow[side]) {
      const wrapped = labelLines(row, side, most[side], canvas)
      lines.set(`${side}:${row.id}`, wrapped)
      for (const line of wrapped)
        widest[side] = Math.max(widest[side], (line.at(-1)?.x ?? 0) + (line.at(-1)?.width ?? 0))
    }
  const left = widest.before + space + figureWidth + space
  const right = width - widest.after - space - figureWidth - space - barPx
  return {
    left,
    right,
    figureLeft: left - space,
    figureRight: right + barPx + figureWidth,
    nameLeft: widest.before,
    nameRight: right + barPx + figureWidth + space,
    lines,
  }
}

const ribbonsOf = (
  flow: Flow,
  nodes: readonly Node[],
  scale: number,
  { left, right }: ColumnsX,
): Ribbon[] => {
  const at = { before: new Map<string, Node>(), after: new Map<string, Node>() }
  for (const node of nodes) at[node.side].set(node.row.id, node)
  const placeOf = (side: 'before' | 'after', id: string) => at[side].get(id)?.top ?? 0
  const used = { from: new Map<string, number>(), to: new Map<string, number>() }
  const stack = (end: 'from' | 'to') => {
    const [near, far] = end === 'from' ? (['before', 'after'] as const) : (['after', 'before'] as const)
    const other = end === 'from' ? 'to' : 'from'
    const ys = new Map<string, number>()
    const sorted = [...flow.streams].sort((a, b) => placeOf(far, a[other]) - placeOf(far, b[other]))
    for (const stream of sorted) {
      const node = at[near].get(stream[end])
      const offset = used[end].get(stream[end]) ?? 0
      ys.set(stream.id, (node?.y ?? 0) + offset)
      used[end].set(stream[end], offset + widthOf(stream.value, scale))
    }
    return ys
  }
  const [fromYs, toYs] = [stack('from'), stack('to')]
  return flow.streams.map((stream) => {
    const width = widthOf(stream.value, scale)
    const [fromY, toY] = [fromYs.get(stream.id) ?? 0, toYs.get(stream.id) ?? 0]
    const ends = { x0: left + barPx, x1: right, fromY, toY }
    return {
      stream,
      width,
      fromY,
      toY,
      path: ribbonPath(ends, width),
      middle: ribbonPath({ ...ends, fromY: fromY + width / 2, toY: toY + width / 2 }, undefined),
    }
  })
}
