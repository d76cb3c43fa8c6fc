import { say } from '../kernel/text.ts'
import type { Published } from './evidence.ts'
import type { Figure, FigureDefinition, Sources } from './figure.ts'
import { approval } from './figures/approval.ts'
import { county } from './figures/county.ts'
import { events } from './figures/events.ts'
import { money } from './figures/money.ts'
import { organs } from './figures/organs.ts'
import { people } from './figures/people.ts'
import { superBureau } from './figures/super-bureau.ts'

/** Every figure of the ledger, in the order in which an official would read them. */
export const figureDefinitions: readonly FigureDefinition[] = [
  ...county,
  ...organs,
  ...people,
  ...money,
  ...superBureau,
  ...approval,
  ...events,
]

/** The promise ledger: every figure, or those of the given ids, computed from rows, beside what was published. */
export const ledger = (sources: Sources, only?: ReadonlySet<string>): Figure[] => {
  const published = new Map(sources.evidence.published.map((row) => [row.id, row]))
  const wanted = only === undefined ? figureDefinitions : figureDefinitions.filter(({ id }) => only.has(id))
  return wanted.map((definition) => {
    const { value, rows, formula } = definition.compute(sources)
    const row = published.get(definition.id)
    const printed = row?.value
    return {
      id: definition.id,
      label: definition.label,
      unit: definition.unit,
      published: printed,
      computed: value,
      agrees: row === undefined || value === undefined ? undefined : agrees(row, value),
      definition: definition.definition,
      formula,
      quote: row === undefined ? undefined : say(row.quote, row.quoteEn),
      source: row?.source,
      relation: row?.relation,
      rows,
    }
  })
}

/** A computed value agrees when, rounded as the figure was printed, it stands in the printed relation to it. */
export const agrees = (row: Published, value: number): boolean => {
  const steps = (amount: number) => Math.round(amount / row.roundTo + Math.sign(amount) * 1e-9)
  const [made, printed] = [steps(value), steps(row.value)]
  return row.relation === 'exactly'
    ? made === printed
    : row.relation === 'atLeast'
      ? made >= printed
      : made <= printed
}
