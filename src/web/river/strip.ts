import type { UnitId } from '../../kernel/id.ts'
import { postsOf } from '../../register/queries.ts'
import type { Register } from '../../register/register.ts'
import type { Flow, RowKind, Stream } from './types.ts'

/** A bar on the right of the small drawing of all institutions. */
export interface StripGroup {
  readonly id: 'within' | 'beyond' | Exclude<RowKind, 'unit'>
  readonly value: number
  /** Institutions that it stands for. */
  readonly units: number
}

/** One institution's way, in the units of the measure: where it starts on the left bar and on its group's bar. */
export interface Thread {
  readonly id: string
  readonly fate: Stream['fate']
  readonly group: StripGroup['id']
  readonly value: number
  readonly fromAt: number
  readonly toAt: number
}

export interface Strip {
  readonly units: number
  readonly total: number
  readonly groups: readonly StripGroup[]
  readonly threads: readonly Thread[]
}

/**
 * All institutions in one bar each side. People in excess of the posts of the institution that takes them stand apart
 * (超编人员): each institution fills its posts in order of arrival, and who comes after is placed one by one.
 */
export const stripOf = (flow: Flow, after: Register): Strip => {
  const room = new Map<string, number>()
  const isPeople = flow.measure === 'people'
  const roomOf = (id: string) => {
    if (!isPeople) return Number.POSITIVE_INFINITY
    return room.get(id) ?? postsOf(after, id as UnitId, 'institution')
  }
  const order = new Map(flow.before.map((row, at) => [row.id, at]))
  const streams = [...flow.streams]
    .filter((stream) => stream.value > 0)
    .sort((a, b) => (order.get(a.from) ?? 0) - (order.get(b.from) ?? 0))
  const isUnit = new Set(flow.after.filter((row) => row.kind === 'unit').map((row) => row.id))
  const filled = new Map<StripGroup['id'], number>()
  const threads: Thread[] = []
  let fromAt = 0
  const add = (stream: Stream, group: StripGroup['id'], value: number) => {
    if (value === 0) return
    const toAt = filled.get(group) ?? 0
    threads.push({ id: `${stream.id}/${group}`, fate: stream.fate, group, value, fromAt, toAt })
    filled.set(group, toAt + value)
    fromAt += value
  }
  for (const stream of streams) {
    if (!isUnit.has(stream.to)) {
      add(stream, stream.to as StripGroup['id'], stream.value)
      continue
    }
    const free = roomOf(stream.to)
    const inside = Math.min(free, stream.value)
    if (isPeople) room.set(stream.to, free - inside)
    add(stream, 'within', inside)
    add(stream, 'beyond', stream.value - inside)
  }
  const all: StripGroup['id'][] = ['within', 'beyond', 'elsewhere', 'ended']
  return {
    units: flow.before.filter((row) => row.kind === 'unit').length,
    total: fromAt,
    groups: all
      .filter((id) => filled.has(id))
      .map((id) => ({ id, value: filled.get(id) ?? 0, units: id === 'within' ? isUnit.size : 0 })),
    threads,
  }
}
