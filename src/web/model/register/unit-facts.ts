import type { UnitId } from '../../../kernel/id.ts'
import { number, say, type Text } from '../../../kernel/text.ts'
import type { FigureRow, Unit as Measure } from '../../../ledger/figure.ts'
import { rowOf } from '../../../ledger/rows.ts'
import type { Appointment } from '../../../register/person.ts'
import { headcount, leadersOf, leadingPostsOf, postsOf, sum } from '../../../register/queries.ts'
import { type LeadingLevel, type PostKind, postKinds, postKindsEn } from '../../../register/quota.ts'
import type { Register } from '../../../register/register.ts'
import type { Unit } from '../../../register/unit.ts'
import type { Opened } from '../opened.ts'

/** 编制 and 实有 of one kind in one unit; `vacant` is negative where there are more people than posts. */
export interface Strength {
  readonly kind: PostKind
  readonly posts: number
  readonly people: number
  readonly vacant: number
}

/** Every kind of posts that a unit has, or has people in. */
export const strengthOf = (register: Register, unit: UnitId): Strength[] =>
  (Object.keys(postKinds) as PostKind[]).flatMap((kind) => {
    const [posts, people] = [postsOf(register, unit, kind), headcount(register, unit, kind)]
    return posts === 0 && people === 0 ? [] : [{ kind, posts, people, vacant: posts - people }]
  })

/** 领导职数 of a level, and who takes them up. */
export interface Leading {
  readonly level: LeadingLevel
  readonly posts: number
  readonly leaders: readonly Appointment[]
}

/** Leading posts by level, with the appointments that take them up; an executive deputy is a deputy. */
export const leadingOf = (register: Register, unit: UnitId): Leading[] => {
  const leaders = leadersOf(register, unit)
  return (['chief', 'deputy'] as const).map((level) => ({
    level,
    posts: sum(
      register.leadership.heldBy(unit).filter((row) => row.level === level),
      (row) => row.posts,
    ),
    leaders: leaders.filter(({ office }) => (office === 'chief') === (level === 'chief')),
  }))
}

/** Units that a unit carries on for, and those that carry on for it. */
export const kinOf = (register: Register, unit: Unit) => ({
  predecessors: [...register.units.values()].filter(
    ({ supersededBy }) => supersededBy?.includes(unit.id) === true,
  ),
  successors: (unit.supersededBy ?? []).flatMap((id) => register.units.get(id) ?? []),
  sponsored: register.units.heldBy(unit.id),
  guests: register.units.linkedTo(unit.id).filter(({ closedOn }) => closedOn === undefined),
})

export const heldFigures = [
  'posts',
  'people',
  'leadingPosts',
  'leaders',
  'duties',
  'budget',
  'premises',
] as const
export type HeldFigure = (typeof heldFigures)[number]

const measures: Readonly<Record<HeldFigure, Measure>> = {
  posts: 'posts',
  people: 'people',
  leadingPosts: 'posts',
  leaders: 'people',
  duties: 'duties',
  budget: 'yuan',
  premises: 'm2',
}

/** The rows of one figure of a unit: a number of the card is the sum of the rows that it opens. */
export const heldRows = (register: Register, unit: UnitId, figure: HeldFigure): FigureRow[] => {
  switch (figure) {
    case 'people':
      return register.people.heldBy(unit).map((row) => rowOf('people', row))
    case 'duties':
      return register.duties.heldBy(unit).map((row) => rowOf('duties', row))
    case 'budget':
      return register.budget.heldBy(unit).map((row) => rowOf('budget', row, row.amountYuan))
    case 'premises':
      return register.premises.heldBy(unit).map((row) => ({
        at: `premises:${row.id}`,
        label: say(`${row.building} ${row.room}`, `${row.building} ${row.room}`),
        value: row.areaM2,
      }))
    case 'posts':
      return register.quotas.heldBy(unit).map((row) => ({
        at: `quotas:${row.id}`,
        label: say(postKinds[row.kind], `${postKindsEn[row.kind]} posts`),
        value: row.posts,
      }))
    case 'leadingPosts':
      return register.leadership.heldBy(unit).map((row) => ({
        at: `leadership:${row.id}`,
        label: row.level === 'chief' ? say('正职', 'Chief') : say('副职', 'Deputy'),
        value: row.posts,
      }))
    case 'leaders':
      return leadersOf(register, unit).map((row) => ({
        at: `appointments:${row.id}`,
        label: say(`${row.person} ${row.title}`, `${row.person} ${row.title}`),
        value: 1,
      }))
  }
}

/** A figure of a unit, opened: what it is and every row it is made of. */
export const openedHeld = (register: Register, unit: Unit, figure: HeldFigure, label: string): Opened => {
  const rows = heldRows(register, unit.id, figure)
  const both: Text = say(label, label)
  return {
    id: `${unit.id}-${figure}`,
    label: say(`${unit.name} · ${label}`, `${unit.nameEn} · ${label}`),
    unit: measures[figure],
    value: sum(rows, (row) => row.value),
    definition: both,
    formula: say(`${number(rows.length)}行合计`, `sum of ${number(rows.length)} rows`),
    rows,
  }
}

/** The numbers at the head of the card. */
export const headFigures = (register: Register, unit: UnitId): Readonly<Record<HeldFigure, number>> => ({
  posts: postsOf(register, unit),
  people: headcount(register, unit),
  leadingPosts: leadingPostsOf(register, unit),
  leaders: leadersOf(register, unit).length,
  duties: register.duties.heldBy(unit).length,
  budget: sum(register.budget.heldBy(unit), (row) => row.amountYuan),
  premises: sum(register.premises.heldBy(unit), (row) => row.areaM2),
})
