import type { Line } from './lines.ts'
import { canonical, hex, type Problem, problem } from './problem.ts'

/** One record of the journal as far as the checker must know it. */
export interface JournalRecord {
  readonly county: string
  readonly seq: number
  readonly prev: string
  readonly hash: string
  /** The hash worked out here from all the other members. */
  readonly computed: string
}

/** What was read, or why it could not be. */
export type Read<What> = { readonly value: What } | { readonly problems: readonly Problem[] }

/** Reads a line as an object in canonical JSON: same bytes, same members, and the other way round. */
export const readObject = (
  { bytes, ended }: Line,
  tell: (zh: string, en: string) => Problem,
): Read<Record<string, unknown>> => {
  const no = (zh: string, en: string) => ({ problems: [tell(zh, en)] })
  if (!ended) return no('文件在此处断开，行末没有换行', 'the file breaks off here, without a line end')
  try {
    const text = utf8.decode(bytes)
    const value: unknown = JSON.parse(text)
    if (typeof value === 'object' && value !== null && !Array.isArray(value))
      return canonical(value) === text
        ? { value: value as Record<string, unknown> }
        : no(
            '不是规范写法：空格、次序、重复的成员或数字写法已被改动',
            'not in canonical form: a space, the order, a repeated member or the writing of a number was changed',
          )
  } catch {
    // Said below: neither a broken encoding, nor broken JSON, nor endless nesting is a record.
  }
  return no('无法读取：不是 UTF-8 的 JSON 对象', 'cannot be read: it is not a JSON object in UTF-8')
}

// A mark at the beginning is a changed byte like any other, so it is kept and told.
const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

/** Reads one record; K02 when the line is none, K03 for each member that is missing, too many or of another kind. */
export const readRecord = (line: Line, at: { line: number; seq: number }): Read<JournalRecord> => {
  const read = readObject(line, (zh, en) => problem('K02', zh, en, at))
  if ('problems' in read) return read
  const members = read.value
  const wrong = [
    ...Object.keys(kinds).filter((name) => !Object.hasOwn(members, name) || !kinds[name]?.(members[name])),
    ...Object.keys(members).filter((name) => !Object.hasOwn(kinds, name)),
  ]
  if (wrong.length > 0) return { problems: wrong.map((name) => member(name, members[name], at)) }
  const { hash, ...rest } = members as { hash: string; county: string; seq: number; prev: string }
  const { county, seq, prev } = rest
  return { value: { county, seq, prev, hash, computed: hex(canonical(rest)) } }
}

const member = (name: string, value: unknown, at: { line: number; seq: number }): Problem =>
  problem('K03', `“${name}”缺失、多余或不合格式`, `“${name}” is missing, unknown or not of its form`, {
    ...at,
    found: shown(value),
  })

const shown = (value: unknown): string => (value === undefined ? '' : JSON.stringify(value).slice(0, 120))

export const isText = (value: unknown): boolean => typeof value === 'string'
export const isName = (value: unknown): boolean => typeof value === 'string' && value !== ''
export const isHash = (value: unknown): boolean => typeof value === 'string' && /^[0-9a-f]{64}$/.test(value)
export const isSeq = (value: unknown): boolean => Number.isSafeInteger(value) && (value as number) > 0
/** An instant with its zone, such as 2026-01-31T08:00:00.123Z. */
export const isInstant = (value: unknown): boolean =>
  typeof value === 'string' && /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/.test(value)
const orNull =
  (kind: (value: unknown) => boolean) =>
  (value: unknown): boolean =>
    value === null || kind(value)

/** Every member of a record, and what it must be. */
const kinds: Readonly<Record<string, (value: unknown) => boolean>> = {
  authority: isText,
  corrects: orNull(isSeq),
  county: isName,
  effectiveOn: (value) => typeof value === 'string' && /^\d{4}-\d\d-\d\d$/.test(value),
  fields: (value) => typeof value === 'object' && value !== null && !Array.isArray(value),
  hash: isHash,
  line: orNull(isSeq),
  operation: isName,
  plan: orNull(isText),
  prev: isHash,
  recordedAt: isInstant,
  seq: isSeq,
}
