import { canonical, digest, sha256Hex } from '../kernel/canonical.ts'
import type { Finding } from '../kernel/finding.ts'
import { listed, say } from '../kernel/text.ts'
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

const noCountyRow: Finding = {
  code: 'B01',
  severity: 'error',
  at: 'table:county.csv#2',
  message: say('county.csv 须有一行', 'county.csv must have one row'),
  remedy: say('写明县的标识、名称、基准日等。', 'Give the county’s id, names, baseline day and so on.'),
  place: { line: 2, column: 1 },
}

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

const missing = (name: string): Finding => ({
  code: 'B01',
  severity: 'error',
  at: `table:${name}.csv`,
  message: say(`缺少 ${name}.csv`, `${name}.csv is missing`),
  remedy: say('补上此表；没有内容时只写表头。', 'Add the table; write only its header when it is empty.'),
})

const otherSeparator = (name: string, separator: string): Finding => {
  const [zh, en] = separator === ';' ? ['分号', 'semicolons'] : ['制表符', 'tabs']
  return {
    code: 'B02',
    severity: 'error',
    at: `table:${name}.csv#1`,
    message: say(`${name}.csv 用${zh}分列`, `${name}.csv separates its columns with ${en}`),
    remedy: say('另存为以英文逗号分列的 CSV。', 'Save it again as CSV with commas.'),
    place: { line: 1, column: 1 },
  }
}

const repeatedColumn = (name: string, title: string, at: number): Finding => ({
  code: 'B02',
  severity: 'error',
  at: `table:${name}.csv#1`,
  message: say(`${name}.csv 的列“${title}”出现两次`, `${name}.csv has the column “${title}” twice`),
  remedy: say('只留一列。', 'Keep one of the two.'),
  place: { line: 1, column: at + 1 },
})

/** Most often a comma inside a cell that was not quoted: every cell after it stands in the wrong column. */
const tooManyCells = (name: string, line: number, cells: number, columns: number): Finding => ({
  code: 'B03',
  severity: 'error',
  at: `table:${name}.csv#${line}`,
  message: say(
    `${name}.csv 第${line}行有${cells}格，表头只有${columns}列`,
    `${name}.csv line ${line} has ${cells} cells under ${columns} columns`,
  ),
  remedy: say('含逗号的格要加引号。', 'Put quotation marks around a cell that contains a comma.'),
  place: { line, column: columns + 1 },
})

const unknownColumn = (name: string, title: string, at: number): Finding => ({
  code: 'B02',
  severity: 'error',
  at: `table:${name}.csv#1`,
  message: say(`${name}.csv 有未知的列“${title}”`, `${name}.csv has an unknown column “${title}”`),
  remedy: say('删去此列，或改正列名。', 'Remove the column, or correct its name.'),
  place: { line: 1, column: at + 1 },
})

const missingColumns = (name: string, keys: readonly string[]): Finding => {
  const all = listed(keys.map((key) => say(key, key)))
  return {
    code: 'B02',
    severity: 'error',
    at: `table:${name}.csv#1`,
    message: say(`${name}.csv 缺少列：${all.zh}`, `${name}.csv lacks the columns: ${all.en}`),
    remedy: say('补上这些列。', 'Add these columns.'),
    place: { line: 1, column: 1 },
  }
}

const repeated = (name: string, id: string, line: number, first: number): Finding => ({
  code: 'B04',
  severity: 'error',
  at: `table:${name}.csv#${line}:id`,
  message: say(
    `${name}.csv 第${line}行的标识“${id}”与第${first}行相同`,
    `${name}.csv line ${line} repeats the id “${id}” of line ${first}`,
  ),
  remedy: say('标识永久唯一：改正其中一行。', 'Ids are unique for ever: correct one of the two.'),
  place: { line, column: 1 },
})

const promises: Readonly<Record<string, readonly [zh: string, en: string]>> = {
  R1: ['所属单位不存在或已撤销', 'names a unit that does not exist or is closed'],
  R2: ['未撤销却有承继单位', 'is open and yet has a successor'],
  R3: ['已撤销却仍持有编制、人员或物', 'is closed and yet still holds something'],
  R4: [
    '合署的主办机构不存在、已撤销或自身又合署',
    'is co-located with a body that is unknown, closed or itself a guest',
  ],
  R5: ['举办单位不存在', 'has a sponsor that does not exist'],
  R6: ['任职的人员不存在', 'appoints a person who does not exist'],
  R7: ['标识应为“单位/类别”', 'must have the id “unit/kind”'],
  R8: ['股室不存在，或不属于同一单位', 'points to a section that does not exist or is another unit’s'],
  R9: ['数目为负', 'has a negative count'],
}

const broken = (invariant: string, row: string): Finding => {
  const [zh, en] = promises[invariant] ?? [invariant, invariant]
  return {
    code: 'B05',
    severity: 'error',
    at: row.includes(':') ? row : `units:${row}`,
    message: say(`${row}：${zh}（${invariant}）`, `${row} ${en} (${invariant})`),
    remedy: say('改正该行。', 'Correct the row.'),
  }
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
