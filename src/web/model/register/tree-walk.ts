import type { OrgNode } from '../../chart/types.ts'

/** A line of the tree as it stands open: what a screen reader is told of its place. */
export interface TreeRow {
  readonly node: OrgNode
  /** From 1, the county. */
  readonly level: number
  /** Its place among those of one parent, from 1, and how many these are. */
  readonly place: number
  readonly of: number
  /** Undefined where there is nothing below it. */
  readonly isOpen: boolean | undefined
  readonly parent: string | undefined
}

/** The lines to be seen: what is below a closed line is left out. */
export const rowsOf = (root: OrgNode, open: ReadonlySet<string>): TreeRow[] => {
  const rows: TreeRow[] = []
  const walk = (node: OrgNode, at: Omit<TreeRow, 'node' | 'isOpen'>) => {
    const isOpen = node.children.length === 0 ? undefined : open.has(node.id)
    rows.push({ node, ...at, isOpen })
    if (isOpen !== true) return
    for (const [place, child] of node.children.entries())
      walk(child, { level: at.level + 1, place: place + 1, of: node.children.length, parent: node.id })
  }
  walk(root, { level: 1, place: 1, of: 1, parent: undefined })
  return rows
}

/** What stands above a node, from the county down; empty when there is no such node. */
export const aboveOf = (root: OrgNode, id: string): string[] => {
  const known = parents.get(root) ?? parentsOf(root)
  parents.set(root, known)
  const above: string[] = []
  for (let at = known.get(id); at !== undefined; at = known.get(at)) above.unshift(at)
  return above
}
const parents = new WeakMap<OrgNode, Map<string, string>>()

const parentsOf = (root: OrgNode): Map<string, string> => {
  const found = new Map<string, string>()
  const walk = (node: OrgNode) => {
    for (const child of node.children) {
      found.set(child.id, node.id)
      walk(child)
    }
  }
  walk(root)
  return found
}

/** What a key does in a tree: goes to a line, or opens or closes one. */
export type TreeStep =
  | { readonly kind: 'go'; readonly to: string }
  | { readonly kind: 'open' | 'close'; readonly id: string }

/** By the habits of trees: → opens or goes in, ← closes or goes out, Home and End to the ends. */
export const treeStep = (key: string, rows: readonly TreeRow[], active: string): TreeStep | undefined => {
  const at = Math.max(
    0,
    rows.findIndex(({ node }) => node.id === active),
  )
  const row = rows[at]
  if (row === undefined) return undefined
  const go = (to: TreeRow | undefined): TreeStep | undefined =>
    to === undefined ? undefined : { kind: 'go', to: to.node.id }
  if (key === 'ArrowDown') return go(rows[at + 1])
  if (key === 'ArrowUp') return go(rows[at - 1])
  if (key === 'Home') return go(rows[0])
  if (key === 'End') return go(rows.at(-1))
  if (key === 'PageDown') return go(rows[Math.min(rows.length - 1, at + 10)])
  if (key === 'PageUp') return go(rows[Math.max(0, at - 10)])
  if (key === 'ArrowRight')
    return row.isOpen === false
      ? { kind: 'open', id: row.node.id }
      : row.isOpen
        ? go(rows[at + 1])
        : undefined
  if (key === 'ArrowLeft')
    return row.isOpen === true
      ? { kind: 'close', id: row.node.id }
      : row.parent === undefined
        ? undefined
        : { kind: 'go', to: row.parent }
  return undefined
}
