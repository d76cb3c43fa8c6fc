import { palettes } from '../tokens.ts'
import { colourOf } from './colour.ts'
import type { Mark, PathMark, TextMark } from './marks.ts'
import { after, identity, moved } from './matrix.ts'
import type { Drawing } from './paper.ts'
import { type Box, placed, type Segment, segmentsOf } from './path-data.ts'
import { type Context, fillOf, NotOnPaper, strokeOf } from './read-paint.ts'
import { ellipseShape, lineShape, pointsShape, rectShape } from './shapes.ts'

/**
 * Reads a drawing of the page with all its styles worked out, in the light colours of paper. `copy` is put beside
 * `beside` only while it is read, so that every rule of the page that meets the one meets the other; the reader sees
 * nothing of it. Throws on an element that has no counterpart here, rather than leave it out.
 */
export const readSvg = (copy: SVGSVGElement, beside: Element): Drawing => {
  for (const [name, value] of Object.entries({ ...palettes.light, paper: '#FFFFFF', sheet: '#FFFFFF' }))
    copy.style.setProperty(`--${name}`, value)
  copy.style.position = 'absolute'
  if (beside.isConnected && beside.ownerDocument === document) beside.after(copy)
  else document.body.append(copy) // a drawing made for export only: no rule of the page is about it
  try {
    const marks = childrenOf(copy, {
      matrix: identity,
      opacity: 1,
      root: copy,
      clips: [],
      read: childrenOf,
    })
    return { marks, box: boxOfDrawing(copy) }
  } finally {
    copy.remove()
  }
}

/** The box of a drawing's own numbers: its view box, or its size when it has none. */
const boxOfDrawing = (copy: SVGSVGElement): Box => {
  const { x: left, y: top, width, height } = copy.viewBox.baseVal ?? { x: 0, y: 0, width: 0, height: 0 }
  if (width > 0 && height > 0) return { left, top, right: left + width, bottom: top + height }
  return { left: 0, top: 0, right: copy.width.baseVal.value, bottom: copy.height.baseVal.value }
}

/** What is not painted where it stands. */
const unpainted = new Set([
  'defs',
  'clipPath',
  'title',
  'desc',
  'style',
  'metadata',
  'linearGradient',
  'pattern',
])

const childrenOf = (element: Element, context: Context): Mark[] =>
  [...element.children].flatMap((child) => marksOf(child as SVGGraphicsElement, context))

const marksOf = (element: SVGGraphicsElement, outer: Context): Mark[] => {
  if (unpainted.has(element.localName)) return []
  const style = getComputedStyle(element)
  if (style.display === 'none') return []
  const own = element.transform?.baseVal.consolidate()?.matrix
  const context: Context = {
    ...outer,
    matrix:
      own === undefined ? outer.matrix : after(outer.matrix, [own.a, own.b, own.c, own.d, own.e, own.f]),
    opacity: outer.opacity * Number(style.opacity),
  }
  const clip = clipOf(style, context)
  const inner = clip === undefined ? context : { ...context, clips: [...context.clips, clip] }
  if (element.localName === 'g') return childrenOf(element, inner)
  if (style.visibility !== 'visible' || context.opacity === 0) return []
  if (element.localName === 'text') return textOf(element as SVGTextElement, style, inner)
  return pathOf(shapeOf(element), style, inner)
}

/** The outline that an element is cut to. */
const clipOf = (style: CSSStyleDeclaration, { root, matrix }: Context): Segment[] | undefined => {
  if (style.filter !== 'none' || !['none', ''].includes(style.maskImage))
    throw new NotOnPaper('no way to put a filter or a mask on paper')
  if (style.clipPath === 'none' || style.clipPath === '') return undefined
  const reference = /^url\(["']?#([^"')]+)["']?\)$/.exec(style.clipPath)?.[1]
  const server = reference === undefined ? null : root.querySelector(`#${CSS.escape(reference)}`)
  if (
    !(server instanceof SVGClipPathElement) ||
    server.clipPathUnits.baseVal !== SVGUnitTypes.SVG_UNIT_TYPE_USERSPACEONUSE
  )
    throw new NotOnPaper(`no way to put the clip ${style.clipPath} on paper`)
  return [...server.children].flatMap((child) => placed(shapeOf(child as SVGElement), matrix))
}

