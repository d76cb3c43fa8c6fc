import type { Day } from '../../kernel/day.ts'
import { riverCssFor } from '../river/style.ts'
import { palettes } from '../tokens.ts'

/** Hands a file to the reader's downloads. */
export const save = (name: string, type: string, content: string | Uint8Array<ArrayBuffer>): void => {
  const address = URL.createObjectURL(new Blob([content], { type }))
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  URL.revokeObjectURL(address)
}

/** hequ-2021-10-01-organs-people: county and day first, then what is in the file. */
export const fileName = (county: string, on: Day, ...what: readonly string[]): string =>
  [county, on, ...what].map((part) => part.replaceAll(/[^\w.-]+/g, '-')).join('-')

/** What an exported drawing says of itself. */
export interface Caption {
  readonly title: string
  readonly description: string
  /** What stands over each side. */
  readonly before: string
  readonly after: string
  readonly legend: string
  readonly fates: readonly (readonly [fate: string, word: string])[]
  readonly plate: string
  /** Where the figures come from, at the foot of every sheet; only a file with sheets shows it. */
  readonly note?: string
}

/** Room around a drawing for names in a face that is wider than the one measured here, in px. */
export const captionMargin = 32
const head = 72
const swatch = { width: 24, height: 8 }

/** A copy of the drawing as it is when nobody points at it, with title and legend around it. */
export const captioned = (drawing: SVGSVGElement, caption: Caption): SVGSVGElement => {
  const copy = drawing.cloneNode(true) as SVGSVGElement
  const [width, height] = [Number(copy.getAttribute('width')), Number(copy.getAttribute('height'))]
  for (const element of copy.querySelectorAll('[style]')) element.removeAttribute('style')
  for (const element of copy.querySelectorAll('.ring,.hit')) element.remove()
  for (const name of ['style', 'aria-hidden']) copy.removeAttribute(name)
  const box = [
    -captionMargin,
    -captionMargin - head,
    width + 2 * captionMargin,
    height + 2 * captionMargin + head,
  ]
  const attributes = {
    xmlns: 'http://www.w3.org/2000/svg',
    class: 'river',
    role: 'img',
    'aria-labelledby': 'drawing-title drawing-desc',
    viewBox: box.join(' '),
    width: String(box[2]),
    height: String(box[3]),
  }
  for (const [name, value] of Object.entries(attributes)) copy.setAttribute(name, value)
  copy.append(...captionElements(caption, width))
  copy.prepend(
    element('title', { id: 'drawing-title' }, caption.title),
    element('desc', { id: 'drawing-desc' }, caption.description),
  )
  return copy
}

/** The drawing as a file of its own: vectors and patterns kept, in the light colours of paper, with title and legend. */
export const svgText = (drawing: SVGSVGElement, caption: Caption): string => {
  const copy = captioned(drawing, caption)
  copy.children[1]?.after(element('style', {}, riverCssFor({ ...palettes.light, paper: '#FFFFFF' })))
  return `<?xml version="1.0" encoding="UTF-8"?>\n${new XMLSerializer().serializeToString(copy)}\n`
}

const element = (name: string, attributes: Readonly<Record<string, string | number>>, text?: string) => {
  const made = document.createElementNS('http://www.w3.org/2000/svg', name)
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, String(value))
  if (text !== undefined) made.textContent = text
  return made
}

/** Title, legend and what stands over each side, above the drawing. */
const captionElements = (caption: Caption, width: number): Element[] => {
  const legendY = 26 - head
  const group = element('g', { class: 'legend', 'aria-label': caption.legend })
  let x = 0
  for (const [fate, word] of caption.fates) {
    const middle = legendY - 4
    group.append(element('rect', { class: `swatch ${fate}`, x, y: middle - 4, ...swatch }))
    if (fate === 'colocated' || fate === 'moved')
      group.append(
        element('path', { class: fate === 'moved' ? 'dash' : 'lane', d: `M${x} ${middle}h${swatch.width}` }),
      )
    if (fate === 'dissolved') group.append(element('rect', { class: 'hatch', x, y: middle - 4, ...swatch }))
    group.append(element('text', { x: x + 30, y: legendY }, word))
    x += 30 + widthOf(word)
  }
  group.append(
    element('rect', { class: 'plate', x, y: legendY - 8, ...swatch, rx: 1.5 }),
    element('text', { x: x + 30, y: legendY }, caption.plate),
  )
  return [
    element('text', { class: 'bold', x: 0, y: -head, 'font-size': 16 }, caption.title),
    group,
    element('text', { x: 0, y: -12 }, caption.before),
    element('text', { x: width, y: -12, 'text-anchor': 'end' }, caption.after),
  ]
}

/** Room for a word of the legend at 12 px in any face. */
const widthOf = (word: string): number =>
  [...word].reduce((sum, letter) => sum + (letter > '\u2E7F' ? 12 : 7), 0) + 20

export const saveSvg = (drawing: SVGSVGElement, name: string, caption: Caption): void =>
  save(`${name}.svg`, 'image/svg+xml', svgText(drawing, caption))
