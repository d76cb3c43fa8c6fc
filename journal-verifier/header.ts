import type { Line } from './lines.ts'
import { canonical, hex, problem } from './problem.ts'
import { isHash, isInstant, isName, isSeq, type Read, readObject } from './record.ts'

/** The end of a journal: the number of its last record, and that record's hash. */
export interface Head {
  readonly seq: number
  readonly hash: string
}

/** What the first line of an export says. */
export interface Header {
  readonly county: string
  readonly head: Head
}

/** What was written down elsewhere about a journal, at a time when it ended at `seq`. */
export interface Anchor extends Head {
  readonly county: string
}

/**
 * Reads the header `{county, exportedAt, head: {hash, seq}, kind: 'journal', sanding: 1, seal}`; the seal is the hash
 * of the canonical JSON of the other members. K01 when it is anything else.
 */
export const readHeader = (line: Line): Read<Header> => {
  const tell = (zh: string, en: string) => problem('K01', `文件头${zh}`, `the header ${en}`, { line: 1 })
  const no = (zh: string, en: string) => ({ problems: [tell(zh, en)] })
  const read = readObject(line, tell)
  if ('problems' in read) return read
  const { seal, ...rest } = read.value
  const { county, head } = rest
  const fits =
    has(rest, 'county exportedAt head kind sanding') &&
    rest.sanding === 1 &&
    rest.kind === 'journal' &&
    isName(county) &&
    isInstant(rest.exportedAt) &&
    isHead(head)
  if (!fits)
    return no('不合格式，或不是三定日志的导出文件', 'is not of its form: this is no export of a journal')
  if (seal !== hex(canonical(rest)))
    return no('与其封印不符，已被改动', 'is not what was sealed: it was altered')
  return { value: { county: county as string, head: head as Head } }
}

/** Reads an anchor `{at, county, hash, kind: 'anchor', sanding: 1, seq}`; K10 when it is anything else. */
export const readAnchor = (text: string): Read<Anchor> => {
  try {
    const members: unknown = JSON.parse(text)
    if (typeof members === 'object' && members !== null && isAnchor(members as Record<string, unknown>))
      return { value: members as Anchor }
  } catch {
    // Said below, as for any other text that is no anchor.
  }
  const [zh, en] = ['锚定文件无法读取或不合格式', 'The anchor cannot be read or is not of its form']
  return { problems: [problem('K10', zh, en)] }
}

const isAnchor = (members: Record<string, unknown>): boolean =>
  has(members, 'at county hash kind sanding seq') &&
  members.sanding === 1 &&
  members.kind === 'anchor' &&
  isName(members.county) &&
  isInstant(members.at) &&
  isSeq(members.seq) &&
  isHash(members.hash)

/** An empty journal has a head too: number 0. */
const isHead = (value: unknown): boolean => {
  if (typeof value !== 'object' || value === null) return false
  const head = value as Record<string, unknown>
  return has(head, 'hash seq') && (head.seq === 0 || isSeq(head.seq)) && isHash(head.hash)
}

const has = (members: object, names: string): boolean => Object.keys(members).sort().join(' ') === names
