import type { Segment } from './path-data.ts'

/** How far the handles of a quarter circle reach. */
const kappa = 0.552_284_75

export const lineShape = (x1: number, y1: number, x2: number, y2: number): Segment[] => [
  ['M', x1, y1],
  ['L', x2, y2],
]

export interface Rect {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** A rectangle, with round corners when `radius` says so. */
export const rectShape = ({ x, y, width, height }: Rect, radius = 0): Segment[] => {
  const [right, bottom, r] = [x + width, y + height, Math.min(radius, width / 2, height / 2)]
  if (r <= 0) return [['M', x, y], ['L', right, y], ['L', right, bottom], ['L', x, bottom], ['Z']]
  const h = r * (1 - kappa)
  return [
    ['M', x + r, y],
    ['L', right - r, y],
    ['C', right - h, y, right, y + h, right, y + r],
    ['L', right, bottom - r],
    ['C', right, bottom - h, right - h, bottom, right - r, bottom],
    ['L', x + r, bottom],
    ['C', x + h, bottom, x, bottom - h, x, bottom - r],
    ['L', x, y + r],
    ['C', x, y + h, x + h, y, x + r, y],
    ['Z'],
  ]
}

export const ellipseShape = (cx: number, cy: number, rx: number, ry: number): Segment[] => {
  const [kx, ky] = [rx * kappa, ry * kappa]
  return [
    ['M', cx + rx, cy],
    ['C', cx + rx, cy + ky, cx + kx, cy + ry, cx, cy + ry],
    ['C', cx - kx, cy + ry, cx - rx, cy + ky, cx - rx, cy],
    ['C', cx - rx, cy - ky, cx - kx, cy - ry, cx, cy - ry],
    ['C', cx + kx, cy - ry, cx + rx, cy - ky, cx + rx, cy],
    ['Z'],
  ]
}

/** The `points` of a polyline or, closed, of a polygon. */
export const pointsShape = (points: string, isClosed: boolean): Segment[] => {
  const numbers = points
    .split(/[\s,]+/)
    .filter((each) => each !== '')
    .map(Number)
  const segments: Segment[] = []
  for (let at = 0; at + 1 < numbers.length; at += 2)
    segments.push([at === 0 ? 'M' : 'L', numbers[at] ?? 0, numbers[at + 1] ?? 0])
  return isClosed ? [...segments, ['Z']] : segments
}
