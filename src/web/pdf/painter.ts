import type { Gradient, Mark, Paint, PathMark, Stroke, TextMark, Tiling } from './marks.ts'
import { identity, type Matrix } from './matrix.ts'
import type { Segment } from './path-data.ts'
import { boxOf } from './path-data.ts'
import type { Faces } from './pdf-face.ts'
import { decimal, decimals, hex } from './pdf-file.ts'

/** What a painted page names and the file must hold, each under its name on the page. */
export interface Named {
  /** Opacities of fill and stroke. */
  readonly opacities: Map<string, number>
  readonly gradients: Map<string, Gradient>
  /** Tilings with the matrix of their page: a tile lies on the sheet, not on the drawing. */
  readonly tilings: Map<string, { readonly tiling: Tiling; readonly page: Matrix }>
}

export const nothingNamed = (): Named => ({
  opacities: new Map(),
  gradients: new Map(),
  tilings: new Map(),
})

/** Writes marks in the language of a PDF page (ISO 32000-1, 8 and 9), for a page whose axis `page` has turned down. */
export const painted = (
  marks: readonly Mark[],
  { faces, named, page }: { readonly faces: Faces; readonly named: Named; readonly page: Matrix },
): string => {
  const write = (mark: Mark): string => {
    const drawn = mark.kind === 'text' ? textOperators(mark, faces, named) : pathOperators(mark, named, page)
    if (mark.clips === undefined) return drawn
    return `q ${mark.clips.map((clip) => `${outline(clip)} W n`).join(' ')}\n${drawn}\nQ`
  }
  return marks.map(write).join('\n')
}

/** Marks of a tile: paths alone. */
export const paintedPaths = (marks: readonly PathMark[], named: Named): string =>
  marks.map((mark) => pathOperators(mark, named, identity)).join('\n')

const outline = (segments: readonly Segment[]): string =>
  segments
    .map((segment) => {
      if (segment[0] === 'Z') return 'h'
      const numbers = decimals(segment.slice(1) as number[])
      return `${numbers} ${segment[0] === 'C' ? 'c' : segment[0].toLowerCase()}`
    })
    .join(' ')

const pathOperators = (
  { segments, fill, stroke, isEvenOdd }: PathMark,
  named: Named,
  page: Matrix,
): string => {
  const star = isEvenOdd === true ? '*' : ''
  const drawn = outline(segments)
  if (fill?.kind === 'plain' && stroke !== undefined && fill.opacity === 1 && stroke.opacity === 1)
    return `q ${decimals(fill.colour)} rg ${strokeState(stroke, named)} ${drawn} B${star} Q`
  return [
    fill === undefined ? '' : `q ${filled(fill, drawn, { named, page, star, segments })} Q`,
    stroke === undefined ? '' : `q ${strokeState(stroke, named)} ${drawn} S Q`,
  ]
    .filter((part) => part !== '')
    .join('\n')
}

interface Filling {
  readonly named: Named
  readonly page: Matrix
  readonly star: string
  readonly segments: readonly Segment[]
}

const filled = (fill: Paint, drawn: string, { named, page, star, segments }: Filling): string => {
  const seen = opacityState(fill.opacity, named)
  if (fill.kind === 'plain') return `${seen}${decimals(fill.colour)} rg ${drawn} f${star}`
  if (fill.kind === 'tiling') {
    const name = nameOf(named.tilings, 'T', { tiling: fill.tiling, page })
    return `${seen}/Pattern cs /${name} scn ${drawn} f${star}`
  }
  if (boxOf(segments).left === Number.POSITIVE_INFINITY) return ''
  const name = nameOf(named.gradients, 'S', fill.gradient)
  const veil = isVeiled(fill.gradient) ? `/M${name} gs ` : ''
  return `${seen}${drawn} W${star} n ${veil}/${name} sh`
}

/** A gradient that lets what lies below shine through. */
export const isVeiled = ({ stops }: Gradient): boolean => stops.some(({ opacity }) => opacity < 1)

/** The name of a thing on the page; things that say the same share one. */
const nameOf = <Thing>(things: Map<string, Thing>, letter: string, thing: Thing): string => {
  const text = JSON.stringify(thing)
  for (const [name, known] of things) if (JSON.stringify(known) === text) return name
  const name = `${letter}${things.size + 1}`
  things.set(name, thing)
  return name
}

const opacityState = (opacity: number, named: Named): string => {
  if (opacity >= 1) return ''
  return `/${nameOf(named.opacities, 'O', Math.round(opacity * 1000) / 1000)} gs `
}

const strokeState = (stroke: Stroke, named: Named): string =>
  [
    `${opacityState(stroke.opacity, named)}${decimals(stroke.colour)} RG ${decimal(stroke.width)} w`,
    stroke.dashes.length === 0 ? '' : ` [${decimals(stroke.dashes)}] 0 d`,
    stroke.cap === 0 ? '' : ` ${stroke.cap} J`,
    stroke.join === 0 ? '' : ` ${stroke.join} j`,
  ].join('')

const textOperators = (mark: TextMark, faces: Faces, named: Named): string => {
  const face = faces.of(mark.isBold)
  const numbers = face.numbersOf(mark.text)
  const width = face.widthOf(mark.text, mark.size)
  const x = mark.x - (mark.anchor === 'start' ? 0 : mark.anchor === 'end' ? width : width / 2)
  const halo = mark.halo === undefined ? '' : haloOperators(mark, mark.halo, [x, width])
  const turned = mark.matrix === undefined ? '' : `${decimals(mark.matrix)} cm `
  return `q ${turned}${halo}${opacityState(mark.opacity, named)}${decimals(mark.colour)} rg BT /F${face.weight} ${decimal(mark.size)} Tf 1 0 0 -1 ${decimals([x, mark.y])} Tm <${numbers.map(hex).join('')}> Tj ET Q`
}

/** A plate behind the words: letters outlined in a second go would be found twice by a search. */
const haloOperators = (
  { y, size }: TextMark,
  { colour, width }: NonNullable<TextMark['halo']>,
  [x, length]: readonly [number, number],
): string => {
  const side = width / 2
  const box = [x - side, y - size * 0.8 - side, length + 2 * side, size * 0.85 + 2 * side]
  return `${decimals(colour)} rg ${decimals(box)} re f `
}
