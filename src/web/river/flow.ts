import type { UnitId } from '../../kernel/id.ts'
import { say, type Text } from '../../kernel/text.ts'
import { guestsOf } from '../../register/queries.ts'
import type { Register } from '../../register/register.ts'
import { isOpen, type Unit } from '../../register/unit.ts'
import { plainName } from '../model/name.ts'
import { bodyOf, fateOf, heirsOf } from './fate.ts'
import { type Change, type Passage, passagesOf } from './holdings.ts'
import { orderedBefore } from './order.ts'
import type { Fate, Flow, Measure, Row, RowKind, Scope, Stream } from './types.ts'

const counting = { organs: 'organ', institutions: 'reformInstitution' } as const

const gathering: Readonly<Record<Exclude<RowKind, 'unit'>, Readonly<Record<Measure, Text>>>> = {
  elsewhere: {
    people: say('其他单位', 'Other units'),
    posts: say('其他单位', 'Other units'),
    duties: say('其他单位', 'Other units'),
    money: say('其他单位', 'Other units'),
  },
  ended: {
    people: say('离开', 'Left'),
    posts: say('核减', 'Cut'),
    duties: say('取消', 'Ended'),
    money: say('节约', 'Saved'),
  },
  begun: {
    people: say('进入', 'Entered'),
    posts: say('核增', 'Added'),
    duties: say('新增', 'New'),
    money: say('新增', 'New'),
  },
}

/** The drawing's content: the units of the scope before and after, and every passage that touches one of them. */
export const flowOf = (change: Change, measure: Measure, scope: Scope): Flow => {
  const { before, after } = change
  const [left, right] = [unitsIn(before, scope), unitsIn(after, scope)]
  const [leftIds, rightIds] = [new Set(left.map(idOf)), new Set(right.map(idOf))]
  const streams = new Map<string, Stream>()
  const add = (from: string, to: string, value: number, fate: Fate) => {
    const id = `${from}>${to}`
    const known = streams.get(id)
    streams.set(id, { id, from, to, value: (known?.value ?? 0) + value, fate: known?.fate ?? fate })
  }
  for (const passage of passagesOf(measure, change)) {
    const ends = endsOf(passage, change, leftIds, rightIds)
    if (ends !== undefined) add(ends.from, ends.to, passage.value, ends.fate)
  }
  // A unit with nothing of the kind still shows where it went.
  for (const unit of left)
    for (const heir of heirsOf(after, unit.id)) {
      const body = bodyOf(after, heir)
      if (!streams.has(`${unit.id}>${body}`) && rightIds.has(body))
        add(unit.id, body, 0, fateOf(before, after, unit.id, heir))
    }
  const all = [...streams.values()]
  const afterRows = rowsOf(right, 'after', all, change, measure)
  const beforeRows = rowsOf(left, 'before', all, change, measure)
  return {
    measure,
    scope,
    streams: all,
    after: afterRows,
    before: orderedBefore(beforeRows, afterRows, all),
  }
}

const idOf = (unit: Unit) => unit.id as string

/** Bodies in official order: a guest stands with its host, so it has no row of its own. */
const unitsIn = (register: Register, scope: Scope): Unit[] =>
  [...register.units.values()]
    .filter((unit) => isOpen(unit) && unit.counts === counting[scope] && unit.coLocatedWith === undefined)
    .sort((a, b) => a.order - b.order || (a.id < b.id ? -1 : 1))

const endsOf = (
  { from, to }: Passage,
  { before, after }: Change,
  left: ReadonlySet<string>,
  right: ReadonlySet<string>,
): { from: string; to: string; fate: Fate } | undefined => {
  const source = from === undefined ? undefined : bodyOf(before, from)
  const target = to === undefined ? undefined : bodyOf(after, to)
  const isLeft = source !== undefined && left.has(source)
  const isRight = target !== undefined && right.has(target)
  if (!isLeft && !isRight) return undefined
  return {
    from: isLeft ? source : from === undefined ? 'begun' : 'elsewhere',
    to: isRight ? target : to === undefined ? 'ended' : 'elsewhere',
    fate: from === undefined || to === undefined ? 'ended' : fateOf(before, after, from, to),
  }
}

const rowsOf = (
  units: readonly Unit[],
  side: 'before' | 'after',
  streams: readonly Stream[],
  change: Change,
  measure: Measure,
): Row[] => {
  const end = side === 'before' ? 'from' : 'to'
  const totals = new Map<string, number>()
  for (const stream of streams) totals.set(stream[end], (totals.get(stream[end]) ?? 0) + stream.value)
  const gathered = (['elsewhere', 'begun', 'ended'] as const).filter((kind) => totals.has(kind))
  return [
    ...units.map((unit) => unitRow(unit, side, totals.get(unit.id) ?? 0, change, streams)),
    ...gathered.map(
      (kind): Row => ({
        id: kind,
        kind,
        name: gathering[kind][measure],
        fullName: gathering[kind][measure],
        guests: [],
        plates: [],
        official: Number.MAX_SAFE_INTEGER,
        turns: false,
        fate: kind === 'elsewhere' ? 'moved' : 'ended',
        value: totals.get(kind) ?? 0,
      }),
    ),
  ]
}

const unitRow = (
  unit: Unit,
  side: 'before' | 'after',
  value: number,
  { before, after }: Change,
  streams: readonly Stream[],
): Row => {
  const register = side === 'before' ? before : after
  const turns = side === 'before' ? !isOpenIn(after, unit.id) : !before.units.has(unit.id)
  return {
    id: unit.id,
    kind: 'unit',
    name: say(unit.short, unit.shortEn),
    fullName: say(unit.name, unit.nameEn),
    guests: guestsOf(register, unit.id).map((guest) => say(guest.short, guest.shortEn)),
    plates: register.nameplates.heldBy(unit.id).map((plate) => shortPlate(plate, register.county)),
    official: unit.order,
    turns,
    fate: side === 'before' ? leavingFate(unit.id, { before, after }) : arrivingFate(unit.id, turns, streams),
    value,
  }
}

/** A plate as people of the county say it: 县林业局, not 河曲县林业局. The card beside the drawing has it in full. */
const shortPlate = (plate: { name: string; nameEn: string }, county: Register['county']): Text =>
  say(
    plate.name.replace(`中共${plainName(county.name)}委`, '县委').replace(plainName(county.name), '县'),
    plate.nameEn
      .replace(` of the ${plainName(county.nameEn)} Party Committee`, '')
      .replace(`${plainName(county.nameEn)} `, ''),
  )

const isOpenIn = (register: Register, id: UnitId) => {
  const unit = register.units.get(id)
  return unit !== undefined && isOpen(unit)
}

/** The fate of the unit itself, whatever single duties do. */
const leavingFate = (id: UnitId, { before, after }: { before: Register; after: Register }): Fate => {
  const heir = heirsOf(after, id)[0]
  return heir === undefined ? 'kept' : fateOf(before, after, id, heir)
}

const arrivingFate = (id: string, isNew: boolean, streams: readonly Stream[]): Fate => {
  if (isNew) return 'merged'
  return streams.some((stream) => stream.to === id && stream.fate === 'colocated') ? 'colocated' : 'kept'
}
