import { existsSync, readFileSync, statSync } from 'node:fs'
import { basename, join } from 'node:path'
import type { Finding } from '../kernel/finding.ts'
import { say } from '../kernel/text.ts'
import { type CaseTexts, caseFiles } from '../reform/exchange/case.ts'
import { largestFile } from '../reform/exchange/read.ts'

/** Reads the files of an exchange case as text. A file that cannot be read is a finding (X02); nothing is thrown. */
export const readCaseFolder = (path: string): { texts: CaseTexts; findings: readonly Finding[] } => {
  const findings: Finding[] = []
  const texts: Record<string, string> = {}
  if (!existsSync(path) || !statSync(path).isDirectory()) return { texts, findings: [noFolder(path)] }
  for (const file of caseFiles) {
    const full = join(path, file)
    if (!existsSync(full)) continue
    const text = textOf(full, findings)
    if (text !== undefined) texts[file] = text
  }
  return { texts, findings }
}

const textOf = (full: string, findings: Finding[]): string | undefined => {
  const file = basename(full)
  if (!statSync(full).isFile()) {
    findings.push(unreadable(file, '不是文件', 'it is not a file'))
    return undefined
  }
  // A character takes at most four bytes; the exact limit is checked on the text.
  if (statSync(full).size > largestFile * 4) {
    findings.push(unreadable(file, '文件过大', 'the file is too large'))
    return undefined
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(full))
  } catch (fault) {
    const code = (fault as NodeJS.ErrnoException).code ?? ''
    const isEncoding = fault instanceof TypeError
    findings.push(
      isEncoding
        ? unreadable(file, '不是 UTF-8 编码', 'it is not UTF-8')
        : unreadable(file, `读取失败（${code}）`, `reading failed (${code})`),
    )
    return undefined
  }
}

const noFolder = (path: string): Finding => ({
  code: 'X01',
  severity: 'error',
  at: `case:${basename(path)}`,
  message: say(`找不到案例文件夹“${path}”`, `There is no case folder “${path}”`),
  remedy: say('核对路径。', 'Check the path.'),
})

const unreadable = (file: string, zh: string, en: string): Finding => ({
  code: 'X02',
  severity: 'error',
  at: `case:${file}`,
  message: say(`无法读取 ${file}：${zh}`, `${file} cannot be read: ${en}`),
  remedy: say('另存为 UTF-8 的 JSON 后再试。', 'Save it again as JSON in UTF-8.'),
})