const shapeOf = (element: SVGElement): Segment[] => {
  const length = (name: string) => {
    const value = (element as unknown as Record<string, SVGAnimatedLength | undefined>)[name]
    return value?.baseVal.value ?? 0
  }
  switch (element.localName) {
    case 'path':
      return segmentsOf(element.getAttribute('d') ?? '')
    case 'rect':
      return rectShape(
        { x: length('x'), y: length('y'), width: length('width'), height: length('height') },
        length('rx'),
      )
    case 'circle':
      return ellipseShape(length('cx'), length('cy'), length('r'), length('r'))
    case 'ellipse':
      return ellipseShape(length('cx'), length('cy'), length('rx'), length('ry'))
    case 'line':
      return lineShape(length('x1'), length('y1'), length('x2'), length('y2'))
    case 'polyline':
    case 'polygon':
      return pointsShape(element.getAttribute('points') ?? '', element.localName === 'polygon')
    default:
      throw new NotOnPaper(`no way to put <${element.localName}> on paper`)
  }
}

const clipsIn = ({ clips }: Context): Pick<Mark, 'clips'> => (clips.length === 0 ? {} : { clips })

const pathOf = (shape: readonly Segment[], style: CSSStyleDeclaration, context: Context): PathMark[] => {
  const segments = placed(shape, context.matrix)
  const fill = segments.length === 0 ? undefined : fillOf(style, segments, context)
  const stroke = strokeOf(style, context)
  if (segments.length === 0 || (fill === undefined && stroke === undefined)) return []
  return [
    {
      kind: 'path',
      segments,
      ...(fill === undefined ? {} : { fill }),
      ...(stroke === undefined ? {} : { stroke }),
      ...clipsIn(context),
      ...(style.fillRule === 'evenodd' ? { isEvenOdd: true } : {}),
    },
  ]
}

const textOf = (element: SVGTextElement, style: CSSStyleDeclaration, context: Context): TextMark[] => {
  const text = (element.textContent ?? '').replaceAll(/\s+/g, ' ').trim()
  const plain = colourOf(style.fill)
  if (text === '' || plain === undefined) return []
  if (element.children.length > 0) throw new NotOnPaper('no way to put the parts of a text on paper')
  const at = (list: SVGLengthList) => (list.numberOfItems === 0 ? 0 : list.getItem(0).value)
  const [a, b, c, d] = context.matrix
  const isTurned = b !== 0 || c !== 0 || a !== d || a < 0
  const scale = isTurned ? 1 : a
  const [x, y] = [at(element.x.baseVal), at(element.y.baseVal)]
  const size = Number.parseFloat(style.fontSize)
  const sinks = ['middle', 'central'].includes(style.dominantBaseline) ? size * 0.35 : 0
  const [left, base] = isTurned ? [x, y + sinks] : moved(context.matrix, x, y + sinks)
  return [
    {
      kind: 'text',
      text,
      x: left,
      y: base,
      anchor: style.textAnchor === 'end' ? 'end' : style.textAnchor === 'middle' ? 'middle' : 'start',
      size: size * scale,
      isBold: Number(style.fontWeight) >= 600,
      colour: plain.colour,
      ...haloOf(style, scale),
      ...clipsIn(context),
      opacity: context.opacity * plain.opacity * Number(style.fillOpacity),
      ...(isTurned ? { matrix: context.matrix } : {}),
    },
  ]
}

/** An outline painted below the letters; one painted over them is not in use on the page. */
const haloOf = (style: CSSStyleDeclaration, scale: number): Pick<TextMark, 'halo'> => {
  const plain = colourOf(style.stroke)
  if (plain === undefined || !style.paintOrder.startsWith('stroke')) return {}
  return { halo: { colour: plain.colour, width: Number.parseFloat(style.strokeWidth) * scale } }
}
