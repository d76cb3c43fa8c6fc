import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { canonical, hex, type Problem, problem, sha256 } from './problem.ts'
import { allTables, cellWords, columns } from './words.ts'

/** A row: its cells under the English names of their columns. */
export type Row = Readonly<Record<string, string>>

/** The tables of a county folder with the digest of each, and the digest of all. */
export interface County {
  readonly rows: Readonly<Record<string, readonly Row[]>>
  readonly digests: Readonly<Record<string, string>>
  readonly digest: string
}

/** Reads the tables a certificate binds. What cannot be read is a problem, and its table counts as empty. */
export const readCounty = (folder: string, problems: Problem[]): County => {
  const rows: Record<string, Row[]> = {}
  const digests: Record<string, string> = {}
  for (const table of allTables) {
    const [titles = [], ...records] = readTable(join(folder, `${table}.csv`), table, problems)
    const written = records.map((cells) =>
      Object.fromEntries(titles.flatMap((title, at) => (cells[at] ? [[title, cells[at]]] : []))),
    )
    digests[table] = sha256(written.map(canonical).sort().join('\n'))
    const names = columnNames(table, titles, problems)
    rows[table] = records.map((cells, at) => {
      if (cells.slice(titles.length).some((cell) => cell !== ''))
        problems.push(
          wrong(table, `第${at + 1}条的格数多于列数`, `row ${at + 1} has more cells than columns`),
        )
      return Object.fromEntries(names.map((name, column) => [name, wordOf(name, cells[column] ?? '')]))
    })
    problems.push(...doubtfulIds(table, rows[table]))
  }
  if (rows.county?.length !== 1)
    problems.push(wrong('county', '应当只有一行', 'it must have exactly one row'))
  return { rows, digests, digest: sha256(canonical(digests)) }
}

/** The digest of the rules in force: of the nation, of the county's province, and of the county itself. */
export const digestOfRules = (folder: string, policies: string, county: County): string => {
  const province = (county.rows.county?.[0]?.province ?? '').replace(/[^a-z-]/g, '')
  const files = {
    national: join(policies, 'national.yaml'),
    province: join(policies, `${province}.yaml`),
    county: join(folder, 'policy.yaml'),
  }
  const present = Object.entries(files).filter(([, file]) => existsSync(file))
  return sha256(
    canonical(Object.fromEntries(present.map(([name, file]) => [name, hex(readFileSync(file, 'utf8'))]))),
  )
}

const wrong = (table: string, zh: string, en: string, id?: string): Problem =>
  problem('V04', `${table}.csv：${zh}`, `${table}.csv: ${en}`, id === undefined ? { table } : { table, id })

/** The English names of the columns, in the order of the file; each column once, and none that is unknown. */
const columnNames = (table: string, titles: readonly string[], problems: Problem[]): string[] => {
  const english = new Map(
    (columns[table] ?? '').split(' ').flatMap((pair) => {
      const [name = '', chinese = ''] = pair.split('=')
      return [
        [name, name],
        [chinese, name],
      ]
    }),
  )
  const seen = new Set<string>()
  return titles.map((title) => {
    const name = english.get(title)
    if (name === undefined) problems.push(wrong(table, `没有列“${title}”`, `there is no column “${title}”`))
    else if (seen.size === seen.add(name).size)
      problems.push(wrong(table, `列“${title}”出现两次`, `the column “${title}” stands twice`))
    return name ?? `?${title}`
  })
}

const wordOf = (column: string, cell: string): string => {
  const words = cellWords[column]
  return words !== undefined && Object.hasOwn(words, cell) ? (words[cell] ?? cell) : cell
}

const doubtfulIds = (table: string, rows: readonly Row[]): Problem[] => {
  const seen = new Set<string>()
  return rows.flatMap(({ id = '' }, at) => {
    if (!/^[\p{L}\p{N}][\p{L}\p{N}_.:/@#+-]{0,119}$/u.test(id))
      return [wrong(table, `第${at + 1}条的标识“${id}”有误`, `the id “${id}” of row ${at + 1} is not an id`)]
    if (seen.size !== seen.add(id).size) return []
    return [wrong(table, `“${id}”出现两次`, `“${id}” stands twice`, id)]
  })
}

const readTable = (file: string, table: string, problems: Problem[]): string[][] => {
  try {
    const records = readCsv(new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(file)))
    if (records !== undefined) return records
    problems.push(wrong(table, '引号或换行有误', 'a quotation mark or a line break is wrong'))
  } catch (error) {
    const isBytes = error instanceof TypeError
    problems.push(
      isBytes
        ? wrong(table, '不是 UTF-8 编码', 'it is not UTF-8')
        : wrong(table, '没有此文件，或无法读取', 'there is no such file, or it cannot be read'),
    )
  }
  return []
}

// One cell and what ends it: a quoted cell with doubled quotation marks, or anything without one.
const cellPattern = /(?:"([^"]*(?:""[^"]*)*)"|([^",\r\n]*))(,|\r?\n|$)/y

/** The records of a CSV text (RFC 4180), empty lines left out; undefined when a quotation mark is out of place. */
export const readCsv = (text: string): string[][] | undefined => {
  const records: string[][] = []
  let record: string[] = []
  cellPattern.lastIndex = 0
  while (cellPattern.lastIndex < text.length || record.length > 0) {
    const match = cellPattern.exec(text)
    if (match === null) return undefined
    const [, quoted, plain = '', end] = match
    record.push(quoted === undefined ? plain : quoted.replaceAll('""', '"'))
    if (end === ',') continue
    if (record.length > 1 || quoted !== undefined || plain !== '') records.push(record)
    record = []
  }
  return records
}
