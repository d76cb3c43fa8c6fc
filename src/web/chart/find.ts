import type { Area, Block, Shelf } from './types.ts'

/** Rows and the blocks in them are in order, so the tree of areas is its own index: two halvings a level find a place. */

/** The first of ordered things that is not wholly before `place`; their number when all are. */
const firstBehind = <Thing>(
  things: readonly Thing[],
  place: number,
  endOf: (thing: Thing) => number,
): number => {
  let [low, high] = [0, things.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (endOf(things[middle] as Thing) < place) low = middle + 1
    else high = middle
  }
  return low
}

const bottomOf = (shelf: Shelf) => shelf.bottom
const rightOf = (block: Block) => block.x + block.width

/** The block whose own box stands at a place of the drawing. */
export const blockAt = (root: Block, x: number, y: number): Block | undefined => {
  let block: Block | undefined = root
  while (block !== undefined) {
    if (x < block.x || y < block.y || x > block.x + block.width || y > block.y + block.height)
      return undefined
    if (y <= block.y + block.boxHeight) return x <= block.x + block.boxWidth ? block : undefined
    const shelf: Shelf | undefined = block.shelves[firstBehind(block.shelves, y, bottomOf)]
    if (shelf === undefined || y < shelf.top) return undefined
    block = shelf.blocks[firstBehind(shelf.blocks, x, rightOf)]
  }
  return undefined
}

/** The block with all above it, the root first; empty when there is no such node. */
export const pathTo = (root: Block, id: string): Block[] => {
  const known = paths.get(root) ?? indexed(root)
  paths.set(root, known)
  const path: Block[] = []
  for (
    let at = known.get(id);
    at !== undefined;
    at = at.above === undefined ? undefined : known.get(at.above)
  )
    path.unshift(at.block)
  return path
}

interface Place {
  readonly block: Block
  readonly above: string | undefined
}
const paths = new WeakMap<Block, Map<string, Place>>()

const indexed = (root: Block): Map<string, Place> => {
  const places = new Map<string, Place>()
  const walk = (block: Block, above: string | undefined) => {
    places.set(block.node.id, { block, above })
    for (const shelf of block.shelves) for (const child of shelf.blocks) walk(child, block.node.id)
  }
  walk(root, undefined)
  return places
}

/** The rows of a block that reach into an area, from the top. */
export const shelvesIn = (block: Block, { y, height }: Area): readonly Shelf[] => {
  const from = firstBehind(block.shelves, y, bottomOf)
  let to = from
  while (to < block.shelves.length && (block.shelves[to] as Shelf).top <= y + height) to += 1
  return from === 0 && to === block.shelves.length ? block.shelves : block.shelves.slice(from, to)
}

/** The blocks of a row that reach into an area, from the left. */
export const blocksIn = ({ blocks }: Shelf, { x, width }: Area): readonly Block[] => {
  const from = firstBehind(blocks, x, rightOf)
  let to = from
  while (to < blocks.length && (blocks[to] as Block).x <= x + width) to += 1
  return from === 0 && to === blocks.length ? blocks : blocks.slice(from, to)
}

export const isWithin = (block: Area, area: Area): boolean =>
  block.x <= area.x + area.width &&
  block.x + block.width >= area.x &&
  block.y <= area.y + area.height &&
  block.y + block.height >= area.y
