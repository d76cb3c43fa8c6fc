import { number, say, type Text } from '../../../kernel/text.ts'
import type { FigureRow } from '../../../ledger/figure.ts'
import { nameOf, shortNameOf } from '../../../register/queries.ts'
import { leadingLevels, postKinds, postKindsEn } from '../../../register/quota.ts'
import type { HeldName, Register, Rows } from '../../../register/register.ts'
import type { Unit } from '../../../register/unit.ts'
import { changedFields } from './changed-fields.ts'
import type { Between, Pair } from './changes.ts'

/** The rows of each group of changes: where the thing stands in the register, and what became of it in words. */

const row = (at: string, label: Text, value = 1): FigureRow => ({ at, label, value })
const arrow = (from: Text, to: Text): Text => say(`${from.zh} → ${to.zh}`, `${from.en} → ${to.en}`)
const behind = (head: Text, rest: Text): Text => say(`${head.zh}：${rest.zh}`, `${head.en}: ${rest.en}`)
const joined = (texts: readonly Text[]): Text =>
  say(texts.map(({ zh }) => zh).join('、'), texts.map(({ en }) => en).join(', '))
const fullName = ({ name, nameEn }: Unit): Text => say(name, nameEn)

export const unitRows = ({ before, after, added, removed, changed }: Between) => {
  const isOpen = ({ closedOn }: Unit) => closedOn === undefined
  const closing = changed('units').filter(([from, to]) => isOpen(from) && !isOpen(to))
  const opening = changed('units').filter(([from, to]) => !isOpen(from) && isOpen(to))
  const rest = changed('units').filter(([from, to]) => isOpen(from) === isOpen(to))
  const isRenamed = ([from, to]: Pair<'units'>) => from.name !== to.name
  const closed = ([, to]: Pair<'units'>): Text => {
    const heirs = to.supersededBy ?? []
    return heirs.length === 0
      ? fullName(to)
      : arrow(fullName(to), joined(heirs.map((id) => nameOf(after, id))))
  }
  return {
    closed: [
      ...closing.map((pair) => row(`units:${pair[1].id}`, closed(pair))),
      ...removed('units').map((unit) => row(`units:${unit.id}`, fullName(unit))),
    ],
    opened: [...added('units'), ...opening.map(([, to]) => to)].map((unit) =>
      row(`units:${unit.id}`, fullName(unit)),
    ),
    renamed: rest
      .filter(isRenamed)
      .map(([from, to]) => row(`units:${to.id}`, arrow(fullName(from), fullName(to)))),
    unitFacts: rest
      .filter((pair) => !isRenamed(pair))
      .map((pair) =>
        row(
          `units:${pair[1].id}`,
          behind(fullName(pair[1]), sharing(pair, after) ?? changedFields('units', pair, [before, after])),
        ),
      ),
  }
}

/** That a unit began or ceased to share a staff, which is what matters of its fields. */
const sharing = ([from, to]: Pair<'units'>, after: Register): Text | undefined => {
  if (from.coLocatedWith === to.coLocatedWith) return undefined
  if (to.coLocatedWith === undefined) return say('不再合署', 'no longer shares a staff')
  const host = shortNameOf(after, to.coLocatedWith)
  return say(`与${host.zh}合署`, `shares the staff of ${host.en}`)
}

/** What came, went, changed hands or changed otherwise in a table, each with its own words. */
const heldRows = <Name extends HeldName>(
  between: Between,
  name: Name,
  labelOf: (each: Rows[Name]) => Text,
) => {
  const { before, after, added, removed, changed } = between
  const at = ({ id }: Rows[Name]) => `${name}:${id}`
  const isMoved = ([from, to]: Pair<Name>) => from.unit !== to.unit
  const fields = (pair: Pair<Name>) => changedFields(name, pair, [before, after])
  return {
    begun: added(name).map((each) => row(at(each), behind(labelOf(each), shortNameOf(after, each.unit)))),
    ended: removed(name).map((each) => row(at(each), behind(labelOf(each), shortNameOf(before, each.unit)))),
    moved: changed(name)
      .filter(isMoved)
      .map(([from, to]) =>
        row(at(to), behind(labelOf(to), arrow(shortNameOf(before, from.unit), shortNameOf(after, to.unit)))),
      ),
    otherwise: changed(name)
      .filter((pair) => !isMoved(pair))
      .map((pair) =>
        row(at(pair[1]), behind(joined([labelOf(pair[1]), shortNameOf(after, pair[1].unit)]), fields(pair))),
      ),
  }
}

