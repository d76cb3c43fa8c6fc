import { createHash } from 'node:crypto'

/** One thing that is wrong with a journal, in both languages, with the place where it is. */
export interface Problem {
  /** K01 header · K02 unreadable line · K03 members · K04 altered · K05 link · K06 missing · K07 place · K08 county · K09 head · K10 anchor. */
  readonly code: string
  /** The line of the export, counted from 1; left out when it is about the whole file. */
  readonly line?: number
  /** The number of the record that stands or should stand there. */
  readonly seq?: number
  readonly message: { readonly zh: string; readonly en: string }
  readonly expected?: string
  readonly found?: string
}

/** Where a problem is, and for a difference what should be there and what is. */
export type About = Pick<Problem, 'line' | 'seq' | 'expected' | 'found'>

/** Puts a problem together; the place is told at the beginning of the sentence. */
export const problem = (code: string, zh: string, en: string, about: About = {}): Problem => {
  const { line, seq } = about
  const record = seq === undefined ? ['', ''] : [`第${seq}号记录`, `record ${seq}`]
  const place = line === undefined ? ['', ''] : [`第${line}行`, `line ${line}`]
  const both = record[0] !== '' && place[0] !== ''
  const head = [
    both ? `${record[0]}（${place[0]}）` : `${record[0]}${place[0]}`,
    both ? `${record[1]} (${place[1]})` : `${record[1]}${place[1]}`,
  ]
  const message =
    head[0] === ''
      ? { zh, en }
      : { zh: `${head[0]}：${zh}`, en: `${head[1]?.charAt(0).toUpperCase()}${head[1]?.slice(1)}: ${en}` }
  return { code, ...about, message }
}

/** JSON with sorted keys and no spaces: the text that hashes are taken of. */
export const canonical = (value: unknown): string => {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  const members = value as Record<string, unknown>
  const keys = Object.keys(members).sort()
  return `{${keys.map((key) => `${JSON.stringify(key)}:${canonical(members[key])}`).join(',')}}`
}

/** The SHA-256 in hexadecimal. */
export const hex = (text: string): string => createHash('sha256').update(text).digest('hex')
