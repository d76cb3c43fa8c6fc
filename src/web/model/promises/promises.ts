import type { Day } from '../../../kernel/day.ts'
import { say, type Text } from '../../../kernel/text.ts'
import type { Figure, Sources } from '../../../ledger/figure.ts'
import { agrees } from '../../../ledger/index.ts'
import { reconciled } from '../../../ledger/reconciliation.ts'
import { type Opened, openedFigure } from '../opened.ts'
import type { Session } from '../session.ts'
import { definitionOf } from './curve.ts'
import { substitutesIn } from './substitutes.ts'

/**
 * How a published figure stands on a day. `holds`: the rows make it · `coming`: not yet, but they do when the plan ends ·
 * `differs` · `unknown`: there are no rows to hold it against · `unpublished`: computed, and nothing was printed.
 */
export type Standing = 'holds' | 'coming' | 'differs' | 'unknown' | 'unpublished'

/** A line of the ledger as it stands on a day. */
export interface Promised {
  readonly figure: Figure
  /** What the rows make of it on the day; undefined where it cannot be computed yet. */
  readonly today: number | undefined
  /** What it comes to when the plan ends, less what was published. */
  readonly difference: number | undefined
  readonly standing: Standing
  readonly warnings: readonly Text[]
}

/** Every figure of the ledger on a day. Empty without a plan. */
export const promisedOn = (
  { account }: Session,
  on: Day,
  look: ((on: Day) => Sources) | undefined,
): readonly Promised[] => {
  if (account === undefined || look === undefined) return []
  const sources = look(on)
  const printed = new Map(sources.evidence.published.map((row) => [row.id, row]))
  const warnings = warningsOf(account)
  return account.figures.map((figure): Promised => {
    const today = definitionOf(figure.id)?.compute(sources).value
    const row = printed.get(figure.id)
    const holdsToday = row !== undefined && today !== undefined && agrees(row, today)
    return {
      figure,
      today,
      difference:
        figure.published === undefined || figure.computed === undefined
          ? undefined
          : figure.computed - figure.published,
      standing: standingOf(figure, holdsToday),
      warnings: [
        ...(figure.published !== undefined && figure.computed === undefined ? [noRows] : []),
        ...(warnings.get(figure.id) ?? []),
      ],
    }
  })
}

const standingOf = (figure: Figure, holdsToday: boolean): Standing => {
  if (figure.published === undefined) return 'unpublished'
  if (figure.agrees === undefined) return 'unknown'
  if (!figure.agrees) return 'differs'
  return holdsToday ? 'holds' : 'coming'
}

const noRows = say(
  '没有可供计算的数据，这个数字无从核对',
  'There are no rows to compute it from; it cannot be checked',
)

/** What is to be said of each figure: figures that disagree with one another, and what only moved elsewhere. */
const warningsOf = (account: NonNullable<Session['account']>): Map<string, Text[]> => {
  const all = [...reconciled(account.figures).filter(({ fits }) => !fits), ...substitutesIn(account.sources)]
  const byFigure = new Map<string, Text[]>()
  for (const { figures, statement } of all)
    for (const id of figures) byFigure.set(id, [...(byFigure.get(id) ?? []), statement])
  return byFigure
}

export const filters = ['all', 'differ', 'warn'] as const
export type Filter = (typeof filters)[number]

/** Lines that a filter leaves. `differ`: what was published does not hold on the day, or cannot be checked. */
export const filteredBy = (lines: readonly Promised[], filter: Filter): readonly Promised[] => {
  if (filter === 'warn') return lines.filter(({ warnings }) => warnings.length > 0)
  if (filter === 'differ')
    return lines.filter(({ standing }) => standing !== 'holds' && standing !== 'unpublished')
  return lines
}

/** A line as it stands on a day, with the rows that make it. */
export const openedOn = (figure: Figure, sources: Sources): Opened | undefined => {
  const definition = definitionOf(figure.id)
  return definition && { ...openedFigure(figure), ...definition.compute(sources) }
}
