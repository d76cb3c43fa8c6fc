type Point = readonly [number, number]

/** An elliptical arc of an SVG path as curves of at most a quarter turn each (SVG 2, appendix B.2). */
export const arcCurves = (from: Point, arc: readonly number[]): number[][] => {
  const [rx0 = 0, ry0 = 0, degrees = 0, large = 0, sweep = 0, x = 0, y = 0] = arc
  if (from[0] === x && from[1] === y) return []
  if (rx0 === 0 || ry0 === 0) return [[...from, x, y, x, y]]
  const turn = (degrees * Math.PI) / 180
  const [cos, sin] = [Math.cos(turn), Math.sin(turn)]
  const [dx, dy] = [(from[0] - x) / 2, (from[1] - y) / 2]
  const [px, py] = [cos * dx + sin * dy, cos * dy - sin * dx]
  const lack = Math.sqrt(Math.max(1, (px / rx0) ** 2 + (py / ry0) ** 2))
  const [rx, ry] = [Math.abs(rx0) * lack, Math.abs(ry0) * lack]
  const square = (rx * py) ** 2 + (ry * px) ** 2
  const root = Math.sqrt(Math.max(0, ((rx * ry) ** 2 - square) / square)) * (large === sweep ? -1 : 1)
  const [cx, cy] = [(root * rx * py) / ry, (-root * ry * px) / rx]
  const first = Math.atan2((py - cy) / ry, (px - cx) / rx)
  const last = Math.atan2((-py - cy) / ry, (-px - cx) / rx)
  const full = 2 * Math.PI
  const angle = sweep === 1 ? (last - first + 2 * full) % full : -((first - last + 2 * full) % full)
  const parts = Math.max(1, Math.ceil(Math.abs(angle) / (Math.PI / 2) - 1e-9))
  const centre: Point = [cos * cx - sin * cy + (from[0] + x) / 2, sin * cx + cos * cy + (from[1] + y) / 2]
  const at = (u: number, v: number): Point => [
    centre[0] + cos * rx * u - sin * ry * v,
    centre[1] + sin * rx * u + cos * ry * v,
  ]
  const step = angle / parts
  const reach = (4 / 3) * Math.tan(step / 4)
  return Array.from({ length: parts }, (_, part) => {
    const [a, b] = [first + part * step, first + (part + 1) * step]
    return [
      ...at(Math.cos(a) - reach * Math.sin(a), Math.sin(a) + reach * Math.cos(a)),
      ...at(Math.cos(b) + reach * Math.sin(b), Math.sin(b) - reach * Math.cos(b)),
      ...at(Math.cos(b), Math.sin(b)),
    ]
  })
}
