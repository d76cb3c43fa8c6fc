import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { basename } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { canonical, sha256Hex } from '../../kernel/canonical.ts'
import type { Finding } from '../../kernel/finding.ts'
import { say, type Text } from '../../kernel/text.ts'
import { ByteReader } from './byte-reader.ts'
import type { BackupHeader, BackupTable, BlockHeader, TableDigest } from './format.ts'

/** Rows of one table, in the order of the file. */
export interface Block {
  readonly table: BackupTable
  readonly rows: readonly string[]
}

/** What a backup file says, once all of its blocks were handed over. */
export interface ReadBackup {
  readonly header: BackupHeader | undefined
  readonly digests: readonly TableDigest[]
  /** B22 with the place that is damaged; then nothing of the file may be used. */
  readonly findings: readonly Finding[]
}

/**
 * Reads a backup from its beginning to its end, hands every block that is sound to `take`, one at a time, and checks
 * every byte: each block by its own SHA-256, all of them by the one of the last line.
 */
export const readBackup = async (
  path: string,
  take: (block: Block, header: BackupHeader) => Promise<void> = async () => undefined,
): Promise<ReadBackup> => {
  const bytes = new ByteReader(createReadStream(path))
  const place = { table: '', row: 1 }
  let header: BackupHeader | undefined
  try {
    header = headerFrom(await bytes.line())
    for (;;) {
      const next = membersOf(await bytes.line())
      if (Array.isArray(next.digests)) {
        place.table = ''
        await ended(bytes)
        return { header, digests: next.digests as TableDigest[], findings: [] }
      }
      const block = next as unknown as BlockHeader
      const table = tableOf(header, block.table)
      if (block.from !== (block.table === place.table ? place.row : 1))
        throw new Damage('此处缺少数据', 'rows are missing here')
      Object.assign(place, { table: block.table, row: block.from })
      await take({ table, rows: await rowsFrom(bytes, block) }, header)
      place.row += block.rows
    }
  } catch (fault) {
    if (!(fault instanceof Damage)) throw fault
    const findings = [damaged(path, { ...place, byte: bytes.offset }, fault.text)]
    return { header, digests: [], findings }
  } finally {
    await bytes.close()
  }
}

class Damage extends Error {
  readonly text: Text
  constructor(zh: string, en: string) {
    super(en)
    this.text = say(zh, en)
  }
}

const membersOf = (text: string | undefined): Record<string, unknown> => {
  if (text === undefined) throw new Damage('文件在此处中断', 'the file breaks off here')
  try {
    const value: unknown = JSON.parse(text)
    if (typeof value === 'object' && value !== null) return value as Record<string, unknown>
  } catch {
    // Told below.
  }
  throw new Damage('此处应为一行说明，无法读取', 'a line of description is due here and cannot be read')
}

const headerFrom = (text: string | undefined): BackupHeader => {
  const { seal, ...members } = membersOf(text)
  if (members.sanding !== 1 || members.kind !== 'backup')
    throw new Damage('这不是三定的备份文件', 'this is no backup of Sanding')
  if (seal !== sha256Hex(canonical(members))) throw new Damage('文件头已损坏', 'the header is damaged')
  return members as unknown as BackupHeader
}

const tableOf = (header: BackupHeader, name: string): BackupTable => {
  const table = header.tables.find((each) => each.table === name)
  if (table === undefined)
    throw new Damage('表不在文件头所列之中', 'the table is not one that the header lists')
  return table
}

const longestBlock = 512 * 1024 * 1024

const rowsFrom = async (bytes: ByteReader, { rows: count, bytes: length, sha256 }: BlockHeader) => {
  if (!Number.isSafeInteger(length) || length < 0 || length > longestBlock)
    throw new Damage('数据块的长度有误', 'the length of the block is wrong')
  const packed = await bytes.take(length)
  const end = await bytes.take(1)
  if (packed === undefined || end === undefined)
    throw new Damage('文件在此数据块之内中断', 'the file breaks off within this block')
  const isSound = createHash('sha256').update(packed).digest('hex') === sha256 && end[0] === 10
  if (!isSound) throw new Damage('此数据块已损坏', 'this block is damaged')
  const rows = gunzipSync(packed).toString('utf8').split('\n').slice(0, -1)
  if (rows.length !== count) throw new Damage('此数据块的行数有误', 'this block has another number of rows')
  return rows
}

const ended = async (bytes: ByteReader): Promise<void> => {
  const sha256 = bytes.sha256()
  const last = await bytes.line()
  if (last !== `{"sha256":"${sha256}"}`)
    throw new Damage('全部内容与文件末尾的校验值不符', 'the whole does not fit the digest at its end')
  if ((await bytes.take(1)) !== undefined)
    throw new Damage('文件末尾之后还有内容', 'something stands behind the end of the file')
}

const damaged = (path: string, at: { table: string; row: number; byte: number }, what: Text): Finding => {
  const zh = at.table === '' ? '' : `，表 ${at.table} 第${at.row}行起`
  const en = at.table === '' ? '' : `, table ${at.table} from row ${at.row}`
  return {
    code: 'B22',
    severity: 'error',
    at: `file:${basename(path)}`,
    message: say(
      `备份文件已损坏或不完整（第${at.byte}字节处${zh}）：${what.zh}`,
      `The backup is damaged or not whole (at byte ${at.byte}${en}): ${what.en}`,
    ),
    remedy: say(
      '改用另一份备份；此文件中的任何内容都没有写入。',
      'Use another backup; nothing of this file was written anywhere.',
    ),
  }
}
