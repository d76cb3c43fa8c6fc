import { canonical, type Problem, problem, sha256 } from './problem.ts'
import { allTables, amountTables, thingTables } from './words.ts'

/** [id, holder before or null, holder after or null]. */
export type Fate = readonly [id: string, before: string | null, after: string | null]

/** What a certificate says. Nothing in it is believed before it has been worked out again. */
export interface Certificate {
  readonly county: string
  readonly plan: {
    readonly id: string
    readonly title: string
    readonly authority: string
    readonly digest: string
  }
  readonly register: {
    readonly on: string
    readonly digest: string
    readonly tables: Readonly<Record<string, string>>
  }
  readonly rules: { readonly digest: string }
  readonly holds: boolean
  readonly blocking: number
  readonly outstanding: readonly string[]
  readonly balances: readonly Readonly<Record<string, string | number>>[]
  readonly fates: Readonly<Record<string, readonly Fate[]>>
  readonly posts: Readonly<Record<string, readonly (readonly [string, number, number])[]>>
  readonly units: readonly (readonly [string, 'open' | 'closed', readonly string[]])[]
  readonly seal: string
}

type Shape = (value: unknown) => boolean
const text: Shape = (value) => typeof value === 'string'
const orNull: Shape = (value) => value === null || text(value)
/** The code of a rule: Q1, M3, Q13b. */
const code: Shape = (value) => text(value) && /^[A-Z]{1,2}\d{1,3}[a-z]?$/.test(value as string)
const count: Shape = (value) => Number.isSafeInteger(value) && (value as number) >= 0
const exactly =
  (...words: readonly unknown[]): Shape =>
  (value) =>
    words.includes(value)
const listOf =
  (shape: Shape): Shape =>
  (value) =>
    Array.isArray(value) && value.every(shape)
const row =
  (...shapes: readonly Shape[]): Shape =>
  (value) =>
    Array.isArray(value) && value.length === shapes.length && shapes.every((shape, at) => shape(value[at]))
/** Neither a member more nor a member less: what the checker does not know, it cannot vouch for. */
const record =
  (shapes: Readonly<Record<string, Shape>>): Shape =>
  (value) =>
    typeof value === 'object' &&
    value !== null &&
    !Array.isArray(value) &&
    Object.keys(value).length === Object.keys(shapes).length &&
    Object.entries(shapes).every(
      ([key, shape]) => Object.hasOwn(value, key) && shape((value as Record<string, unknown>)[key]),
    )
const each = (keys: readonly string[], shape: Shape): Shape =>
  record(Object.fromEntries(keys.map((key) => [key, shape])))

const members: Readonly<Record<string, Shape>> = {
  sanding: exactly(1),
  kind: exactly('conservation-certificate'),
  county: text,
  plan: each(['id', 'title', 'authority', 'digest'], text),
  register: record({ on: text, digest: text, tables: each(allTables, text) }),
  rules: record({ digest: text }),
  holds: exactly(true, false),
  blocking: count,
  outstanding: listOf(code),
  balances: listOf(
    record({
      table: exactly(...thingTables, ...amountTables),
      before: count,
      moved: count,
      ended: count,
      begun: count,
      after: count,
      unplaced: count,
    }),
  ),
  fates: each(thingTables, listOf(row(text, orNull, orNull))),
  posts: each(amountTables, listOf(row(text, count, count))),
  units: listOf(row(text, exactly('open', 'closed'), listOf(text))),
  seal: text,
}

const largest = 128 * 1024 * 1024

/** A name that stands twice is read by one program so and by another otherwise. */
const isWrittenOnce = (written: string, given: object): boolean => {
  const spaceless = written.replace(/"(?:[^"\\]+|\\.)*"|\s+/g, (part) => (part.startsWith('"') ? part : ''))
  return spaceless.replace('\uFEFF', '') === JSON.stringify(given)
}

/** Reads a certificate and recomputes its seal; undefined, with the reason told, when it is none. */
export const readCertificate = (written: string, problems: Problem[]): Certificate | undefined => {
  const unreadable = (zh: string, en: string) => {
    problems.push(problem('V01', `证书无法读取：${zh}`, `The certificate cannot be read: ${en}`))
    return undefined
  }
  if (written.length > largest) return unreadable('文件过大', 'the file is too large')
  let given: unknown
  try {
    given = JSON.parse(written.startsWith('\uFEFF') ? written.slice(1) : written)
  } catch {
    return unreadable('不是 JSON', 'it is not JSON')
  }
  if (typeof given !== 'object' || given === null) return unreadable('不是证书', 'it is not a certificate')
  const wrong = [...new Set([...Object.keys(members), ...Object.keys(given)])].filter(
    (key) =>
      !(Object.hasOwn(members, key) && Object.hasOwn(given, key) && members[key]?.(Reflect.get(given, key))),
  )
  if (wrong.length > 0)
    return unreadable(
      `${wrong.slice(0, 20).join('、')} 不合格式`,
      `not as it should be: ${wrong.slice(0, 20).join(', ')}`,
    )
  if (!isWrittenOnce(written, given))
    return unreadable('有重复的名称，或写法有变', 'a name stands twice, or it was rewritten')
  const { seal, ...body } = given as Certificate
  const found = sha256(canonical(body))
  if (found !== seal)
    problems.push(
      problem(
        'V02',
        `封印不符：应为 ${found}，证书写 ${seal}`,
        `The seal should be ${found} but is ${seal}`,
        {
          expected: found,
          found: seal,
        },
      ),
    )
  return given as Certificate
}
