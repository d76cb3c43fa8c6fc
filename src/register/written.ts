import { countyColumns } from './county.ts'
import { type Register, tableColumns, tableNames } from './register.ts'

/** A table as it would stand in a file: a header and cells, each row with its line. */
interface WrittenTable {
  readonly header: readonly string[]
  readonly rows: readonly { readonly line: number; readonly cells: readonly string[] }[]
}

/** The tables that a register is read from again as the same register, by file name. */
export const tablesOf = (register: Register): Record<string, WrittenTable> => ({
  county: written(Object.keys(countyColumns), [register.county]),
  ...Object.fromEntries(
    tableNames.map((name) => [name, written(Object.keys(tableColumns[name]), register[name].values())]),
  ),
})

const written = (header: readonly string[], rows: Iterable<object>): WrittenTable => ({
  header,
  rows: Array.from(rows, (row, at) => ({
    line: at + 2,
    cells: header.map((column) => cellOf(Reflect.get(row, column))),
  })),
})

const cellOf = (value: unknown): string =>
  value === undefined
    ? ''
    : Array.isArray(value)
      ? value.join(' ')
      : value === true
        ? 'yes'
        : value === false
          ? 'no'
          : String(value)
