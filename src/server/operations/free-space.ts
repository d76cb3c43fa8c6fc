import { statfsSync } from 'node:fs'
import { say } from '../../kernel/text.ts'

const mebibyte = 1024 ** 2
const least = 512

/** Watches the disk that the records are written to. */
export interface FreeSpace {
  /** Bytes that the database may still use; undefined when it is on a machine of its own, or the disk says nothing. */
  bytes(): number | undefined
  /** True while fewer bytes are free than {@link floor}: then nothing is written any more, and everything read. */
  isShort(): boolean
  /** In bytes. */
  readonly floor: number
}

/**
 * The gate before the disk is full: at least 512 MiB stay free, so that the database can still checkpoint, stop in order
 * and be backed up. `SANDING_MIN_FREE_MB` can ask for more, never for less. The disk is asked anew each time: the call
 * takes microseconds.
 */
export const freeSpaceOf = (
  folder: string | undefined,
  asked: string | undefined = process.env.SANDING_MIN_FREE_MB,
): FreeSpace => {
  const floor = Math.max(least, /^\d{1,9}$/.test(asked ?? '') ? Number(asked) : 0) * mebibyte
  const bytes = () => (folder === undefined ? undefined : freeIn(folder))
  return { bytes, floor, isShort: () => (bytes() ?? Number.POSITIVE_INFINITY) < floor }
}

const freeIn = (folder: string): number | undefined => {
  try {
    const { bavail, bsize } = statfsSync(folder)
    return bavail * bsize
  } catch {
    return undefined
  }
}

/** Z10: why nothing is written at present. */
export const shortOfSpace = {
  code: 'Z10',
  severity: 'error',
  at: 'disk',
  message: say('数据盘将满，目前只读', 'The disk is nearly full: records can be read, not written'),
  remedy: say(
    '请系统管理员腾出空间或换更大的盘；空间够了即自动恢复写入。',
    'Ask the system administrator to make room; writing goes on by itself once there is enough.',
  ),
} as const
