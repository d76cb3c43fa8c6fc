import { canonical } from './canonical.ts'

/** How a keyed collection changed. `reverse` of it undoes it; `squash` of two makes one. */
export interface Diff<Row> {
  readonly added: ReadonlyMap<string, Row>
  readonly changed: ReadonlyMap<string, readonly [from: Row, to: Row]>
  readonly removed: ReadonlyMap<string, Row>
}

interface Collection<Row> extends Iterable<readonly [string, Row]> {
  get(id: string): Row | undefined
}

/** Rows are the same when their canonical JSON is; identical objects are not even looked into. */
export const diffOf = <Row>(before: Collection<Row>, after: Collection<Row>): Diff<Row> => {
  const added = new Map<string, Row>()
  const changed = new Map<string, readonly [Row, Row]>()
  const removed = new Map<string, Row>()
  for (const [id, to] of after) {
    const from = before.get(id)
    if (from === undefined) added.set(id, to)
    else if (from !== to && canonical(from) !== canonical(to)) changed.set(id, [from, to])
  }
  for (const [id, from] of before) if (after.get(id) === undefined) removed.set(id, from)
  return { added, changed, removed }
}

export const reverse = <Row>(diff: Diff<Row>): Diff<Row> => ({
  added: diff.removed,
  changed: new Map([...diff.changed].map(([id, [from, to]]) => [id, [to, from] as const])),
  removed: diff.added,
})

/** The collection after the diff; throws when the diff does not fit, because that is a bug of the caller. */
export const patched = <Row>(before: ReadonlyMap<string, Row>, diff: Diff<Row>): Map<string, Row> => {
  const after = new Map(before)
  for (const id of diff.removed.keys()) if (!after.delete(id)) throw new Error(`diff removes unknown ${id}`)
  for (const [id, [, to]] of diff.changed) {
    if (!after.has(id)) throw new Error(`diff changes unknown ${id}`)
    after.set(id, to)
  }
  for (const [id, row] of diff.added) {
    if (after.has(id)) throw new Error(`diff adds known ${id}`)
    after.set(id, row)
  }
  return after
}

/** One diff for two in a row; a row that came and went, or changed and changed back, leaves no trace. */
export const squash = <Row>(first: Diff<Row>, second: Diff<Row>): Diff<Row> => {
  const ends = new Map<string, { from: Row | undefined; to: Row | undefined }>()
  const note = (id: string, from: Row | undefined, to: Row | undefined) => {
    const known = ends.get(id)
    ends.set(id, { from: known === undefined ? from : known.from, to })
  }
  for (const diff of [first, second]) {
    for (const [id, row] of diff.removed) note(id, row, undefined)
    for (const [id, [from, to]] of diff.changed) note(id, from, to)
    for (const [id, row] of diff.added) note(id, undefined, row)
  }
  const froms = new Map<string, Row>()
  const tos = new Map<string, Row>()
  for (const [id, { from, to }] of ends) {
    if (from !== undefined) froms.set(id, from)
    if (to !== undefined) tos.set(id, to)
  }
  return diffOf(froms, tos)
}

export const isEmptyDiff = (diff: Diff<unknown>): boolean =>
  diff.added.size + diff.changed.size + diff.removed.size === 0
