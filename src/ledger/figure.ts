import type { Text } from '../kernel/text.ts'
import type { Plan } from '../reform/plan.ts'
import type { Rehearsal } from '../reform/rehearse.ts'
import type { Register } from '../register/register.ts'
import type { Evidence, Published } from './evidence.ts'

/** Everything a figure may be computed from. Published values are not among it. */
export interface Sources {
  readonly before: Register
  readonly after: Register
  readonly plan: Plan
  readonly rehearsal: Rehearsal
  readonly evidence: Evidence
}

/** One row a figure rests on: where it stands, what it is, and what it contributes. */
export interface FigureRow {
  /** `units:forestry`, `people:p-0001` … */
  readonly at: string
  readonly label: Text
  readonly value: number
}

/** A number with its rows. The number is what the definition makes of the rows; nothing is stored. */
export interface Computed {
  /** Undefined when the county has no rows to compute it from. */
  readonly value: number | undefined
  readonly rows: readonly FigureRow[]
  /** The computation with its numbers in it: “133.0 = 1,305 × 101,900”. */
  readonly formula: Text
}

/** A figure of the promise ledger: what it means and how it is made. */
export interface FigureDefinition {
  readonly id: string
  readonly label: Text
  readonly unit: Unit
  /** Definition with its denominator, in a sentence. */
  readonly definition: Text
  compute(sources: Sources): Computed
}

export type Unit =
  | 'people'
  | 'units'
  | 'posts'
  | 'km2'
  | 'm2'
  | 'yuan'
  | 'percent'
  | 'ratio'
  | 'duties'
  | 'workingDays'
  | 'times'

/** A line of the promise ledger: the published figure beside the computed one. */
export interface Figure {
  readonly id: string
  readonly label: Text
  readonly unit: Unit
  readonly published: number | undefined
  readonly computed: number | undefined
  /** Whether the two agree at the precision that was printed; undefined when nothing was published. */
  readonly agrees: boolean | undefined
  readonly definition: Text
  readonly formula: Text
  readonly quote: Text | undefined
  readonly source: string | undefined
  /** The published figure's own relation and rounding. */
  readonly relation: Published['relation'] | undefined
  readonly rows: readonly FigureRow[]
}

export const defineFigure = (figure: FigureDefinition): FigureDefinition => figure
