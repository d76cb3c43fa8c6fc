import type { Language } from '../../kernel/text.ts'
import { textWidth } from './text.ts'
import type { Block, ChartLayout, OrgNode, Shelf } from './types.ts'

/** Measures of the drawing, in px at full size. */
export const boxHeight = 20
export const indent = 14
export const gap = { x: 8, y: 8 } as const
const padding = 28
/** How much wider than tall a stack of rows should be, so that the whole fits a screen. */
const wished = 1.8

/** A block while its place is not known: everything is counted from its own corner. */
interface Sized {
  readonly node: OrgNode
  readonly boxWidth: number
  readonly width: number
  readonly height: number
  readonly rows: readonly SizedRow[]
}
interface SizedRow {
  readonly top: number
  readonly height: number
  readonly blocks: readonly { readonly x: number; readonly block: Sized }[]
}

/**
 * The org chart of a tree: every node once, in the order of the tree, children in rows below their parent and never
 * outside of its area; boxes never overlap. Rows are as long as makes the area of each parent about as wide as a screen.
 * Time grows with the number of nodes.
 */
export const layoutOf = (tree: OrgNode, language: Language): ChartLayout => {
  const sized = sizeOf(tree, language)
  return { root: placed(sized, { x: 0, y: 0, depth: 0 }), units: countUnits(tree) }
}

const sizeOf = (node: OrgNode, language: Language): Sized => {
  const boxWidth = Math.ceil(textWidth(node.name[language]) + padding)
  if (node.children.length === 0) return { node, boxWidth, width: boxWidth, height: boxHeight, rows: [] }
  const children = evened(node.children.map((child) => sizeOf(child, language)))
  const rows = rowsOf(children)
  return { node, boxWidth, width: Math.max(boxWidth, widthOf(rows)), height: bottomOf(rows), rows }
}

/** Boxes without children are as wide as the widest of them beside them, so that they stand in columns. */
const evened = (children: readonly Sized[]): Sized[] => {
  const widest = children.reduce(
    (most, { rows, boxWidth }) => (rows.length > 0 ? most : Math.max(most, boxWidth)),
    0,
  )
  return children.map((child) =>
    child.rows.length > 0 ? child : { ...child, boxWidth: widest, width: widest },
  )
}

/** Rows of several lengths are tried; the one kept makes the whole smallest on a screen. */
const rowsOf = (children: readonly Sized[]): SizedRow[] => {
  const area = children.reduce((sum, { width, height }) => sum + (width + gap.x) * (height + gap.y), 0)
  const widest = children.reduce((most, { width }) => Math.max(most, width), 0)
  let best: SizedRow[] = []
  let least = Number.POSITIVE_INFINITY
  for (const times of children.length < 4 ? [1, 2] : [0.7, 0.85, 1, 1.2, 1.45, 1.8]) {
    const rows = filled(children, Math.max(widest, Math.sqrt(area * wished) * times))
    const size = Math.max(widthOf(rows) / wished, bottomOf(rows))
    if (size >= least) continue
    least = size
    best = rows
  }
  return best
}

const widthOf = (rows: readonly SizedRow[]): number =>
  rows.reduce((widest, { blocks }) => {
    const end = blocks.at(-1)
    return end === undefined ? widest : Math.max(widest, end.x + end.block.width)
  }, 0)

const bottomOf = (rows: readonly SizedRow[]): number => {
  const last = rows.at(-1)
  return last === undefined ? boxHeight : last.top + last.height
}

const filled = (children: readonly Sized[], length: number): SizedRow[] => {
  const rows: SizedRow[] = []
  let row: { x: number; block: Sized }[] = []
  let x = indent
  let top = boxHeight + gap.y
  let height = 0
  const end = () => {
    rows.push({ top, height, blocks: row })
    top += height + gap.y
    row = []
    x = indent
    height = 0
  }
  for (const block of children) {
    if (row.length > 0 && x + block.width > indent + length) end()
    row.push({ x, block })
    x += block.width + gap.x
    height = Math.max(height, block.height)
  }
  end()
  return rows
}

const placed = (
  { node, boxWidth, width, height, rows }: Sized,
  at: { readonly x: number; readonly y: number; readonly depth: number },
): Block => ({
  node,
  depth: at.depth,
  x: at.x,
  y: at.y,
  width,
  height,
  boxWidth,
  boxHeight,
  shelves: rows.map((row): Shelf => {
    const top = at.y + row.top
    const blocks = row.blocks.map(({ x, block }) =>
      placed(block, { x: at.x + x, y: top, depth: at.depth + 1 }),
    )
    return {
      top,
      bottom: top + row.height,
      blocks,
      isPlain: blocks.every(({ shelves }) => shelves.length === 0),
    }
  }),
})

const countUnits = (node: OrgNode): number =>
  node.children.reduce((sum, child) => sum + countUnits(child), node.isUnit ? 1 : 0)
