import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type CsvError, parse } from 'csv-parse/sync'
import { digest, sha256Hex } from '../kernel/canonical.ts'
import type { Finding } from '../kernel/finding.ts'
import { say } from '../kernel/text.ts'
import type { RawTable } from '../reform/opening.ts'
import type { PolicyFile } from '../reform/policy.ts'

/** What a county folder holds, as text: nothing is interpreted here. */
export interface CountyFolder {
  readonly id: string
  readonly tables: Readonly<Record<string, RawTable>>
  /** Plan files by id (the file name without `.plan.yaml`). */
  readonly plans: Readonly<Record<string, string>>
  readonly policies: readonly PolicyFile[]
  readonly findings: readonly Finding[]
}

const home = resolve(dirname(fileURLToPath(import.meta.url)), '../..')
/** Where the shipped counties lie. */
export const countiesFolder = join(home, 'counties')
/** Where the limits of nation and provinces lie. */
export const policyFolder = join(home, 'policy')
const largestTable = 64 * 1024 * 1024

/** The folder of a county: a path as given, or the name of one of the shipped counties. */
export const countyPath = (nameOrPath: string): string => {
  const given = resolve(nameOrPath)
  const isName = /^[\w-]+$/.test(nameOrPath)
  return existsSync(given) || !isName ? given : join(countiesFolder, nameOrPath)
}

/** Reads a county folder. A file that cannot be read is a finding; nothing is thrown for bad content. */
export const readCountyFolder = (path: string): CountyFolder => {
  const findings: Finding[] = []
  const tables: Record<string, RawTable> = {}
  const plans: Record<string, string> = {}
  if (!existsSync(path) || !statSync(path).isDirectory())
    return { id: basename(path), tables, plans, policies: [], findings: [noCounty(path)] }
  for (const file of readdirSync(path).sort()) {
    const full = join(path, file)
    if (file.endsWith('.csv')) {
      tables[basename(file, '.csv')] = readTableFile(full, findings)
    } else if (file.endsWith('.plan.yaml') && statSync(full).isFile())
      plans[basename(file, '.plan.yaml')] = readFileSync(full, 'utf8')
  }
  return { id: basename(path), tables, plans, policies: policyTexts(path, provinceIn(tables)), findings }
}

/** The digest of all policy texts that apply: part of what a certificate binds. */
export const policyDigest = (policies: readonly PolicyFile[]): string =>
  digest(Object.fromEntries(policies.map(({ name, text }) => [name, sha256Hex(text)])))

const provinceIn = (tables: Readonly<Record<string, RawTable>>): string => {
  const county = tables.county
  return county?.rows[0]?.cells[columnOf(county, 'province', '省级规则')] ?? ''
}

/** The place of the column under one of its titles, −1 when the table lacks it. */
export const columnOf = (table: RawTable, ...titles: string[]): number =>
  table.header.findIndex((title) => titles.includes(title))

const policyTexts = (path: string, province: string): PolicyFile[] =>
  [
    ['national', join(policyFolder, 'national.yaml')],
    ['province', join(policyFolder, `${province.replace(/[^a-z-]/g, '')}.yaml`)],
    ['county', join(path, 'policy.yaml')],
  ]
    .filter(([, file]) => existsSync(file as string))
    .map(([name, file]) => ({ name: name as string, text: readFileSync(file as string, 'utf8') }))

const unread: RawTable = { isUnreadable: true, header: [], rows: [] }

/** One CSV file as cells; marked unreadable, with a finding (B06), when it is too large, not UTF-8 or not CSV. */
export const readTableFile = (file: string, findings: Finding[]): RawTable => {
  const name = basename(file)
  if (!statSync(file).isFile()) {
    findings.push(unreadable(name, '不是文件', 'it is not a file', 1))
    return unread
  }
  const bytes = readFileSync(file)
  if (bytes.length > largestTable) {
    findings.push(unreadable(name, '文件过大', 'the file is too large', 1))
    return unread
  }
  let text: string
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    const [zh, en] = isGb18030(bytes)
      ? ['（像是 GBK，Excel 常用此编码）', ' (it looks like GBK, which Excel likes to write)']
      : ['', '']
    findings.push(unreadable(name, `不是 UTF-8 编码${zh}`, `it is not UTF-8${en}`, 1))
    return unread
  }
  try {
    const records = parse(text, {
      bom: true,
      info: true,
      relax_column_count: true,
      skip_empty_lines: true,
    }) as unknown as {
      record: string[]
      info: { lines: number }
    }[]
    const [header, ...rows] = records
    return {
      header: header?.record ?? [],
      rows: rows.map(({ record, info }) => ({ line: info.lines, cells: record })),
    }
  } catch (error) {
    const { message, lines } = error as CsvError & { lines?: number }
    findings.push(unreadable(name, `CSV 格式有误，多半是引号没有成对`, message, lines ?? 1))
    return unread
  }
}

const isGb18030 = (bytes: Uint8Array): boolean => {
  try {
    new TextDecoder('gb18030', { fatal: true }).decode(bytes)
    return true
  } catch {
    return false
  }
}

/** B00: there is no such county folder. */
export const noCounty = (path: string): Finding => ({
  code: 'B00',
  severity: 'error',
  at: `county:${basename(path)}`,
  message: say(`找不到县的文件夹“${path}”`, `There is no county folder “${path}”`),
  remedy: say('核对 --county。', 'Check --county.'),
})

const unreadable = (name: string, zh: string, en: string, line: number): Finding => ({
  code: 'B06',
  severity: 'error',
  at: `table:${name}#${line}`,
  message: say(`无法读取 ${name}：${zh}`, `${name} cannot be read: ${en}`),
  remedy: say('另存为 UTF-8 的 CSV 后再试。', 'Save it again as CSV in UTF-8.'),
  place: { line, column: 1 },
})
