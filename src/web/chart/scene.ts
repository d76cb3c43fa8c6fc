import type { Language } from '../../kernel/text.ts'
import { blocksIn, isWithin, shelvesIn } from './find.ts'
import { gap, indent } from './layout.ts'
import { areaIn, type Size } from './sight.ts'
import { textWidth } from './text.ts'
import type { Area, Block, ChartLayout, Shelf, Sight, Tone } from './types.ts'

/** Below these sizes on the screen a thing is drawn with others as one, in px. */
const least = { strip: 4, block: 3, header: 11, name: 11.4, detail: 20, line: 5 } as const

/** What is drawn, in px of the canvas. */
export interface Scene {
  /** From and to of each line, four numbers a line. */
  readonly lines: readonly number[]
  /** Rows or whole parts that are too small to be told apart. */
  readonly strips: readonly Drawn[]
  readonly boxes: readonly DrawnBox[]
  readonly labels: readonly Label[]
}
interface Drawn extends Area {
  readonly tone: Tone
}
export interface DrawnBox extends Drawn {
  readonly block: Block
}
/** A line of text; `x` is its left end, `y` its middle. */
export interface Label {
  readonly text: string
  readonly x: number
  readonly y: number
  readonly px: number
  readonly width: number
  readonly tone: Tone
  readonly isBold: boolean
  /** It stands over what is drawn, with an edge of paper around its signs. */
  readonly isAfar: boolean
  /** Posts and people, below a name. */
  readonly isDetail: boolean
}

/** How posts and people are written below a name. */
export type DetailOf = (block: Block) => string

interface Asked {
  readonly sight: Sight
  readonly canvas: Size
  readonly language: Language
  readonly detailOf: DetailOf
}

/**
 * What of a chart is in sight, as finely as its size on the screen allows: only rows and blocks that reach into the canvas
 * are visited, and what is smaller than a few px is one strip. A name is whole or not there.
 */
export const sceneOf = ({ root }: ChartLayout, asked: Asked): Scene => {
  const scene = {
    lines: [] as number[],
    strips: [] as Drawn[],
    boxes: [] as DrawnBox[],
    labels: [] as Label[],
  }
  const area = areaIn(asked.sight, asked.canvas)
  const { scale } = asked.sight
  const onScreen = ({ x, y, width, height }: Area): Area => ({
    x: (x - asked.sight.x) * scale,
    y: (y - asked.sight.y) * scale,
    width: width * scale,
    height: height * scale,
  })
  const visit = (block: Block) => {
    const { tone } = block.node
    if (block.height * scale < least.block || block.width * scale < least.block) {
      scene.strips.push({ ...onScreen(block), tone: block.shelves[0]?.blocks[0]?.node.tone ?? tone })
      return
    }
    const { x, y, boxWidth: width, boxHeight: height } = block
    scene.boxes.push({ ...onScreen({ x, y, width, height }), tone, block })
    const shelves = shelvesIn(block, area)
    if (gap.y * scale >= least.line / 2) lines(block, shelves)
    for (const shelf of shelves) {
      if (shelf.isPlain && (shelf.bottom - shelf.top) * scale < least.strip) strip(shelf)
      else for (const child of blocksIn(shelf, area)) if (isWithin(child, area)) visit(child)
    }
  }
  const strip = ({ blocks, top, bottom }: Shelf) => {
    const [first, last] = [blocks[0], blocks.at(-1)]
    if (first === undefined || last === undefined) return
    const width = last.x + last.width - first.x
    scene.strips.push({
      ...onScreen({ x: first.x, y: top, width, height: bottom - top }),
      tone: first.node.tone,
    })
  }
  const lines = (block: Block, shelves: readonly Shelf[]) => {
    const put = (x1: number, y1: number, x2: number, y2: number) => {
      const { x, y } = asked.sight
      scene.lines.push((x1 - x) * scale, (y1 - y) * scale, (x2 - x) * scale, (y2 - y) * scale)
    }
    const spine = block.x + indent / 2
    const last = shelves.at(-1)
    if (last !== undefined) put(spine, block.y + block.boxHeight, spine, last.top - gap.y / 2)
    for (const shelf of shelves) {
      const above = shelf.top - gap.y / 2
      const end = shelf.blocks.at(-1)
      if (end === undefined) continue
      put(spine, above, end.x + indent / 2, above)
      for (const child of blocksIn(shelf, area))
        put(child.x + indent / 2, above, child.x + indent / 2, child.y)
    }
  }
  visit(root)
  scene.labels.push(...labelsOf(scene.boxes, asked))
  return scene
}

/** Names in their boxes where these are large enough; of what has something below it also from farther away, on paper. */
const labelsOf = (boxes: readonly DrawnBox[], { sight, language, detailOf }: Asked): Label[] => {
  const labels: Label[] = []
  const { scale } = sight
  const taken: Area[] = []
  const byDepth = scale >= 0.95 ? boxes : [...boxes].sort((a, b) => a.block.depth - b.block.depth)
  for (const box of byDepth) {
    const { block, tone } = box
    const text = block.node.name[language]
    const isBold = !block.node.isUnit
    if (scale >= 0.95) {
      const px = Math.min(16, Math.max(12, 12 * scale))
      const hasDetail = box.height >= 2 * least.detail
      const y = box.y + box.height * (hasDetail ? 0.32 : 0.5)
      const width = (textWidth(text) * px) / 12
      labels.push({ text, x: box.x + 10 * scale, y, px, width, tone, isBold, isAfar: false, isDetail: false })
      if (hasDetail) {
        const detail = detailOf(block)
        const at = { x: box.x + 10 * scale, y: box.y + box.height * 0.72, px: 12, width: textWidth(detail) }
        labels.push({ text: detail, ...at, tone, isBold: false, isAfar: false, isDetail: true })
      }
    } else if (block.shelves.length > 0) {
      const label = fromAfar(box, text, scale, taken)
      if (label !== undefined) labels.push({ ...label, tone, isBold })
    }
  }
  return labels
}

/** The name of a part, at the corner of its area, where it has room and stands on no other name. */
const fromAfar = (
  box: DrawnBox,
  text: string,
  scale: number,
  taken: Area[],
): Omit<Label, 'tone' | 'isBold'> | undefined => {
  const width = textWidth(text)
  const { block } = box
  if (block.width * scale < width + 8 || block.height * scale < 24) return undefined
  const place = { x: box.x, y: box.y, width: width + 8, height: 18 }
  if (taken.some((other) => isWithin(place, other))) return undefined
  taken.push(place)
  return { text, x: box.x + 4, y: box.y + 9, px: 12, width, isAfar: true, isDetail: false }
}
