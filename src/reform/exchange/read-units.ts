import { parseDay } from '../../kernel/day.ts'
import type { Finding } from '../../kernel/finding.ts'
import { say } from '../../kernel/text.ts'
import type { Declared, ForeignUnit } from './case.ts'
import { codeOf } from './read-ids.ts'
import { type Path, type Source, shortened, shown } from './source.ts'

/** How deep the attributes of a unit may nest. */
const deepest = 64

export const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** The units of before.json or after.json; those that cannot be read are left out and said. */
export const readUnits = (
  body: Readonly<Record<string, unknown>>,
  source: Source,
  findings: Finding[],
): ForeignUnit[] => {
  const list = listIn(body, 'units', source, findings)
  const first = new Map<string, number>()
  return list.flatMap((value, index) => {
    const unit = readUnit(value, index, ['units', index], source, findings)
    if (unit === undefined) return []
    const known = first.get(unit.code)
    if (known !== undefined) {
      findings.push(twice(source, ['units', index, 'id'], unit.code, source.address(['units', known])))
      return []
    }
    first.set(unit.code, index)
    return [unit]
  })
}

/** One unit, also as the target of an operation. Its name may be of any kind, like every other attribute, or missing. */
export const readUnit = (
  value: unknown,
  index: number,
  path: Path,
  source: Source,
  findings: Finding[],
): ForeignUnit | undefined => {
  const wrong = (at: Path, zh: string, en: string) => {
    findings.push(misshapen(source, at, zh, en))
    return undefined
  }
  if (!isObject(value)) return wrong(path, '应是一个对象', 'must be an object')
  const { id, ...rest } = value
  const code = readCode(id, [...path, 'id'], source, findings)
  if (code === undefined) return undefined
  const trouble = troubleIn(rest)
  if (trouble !== undefined)
    return wrong(path, `“${shortened(code)}”${trouble.zh}`, `“${shortened(code)}” ${trouble.en}`)
  if (!isListOfTexts(rest.duties)) return { code, attributes: rest, duties: undefined, index }
  const { duties, ...attributes } = rest
  return { code, attributes, duties: duties as readonly string[], index }
}

/** The id of a unit as a text; a file that writes one both as a number and as a text means nobody knows what. */
export const readCode = (
  value: unknown,
  path: Path,
  source: Source,
  findings: Finding[],
): string | undefined => {
  const code = codeOf(value)
  if (code === undefined)
    findings.push(
      misshapen(
        source,
        path,
        `标识应是文本或数，现为 ${shown(value)}`,
        `the id must be a text or a number, not ${shown(value)}`,
      ),
    )
  else if (!source.spelling.note(code, value) && path[0] === 'operations') {
    const id = shortened(code)
    findings.push(
      misshapen(
        source,
        path,
        `标识 ${id} 一处写成数，一处写成文本`,
        `the id ${id} stands both as a number and as a text`,
      ),
    )
  }
  return code
}

export const isListOfTexts = (value: unknown): value is readonly string[] =>
  Array.isArray(value) && value.every((each) => typeof each === 'string')

/** The named list of a file; a list that is missing or no list is a finding. */
export const listIn = (
  body: Readonly<Record<string, unknown>>,
  member: string,
  source: Source,
  findings: Finding[],
): readonly unknown[] => {
  const list = body[member]
  if (Array.isArray(list)) return list
  findings.push(
    misshapen(
      source,
      [member],
      list === undefined ? `缺少 ${member}` : `${member} 应是一个列表`,
      list === undefined ? `${member} is missing` : `${member} must be a list`,
    ),
  )
  return []
}

export const misshapen = (source: Source, path: Path, zh: string, en: string, about?: string): Finding =>
  source.finding(
    'X03',
    'error',
    path,
    say(`${source.file}：${zh}`, `${source.file}: ${en}`),
    say('改正此处，格式见 docs/exchange.md。', 'Correct it; docs/exchange.md describes the format.'),
    about,
  )

export const twice = (source: Source, path: Path, id: string, first: string, about?: string): Finding =>
  source.finding(
    'X04',
    'error',
    path,
    say(
      `${source.file} 中“${shortened(id)}”出现两次，先在 ${first}`,
      `${source.file} has “${shortened(id)}” twice; first at ${first}`,
    ),
    say('删去重复的一个，或改正标识。', 'Remove one of the two, or correct the id.'),
    about,
  )

/** What no honest register holds: nesting without end, and member names that attack programs reading the result. */
const troubleIn = (attributes: object) => {
  const open: [value: object, depth: number][] = [[attributes, 1]]
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const [value, depth] = next
    if (depth > deepest)
      return say(`的属性嵌套超过${deepest}层`, `has attributes nested deeper than ${deepest}`)
    if (Object.hasOwn(value, '__proto__'))
      return say('有名为 __proto__ 的属性', 'has an attribute called __proto__')
    for (const member of Object.values(value))
      if (typeof member === 'object' && member !== null) open.push([member, depth + 1])
  }
  return undefined
}

/** What `meta` declares; anything of another shape says nothing. */
export const readDeclared = (body: Readonly<Record<string, unknown>> | undefined): Declared => {
  const meta = body?.meta
  if (!isObject(meta)) return {}
  const counts = isObject(meta.counts) ? meta.counts : {}
  const byType = isObject(counts.byType)
    ? Object.fromEntries(
        Object.entries(counts.byType).filter(
          (entry): entry is [string, number] => typeof entry[1] === 'number',
        ),
      )
    : undefined
  const on = typeof meta.date === 'string' ? parseDay(meta.date) : undefined
  return {
    ...(typeof meta.case === 'string' ? { name: meta.case } : {}),
    ...(on === undefined ? {} : { on }),
    ...(typeof meta.count === 'number' ? { count: meta.count } : {}),
    ...(typeof counts.operations === 'number' ? { operations: counts.operations } : {}),
    ...(byType === undefined ? {} : { byType }),
  }
}
