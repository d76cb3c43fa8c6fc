import type { UnitId } from '../../kernel/id.ts'
import type { Move } from '../../reform/operation.ts'
import { postKinds } from '../../register/quota.ts'
import type { Change, Passage } from './holdings.ts'
import { Tally } from './holdings.ts'

/** Posts of one kind in one unit, by the unit that had them before the plan; `''` for posts created since. */
type Origins = Map<string, number>

const born = ''

/**
 * Posts have no identity of their own, so their journey is folded from the declared moves: a merger takes all of a
 * unit's posts along, a transfer or a cut takes from each origin in proportion. What the moves do not explain is shown
 * as posts that began or ended, so that both sides always add up to the registers.
 */
export const postOrigins = ({ before, after, moves }: Change): Passage[] => {
  const held = new Map<string, Origins>()
  const ended = new Tally()
  const at = (unit: string, kind: string): Origins => {
    const key = `${unit}/${kind}`
    const known = held.get(key) ?? new Map<string, number>()
    held.set(key, known)
    return known
  }
  for (const quota of before.quotas.values()) at(quota.unit, quota.kind).set(quota.unit, quota.posts)
  const setTo = (unit: string, kind: string, posts: number) => {
    const origins = at(unit, kind)
    const difference = posts - totalOf(origins)
    if (difference > 0) give(origins, born, difference)
    for (const [origin, count] of taken(origins, -difference))
      if (origin !== born) ended.add(origin as UnitId, undefined, count)
  }
  for (const move of moves) follow(move, held, at, setTo)
  const wanted = new Map(
    [...after.quotas.values()].map((quota) => [`${quota.unit}/${quota.kind}`, quota.posts]),
  )
  for (const key of new Set([...held.keys(), ...wanted.keys()])) {
    const cut = key.lastIndexOf('/')
    setTo(key.slice(0, cut), key.slice(cut + 1), wanted.get(key) ?? 0)
  }
  const passages = new Tally()
  for (const [key, origins] of held)
    for (const [origin, count] of origins)
      passages.add(
        origin === born ? undefined : (origin as UnitId),
        key.slice(0, key.lastIndexOf('/')) as UnitId,
        count,
      )
  return [...passages.passages(), ...ended.passages()]
}

const follow = (
  move: Move,
  held: ReadonlyMap<string, Origins>,
  at: (unit: string, kind: string) => Origins,
  setTo: (unit: string, kind: string, posts: number) => void,
) => {
  if (move.kind === 'all' && move.tables.includes('quotas')) {
    for (const kind of Object.keys(postKinds)) {
      const from = held.get(`${move.from}/${kind}`)
      if (from === undefined) continue
      for (const [origin, count] of from) give(at(move.to, kind), origin, count)
      from.clear()
    }
  } else if (move.kind === 'posts' && move.table === 'quotas') {
    for (const [origin, count] of taken(at(move.from, move.key), move.count))
      give(at(move.to, move.key), origin, count)
  } else if (move.kind === 'set' && move.table === 'quotas') setTo(move.unit, move.key, move.count)
}

const totalOf = (origins: Origins) => [...origins.values()].reduce((total, count) => total + count, 0)

const give = (origins: Origins, origin: string, count: number) => {
  if (count > 0) origins.set(origin, (origins.get(origin) ?? 0) + count)
}

/** Takes `count` from the origins in proportion, whole posts by largest remainder; never more than there are. */
const taken = (origins: Origins, count: number): [origin: string, count: number][] => {
  const total = totalOf(origins)
  const wanted = Math.min(count, total)
  if (wanted <= 0) return []
  const shares = [...origins].map(([origin, has]) => {
    const exact = (has * wanted) / total
    return { origin, has, share: Math.floor(exact), rest: exact - Math.floor(exact) }
  })
  let left = wanted - shares.reduce((sum, each) => sum + each.share, 0)
  for (const each of [...shares].sort((a, b) => b.rest - a.rest)) {
    if (left === 0) break
    if (each.share < each.has) {
      each.share += 1
      left -= 1
    }
  }
  for (const { origin, has, share } of shares) {
    if (share === has) origins.delete(origin)
    else origins.set(origin, has - share)
  }
  return shares.filter(({ share }) => share > 0).map(({ origin, share }) => [origin, share])
}
