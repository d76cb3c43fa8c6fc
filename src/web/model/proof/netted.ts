/** So many posts of one kind were with one unit and are with another; without `from` they began, without `to` they ended. */
export interface PostPassage {
  readonly key: string
  readonly from: string | undefined
  readonly to: string | undefined
  readonly value: number
}

interface Open {
  key: string
  from: string | undefined
  to: string | undefined
  value: number
}

/**
 * Sets off what a unit receives of a kind against what it gives of the same kind: afterwards each unit only gives or only
 * receives, and the sums of what every unit had and has are as before. Posts of one kind cannot be told apart.
 */
export const netted = (passages: readonly PostPassage[]): PostPassage[] => {
  const open: Open[] = passages.map((each) => ({ ...each }))
  const units = new Set(open.flatMap(({ key, from, to }) => [`${from ?? ''}/${key}`, `${to ?? ''}/${key}`]))
  const incoming = groups(open, 'to')
  const outgoing = groups(open, 'from')
  for (const unit of units) {
    if (unit.startsWith('/')) continue
    const [ins, outs] = [incoming.get(unit) ?? [], outgoing.get(unit) ?? []]
    for (const out of [...outs])
      for (const one of [...ins]) {
        const value = Math.min(one.value, out.value)
        if (value === 0) continue
        one.value -= value
        out.value -= value
        if (one.from === out.to) continue
        const joined: Open = { key: out.key, from: one.from, to: out.to, value }
        open.push(joined)
        put(incoming, `${joined.to ?? ''}/${joined.key}`, joined)
        put(outgoing, `${joined.from ?? ''}/${joined.key}`, joined)
      }
  }
  return summed(open.filter(({ from, to, value }) => value > 0 && from !== to))
}

const groups = (passages: readonly Open[], side: 'from' | 'to'): Map<string, Open[]> => {
  const found = new Map<string, Open[]>()
  for (const each of passages) if (each.from !== each.to) put(found, `${each[side] ?? ''}/${each.key}`, each)
  return found
}

const put = (groups: Map<string, Open[]>, key: string, passage: Open) => {
  const known = groups.get(key)
  if (known === undefined) groups.set(key, [passage])
  else known.push(passage)
}

const summed = (passages: readonly Open[]): PostPassage[] => {
  const sums = new Map<string, Open>()
  for (const each of passages) {
    const id = `${each.key}\n${each.from ?? ''}\n${each.to ?? ''}`
    const known = sums.get(id)
    if (known === undefined) sums.set(id, { ...each })
    else known.value += each.value
  }
  return [...sums.values()]
}
