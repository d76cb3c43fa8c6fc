import { cpSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'

const root = resolve(import.meta.dirname, '..')

/** A throw-away copy of a shipped county, to change rows in. */
export const copyOf = (county: string): string => {
  const folder = mkdtempSync(join(tmpdir(), 'sanding-county-'))
  cpSync(join(root, 'counties', county), folder, { recursive: true, filter: (path) => !path.endsWith('.ts') })
  return folder
}

/** Rewrites the lines of one table (the header first); a row is the text of its line. */
export const edit = (folder: string, table: string, change: (lines: string[]) => string[]): void => {
  const file = join(folder, `${table}.csv`)
  const lines = readFileSync(file, 'utf8').trimEnd().split('\n')
  writeFileSync(file, `${change(lines).join('\n')}\n`)
}

/** Drops the row with that id. */
export const dropRow = (folder: string, table: string, id: string): void =>
  edit(folder, table, (lines) => lines.filter((line) => !line.startsWith(`${id},`)))
