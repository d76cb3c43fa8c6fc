import { type Diff, diffOf } from '../kernel/diff.ts'
import { type Register, type Rows, type TableName, tableNames } from '../register/register.ts'

/** What differs between two registers, table by table; tables that do not differ are left out. */
export type Changes = { readonly [Name in TableName]?: Diff<Rows[Name]> }

export const changesBetween = (before: Register, after: Register): Changes =>
  Object.fromEntries(
    tableNames.flatMap((name) => {
      const diff = diffOf<Rows[typeof name]>(before[name] as never, after[name] as never)
      return diff.added.size + diff.changed.size + diff.removed.size === 0 ? [] : [[name, diff]]
    }),
  )

/** The diff as plain JSON: `{units: {added: [row], changed: [{id, from, to}], removed: [row]}}`, with only changed fields. */
export const changesAsJson = (changes: Changes) =>
  Object.fromEntries(
    Object.entries(changes).map(([name, diff]) => [
      name,
      {
        added: [...diff.added.values()],
        changed: [...diff.changed].map(([id, [from, to]]) => ({ id, ...changedFields(from, to) })),
        removed: [...diff.removed.values()],
      },
    ]),
  )

const changedFields = (from: object, to: object) => {
  const [a, b] = [from as Record<string, unknown>, to as Record<string, unknown>]
  const keys = [...new Set([...Object.keys(a), ...Object.keys(b)])].filter((key) => a[key] !== b[key])
  const pick = (row: Record<string, unknown>) =>
    Object.fromEntries(keys.map((key) => [key, row[key] ?? null]))
  return { from: pick(a), to: pick(b) }
}
