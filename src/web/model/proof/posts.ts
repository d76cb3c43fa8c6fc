import type { UnitId } from '../../../kernel/id.ts'
import { say, type Text } from '../../../kernel/text.ts'
import type { AmountTable } from '../../../reform/expectations.ts'
import type { Move } from '../../../reform/operation.ts'
import { shortNameOf } from '../../../register/queries.ts'
import { postKinds, postKindsEn } from '../../../register/quota.ts'
import type { Register } from '../../../register/register.ts'
import type { OpenedRow } from '../opened.ts'
import { netted, type PostPassage } from './netted.ts'
import type { Passages, Proof } from './things.ts'

/**
 * Posts have no identity of their own: their way is folded from the declared moves, kind by kind. A cut takes from each
 * origin in proportion; what a unit both receives and gives is set off, so that a row tells who has fewer and who more.
 * With `kind`, the posts of that kind alone.
 */
export const passagesOfPosts = (table: AmountTable, proof: Proof, kind?: string): Passages => {
  const { before, after } = proof
  const all = postPassages(table, proof).filter((each) => kind === undefined || each.key === kind)
  const nameOf = (id: string) => shortNameOf(after.units.has(id as UnitId) ? after : before, id as UnitId)
  const row = ({ key, from, to, value }: PostPassage, sign: 1 | -1): OpenedRow => ({
    at: `${table}:${from ?? to}/${key}`,
    label: kindText(table, key),
    value: sign * value,
    from: from === undefined ? undefined : nameOf(from),
    to: to === undefined ? undefined : nameOf(to),
  })
  const held = (register: Register, side: 'from' | 'to') =>
    amountsOf(table, register)
      .filter(({ key, posts }) => posts !== 0 && (kind === undefined || key === kind))
      .map(({ id, unit, key, posts }) => ({
        at: `${table}:${id}`,
        label: kindText(table, key),
        value: posts,
        [side]: nameOf(unit),
      }))
  const moved = all.filter(({ from, to }) => from !== undefined && to !== undefined && from !== to)
  return {
    before: held(before, 'from'),
    out: moved.map((each) => row(each, -1)),
    in: moved.map((each) => row(each, 1)),
    ended: all.filter(({ to }) => to === undefined).map((each) => row(each, -1)),
    begun: all.filter(({ from }) => from === undefined).map((each) => row(each, 1)),
    after: held(after, 'to'),
  }
}

export const kindText = (table: AmountTable, key: string): Text =>
  table === 'quotas'
    ? say(
        postKinds[key as keyof typeof postKinds],
        `${postKindsEn[key as keyof typeof postKinds]} posts`.replace(/^./, (first) => first.toUpperCase()),
      )
    : say(levels[key as keyof typeof levels][0], levels[key as keyof typeof levels][1])

const levels = {
  chief: ['正职', 'Chief posts'],
  deputy: ['副职', 'Deputy posts'],
} as const

interface Amount {
  readonly id: string
  readonly unit: UnitId
  readonly key: string
  readonly posts: number
}

const amountsOf = (table: AmountTable, register: Register): Amount[] =>
  table === 'quotas'
    ? Array.from(register.quotas.values(), ({ id, unit, kind, posts }) => ({ id, unit, key: kind, posts }))
    : Array.from(register.leadership.values(), ({ id, unit, level, posts }) => ({
        id,
        unit,
        key: level,
        posts,
      }))

/** How many posts of one kind of a unit came from which unit; `undefined` for those created since. */
type Origins = Map<string | undefined, number>

const postPassages = (table: AmountTable, { before, moves }: Proof): PostPassage[] => {
  const held = new Held()
  for (const { unit, key, posts } of amountsOf(table, before)) held.at(unit, key).set(unit, posts)
  for (const move of moves) follow(table, move, held)
  return netted(held.passages())
}

const follow = (table: AmountTable, move: Move, held: Held): void => {
  if (move.kind === 'all') {
    if (!move.tables.includes(table)) return
    for (const key of held.keysOf(move.from)) held.pass(held.at(move.from, key), held.at(move.to, key))
  } else if (move.kind === 'posts') {
    if (move.table === table) held.pass(held.at(move.from, move.key), held.at(move.to, move.key), move.count)
  } else if (move.kind === 'set' && move.table === table) held.set(move.unit, move.key, move.count)
}

/** Posts by unit and kind with their origins while the moves are followed. */
class Held {
  readonly #units = new Map<string, Map<string, Origins>>()
  readonly #ended: PostPassage[] = []

  at(unit: string, key: string): Origins {
    const keys = this.#units.get(unit) ?? new Map<string, Origins>()
    this.#units.set(unit, keys)
    const origins = keys.get(key) ?? new Map<string | undefined, number>()
    keys.set(key, origins)
    return origins
  }
  keysOf(unit: string): string[] {
    return [...(this.#units.get(unit)?.keys() ?? [])]
  }
  pass(from: Origins, to: Origins, count = total(from)): void {
    for (const [origin, posts] of taken(from, count)) give(to, origin, posts)
  }
  set(unit: string, key: string, count: number): void {
    const origins = this.at(unit, key)
    const more = count - total(origins)
    if (more > 0) give(origins, undefined, more)
    for (const [from, value] of taken(origins, -more))
      if (from !== undefined) this.#ended.push({ key, from, to: undefined, value })
  }
  passages(): PostPassage[] {
    const kept = [...this.#units].flatMap(([to, keys]) =>
      [...keys].flatMap(([key, origins]) =>
        Array.from(origins, ([from, value]) => ({ key, from, to, value })),
      ),
    )
    return [...kept, ...this.#ended]
  }
}

const total = (origins: Origins): number => [...origins.values()].reduce((sum, posts) => sum + posts, 0)

const give = (origins: Origins, origin: string | undefined, posts: number) => {
  if (posts > 0) origins.set(origin, (origins.get(origin) ?? 0) + posts)
}

/** Takes whole posts from the origins in proportion, in order of how many they have; never more than there are. */
const taken = (origins: Origins, count: number): [origin: string | undefined, posts: number][] => {
  let [left, of] = [Math.min(count, total(origins)), total(origins)]
  if (left <= 0) return []
  const found: [string | undefined, number][] = []
  for (const [origin, posts] of [...origins].sort(([, a], [, b]) => a - b)) {
    const share = Math.min(posts, Math.round((left * posts) / of))
    left -= share
    of -= posts
    if (share === posts) origins.delete(origin)
    else origins.set(origin, posts - share)
    if (share > 0) found.push([origin, share])
  }
  return found
}
