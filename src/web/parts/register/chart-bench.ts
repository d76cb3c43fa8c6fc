import { layoutOf } from '../../chart/layout.ts'
import { syntheticCounty } from '../../chart/testing.ts'
import { palettes } from '../../tokens.ts'
import { chartOn } from './chart-canvas.ts'

/** What it took to lay out and draw a made-up county for the first time, in ms, and a way to pan over it. */
export interface BenchedChart {
  readonly units: number
  readonly layoutMs: number
  readonly drawMs: number
  /** Zooms about the middle and draws at once. */
  zoom(times: number): void
  /** Moves by so many px, draws at once, and says how many ms that took. */
  pan(x: number, y: number): number
}

/**
 * Draws a made-up county of that many units into an element with the code of the register page, for measurements. A canvas
 * may draw late: reading one px back makes it finish, so that the time is that of the whole drawing.
 */
export const benchChart = (host: HTMLElement, units: number): BenchedChart => {
  const tree = syntheticCounty(units)
  const began = performance.now()
  const layout = layoutOf(tree, 'zh')
  const layoutMs = performance.now() - began
  const canvas = document.createElement('canvas')
  host.append(canvas)
  const { width, height } = host.getBoundingClientRect()
  const drawing = {
    layout,
    language: 'zh',
    palette: palettes.light,
    detailOf: () => '编制 12 · 实有 11',
  } as const
  const start = performance.now()
  const chart = chartOn(canvas, drawing, { width: Math.max(1, width), height: Math.max(1, height) })
  const finished = (from: number): number => {
    chart.drawNow()
    canvas.getContext('2d')?.getImageData(0, 0, 1, 1)
    return performance.now() - from
  }
  const drawMs = finished(start)
  return {
    units: layout.units,
    layoutMs,
    drawMs,
    zoom: (times) => {
      chart.zoom(times)
      chart.drawNow()
    },
    pan: (x, y) => {
      const from = performance.now()
      chart.pan(x, y)
      return finished(from)
    },
  }
}
