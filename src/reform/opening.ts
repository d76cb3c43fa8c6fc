import { canonical, digest, sha256Hex } from '../kernel/canonical.ts'
import type { Finding } from '../kernel/finding.ts'
import { say } from '../kernel/text.ts'
import { CellProblem, type Columns } from '../register/columns.ts'
import { type County, countyColumns } from '../register/county.ts'
import { breaches } from '../register/invariants.ts'
import {
  emptyDraft,
  frozen,
  putRow,
  type Register,
  type Rows,
  type TableName,
  tableColumns,
  tableNames,
} from '../register/register.ts'
import {
  broken,
  missing,
  missingColumns,
  noCountyRow,
  otherSeparator,
  repeated,
  repeatedColumn,
  tooManyCells,
  unknownColumn,
} from './table-findings.ts'

/** A table as it stands in a file: a header and cells, each row with its line, nothing interpreted yet. */
export interface RawTable {
  /** The file is there but cannot be read; whoever read it has said so, and nothing more is said of the table. */
  readonly isUnreadable?: boolean
  readonly header: readonly string[]
  readonly rows: readonly { readonly line: number; readonly cells: readonly string[] }[]
}
export type RawTables = Readonly<Record<string, RawTable>>

/** 期初: the register that a folder of tables describes, with everything that is wrong in them. */
export interface Opening {
  readonly register: Register
  readonly findings: readonly Finding[]
  readonly manifest: Manifest
}

/** Digests of the tables as they are written, and of all of them: what a plan and a certificate bind. */
export interface Manifest {
  readonly digest: string
  readonly tables: Readonly<Record<string, string>>
}

/** Reads the register's tables. A cell that cannot be read is a finding with its address; its row is left out. */
export const openRegister = (raw: RawTables): Opening => {
  const findings: Finding[] = []
  const county = readTable('county', countyColumns, raw.county, findings)[0] as County | undefined
  if (raw.county === undefined) findings.push(missing('county'))
  else if (raw.county.rows.length === 0 && !raw.county.isUnreadable) findings.push(noCountyRow)
  const draft = emptyDraft(county ?? nowhere)
  for (const name of tableNames) {
    if (raw[name] === undefined) findings.push(missing(name))
    const rows = readTable(name, tableColumns[name], raw[name], findings)
    for (const row of rows) putRow(draft, name, row as unknown as Rows[TableName])
  }
  const register = frozen(draft)
  // While a table is missing or unread, every row that points to it would look wrong.
  const isWhole = !Object.values(raw).some((table) => table.isUnreadable) && !findings.some(isAboutTable)
  if (isWhole)
    findings.push(...capped(breaches(register).map(({ invariant, row }) => broken(invariant, row))))
  return { register, findings, manifest: manifestOf(raw) }
}

const isAboutTable = ({ code }: Finding) => code === 'B01' || code === 'B02'

/** Whether the tables could be read as tables, so that what is said about their rows means something. */
export const isReadable = (findings: readonly Finding[]): boolean =>
  !findings.some((finding) => isAboutTable(finding) || finding.code === 'B00' || finding.code === 'B06')

const most = 100
const capped = (findings: Finding[]): Finding[] =>
  findings.length <= most
    ? findings
    : [
        ...findings.slice(0, most),
        {
          code: 'B05',
          severity: 'error',
          at: 'tables',
          message: say(
            `另有${findings.length - most}条同类问题未列出`,
            `${findings.length - most} more of this kind are not shown`,
          ),
          remedy: say('先改正以上各条。', 'Mend the ones above first.'),
        },
      ]

/** The digests of the register's tables: canonical JSON of each row's non-empty cells, sorted, joined by newlines. */
export const manifestOf = (raw: RawTables): Manifest => {
  const tables: Record<string, string> = {}
  for (const name of ['county', ...tableNames]) tables[name] = `sha256:${sha256Hex(linesOf(raw[name]))}`
  return { tables, digest: digest(tables) }
}

const linesOf = (table: RawTable | undefined): string =>
  (table?.rows ?? [])
    .map(({ cells }) =>
      canonical(
        Object.fromEntries(
          (table?.header ?? []).flatMap((column, at) => (cells[at] ? [[column, cells[at]]] : [])),
        ),
      ),
    )
    .sort()
    .join('\n')

/** Reads one table by its columns; unknown and missing columns, bad cells and repeated ids are findings. */
export const readTable = <C extends Columns>(
  name: string,
  columns: C,
  raw: RawTable | undefined,
  findings: Finding[],
): Record<string, unknown>[] => {
  if (raw === undefined || raw.isUnreadable) return []
  const separator = raw.header.length === 1 ? /[;\t]/.exec(raw.header[0] ?? '')?.[0] : undefined
  if (separator !== undefined) {
    findings.push(otherSeparator(name, separator))
    return []
  }
  const places = new Map<string, number>()
  const byTerm = new Map(
    Object.entries(columns).flatMap(([key, column]) => [
      [key, key],
      [column.zh, key],
    ]),
  )
  raw.header.forEach((title, at) => {
    const key = byTerm.get(title)
    if (key === undefined) findings.push(unknownColumn(name, title, at))
    else if (places.has(key)) findings.push(repeatedColumn(name, title, at))
    else places.set(key, at)
  })
  const absent = Object.keys(columns).filter((key) => !places.has(key) && !columns[key]?.optional)
  if (absent.length > 0) {
    findings.push(missingColumns(name, absent))
    return []
  }
  const seen = new Map<string, number>()
  return raw.rows.flatMap(({ line, cells }) => {
    if (cells.slice(raw.header.length).some((cell) => cell !== '')) {
      findings.push(tooManyCells(name, line, cells.length, raw.header.length))
      return []
    }
    const row = readRow(name, columns, places, line, cells, findings)
    if (row === undefined) return []
    const first = seen.get(row.id as string)
    if (first !== undefined) {
      findings.push(repeated(name, row.id as string, line, first))
      return []
    }
    seen.set(row.id as string, line)
    return [row]
  })
}

const readRow = (
  name: string,
  columns: Columns,
  places: ReadonlyMap<string, number>,
  line: number,
  cells: readonly string[],
  findings: Finding[],
): Record<string, unknown> | undefined => {
  const row: Record<string, unknown> = {}
  let isGood = true
  for (const [key, column] of Object.entries(columns)) {
    const value = column.read(cells[places.get(key) ?? -1] ?? '')
    if (value instanceof CellProblem) {
      findings.push({
        code: 'B03',
        severity: 'error',
        at: `table:${name}.csv#${line}:${key}`,
        message: say(
          `${name}.csv 第${line}行“${column.zh}”：${value.message.zh}`,
          `${name}.csv line ${line}, column ${key}: ${value.message.en}`,
        ),
        remedy: say('改正此格。', 'Correct this cell.'),
        place: { line, column: (places.get(key) ?? 0) + 1 },
      })
      isGood = false
    } else row[key] = value
  }
  return isGood ? row : undefined
}

const nowhere: County = {
  id: 'unknown',
  code: '000000',
  name: '未知',
  nameEn: 'Unknown',
  province: 'none',
  baselineOn: '1970-01-01' as County['baselineOn'],
  superBureau: undefined,
  superSection: undefined,
}
