import type { CostYear } from './cost.ts'

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
const staffShare = 0.46
const runningPx = 10

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
      const x = left + slot * at + (slot - staff - runningPx - 3) / 2
      return {
        year,
        middle: left + slot * (at + 0.5),
        nominal: bar(x, staff, nominal.value),
        cash: bar(x, staff, cash.value),
        running: bar(x + staff + 3, runningPx, running.value),
      }
    }),
  }
}

/** 1, 2 or 5 times a power of ten, so that there are two to five lines. */
const stepFor = (most: number): number => {
  const power = 10 ** Math.floor(Math.log10(most))
  return [power / 5, power / 2, power, power * 2].find((each) => most / each < 4) ?? power * 2
}
