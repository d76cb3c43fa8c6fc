import type { Canvas } from './layout.ts'
import type { Row } from './types.ts'

/** A piece of a label: a name, a co-located name behind a twin bar, or a nameplate in its box. `x` from the line's start. */
export interface LabelPart {
  readonly kind: 'name' | 'guest' | 'plate'
  readonly text: string
  readonly isBold: boolean
  readonly x: number
  readonly width: number
}

/** Room before a co-located name for ‖, and around the text of a plate. */
export const twinPx = (fontPx: number) => fontPx * 1.1
export const platePad = (fontPx: number) => fontPx * 0.42

/** The label of a row in as many lines as the column needs. A piece is never cut: too wide alone, it widens the column. */
export const labelLines = (
  row: Row,
  side: 'before' | 'after',
  most: number,
  canvas: Canvas,
): LabelPart[][] => {
  const { fontPx, language, measureText } = canvas
  const isBold = side === 'after' && row.turns
  const size = (kind: LabelPart['kind'], text: string) =>
    measureText(text, isBold && kind === 'name') +
    (kind === 'plate' ? 2 * platePad(fontPx) : kind === 'guest' ? twinPx(fontPx) : 0)
  const wanted: [LabelPart['kind'], string][] = [
    ['name', row.name[language]],
    ...row.guests.map((guest): [LabelPart['kind'], string] => ['guest', guest[language]]),
    ...row.plates.map((plate): [LabelPart['kind'], string] => ['plate', plate[language]]),
  ]
  const lines: LabelPart[][] = [[]]
  let x = 0
  for (const [kind, text] of wanted) {
    const width = size(kind, text)
    const space = x === 0 ? 0 : kind === 'plate' ? fontPx * 0.6 : fontPx * 0.45
    if (x > 0 && x + space + width > most) {
      lines.push([])
      x = 0
    } else x += space
    lines.at(-1)?.push({ kind, text, isBold: isBold && kind === 'name', x, width })
    x += width
  }
  return lines
}
