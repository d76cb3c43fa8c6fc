import { colourOf } from './colour.ts'
import type { Gradient, Mark, Paint, Stroke, Tiling } from './marks.ts'
import { after, identity, type Matrix, moved, scaleOf } from './matrix.ts'
import { boxOf, type Segment } from './path-data.ts'

/** A drawing holds something for which a PDF page has no counterpart here. */
export class NotOnPaper extends Error {
  override name = 'NotOnPaper'
}

/** What an element has from those around it. */
export interface Context {
  readonly matrix: Matrix
  readonly opacity: number
  readonly root: SVGSVGElement
  readonly clips: readonly (readonly Segment[])[]
  /** Reads what stands in an element, such as a pattern. */
  readonly read: (element: Element, context: Context) => Mark[]
}

/** How a shape is filled; undefined when it is not. */
export const fillOf = (
  style: CSSStyleDeclaration,
  segments: readonly Segment[],
  context: Context,
): Paint | undefined => {
  const opacity = context.opacity * Number(style.fillOpacity)
  const reference = /^url\(["']?#([^"')]+)["']?\)/.exec(style.fill)?.[1]
  if (reference === undefined) {
    const plain = colourOf(style.fill)
    return plain && { kind: 'plain', colour: plain.colour, opacity: opacity * plain.opacity }
  }
  const server = context.root.querySelector(`#${CSS.escape(reference)}`)
  if (server instanceof SVGLinearGradientElement)
    return { kind: 'gradient', gradient: gradientOf(server, segments, context.matrix), opacity }
  if (server instanceof SVGPatternElement)
    return { kind: 'tiling', tiling: tilingOf(server, context), opacity }
  throw new NotOnPaper(`no way to put the fill #${reference} on paper`)
}

/** How a shape is outlined; undefined when it is not. */
export const strokeOf = (style: CSSStyleDeclaration, { matrix, opacity }: Context): Stroke | undefined => {
  const scale = scaleOf(matrix)
  const width = Number.parseFloat(style.strokeWidth) * scale
  const plain = colourOf(style.stroke)
  if (plain === undefined || width === 0) return undefined
  const dashes = style.strokeDasharray === 'none' ? [] : (style.strokeDasharray.match(/[\d.]+/g) ?? [])
  return {
    colour: plain.colour,
    opacity: opacity * plain.opacity * Number(style.strokeOpacity),
    width,
    dashes: dashes.map((each) => Number(each) * scale),
    cap: Math.max(0, ['butt', 'round', 'square'].indexOf(style.strokeLinecap)),
    join: Math.max(0, ['miter', 'round', 'bevel'].indexOf(style.strokeLinejoin)),
  }
}

const gradientOf = (
  server: SVGLinearGradientElement,
  segments: readonly Segment[],
  matrix: Matrix,
): Gradient => {
  const box = boxOf(segments)
  const isOwn = server.gradientUnits.baseVal === SVGUnitTypes.SVG_UNIT_TYPE_USERSPACEONUSE
  const base: Matrix = isOwn ? matrix : [box.right - box.left, 0, 0, box.bottom - box.top, box.left, box.top]
  const own = server.gradientTransform.baseVal.consolidate()?.matrix
  const whole = own === undefined ? base : after(base, [own.a, own.b, own.c, own.d, own.e, own.f])
  return {
    from: moved(whole, server.x1.baseVal.value, server.y1.baseVal.value),
    to: moved(whole, server.x2.baseVal.value, server.y2.baseVal.value),
    stops: [...server.querySelectorAll('stop')].map((stop) => {
      const style = getComputedStyle(stop)
      const found = colourOf(style.stopColor)
      return {
        offset: stop.offset.baseVal,
        colour: found?.colour ?? [1, 1, 1],
        opacity: (found?.opacity ?? 0) * Number(style.stopOpacity),
      }
    }),
  }
}

const tilingOf = (server: SVGPatternElement, context: Context): Tiling => {
  const own = server.patternTransform.baseVal.consolidate()?.matrix
  const placedAt: Matrix = [1, 0, 0, 1, server.x.baseVal.value, server.y.baseVal.value]
  const turned: Matrix = own === undefined ? identity : [own.a, own.b, own.c, own.d, own.e, own.f]
  return {
    width: server.width.baseVal.value,
    height: server.height.baseVal.value,
    matrix: after(context.matrix, after(turned, placedAt)),
    marks: context
      .read(server, { ...context, matrix: identity, opacity: 1, clips: [] })
      .filter((mark) => mark.kind === 'path'),
  }
}