const named = ({ name, nameEn }: { readonly name: string; readonly nameEn: string }) => say(name, nameEn)
const called = ({ name }: { readonly name: string }) => say(name, name)

export const dutyRows = (between: Between) => {
  const { begun, ended, moved, otherwise } = heldRows(between, 'duties', named)
  return { dutiesMoved: moved, dutiesBegun: begun, dutiesEnded: ended, dutyFacts: otherwise }
}

export const peopleRows = (between: Between) => {
  const rows = heldRows(between, 'people', ({ id }) => say(id, id))
  return {
    peopleMoved: rows.moved,
    peopleJoined: rows.begun,
    peopleLeft: rows.ended,
    peopleFacts: rows.otherwise,
  }
}

export const appointmentRows = (between: Between) => {
  const rows = heldRows(between, 'appointments', ({ person, title }) =>
    say(`${person} ${title}`, `${person} ${title}`),
  )
  return {
    appointmentsBegun: rows.begun,
    appointmentsEnded: rows.ended,
    appointmentsChanged: [...rows.moved, ...rows.otherwise],
  }
}

export const sectionRows = (between: Between) => {
  const { begun, ended, moved, otherwise } = heldRows(between, 'sections', named)
  return { sectionsBegun: begun, sectionsEnded: ended, sectionsChanged: [...moved, ...otherwise] }
}

const all = ({ begun, ended, moved, otherwise }: ReturnType<typeof heldRows>): FigureRow[] => [
  ...moved,
  ...begun.map((each) => ({ ...each, label: say(`增：${each.label.zh}`, `new: ${each.label.en}`) })),
  ...ended.map((each) => ({ ...each, label: say(`减：${each.label.zh}`, `ended: ${each.label.en}`) })),
  ...otherwise,
]

export const plateRows = (between: Between): FigureRow[] => all(heldRows(between, 'nameplates', named))

export const holdingRows = (between: Between): FigureRow[] => [
  ...all(
    heldRows(between, 'premises', ({ building, room }) => say(`${building} ${room}`, `${building} ${room}`)),
  ),
  ...all(heldRows(between, 'budget', called)),
  ...all(heldRows(between, 'archives', called)),
  ...all(heldRows(between, 'seals', called)),
  ...all(heldRows(between, 'contracts', called)),
]

/** Posts of a unit by kind or level, where their number differs: the value is the difference. */
export const postRows = (between: Between) => ({
  posts: numbersOf(between, 'quotas', ({ kind }) => say(postKinds[kind], `${postKindsEn[kind]} posts`)),
  leadingPosts: numbersOf(between, 'leadership', ({ level }) =>
    say(leadingLevels[level], level === 'chief' ? 'chief posts' : 'deputy posts'),
  ),
})

const numbersOf = <Name extends 'quotas' | 'leadership'>(
  { before, after, added, removed, changed }: Between,
  name: Name,
  wordOf: (each: Rows[Name]) => Text,
): FigureRow[] =>
  [
    ...added(name).map((each) => [each, 0, each.posts] as const),
    ...removed(name).map((each) => [each, each.posts, 0] as const),
    ...changed(name).map(([from, to]) => [to, from.posts, to.posts] as const),
  ]
    .filter(([, from, to]) => from !== to)
    .map(([each, from, to]) => {
      const unit = shortNameOf(after.units.has(each.unit) ? after : before, each.unit)
      const [word, numbers] = [wordOf(each), `${number(from)} → ${number(to)}`]
      const label = say(`${unit.zh} ${word.zh} ${numbers}`, `${unit.en}, ${word.en} ${numbers}`)
      return row(`${name}:${each.id}`, label, to - from)
    })
