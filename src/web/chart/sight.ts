import type { Area, Sight } from './types.ts'

/** Size of the canvas in px of the page. */
export interface Size {
  readonly width: number
  readonly height: number
}

/** The whole drawing in the middle of the canvas, never larger than life. */
export const whole = (drawing: Size, canvas: Size): Sight => {
  const margin = 16
  const room = {
    width: Math.max(1, canvas.width - 2 * margin),
    height: Math.max(1, canvas.height - 2 * margin),
  }
  const scale = Math.min(1, room.width / drawing.width, room.height / drawing.height)
  return {
    scale,
    x: (drawing.width - canvas.width / scale) / 2,
    y: Math.min(-margin / scale, (drawing.height - canvas.height / scale) / 2),
  }
}

/** The area of the drawing that a canvas shows. */
export const areaIn = (sight: Sight, canvas: Size): Area => ({
  x: sight.x,
  y: sight.y,
  width: canvas.width / sight.scale,
  height: canvas.height / sight.scale,
})

/** Moved by so many px of the page; some of the drawing stays in sight. */
export const panned = (sight: Sight, by: { readonly x: number; readonly y: number }, bounds: Bounds): Sight =>
  held({ ...sight, x: sight.x - by.x / sight.scale, y: sight.y - by.y / sight.scale }, bounds)

export interface Bounds {
  readonly drawing: Size
  readonly canvas: Size
}

/** So many times larger about a point of the canvas, between the whole and four times life. */
export const zoomed = (
  sight: Sight,
  times: number,
  about: { readonly x: number; readonly y: number },
  bounds: Bounds,
): Sight => {
  const least = whole(bounds.drawing, bounds.canvas).scale * 0.8
  const scale = Math.min(4, Math.max(least, sight.scale * times))
  return held(
    {
      scale,
      x: sight.x + about.x / sight.scale - about.x / scale,
      y: sight.y + about.y / sight.scale - about.y / scale,
    },
    bounds,
  )
}

/** A box in the middle, large enough to be read. */
export const centred = (box: Area, { scale: now }: Sight, bounds: Bounds): Sight => {
  const scale = Math.max(now, 1)
  const { width, height } = bounds.canvas
  return held(
    { scale, x: box.x + box.width / 2 - width / scale / 2, y: box.y + box.height / 2 - height / scale / 2 },
    bounds,
  )
}

const held = (sight: Sight, { drawing, canvas }: Bounds): Sight => {
  const rest = 80 / sight.scale
  const clamp = (value: number, size: number, room: number) =>
    Math.min(size - rest, Math.max(rest - room / sight.scale, value))
  return {
    scale: sight.scale,
    x: clamp(sight.x, drawing.width, canvas.width),
    y: clamp(sight.y, drawing.height, canvas.height),
  }
}
