import type { Language } from '../../kernel/text.ts'
import { blocksIn, isWithin, shelvesIn } from './find.ts'
import { gap, indent } from './layout.ts'
import { areaIn, type Size } from './sight.ts'
import { textWidth } from './text.ts'
import type { Area, Block, ChartLayout, Shelf, Sight, Tone } from './types.ts'

/** Below these sizes on the screen a thing is drawn with others as one, in px. */
const least = { strip: 4, block: 3, header: 12, detail: 20, line: 5 } as const

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
  /** Its name stands in it. */
  readonly isNamed: boolean
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
    const box = onScreen({ x, y, width, height })
    scene.boxes.push({ ...box, tone, block, isNamed: isReadable(box, block.node.name[asked.language]) })
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

/** Names in their boxes as soon as they fit; of what has something below it also from farther away, over what is drawn. */
const labelsOf = (boxes: readonly DrawnBox[], { sight, language, detailOf }: Asked): Label[] => {
  const labels: Label[] = []
  const taken: Area[] = []
  for (const box of [...boxes].sort((a, b) => a.block.depth - b.block.depth)) {
    const { block, tone } = box
    const text = block.node.name[language]
    const width = textWidth(text)
    const isBold = !block.node.isUnit
    if (box.isNamed) {
      const put = inside(box, { text, width, tone, isBold }, sight.scale)
      taken.push({ x: put.x, y: put.y - 6, width: put.width, height: 12 })
      labels.push(put)
      if (box.height >= 2 * least.detail) labels.push(detail(box, detailOf(block), sight.scale))
    } else if (block.shelves.length > 0) {
      const put = fromAfar(box, { text, width, tone, isBold }, sight.scale, taken)
      if (put !== undefined) labels.push(put)
    }
  }
  return labels
}

/** A name of 12 px fits its box. */
const isReadable = ({ width, height }: Area, name: string): boolean =>
  height >= least.header && textWidth(name) + 7 <= width

type Words = Pick<Label, 'text' | 'width' | 'tone' | 'isBold'>

const inside = (box: DrawnBox, words: Words, scale: number): Label => {
  const px = Math.min(16, Math.max(12, 12 * scale))
  const width = (words.width * px) / 12
  return {
    ...words,
    width,
    px,
    x: box.x + Math.max(5, Math.min(12 * scale, box.width - width - 3)),
    y: box.y + box.height * (box.height >= 2 * least.detail ? 0.32 : 0.5),
    isAfar: false,
    isDetail: false,
  }
}

const detail = (box: DrawnBox, text: string, scale: number): Label => ({
  text,
  width: textWidth(text),
  px: 12,
  x: box.x + 12 * scale,
  y: box.y + box.height * 0.72,
  tone: box.tone,
  isBold: false,
  isAfar: false,
  isDetail: true,
})

/** The name of a part, at the corner of its area, where it has room and stands on no other name. */
const fromAfar = (box: DrawnBox, words: Words, scale: number, taken: Area[]): Label | undefined => {
  const { block } = box
  if (block.width * scale < words.width + 4 || block.height * scale < 24) return undefined
  const place = { x: box.x, y: box.y - 2, width: words.width + 8, height: 16 }
  if (taken.some((other) => isWithin(place, other))) return undefined
  taken.push(place)
  return { ...words, x: box.x + 4, y: box.y + 6, px: 12, isAfar: true, isDetail: false }
}
