import type { Flow } from './types.ts'

/** The bar that the keyboard or the pointer is on. */
export interface Focus {
  readonly side: 'before' | 'after'
  readonly id: string
}

/** ↑ ↓ walk the bars of a side, ← → cross the river along the widest ribbon. Undefined for any other key. */
export const focusAfter = (key: string, focus: Focus | undefined, flow: Flow): Focus | undefined => {
  const side = focus?.side ?? 'before'
  const rows = flow[side]
  const at = rows.findIndex((row) => row.id === focus?.id)
  const to = (index: number): Focus | undefined => {
    const row = rows[Math.min(rows.length - 1, Math.max(0, index))]
    return row && { side, id: row.id }
  }
  if (key === 'ArrowDown') return to(at + 1)
  if (key === 'ArrowUp') return to(focus === undefined ? rows.length - 1 : at - 1)
  if (key === 'Home') return to(0)
  if (key === 'End') return to(rows.length - 1)
  if (key === 'ArrowRight') return side === 'after' ? focus : across(focus, flow)
  if (key === 'ArrowLeft') return side === 'before' ? (focus ?? to(0)) : across(focus, flow)
  return undefined
}

const across = (focus: Focus | undefined, flow: Flow): Focus | undefined => {
  if (focus === undefined) return flow.after[0] && { side: 'after', id: flow.after[0].id }
  const isBefore = focus.side === 'before'
  const widest = flow.streams
    .filter((stream) => stream[isBefore ? 'from' : 'to'] === focus.id)
    .sort((a, b) => b.value - a.value)[0]
  return widest === undefined
    ? focus
    : { side: isBefore ? 'after' : 'before', id: widest[isBefore ? 'to' : 'from'] }
}

/** The bar of a unit: after the reform if it is still there, else before. */
export const focusOn = (flow: Flow, id: string): Focus | undefined =>
  (['after', 'before'] as const)
    .filter((side) => flow[side].some((row) => row.id === id))
    .map((side) => ({ side, id }))[0]
