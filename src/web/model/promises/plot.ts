import { type Day, daysBetween } from '../../../kernel/day.ts'
import type { Point } from './curve.ts'

/** A curve in a box of pixels. */
export interface Plot {
  /** What is on record; empty when nothing is. */
  readonly past: string
  /** The forecast, from the last day on record; empty when there is none. */
  readonly rest: string
  /** Height of the published value, when it was given. */
  readonly published: number | undefined
  readonly x: (on: Day) => number
  readonly y: (value: number) => number
  readonly low: number
  readonly high: number
}

export interface PlotBox {
  readonly width: number
  readonly height: number
  readonly top: number
  readonly foot: number
}

/** Draws the points that there are; the line stops where a value is not known. */
export const plotOf = (
  points: readonly Point[],
  { width, height, top, foot }: PlotBox,
  { recorded, published }: { readonly recorded: Day; readonly published: number | undefined },
): Plot => {
  const values = points.flatMap(({ value }) => (value === undefined ? [] : [value]))
  const all = published === undefined ? values : [...values, published]
  const [low, high] = all.length === 0 ? [0, 1] : [Math.min(...all), Math.max(...all)]
  const from = points[0]?.on ?? recorded
  const length = Math.max(1, daysBetween(from, points.at(-1)?.on ?? recorded))
  const x = (on: Day) => round(2 + (daysBetween(from, on) / length) * (width - 4))
  const y = (value: number) =>
    round(
      high === low
        ? (top + height - foot) / 2
        : top + ((high - value) / (high - low)) * (height - foot - top),
    )
  const line = (some: readonly Point[]) => {
    let path = ''
    let isOpen = false
    for (const { on, value } of some) {
      if (value === undefined) isOpen = false
      else {
        path += `${isOpen ? 'L' : 'M'}${x(on)} ${y(value)}`
        isOpen = true
      }
    }
    return path
  }
  return {
    past: line(points.filter(({ on }) => on <= recorded)),
    rest: points.some(({ on }) => on > recorded) ? line(points.filter(({ on }) => on >= recorded)) : '',
    published: published === undefined ? undefined : y(published),
    x,
    y,
    low,
    high,
  }
}

const round = (px: number) => Math.round(px * 10) / 10
