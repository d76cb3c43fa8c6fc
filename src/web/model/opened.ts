import type { Text } from '../../kernel/text.ts'
import type { Figure, FigureRow, Unit } from '../../ledger/figure.ts'

/** A row of an opened number; one that changed holder says from where to where. */
export interface OpenedRow extends FigureRow {
  readonly from?: Text | undefined
  readonly to?: Text | undefined
}

/** Whether any of the rows says from where or to where it went. */
export const hasHolders = (rows: readonly OpenedRow[]): boolean =>
  rows.some(({ from, to }) => from !== undefined || to !== undefined)

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
  /** The measure word, where the unit has none of its own. */
  readonly measure?: Text | undefined
  readonly rows: readonly OpenedRow[]
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

/** Rows whose address, label or holder (in either language) has the words. */
export const filtered = (rows: readonly OpenedRow[], words: string): readonly OpenedRow[] => {
  const wanted = words.trim().toLowerCase()
  if (wanted === '') return rows
  return rows.filter(({ at, label, from, to }) =>
    [at, ...[label, from, to].flatMap((text) => (text === undefined ? [] : [text.zh, text.en]))]
      .join(' ')
      .toLowerCase()
      .includes(wanted),
  )
}
