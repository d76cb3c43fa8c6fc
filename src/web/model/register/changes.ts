import type { Diff } from '../../../kernel/diff.ts'
import type { FigureRow, Unit as Measure } from '../../../ledger/figure.ts'
import { changesBetween } from '../../../reform/changes.ts'
import type { Register, Rows, TableName } from '../../../register/register.ts'
import {
  appointmentRows,
  dutyRows,
  holdingRows,
  peopleRows,
  plateRows,
  postRows,
  sectionRows,
  unitRows,
} from './change-rows.ts'

/** One kind of thing that changed between two days, with a row for each; the rows' values add up to the total. */
export interface ChangeGroup {
  readonly id: ChangeName
  readonly measure: Measure
  readonly rows: readonly FigureRow[]
  /** What the rows come to: how many, or for posts how many more or fewer. */
  readonly total: number
}

const measures = {
  closed: 'units',
  opened: 'units',
  renamed: 'units',
  unitFacts: 'units',
  dutiesMoved: 'duties',
  dutiesBegun: 'duties',
  dutiesEnded: 'duties',
  dutyFacts: 'duties',
  posts: 'posts',
  leadingPosts: 'posts',
  peopleMoved: 'people',
  peopleJoined: 'people',
  peopleLeft: 'people',
  peopleFacts: 'people',
  appointmentsBegun: 'people',
  appointmentsEnded: 'people',
  appointmentsChanged: 'people',
  sectionsBegun: 'times',
  sectionsEnded: 'times',
  sectionsChanged: 'times',
  nameplates: 'times',
  holdings: 'times',
} as const satisfies Readonly<Record<string, Measure>>
export type ChangeName = keyof typeof measures

/** The names of the groups, in the order in which they are shown. */
export const changeNames = Object.keys(measures) as ChangeName[]

/** A row of a table as it was and as it is. */
export type Pair<Name extends TableName> = readonly [from: Rows[Name], to: Rows[Name]]

/** Two registers, and what differs between them, table by table. */
export interface Between {
  readonly before: Register
  readonly after: Register
  added<Name extends TableName>(name: Name): Rows[Name][]
  removed<Name extends TableName>(name: Name): Rows[Name][]
  changed<Name extends TableName>(name: Name): Pair<Name>[]
}

const betweenOf = (before: Register, after: Register): Between => {
  const changes = changesBetween(before, after)
  const diff = <Name extends TableName>(name: Name) => changes[name] as Diff<Rows[Name]> | undefined
  return {
    before,
    after,
    added: (name) => [...(diff(name)?.added.values() ?? [])],
    removed: (name) => [...(diff(name)?.removed.values() ?? [])],
    changed: (name) => [...(diff(name)?.changed.values() ?? [])],
  }
}

/**
 * Everything that differs between the county on two days, the earlier first, in groups: nothing stands in two of them and
 * nothing is left out; a group without a row is not there. Of posts that were filled up again nothing is told.
 */
export const changeGroups = (before: Register, after: Register): ChangeGroup[] => {
  const between = betweenOf(before, after)
  const rows: Record<ChangeName, readonly FigureRow[]> = {
    ...unitRows(between),
    ...dutyRows(between),
    ...postRows(between),
    ...peopleRows(between),
    ...appointmentRows(between),
    ...sectionRows(between),
    nameplates: plateRows(between),
    holdings: holdingRows(between),
  }
  return changeNames.flatMap((id) => {
    if (rows[id].length === 0) return []
    const total = rows[id].reduce((sum, row) => sum + row.value, 0)
    return [{ id, measure: measures[id], rows: rows[id], total }]
  })
}
