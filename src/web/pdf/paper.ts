import type { Page } from './document.ts'
import type { Mark, TextMark } from './marks.ts'
import { type Box, boxOf } from './path-data.ts'

/** Sheets in points, across or upright. */
export const papers = { a4: [595.28, 841.89], a3: [841.89, 1190.55] } as const

const margin = 32
const foot = 22
/** Letters of the page of 12 px are never printed smaller than this share: 5.4 points. */
const leastScale = 0.6

/** A drawing no wider than this, in px, is large enough on A4. */
const smallDrawing = 700

/** A drawing as it was read: its marks and the box of its own numbers that it fills. */
export interface Drawing {
  readonly marks: readonly Mark[]
  readonly box: Box
}

/** What stands around a drawing. */
export interface Around {
  readonly note: string
  /** At the foot of further sheets, and over a drawing that does not say it itself. */
  readonly title: string
  /** Given with a drawing that has no title of its own. */
  readonly description?: string
}

/**
 * Lays a drawing on paper: A3 across when it is wider than tall and not small, else A4 upright. One too tall to be read when it is
 * made to fit goes on over several sheets, each beginning a little above where the last one ended.
 */
export const laidOut = ({ marks, box }: Drawing, { title, note, description }: Around): Page[] => {
  const [wide, tall] = [box.right - box.left, box.bottom - box.top]
  const isLarge = wide > tall && wide > smallDrawing
  const [width, height] = isLarge ? ([...papers.a3].reverse() as [number, number]) : papers.a4
  const top = margin + (description === undefined ? 0 : headHeight)
  const room = { width: width - 2 * margin, height: height - top - margin - foot }
  const across = Math.min(room.width / wide, 1.2)
  const scale = Math.min(across, Math.max(room.height / tall, Math.min(leastScale, across)))
  const windows = windowsOf(box, room.height / scale)
  return windows.map((seen, at) => ({
    width,
    height,
    layers: [
      {
        marks: marks.filter((mark) => isWithin(mark, reachOf(seen, box))),
        matrix: [
          scale,
          0,
          0,
          scale,
          (description === undefined ? (width - scale * wide) / 2 : margin) - scale * box.left,
          top - scale * seen.top,
        ],
        seen: reachOf(seen, box, bleed),
      },
      ...(description === undefined ? [] : [headLayer({ width, height }, title, description)]),
      footLayer(
        { width, height },
        at === 0 ? note : [title, note].filter((each) => each !== '').join(' · '),
        `${at + 1} / ${windows.length}`,
      ),
    ],
  }))
}

/** So much is shown again on the next sheet: no line is cut on both. */
const overlap = 28

const windowsOf = (box: Box, room: number): Box[] => {
  if (box.bottom - box.top <= room + 0.5) return [box]
  const step = room - overlap
  const count = 1 + Math.ceil((box.bottom - box.top - room) / step)
  return Array.from({ length: count }, (_, at) => ({
    ...box,
    top: box.top + at * step,
    bottom: Math.min(box.bottom, box.top + at * step + room),
  }))
}

/** What a drawing paints a little beyond its box, such as the tail of a letter, is shown. */
const bleed = 8

/** A part of the drawing, reaching beyond its box (`by` px, or any distance) where it is at its edge. */
const reachOf = (seen: Box, box: Box, by = Number.POSITIVE_INFINITY): Box => ({
  left: seen.left - by,
  right: seen.right + by,
  top: seen.top === box.top ? seen.top - by : seen.top,
  bottom: seen.bottom === box.bottom ? seen.bottom + by : seen.bottom,
})

/** Text must be whole on the sheet, or it would be found where it cannot be read. */
const isWithin = (mark: Mark, seen: Box): boolean => {
  if (mark.kind === 'text')
    return (
      mark.matrix !== undefined ||
      (mark.y - mark.size >= seen.top - 1 && mark.y + mark.size * 0.3 <= seen.bottom + 1)
    )
  const { top, bottom } = boxOf(mark.segments)
  const half = (mark.stroke?.width ?? 0) / 2
  return bottom + half >= seen.top && top - half <= seen.bottom
}

const grey = [0.4, 0.42, 0.45] as const
const black = [0.11, 0.14, 0.19] as const

interface Sheet {
  readonly width: number
  readonly height: number
}

const pageLayer = ({ width, height }: Sheet, marks: readonly Mark[]): Page['layers'][number] => ({
  marks,
  matrix: [1, 0, 0, 1, 0, 0],
  seen: { left: 0, top: 0, right: width, bottom: height },
})

const plainText = (text: string, x: number, y: number): TextMark => ({
  kind: 'text',
  text,
  x,
  y,
  anchor: 'start',
  size: 8,
  isBold: false,
  colour: grey,
  opacity: 1,
})

const headHeight = 44

const headLayer = (sheet: Sheet, title: string, description: string) =>
  pageLayer(sheet, [
    { ...plainText(title, margin, margin + 14), size: 14, isBold: true, colour: black },
    { ...plainText(description, margin, margin + 30), size: 9 },
  ])

/** What stands at the foot of every sheet: a note on the left, the number of the page on the right. */
export const footLayer = (sheet: Sheet, note: string, number: string, side = margin) =>
  pageLayer(sheet, [
    ...(note === '' ? [] : [plainText(note, side, sheet.height - margin)]),
    { ...plainText(number, sheet.width - side, sheet.height - margin), anchor: 'end' },
  ])
