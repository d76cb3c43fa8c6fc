import type { Finding } from '../kernel/finding.ts'
import type { RawTables } from '../reform/opening.ts'
import type { Columns } from '../register/columns.ts'

/** Where the cell of one row stands: its address, and its line and column when the file has them. */
export type CellAt = (id: string, key: string) => Pick<Finding, 'at' | 'place'>

/** Finds the cells of a table again by the ids of its rows; the header may be in either language. */
export const cellsOf = (name: string, columns: Columns, raw: RawTables): CellAt => {
  const table = raw[name]
  const columnOf = (key: string): number =>
    table?.header.findIndex((title) => title === key || title === columns[key]?.zh) ?? -1
  const idAt = columnOf('id')
  const lines = new Map(table?.rows.map(({ line, cells }) => [cells[idAt] ?? '', line]))
  return (id, key) => {
    const line = lines.get(id)
    return line === undefined
      ? { at: `table:${name}.csv:${id}:${key}` }
      : { at: `table:${name}.csv#${line}:${key}`, place: { line, column: columnOf(key) + 1 } }
  }
}
