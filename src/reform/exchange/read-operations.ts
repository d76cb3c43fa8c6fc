import { parseDay } from '../../kernel/day.ts'
import type { Finding } from '../../kernel/finding.ts'
import { say } from '../../kernel/text.ts'
import { nearest } from '../plan-problems.ts'
import { type ForeignOperation, type ForeignUnit, type OperationType, operationTypes } from './case.ts'
import { codeOf } from './read-ids.ts'
import { isListOfTexts, isObject, listIn, misshapen, readCode, readUnit, twice } from './read-units.ts'
import { type Path, type Source, shortened, shown } from './source.ts'

/** Address of an operation in findings, beside its place in the file. */
export const operationAddress = (id: string): string => `operation:${shortened(id)}`

/** The operations as they stand in the file; those that cannot be read are left out and said. */
export const readOperations = (
  body: Readonly<Record<string, unknown>>,
  source: Source,
  findings: Finding[],
): ForeignOperation[] => {
  const first = new Map<string, number>()
  return listIn(body, 'operations', source, findings).flatMap((value, index) => {
    const operation = readOperation(value, index, source, findings)
    if (operation === undefined) return []
    const { id } = operation
    const known = first.get(id)
    if (known !== undefined) {
      const earlier = source.address(['operations', known])
      findings.push(twice(source, ['operations', index, 'id'], id, earlier, operationAddress(id)))
      return []
    }
    first.set(id, index)
    return [operation]
  })
}

const readOperation = (
  value: unknown,
  index: number,
  source: Source,
  findings: Finding[],
): ForeignOperation | undefined => {
  const path: Path = ['operations', index]
  if (!isObject(value)) {
    findings.push(misshapen(source, path, '改革事项应是一个对象', 'an operation must be an object'))
    return undefined
  }
  const { id, type, date } = value
  const name = codeOf(id) ?? `#${index}`
  const known = findings.length
  if (codeOf(id) === undefined)
    findings.push(
      misshapen(
        source,
        [...path, 'id'],
        `第${index + 1}项的标识应是文本或数，现为 ${shown(id)}`,
        `the id of operation ${index + 1} must be a text or a number, not ${shown(id)}`,
      ),
    )
  if (!isType(type)) findings.push(unknownType(type, name, path, source))
  const on = typeof date === 'string' ? parseDay(date) : undefined
  if (on === undefined) findings.push(notADay(date, name, path, source))
  const sources = readSources(value.sources, name, path, source, findings)
  const targets = readTargets(value.targets, name, path, source, findings)
  if (findings.length > known || !isType(type) || on === undefined) return undefined
  return {
    id: name,
    type,
    on,
    sources,
    targets,
    duties: isListOfTexts(value.duties) ? value.duties : [],
    note: typeof value.note === 'string' ? value.note : '',
    evidence: typeof value.evidence === 'string' ? value.evidence : '',
    index,
  }
}

const isType = (type: unknown): type is OperationType =>
  typeof type === 'string' && Object.hasOwn(operationTypes, type)

const readSources = (
  value: unknown,
  name: string,
  path: Path,
  source: Source,
  findings: Finding[],
): readonly string[] => {
  if (value === undefined || value === null) return []
  const at = [...path, 'sources']
  const about = operationAddress(name)
  if (!Array.isArray(value)) {
    findings.push(
      misshapen(
        source,
        at,
        `${shortened(name)} 的 sources 应是标识的列表`,
        `the sources of ${shortened(name)} must be a list of ids`,
        about,
      ),
    )
    return []
  }
  const codes = value.flatMap((each, index) => readCode(each, [...at, index], source, findings) ?? [])
  for (const [index, code] of repeated(codes))
    findings.push(twice(source, [...at, index], code, source.address([...at, codes.indexOf(code)]), about))
  return codes
}

const readTargets = (
  value: unknown,
  name: string,
  path: Path,
  source: Source,
  findings: Finding[],
): readonly ForeignUnit[] => {
  if (value === undefined || value === null) return []
  const at = [...path, 'targets']
  const about = operationAddress(name)
  if (!Array.isArray(value)) {
    findings.push(
      misshapen(
        source,
        at,
        `${shortened(name)} 的 targets 应是单位的列表`,
        `the targets of ${shortened(name)} must be a list of units`,
        about,
      ),
    )
    return []
  }
  const targets = value.flatMap(
    (each, index) => readUnit(each, index, [...at, index], source, findings) ?? [],
  )
  const codes = targets.map((target) => target.code)
  for (const [index, code] of repeated(codes))
    findings.push(twice(source, [...at, index], code, source.address([...at, codes.indexOf(code)]), about))
  return targets
}

/** Elements that stood in the list before, with their numbers. */
const repeated = (codes: readonly string[]): [number, string][] => {
  const seen = new Set<string>()
  return [...codes.entries()].filter(([, code]) => seen.size === seen.add(code).size)
}

const unknownType = (type: unknown, name: string, path: Path, source: Source): Finding => {
  const hint = typeof type === 'string' ? nearest(type, Object.keys(operationTypes)) : undefined
  const all = Object.keys(operationTypes).join(', ')
  return source.finding(
    'X05',
    'error',
    [...path, 'type'],
    say(
      `${shortened(name)}：没有${shown(type)}这种事项`,
      `${shortened(name)}: there is no operation ${shown(type)}`,
    ),
    hint === undefined
      ? say(`用其中之一：${all}`, `Use one of ${all}`)
      : say(`是否为“${hint}”？`, `Did you mean “${hint}”?`),
    operationAddress(name),
  )
}

const notADay = (date: unknown, name: string, path: Path, source: Source): Finding =>
  source.finding(
    'X06',
    'error',
    [...path, 'date'],
    say(`${shortened(name)}：${shown(date)}不是日期`, `${shortened(name)}: ${shown(date)} is not a day`),
    say('写成 2020-12-01 的形式。', 'Write it like 2020-12-01.'),
    operationAddress(name),
  )
