import type { Diff } from '../../../kernel/diff.ts'
import { number, say, type Text } from '../../../kernel/text.ts'
import type { FigureRow, Unit as Measure } from '../../../ledger/figure.ts'
import { changesBetween } from '../../../reform/changes.ts'
import { nameOf, shortNameOf } from '../../../register/queries.ts'
import { leadingLevels, postKinds, postKindsEn } from '../../../register/quota.ts'
import type { Register, Rows, TableName } from '../../../register/register.ts'
import type { Unit } from '../../../register/unit.ts'

/** One kind of thing that changed between two days, with a row for each; the rows' values add up to the total. */
export interface ChangeGroup {
  readonly id: ChangeName
  readonly measure: Measure
  readonly rows: readonly FigureRow[]
  /** What the rows come to: how many, or for posts how many more or fewer. */
  readonly total: number
}

export const changeNames = [
  'closed',
  'opened',
  'renamed',
  'unitFacts',
  'dutiesMoved',
  'dutiesBegun',
  'dutiesEnded',
  'dutyFacts',
  'posts',
  'leadingPosts',
  'peopleMoved',
  'peopleJoined',
  'peopleLeft',
  'peopleFacts',
  'appointmentsBegun',
  'appointmentsEnded',
  'appointmentsChanged',
  'sectionsBegun',
  'sectionsEnded',
  'sectionsChanged',
  'nameplates',
  'holdings',
] as const
export type ChangeName = (typeof changeNames)[number]

type Pair<Name extends TableName> = readonly [from: Rows[Name], to: Rows[Name]]

/** The two registers, and what differs between them. */
interface Between {
  readonly before: Register
  readonly after: Register
  added<Name extends TableName>(name: Name): Rows[Name][]
  removed<Name extends TableName>(name: Name): Rows[Name][]
  changed<Name extends TableName>(name: Name): Pair<Name>[]
}

/** Everything that differs between the county on two days, grouped; nothing stands in two groups, groups without a row are left out. */
export const changeGroups = (before: Register, after: Register): ChangeGroup[] => {
  const changes = changesBetween(before, after)
  const diff = <Name extends TableName>(name: Name) => changes[name] as Diff<Rows[Name]> | undefined
  const between: Between = {
    before,
    after,
    added: (name) => [...(diff(name)?.added.values() ?? [])],
    removed: (name) => [...(diff(name)?.removed.values() ?? [])],
    changed: (name) => [...(diff(name)?.changed.values() ?? [])],
  }
  const rows: Record<ChangeName, readonly FigureRow[]> = {
    ...unitRows(between),
    ...dutyRows(between),
    ...postRows(between),
    ...peopleRows(between),
    ...appointmentRows(between),
    ...sectionRows(between),
    nameplates: plain(between, 'nameplates', ({ name, nameEn }) => say(name, nameEn)),
    holdings: holdingRows(between),
  }
  return changeNames.flatMap((id) => {
    if (rows[id].length === 0) return []
    const total = rows[id].reduce((sum, row) => sum + row.value, 0)
    return [{ id, measure: measureOf(id), rows: rows[id], total }]
  })
}

const measureOf = (id: ChangeName): Measure => {
  if (id === 'posts' || id === 'leadingPosts') return 'posts'
  if (id.startsWith('people')) return 'people'
  if (id.startsWith('dut')) return 'duties'
  return id === 'closed' || id === 'opened' || id === 'renamed' || id === 'unitFacts' ? 'units' : 'times'
}

const row = (at: string, label: Text, value = 1): FigureRow => ({ at, label, value })
const arrow = (from: Text, to: Text): Text => say(`${from.zh} → ${to.zh}`, `${from.en} → ${to.en}`)
const after = (head: Text, rest: Text): Text => say(`${head.zh}：${rest.zh}`, `${head.en}: ${rest.en}`)
const fullName = ({ name, nameEn }: Unit): Text => say(name, nameEn)

