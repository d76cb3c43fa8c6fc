import type { Finding } from '../../kernel/finding.ts'
import { say } from '../../kernel/text.ts'
import type { CaseFile, CaseTexts, Declared, ForeignOperation, ForeignUnit } from './case.ts'
import { parseExactly } from './exact-json.ts'
import { readOperations } from './read-operations.ts'
import { isObject, readDeclared, readUnits } from './read-units.ts'
import { Source } from './source.ts'

/** A case as far as it could be read, with everything that is wrong with its files. */
export interface ReadCase {
  readonly before: readonly ForeignUnit[] | undefined
  readonly operations: readonly ForeignOperation[]
  readonly after: readonly ForeignUnit[] | undefined
  readonly declared: { readonly before: Declared; readonly operations: Declared; readonly after: Declared }
  /** How many operations the file holds, readable or not. */
  readonly operationCount: number
  readonly sources: { readonly [File in CaseFile]: Source }
  readonly findings: readonly Finding[]
}

/** How many characters one file may hold; more is refused before it is parsed. */
export const largestFile = 128 * 1024 * 1024

/**
 * Reads the files of a case. X01 a file is missing · X02 not JSON, or too large · X03 a value of the wrong shape ·
 * X04 an id twice · X05 an unknown type of operation · X06 not a day. Nothing is thrown for bad content.
 */
export const readCase = (texts: CaseTexts): ReadCase => {
  const findings: Finding[] = []
  const sources = {
    'before.json': new Source('before.json', texts['before.json'] ?? ''),
    'operations.json': new Source('operations.json', texts['operations.json'] ?? ''),
    'after.json': new Source('after.json', texts['after.json'] ?? ''),
  }
  const body = (file: CaseFile) => bodyOf(sources[file], texts[file], findings)
  const [before, operations, after] = [body('before.json'), body('operations.json'), body('after.json')]
  if (texts['before.json'] === undefined) findings.push(noBefore(sources['before.json']))
  if (texts['operations.json'] === undefined) findings.push(noOperations(sources['operations.json']))
  const list = operations?.operations
  const units = before && readUnits(before, sources['before.json'], findings)
  const acts =
    operations === undefined ? [] : readOperations(operations, sources['operations.json'], findings)
  // Against half a case every operation and every unit would look wrong.
  const isWhole = units !== undefined && (operations !== undefined || texts['operations.json'] === undefined)
  const expected = after && readUnits(after, sources['after.json'], findings)
  return {
    before: units,
    operations: isWhole ? acts : [],
    after: isWhole ? expected : undefined,
    declared: {
      before: readDeclared(before),
      operations: readDeclared(operations),
      after: readDeclared(after),
    },
    operationCount: Array.isArray(list) ? list.length : 0,
    sources,
    findings,
  }
}

const bodyOf = (
  source: Source,
  text: string | undefined,
  findings: Finding[],
): Readonly<Record<string, unknown>> | undefined => {
  if (text === undefined) return undefined
  if (text.length > largestFile) {
    findings.push(tooLarge(source))
    return undefined
  }
  let value: unknown
  try {
    value = parseExactly(text)
  } catch {
    findings.push(notJson(source))
    return undefined
  }
  if (isObject(value)) return value
  findings.push(
    source.finding(
      'X03',
      'error',
      [],
      say(`${source.file} 应是一个对象`, `${source.file} must be an object`),
      say('写成 {"meta": …, "units": […]} 的形式。', 'Write it as {"meta": …, "units": […]}.'),
    ),
  )
  return undefined
}

const notJson = (source: Source): Finding => {
  const place = source.error()
  return {
    code: 'X02',
    severity: 'error',
    at: source.address([]),
    message: say(
      `${source.file} 第${place.line}行第${place.column}列不是 JSON`,
      `${source.file} is not JSON at line ${place.line}, column ${place.column}`,
    ),
    remedy: say(
      '改正该处：多半缺逗号、引号或括号，或文件没有写完。',
      'Correct that place: mostly a comma, quote or bracket is missing, or the file breaks off.',
    ),
    place,
  }
}

const tooLarge = (source: Source): Finding => ({
  code: 'X02',
  severity: 'error',
  at: source.address([]),
  message: say(
    `${source.file} 过大（上限 ${largestFile / 1024 / 1024} MB）`,
    `${source.file} is too large (at most ${largestFile / 1024 / 1024} MB)`,
  ),
  remedy: say('按地区或年份拆成几个案例。', 'Divide the case by region or by years.'),
})

const noBefore = (source: Source): Finding => ({
  code: 'X01',
  severity: 'error',
  at: source.address([]),
  message: say('缺少 before.json，无从推演', 'before.json is missing, so there is nothing to replay'),
  remedy: say('补上改革前的名册。', 'Add the register before the reform.'),
})

const noOperations = (source: Source): Finding => ({
  code: 'X01',
  severity: 'warning',
  at: source.address([]),
  message: say(
    '缺少 operations.json：按没有改革事项处理，名册不变',
    'operations.json is missing: taken as no operation at all, so the register stays as it is',
  ),
  remedy: say('有改革事项时补上此文件。', 'Add the file when there are operations.'),
})
