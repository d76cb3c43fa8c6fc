import type { CostYear, Way } from './cost.ts'

/** A bar in pixels of the drawing. */
export interface Bar {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** One year of the drawing: nominal behind, cash on it, running cost beside them. */
export interface CostColumn {
  readonly year: number
  readonly middle: number
  readonly nominal: Bar
  readonly cash: Bar
  readonly running: Bar
}

/** The whole drawing: columns, the lines of the scale, and the yuan at each. */
export interface CostLayout {
  readonly width: number
  readonly height: number
  readonly left: number
  readonly base: number
  readonly ticks: readonly { readonly yuan: number; readonly y: number }[]
  readonly columns: readonly CostColumn[]
  /** Height of an amount over the base line. */
  y(yuan: number): number
}

const [left, right, top, bottom] = [52, 8, 28, 22]
const staffShare = 0.4
const gap = 7
const runningPx = 10
/** The nominal bar stands out on both sides of the cash that is drawn on it, whichever is taller. */
const standsOut = 4

/** Lays the years out side by side, all on one scale from zero; what is under zero has no height and is told as a number. */
export const costLayout = (years: readonly CostYear[], width = 440, height = 220): CostLayout => {
  const most = Math.max(
    1,
    ...years.flatMap(({ nominal, cash, running }) => [nominal, cash, running].map(({ value = 0 }) => value)),
  )
  const step = stepFor(most)
  const base = height - bottom
  const y = (yuan: number) => base - (Math.max(0, yuan) / most) * (base - top)
  const slot = (width - left - right) / Math.max(1, years.length)
  const bar = (x: number, barWidth: number, yuan = 0): Bar => ({
    x,
    y: y(yuan),
    width: barWidth,
    height: base - y(yuan),
  })
  return {
    width,
    height,
    left,
    base,
    y,
    ticks: Array.from({ length: Math.floor(most / step) + 1 }, (_, at) => ({
      yuan: at * step,
      y: y(at * step),
    })),
    columns: years.map(({ year, nominal, cash, running }, at) => {
      const staff = slot * staffShare
      const x = left + slot * at + (slot - staff - runningPx - gap) / 2
      return {
        year,
        middle: left + slot * (at + 0.5),
        nominal: bar(x - standsOut, staff + 2 * standsOut, nominal.value),
        cash: bar(x, staff, cash.value),
        running: bar(x + staff + gap, runningPx, running.value),
      }
    }),
  }
}

/** The least height and width of what is pressed, in pixels. */
const target = 24

/**
 * Where a bar is pressed: of nominal and cash, which stand on one another, the lower has what is below its top and the
 * higher the rest; none is smaller than a finger needs.
 */
export const reachOf = (way: Way, column: CostColumn, base: number): Bar => {
  const own = column[way]
  const width = Math.max(own.width, target)
  const x = own.x - (width - own.width) / 2
  if (way === 'running') return { x: own.x, width, ...between(Math.min(own.y, base - target), base) }
  const other = column[way === 'cash' ? 'nominal' : 'cash']
  const isLower = own.height < other.height || (own.height === other.height && way === 'cash')
  if (isLower) return { x, width, ...between(Math.min(own.y, base - target), base) }
  const seam = Math.min(other.y, base - target)
  return { x, width, ...between(Math.min(own.y, seam - target), seam) }
}

const between = (top: number, bottom: number) => ({ y: top, height: bottom - top })

/** 1, 2 or 5 times a power of ten, so that there are two to five lines. */
const stepFor = (most: number): number => {
  const power = 10 ** Math.floor(Math.log10(most))
  return [power / 5, power / 2, power, power * 2].find((each) => most / each < 4) ?? power * 2
}
