import type { Text } from '../../kernel/text.ts'
import type { Figure, FigureRow, Unit } from '../../ledger/figure.ts'

/** A number that has been opened: what it is, how it is made, and every row it rests on. */
export interface Opened {
  readonly id: string
  readonly label: Text
  readonly unit: Unit
  readonly value: number | undefined
  readonly definition: Text
  readonly formula: Text
  readonly quote?: Text | undefined
  readonly source?: string | undefined
  readonly rows: readonly FigureRow[]
}

export const openedFigure = (figure: Figure): Opened => ({ ...figure, value: figure.computed })

/** The rows as CSV with a byte order mark, so that a spreadsheet reads the Chinese; cells cannot become formulas. */
export const csvOf = (header: readonly string[], rows: readonly (readonly (string | number)[])[]): string =>
  `\uFEFF${[header, ...rows].map((row) => row.map(cellOf).join(',')).join('\r\n')}\r\n`

const cellOf = (value: string | number): string => {
  if (typeof value === 'number') return String(value)
  const harmless = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless
}

/** Rows whose address or label (in either language) has the words. */
export const filtered = (rows: readonly FigureRow[], words: string): readonly FigureRow[] => {
  const wanted = words.trim().toLowerCase()
  if (wanted === '') return rows
  return rows.filter(({ at, label }) => `${at} ${label.zh} ${label.en}`.toLowerCase().includes(wanted))
}
