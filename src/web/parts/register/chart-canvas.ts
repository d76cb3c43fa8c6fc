import type { Language } from '../../../kernel/text.ts'
import { blockAt, pathTo } from '../../chart/find.ts'
import { type Pen, paint, type Standing } from '../../chart/paint.ts'
import { type DetailOf, sceneOf } from '../../chart/scene.ts'
import { type Bounds, centred, panned, type Size, whole, zoomed } from '../../chart/sight.ts'
import type { ChartLayout, Sight } from '../../chart/types.ts'
import type { Palette } from '../../tokens.ts'

/** What is drawn, and in which words and colours. */
export interface Drawing {
  readonly layout: ChartLayout
  readonly language: Language
  readonly palette: Palette
  readonly detailOf: DetailOf
}

/** A chart on a canvas: moves without the page being worked out again. */
export interface ChartCanvas {
  /** Draws at once; otherwise every change is drawn with the next frame. */
  drawNow(): void
  /** Another drawing; `isFresh` shows the whole of it. */
  show(drawing: Drawing, isFresh: boolean): void
  resize(size: Size): void
  /** By px of the page. */
  pan(x: number, y: number): void
  zoom(times: number, about?: { readonly x: number; readonly y: number }): void
  whole(): void
  /** Brings a node into the middle. */
  reach(id: string): void
  stand(standing: Partial<Standing>): void
  /** The node at a place of the canvas. */
  nodeAt(x: number, y: number): string | undefined
  readonly sight: Sight
  end(): void
}

/** Takes over a canvas. Sizes are px of the page; the canvas gets as many px as the device has. */
export const chartOn = (canvas: HTMLCanvasElement, first: Drawing, firstSize: Size): ChartCanvas => {
  const pen = canvas.getContext('2d', { alpha: false }) as Pen | null
  let drawing = first
  let size = firstSize
  let sight = whole(first.layout.root, firstSize)
  let standing: Standing = { selected: undefined, hovered: undefined }
  let frame = 0
  const bounds = (): Bounds => ({ drawing: drawing.layout.root, canvas: size })
  const drawNow = () => {
    cancelAnimationFrame(frame)
    frame = 0
    if (pen === null) return
    const { layout, language, palette, detailOf } = drawing
    const scene = sceneOf(layout, { sight, canvas: size, language, detailOf })
    paint(pen, scene, { size, ratio: canvas.width / size.width, palette, standing })
  }
  const soon = () => {
    if (frame === 0) frame = requestAnimationFrame(drawNow)
  }
  const measure = () => {
    const ratio = Math.min(3, window.devicePixelRatio || 1)
    canvas.width = Math.round(size.width * ratio)
    canvas.height = Math.round(size.height * ratio)
    canvas.style.width = `${size.width}px`
    canvas.style.height = `${size.height}px`
  }
  const go = (next: Sight) => {
    sight = next
    soon()
  }
  measure()
  return {
    drawNow,
    show: (next, isFresh) => {
      drawing = next
      go(isFresh ? whole(next.layout.root, size) : sight)
    },
    resize: (next) => {
      if (next.width === size.width && next.height === size.height) return
      const wasWhole = sight.scale === whole(drawing.layout.root, size).scale
      size = next
      measure()
      if (wasWhole) sight = whole(drawing.layout.root, size)
      drawNow()
    },
    pan: (x, y) => go(panned(sight, { x, y }, bounds())),
    zoom: (times, about = { x: size.width / 2, y: size.height / 2 }) =>
      go(zoomed(sight, times, about, bounds())),
    whole: () => go(whole(drawing.layout.root, size)),
    reach: (id) => {
      const block = pathTo(drawing.layout.root, id).at(-1)
      if (block === undefined) return
      const { x, y, boxWidth: width, boxHeight: height } = block
      go(centred({ x, y, width, height }, sight, bounds()))
    },
    stand: (change) => {
      standing = { ...standing, ...change }
      soon()
    },
    nodeAt: (x, y) =>
      blockAt(drawing.layout.root, sight.x + x / sight.scale, sight.y + y / sight.scale)?.node.id,
    get sight() {
      return sight
    },
    end: () => cancelAnimationFrame(frame),
  }
}
