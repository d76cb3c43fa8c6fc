/** A row before it is written: an absent value is an empty cell. */
export type Cells = Readonly<Record<string, string | number | boolean | undefined>>

const cell = (value: Cells[string]): string => {
  if (value === undefined) return ''
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  const text = String(value)
  return /[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

/** One table as CSV: UTF-8, LF, the columns in the order given. A row with a column too many is a mistake of the generator. */
export const csv = (columns: readonly string[], rows: readonly Cells[]): string => {
  for (const row of rows)
    for (const key of Object.keys(row)) if (!columns.includes(key)) throw new Error(`no column ${key}`)
  return [columns.join(','), ...rows.map((row) => columns.map((key) => cell(row[key])).join(','))]
    .map((line) => `${line}\n`)
    .join('')
}

/** The lines of a compact text table, cut at `|`; blank lines are skipped. */
export const linesOf = (text: string): string[][] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line) => line.split('|').map((part) => part.trim()))

/** “Road Section” → `road-section`. */
export const slug = (name: string): string =>
  name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