const unitRows = ({ after: later, added, changed }: Between) => {
  const closing = changed('units').filter(
    ([from, to]) => from.closedOn === undefined && to.closedOn !== undefined,
  )
  const rest = changed('units').filter(
    ([from, to]) => (from.closedOn === undefined) === (to.closedOn === undefined),
  )
  const isRenamed = ([from, to]: Pair<'units'>) => from.name !== to.name
  const reopened = changed('units').filter(
    ([from, to]) => from.closedOn !== undefined && to.closedOn === undefined,
  )
  return {
    closed: closing.map(([, to]) => {
      const heirs = (to.supersededBy ?? []).map((id) => nameOf(later, id))
      const name = fullName(to)
      return row(
        `units:${to.id}`,
        heirs.length === 0
          ? name
          : arrow(name, say(heirs.map(({ zh }) => zh).join('、'), heirs.map(({ en }) => en).join(', '))),
      )
    }),
    opened: [...added('units'), ...reopened.map(([, to]) => to)].map((unit) =>
      row(`units:${unit.id}`, fullName(unit)),
    ),
    renamed: rest
      .filter(isRenamed)
      .map(([from, to]) => row(`units:${to.id}`, arrow(fullName(from), fullName(to)))),
    unitFacts: rest
      .filter((pair) => !isRenamed(pair))
      .map(([from, to]) =>
        row(
          `units:${to.id}`,
          after(
            fullName(to),
            from.coLocatedWith !== to.coLocatedWith
              ? to.coLocatedWith === undefined
                ? say('不再合署', 'no longer shares a staff')
                : say(
                    `与${shortNameOf(later, to.coLocatedWith).zh}合署`,
                    `shares the staff of ${shortNameOf(later, to.coLocatedWith).en}`,
                  )
              : fieldsOf(from, to),
          ),
        ),
      ),
  }
}

/** The fields of a row that differ, each from what to what, as the register writes them. */
const fieldsOf = (from: object, to: object): Text => {
  const [a, b] = [from as Record<string, unknown>, to as Record<string, unknown>]
  const keys = [...new Set([...Object.keys(a), ...Object.keys(b)])].filter(
    (key) => String(a[key]) !== String(b[key]),
  )
  const written = (value: unknown) => (value === undefined || value === '' ? '—' : String(value))
  const text = keys.map((key) => `${key} ${written(a[key])} → ${written(b[key])}`).join('; ')
  return say(text, text)
}

const dutyRows = ({ before, after: later, added, removed, changed }: Between) => {
  const isMoved = ([from, to]: Pair<'duties'>) => from.unit !== to.unit
  const name = ({ name: zh, nameEn: en }: { name: string; nameEn: string }) => say(zh, en)
  const at = (id: string) => `duties:${id}`
  return {
    dutiesMoved: changed('duties')
      .filter(isMoved)
      .map(([from, to]) =>
        row(at(to.id), after(name(to), arrow(shortNameOf(before, from.unit), shortNameOf(later, to.unit)))),
      ),
    dutiesBegun: added('duties').map((duty) =>
      row(at(duty.id), after(name(duty), shortNameOf(later, duty.unit))),
    ),
    dutiesEnded: removed('duties').map((duty) =>
      row(at(duty.id), after(name(duty), shortNameOf(before, duty.unit))),
    ),
    dutyFacts: changed('duties')
      .filter((pair) => !isMoved(pair))
      .map(([from, to]) => row(at(to.id), after(name(to), fieldsOf(from, to)))),
  }
}

/** Posts of a unit by kind, before and after, where they differ: the value is the difference. */
const postRows = (between: Between) => {
  const { before, after: later } = between
  const rowsOf = (name: 'quotas' | 'leadership', word: (each: Rows['quotas'] | Rows['leadership']) => Text) =>
    [
      ...between.added(name).map((each) => [each, 0, each.posts] as const),
      ...between.removed(name).map((each) => [each, each.posts, 0] as const),
      ...between.changed(name).map(([from, to]) => [to, from.posts, to.posts] as const),
    ]
      .filter(([, from, to]) => from !== to)
      .map(([each, from, to]) =>
        row(
          `${name}:${each.id}`,
          say(
            `${(later.units.has(each.unit) ? shortNameOf(later, each.unit) : shortNameOf(before, each.unit)).zh} ${word(each).zh} ${number(from)} → ${number(to)}`,
            `${(later.units.has(each.unit) ? shortNameOf(later, each.unit) : shortNameOf(before, each.unit)).en}, ${word(each).en} ${number(from)} → ${number(to)}`,
          ),
          to - from,
        ),
      )
  return {
    posts: rowsOf('quotas', (each) =>
      'kind' in each ? say(postKinds[each.kind], `${postKindsEn[each.kind]} posts`) : say('', ''),
    ),
    leadingPosts: rowsOf('leadership', (each) =>
      'level' in each
        ? say(leadingLevels[each.level], each.level === 'chief' ? 'chief posts' : 'deputy posts')
        : say('', ''),
    ),
  }
}

