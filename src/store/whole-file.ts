import { renameSync, rmSync, writeFileSync } from 'node:fs'
import { basename } from 'node:path'
import type { Finding } from '../kernel/finding.ts'
import { say } from '../kernel/text.ts'

/**
 * Writes a file whole or not at all: beside its place first, then moved there. B08 when it cannot be written, and then
 * what stood there before still does.
 */
export const writeWhole = (path: string, text: string): Finding[] => {
  const part = `${path}.${process.pid}.part`
  try {
    writeFileSync(part, text)
    renameSync(part, path)
    return []
  } catch (fault) {
    rmSync(part, { force: true })
    return [unwritable(path, (fault as NodeJS.ErrnoException).code ?? 'unknown')]
  }
}

const unwritable = (path: string, code: string): Finding => ({
  code: 'B08',
  severity: 'error',
  at: `file:${basename(path)}`,
  message: say(`无法写入“${path}”（${code}）`, `“${path}” cannot be written (${code})`),
  remedy: say(
    '核对文件夹是否存在、是否有权写入、磁盘是否已满。',
    'Check that the folder exists, that you may write there, and that the disk is not full.',
  ),
})
