import type { Text } from '../../../kernel/text.ts'
import type { Promised, Standing } from './promises.ts'

/** How the cells of the exported table are said in the reader's language. */
export interface TableWords {
  pick(text: Text): string
  standing(standing: Standing): string
  /** “at least 14”: the relation alone; empty for an exact figure. */
  relation(relation: 'exactly' | 'atLeast' | 'atMost' | undefined): string
}

/** The ledger as rows of a file: numbers as they are, without rounding or measure words. */
export const tableRows = (lines: readonly Promised[], words: TableWords): (string | number)[][] =>
  lines.map(({ figure, today, difference, standing, warnings }) => [
    figure.id,
    words.pick(figure.label),
    figure.unit,
    words.relation(figure.relation),
    figure.published ?? '',
    today ?? '',
    figure.computed ?? '',
    difference ?? '',
    words.standing(standing),
    words.pick(figure.definition),
    words.pick(figure.formula),
    figure.quote?.zh ?? '',
    figure.quote?.en ?? '',
    figure.source ?? '',
    warnings.map((warning) => words.pick(warning)).join(' | '),
  ])