const peopleRows = ({ before, after: later, added, removed, changed }: Between) => {
  const isMoved = ([from, to]: Pair<'people'>) => from.unit !== to.unit
  const id = (person: string) => say(person, person)
  return {
    peopleMoved: changed('people')
      .filter(isMoved)
      .map(([from, to]) =>
        row(
          `people:${to.id}`,
          after(id(to.id), arrow(shortNameOf(before, from.unit), shortNameOf(later, to.unit))),
        ),
      ),
    peopleJoined: added('people').map((each) =>
      row(`people:${each.id}`, after(id(each.id), shortNameOf(later, each.unit))),
    ),
    peopleLeft: removed('people').map((each) =>
      row(`people:${each.id}`, after(id(each.id), shortNameOf(before, each.unit))),
    ),
    peopleFacts: changed('people')
      .filter((pair) => !isMoved(pair))
      .map(([from, to]) => row(`people:${to.id}`, after(id(to.id), fieldsOf(from, to)))),
  }
}

const appointmentRows = ({ before, after: later, added, removed, changed }: Between) => {
  const label = (register: Register, { person, unit, title }: Rows['appointments']) => {
    const name = shortNameOf(register, unit)
    return say(`${person}：${name.zh} ${title}`, `${person}: ${name.en}, ${title}`)
  }
  return {
    appointmentsBegun: added('appointments').map((each) =>
      row(`appointments:${each.id}`, label(later, each)),
    ),
    appointmentsEnded: removed('appointments').map((each) =>
      row(`appointments:${each.id}`, label(before, each)),
    ),
    appointmentsChanged: changed('appointments').map(([from, to]) =>
      row(
        `appointments:${to.id}`,
        from.unit === to.unit
          ? after(label(later, to), fieldsOf(from, to))
          : arrow(label(before, from), label(later, to)),
      ),
    ),
  }
}

const sectionRows = ({ before, after: later, added, removed, changed }: Between) => {
  const label = (register: Register, { unit, name, nameEn }: Rows['sections']) =>
    after(shortNameOf(register, unit), say(name, nameEn))
  return {
    sectionsBegun: added('sections').map((each) => row(`sections:${each.id}`, label(later, each))),
    sectionsEnded: removed('sections').map((each) => row(`sections:${each.id}`, label(before, each))),
    sectionsChanged: changed('sections').map(([from, to]) =>
      row(
        `sections:${to.id}`,
        from.unit === to.unit
          ? after(label(later, to), fieldsOf(from, to))
          : arrow(label(before, from), label(later, to)),
      ),
    ),
  }
}

/** Whatever came, went or changed hands in a table, each with where it was and where it is. */
const plain = <Name extends TableName>(
  { before, after: later, added, removed, changed }: Between,
  name: Name,
  labelOf: (row: Rows[Name]) => Text,
): FigureRow[] => {
  const holder = (register: Register, each: Rows[Name]) =>
    'unit' in each ? shortNameOf(register, each.unit as never) : say('', '')
  const none = say('—', '—')
  return [
    ...added(name).map((each) =>
      row(`${name}:${each.id}`, after(labelOf(each), arrow(none, holder(later, each)))),
    ),
    ...removed(name).map((each) =>
      row(`${name}:${each.id}`, after(labelOf(each), arrow(holder(before, each), none))),
    ),
    ...changed(name).map(([from, to]) => {
      const [a, b] = [holder(before, from), holder(later, to)]
      return row(
        `${name}:${to.id}`,
        after(labelOf(to), a.zh === b.zh ? after(b, fieldsOf(from, to)) : arrow(a, b)),
      )
    }),
  ]
}

const holdingRows = (between: Between): FigureRow[] => [
  ...plain(between, 'premises', ({ building, room }) => say(`${building} ${room}`, `${building} ${room}`)),
  ...plain(between, 'budget', ({ name }) => say(name, name)),
  ...plain(between, 'archives', ({ name }) => say(name, name)),
  ...plain(between, 'seals', ({ name }) => say(name, name)),
  ...plain(between, 'contracts', ({ name }) => say(name, name)),
]
