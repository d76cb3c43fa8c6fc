import { pathTo } from '../../chart/find.ts'
import type { Block } from '../../chart/types.ts'

/** With Shift the arrows walk the chart: ↑ to what is above, ↓ to the first below, ← and → among those of one parent. */
export const stepFrom = (root: Block, id: string, key: string): string | undefined => {
  const path = pathTo(root, id)
  const [block, parent] = [path.at(-1) ?? root, path.at(-2)]
  if (key === 'ArrowUp') return parent?.node.id
  if (key === 'ArrowDown') return block.node.children[0]?.id
  if (key !== 'ArrowLeft' && key !== 'ArrowRight') return undefined
  const beside = parent?.node.children ?? []
  const at = beside.findIndex((each) => each.id === block.node.id)
  return beside[at + (key === 'ArrowLeft' ? -1 : 1)]?.id
}
