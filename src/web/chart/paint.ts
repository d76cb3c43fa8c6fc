import { sans } from '../river/style.ts'
import type { Palette } from '../tokens.ts'
import type { Label, Scene } from './scene.ts'
import type { Size } from './sight.ts'
import type { Tone } from './types.ts'

/** The part of a canvas that a chart is painted with. */
export type Pen = Pick<
  CanvasRenderingContext2D,
  | 'fillStyle'
  | 'strokeStyle'
  | 'lineWidth'
  | 'font'
  | 'textBaseline'
  | 'setTransform'
  | 'setLineDash'
  | 'fillRect'
  | 'strokeRect'
  | 'fillText'
  | 'strokeText'
  | 'lineJoin'
  | 'beginPath'
  | 'moveTo'
  | 'lineTo'
  | 'stroke'
>

/** Marks that tell boxes apart by more than colour: the bar at the left, hollow where the unit is closed. */
export const markOf = (tone: Tone, palette: Palette): string =>
  ({
    root: palette.ink,
    group: palette['ink-3'],
    organ: palette.ink,
    institution: palette['kept-mark'],
    other: palette.control,
    guest: palette['colocated-text'],
    closed: palette['dissolved-text'],
  })[tone]

/** Which nodes stand out: the chosen one, and the one under the pointer. */
export interface Standing {
  readonly selected: string | undefined
  readonly hovered: string | undefined
}

/** Paints a scene over whatever was there; `ratio` is how many px of the device one px of the page has. */
export const paint = (
  pen: Pen,
  scene: Scene,
  { size, ratio, palette, standing }: { size: Size; ratio: number; palette: Palette; standing: Standing },
): void => {
  pen.setTransform(ratio, 0, 0, ratio, 0, 0)
  pen.fillStyle = palette.sheet
  pen.fillRect(0, 0, size.width, size.height)
  paintLines(pen, scene.lines, palette)
  for (const { x, y, width, height, tone } of scene.strips) {
    pen.fillStyle = tone === 'guest' ? markOf(tone, palette) : palette.kept
    pen.fillRect(x, y, Math.max(1, width), Math.max(0.6, height * 0.7))
  }
  for (const box of scene.boxes) paintBox(pen, box, palette)
  pen.textBaseline = 'middle'
  for (const label of scene.labels) paintLabel(pen, label, palette)
  ring(pen, scene, palette, standing)
}

const paintLines = (pen: Pen, lines: readonly number[], palette: Palette) => {
  if (lines.length === 0) return
  pen.strokeStyle = palette.control
  pen.lineWidth = 1
  pen.beginPath()
  for (let at = 0; at < lines.length; at += 4) {
    pen.moveTo(crisp(lines[at] as number), crisp(lines[at + 1] as number))
    pen.lineTo(crisp(lines[at + 2] as number), crisp(lines[at + 3] as number))
  }
  pen.stroke()
}

/** A line of one px stands on the px, not between two. */
const crisp = (place: number) => Math.round(place) + 0.5

const paintBox = (
  pen: Pen,
  { x, y, width, height, tone, isNamed }: Scene['boxes'][number],
  palette: Palette,
) => {
  const mark = markOf(tone, palette)
  if (tone === 'group') return
  if (!isNamed) {
    pen.fillStyle = palette.kept
    pen.fillRect(x, y, Math.max(1, width), height)
    if (tone === 'institution' || tone === 'other') return
    pen.fillStyle = mark
    pen.fillRect(x, y, Math.min(3, width), height)
    return
  }
  pen.fillStyle = palette.raised
  pen.fillRect(x, y, width, height)
  pen.strokeStyle = tone === 'guest' ? mark : palette.control
  pen.lineWidth = 1
  if (tone === 'closed') pen.setLineDash([4, 3])
  pen.strokeRect(crisp(x), crisp(y), Math.round(width) - 1, Math.round(height) - 1)
  if (tone === 'closed') pen.setLineDash([])
  else {
    pen.fillStyle = mark
    pen.fillRect(x, y, tone === 'organ' || tone === 'root' ? 5 : 3, height)
    if (tone === 'guest') pen.fillRect(x + 5, y, 1.5, height)
  }
}

const paintLabel = (pen: Pen, label: Label, palette: Palette) => {
  pen.font = `${label.isBold ? 700 : 400} ${label.px}px ${sans}`
  if (label.isAfar) {
    pen.lineJoin = 'round'
    pen.lineWidth = 3
    pen.strokeStyle = palette.sheet
    pen.strokeText(label.text, label.x, label.y + 0.5)
  }
  pen.fillStyle = label.isDetail || label.tone === 'closed' ? palette['ink-3'] : palette.ink
  pen.fillText(label.text, label.x, label.y + 0.5)
}

const ring = (pen: Pen, { boxes }: Scene, palette: Palette, { selected, hovered }: Standing) => {
  for (const { x, y, width, height, block } of boxes) {
    const { id } = block.node
    if (id !== selected && id !== hovered) continue
    pen.strokeStyle = palette.accent
    pen.lineWidth = id === selected ? 2 : 1
    pen.strokeRect(x - 2, y - 2, Math.max(6, width + 4), Math.max(6, height + 4))
  }
}
