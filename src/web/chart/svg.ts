import { sans } from '../river/style.ts'
import { type Palette, palettes } from '../tokens.ts'
import { markOf } from './paint.ts'
import type { Scene } from './scene.ts'
import type { Size } from './sight.ts'

/** Room around the drawing, and for its title above. */
const margin = 24
const head = 40

/** A scene as a file of vectors in the colours of paper, with a title and what it shows. */
export const svgOf = (
  scene: Scene,
  size: Size,
  said: { readonly title: string; readonly description: string },
): string => {
  const palette: Palette = { ...palettes.light, paper: '#FFFFFF', sheet: '#FFFFFF' }
  const [width, height] = [Math.ceil(size.width + 2 * margin), Math.ceil(size.height + 2 * margin + head)]
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<svg xmlns="http://www.w3.org/2000/svg" role="img" aria-labelledby="t d" width="${width}" height="${height}" viewBox="${-margin} ${-margin - head} ${width} ${height}" font-family="${escaped(sans)}">`,
    `<title id="t">${escaped(said.title)}</title><desc id="d">${escaped(said.description)}</desc>`,
    `<text x="0" y="${-head + 8}" font-size="16" font-weight="700" fill="${palette.ink}">${escaped(said.title)}</text>`,
    `<clipPath id="c"><rect x="-3" y="-3" width="${round(size.width + 6)}" height="${round(size.height + 6)}"/></clipPath><g clip-path="url(#c)">`,
    linesOf(scene.lines, palette),
    ...scene.strips.map(
      ({ x, y, width, height, tone }) =>
        `<rect ${at(x, y, width, height * 0.7)} fill="${tone === 'guest' ? markOf(tone, palette) : palette.kept}"/>`,
    ),
    ...scene.boxes.map((box) => boxOf(box, palette)),
    ...scene.labels.map((label) => labelOf(label, palette)),
    '</g></svg>',
    '',
  ].join('\n')
}

const round = (value: number) => Math.round(value * 10) / 10
const at = (x: number, y: number, width: number, height: number) =>
  `x="${round(x)}" y="${round(y)}" width="${round(width)}" height="${round(height)}"`

const linesOf = (lines: readonly number[], palette: Palette): string => {
  if (lines.length === 0) return ''
  const paths: string[] = []
  for (let from = 0; from < lines.length; from += 4) {
    const [x1, y1, x2, y2] = lines.slice(from, from + 4).map(round)
    paths.push(`M${x1} ${y1}L${x2} ${y2}`)
  }
  return `<path d="${paths.join('')}" fill="none" stroke="${palette.control}" stroke-width="1"/>`
}

const boxOf = ({ x, y, width, height, tone, isNamed }: Scene['boxes'][number], palette: Palette): string => {
  const mark = markOf(tone, palette)
  if (tone === 'group') return ''
  if (!isNamed) return `<rect ${at(x, y, width, height)} fill="${tone === 'guest' ? mark : palette.kept}"/>`
  const dash = tone === 'closed' ? ' stroke-dasharray="4 3"' : ''
  const edge = `<rect ${at(x, y, width, height)} fill="#FFFFFF" stroke="${tone === 'guest' ? mark : palette.control}"${dash}/>`
  if (tone === 'closed') return edge
  const bar = `<rect ${at(x, y, tone === 'organ' || tone === 'root' ? 5 : 3, height)} fill="${mark}"/>`
  return edge + bar + (tone === 'guest' ? `<rect ${at(x + 5, y, 1.5, height)} fill="${mark}"/>` : '')
}

const labelOf = (label: Scene['labels'][number], palette: Palette): string => {
  const edge = label.isAfar
    ? ` stroke="${palette.sheet}" stroke-width="3" stroke-linejoin="round" paint-order="stroke"`
    : ''
  const fill = label.isDetail || label.tone === 'closed' ? palette['ink-3'] : palette.ink
  return `<text x="${round(label.x)}" y="${round(label.y + label.px * 0.36)}" font-size="${round(label.px)}"${label.isBold ? ' font-weight="700"' : ''} fill="${fill}"${edge}>${escaped(label.text)}</text>`
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
const escaped = (text: string): string => text.replaceAll(/[&<>"]/g, (sign) => entities[sign] ?? sign)
