import { closeSync, fsyncSync, openSync, renameSync, rmSync, writeFileSync, writeSync } from 'node:fs'
import { basename, dirname } from 'node:path'
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

/**
 * The same for a file that comes in parts and never stands in memory as a whole; it is on the disk before its name is.
 * What the source of the parts throws is thrown on, and nothing is left behind.
 */
export const writeWholeParts = async (
  path: string,
  parts: AsyncIterable<Uint8Array>,
): Promise<{ findings: Finding[]; bytes: number }> => {
  const part = `${path}.${process.pid}.part`
  const no = (fault: unknown) => ({
    findings: [unwritable(path, (fault as NodeJS.ErrnoException).code ?? 'unknown')],
    bytes: 0,
  })
  let file: number
  try {
    file = openSync(part, 'w', 0o600)
  } catch (fault) {
    return no(fault)
  }
  let bytes = 0
  let isSourceBroken = true
  try {
    for await (const each of parts) {
      isSourceBroken = false
      for (let from = 0; from < each.length; ) from += writeSync(file, each, from)
      bytes += each.length
      isSourceBroken = true
    }
    isSourceBroken = false
    fsyncSync(file)
    renameSync(part, path)
    syncFolder(dirname(path))
    return { findings: [], bytes }
  } catch (fault) {
    rmSync(part, { force: true })
    if (isSourceBroken) throw fault
    return no(fault)
  } finally {
    closeSync(file)
  }
}

/** Puts a folder itself on the disk: a file's new name is safe only when the folder that holds it is. */
export const syncFolder = (path: string): void => {
  if (process.platform === 'win32') return
  const folder = openSync(path, 'r')
  try {
    fsyncSync(folder)
  } finally {
    closeSync(folder)
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
