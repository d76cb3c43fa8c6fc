import { arcCurves } from './arc.ts'
import { type Matrix, moved } from './matrix.ts'

/** A piece of an outline in absolute numbers: begin, straight on, a Bézier curve, close. */
export type Segment =
  | readonly ['M' | 'L', number, number]
  | readonly ['C', number, number, number, number, number, number]
  | readonly ['Z']

type Numbers = readonly number[]
interface Pen {
  readonly segments: Segment[]
  x: number
  y: number
  startX: number
  startY: number
  /** The second handle of the last curve, which S and T mirror. */
  handle: readonly [kind: string, x: number, y: number]
}

const counts: Readonly<Record<string, number>> = {
  M: 2,
  L: 2,
  H: 1,
  V: 1,
  C: 6,
  S: 4,
  Q: 4,
  T: 2,
  A: 7,
  Z: 0,
}

/** Reads the `d` of an SVG path (SVG 2, 9.3), all of its commands. Throws on what is no path. */
export const segmentsOf = (d: string): Segment[] => {
  const pen: Pen = { segments: [], x: 0, y: 0, startX: 0, startY: 0, handle: ['', 0, 0] }
  for (const [, letter = '', rest = ''] of d.matchAll(/([a-df-z])([^a-df-z]*)/gi)) {
    const command = letter.toUpperCase()
    const count = counts[command]
    if (count === undefined) throw new Error(`no command of a path: ${letter}`)
    const numbers = numbersIn(rest, command)
    if (count === 0 ? numbers.length > 0 : numbers.length === 0 || numbers.length % count !== 0)
      throw new Error(`numbers missing in the path: ${letter}${rest}`)
    const isRelative = letter !== command
    for (let at = 0; at === 0 || at < numbers.length; at += Math.max(1, count)) {
      const own = numbers.slice(at, at + count)
      draw(pen, command === 'M' && at > 0 ? 'L' : command, isRelative ? absolute(pen, command, own) : own)
    }
  }
  return pen.segments
}

/** The flags of an arc may be written without any space between them. */
const numbersIn = (text: string, command: string): number[] => {
  const number = String.raw`[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?`
  if (command !== 'A') return (text.match(new RegExp(number, 'gi')) ?? []).map(Number)
  const gap = String.raw`[\s,]*`
  const arc = new RegExp(
    [number, number, number, '[01]', '[01]', number, number].map((each) => `(${each})`).join(gap),
    'gi',
  )
  return [...text.matchAll(arc)].flatMap((match) => match.slice(1, 8).map(Number))
}

const absolute = ({ x, y }: Pen, command: string, own: Numbers): Numbers => {
  if (command === 'H') return own.map((value) => value + x)
  if (command === 'V') return own.map((value) => value + y)
  if (command === 'A') return own.map((value, at) => (at < 5 ? value : value + (at === 5 ? x : y)))
  return own.map((value, at) => value + (at % 2 === 0 ? x : y))
}

const draw = (pen: Pen, command: string, own: Numbers): void => {
  const [a = 0, b = 0, c = 0, d = 0] = own
  const { x, y, handle } = pen
  const mirrored = (kinds: string): readonly [number, number] =>
    kinds.includes(handle[0]) && handle[0] !== '' ? [2 * x - handle[1], 2 * y - handle[2]] : [x, y]
  if (command === 'M') begin(pen, a, b)
  else if (command === 'L') line(pen, a, b)
  else if (command === 'H') line(pen, a, y)
  else if (command === 'V') line(pen, x, a)
  else if (command === 'C') curve(pen, 'C', own)
  else if (command === 'S') curve(pen, 'C', [...mirrored('C'), ...own])
  else if (command === 'Q') quadratic(pen, [a, b], [c, d])
  else if (command === 'T') quadratic(pen, mirrored('Q'), [a, b])
  else if (command === 'A') for (const each of arcCurves([x, y], own)) curve(pen, 'A', each)
  else close(pen)
}

const begin = (pen: Pen, x: number, y: number) => {
  pen.segments.push(['M', x, y])
  Object.assign(pen, { x, y, startX: x, startY: y, handle: ['', 0, 0] })
}

const line = (pen: Pen, x: number, y: number) => {
  pen.segments.push(['L', x, y])
  Object.assign(pen, { x, y, handle: ['', 0, 0] })
}

const curve = (pen: Pen, kind: string, own: Numbers) => {
  const [a = 0, b = 0, c = 0, d = 0, x = 0, y = 0] = own
  pen.segments.push(['C', a, b, c, d, x, y])
  Object.assign(pen, { x, y, handle: [kind, c, d] })
}

/** A quadratic curve is a cubic one whose handles lie two thirds on the way to its own. */
const quadratic = (pen: Pen, [hx, hy]: readonly [number, number], [x, y]: readonly [number, number]) => {
  const third = (from: number, to: number) => from + ((to - from) * 2) / 3
  curve(pen, 'C', [third(pen.x, hx), third(pen.y, hy), third(x, hx), third(y, hy), x, y])
  pen.handle = ['Q', hx, hy]
}

const close = (pen: Pen) => {
  pen.segments.push(['Z'])
  Object.assign(pen, { x: pen.startX, y: pen.startY, handle: ['', 0, 0] })
}

/** The same outline where a matrix puts it. */
export const placed = (segments: readonly Segment[], matrix: Matrix): Segment[] =>
  segments.map((segment): Segment => {
    if (segment[0] === 'Z') return segment
    if (segment[0] !== 'C') return [segment[0], ...moved(matrix, segment[1], segment[2])]
    const [, a, b, c, d, x, y] = segment
    return ['C', ...moved(matrix, a, b), ...moved(matrix, c, d), ...moved(matrix, x, y)]
  })

/** The box around all points and handles: never smaller than the outline. */
export const boxOf = (segments: readonly Segment[]): Box => {
  const points = segments.flatMap((segment) => segment.slice(1) as number[])
  const [xs, ys] = [0, 1].map((side) => points.filter((_, at) => at % 2 === side)) as [number[], number[]]
  return { left: Math.min(...xs), top: Math.min(...ys), right: Math.max(...xs), bottom: Math.max(...ys) }
}

export interface Box {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}
