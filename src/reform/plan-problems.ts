import type { z } from 'zod'
import { say, type Text } from '../kernel/text.ts'
import type { AnyOperation } from './operations/index.ts'

/** One thing wrong with the fields of a line: where (path into the line), and in plain words. */
export interface Problem {
  readonly code: 'F04' | 'F06'
  readonly path: readonly (string | number)[]
  /** The unknown key itself, when that is the trouble. */
  readonly key?: string
  readonly message: Text
  readonly remedy: Text
}

/** Translates what the schema found into an official's words; an unknown key gets the nearest known one as a hint. */
export const problemsOf = (error: z.ZodError, operation: AnyOperation): Problem[] =>
  error.issues.flatMap((issue): Problem[] => {
    const path = issue.path.filter((part): part is string | number => typeof part !== 'symbol')
    const where = path.length === 0 ? operation.name : path.join('.')
    if (issue.code === 'unrecognized_keys') return issue.keys.map((key) => unknownKey(path, key, operation))
    const [message, remedy] = wording(issue, where)
    return [{ code: 'F06', path, message, remedy }]
  })

const unknownKey = (path: readonly (string | number)[], key: string, operation: AnyOperation): Problem => {
  const hint = path.length === 0 ? nearest(key, fieldsOf(operation)) : undefined
  return {
    code: 'F04',
    path,
    key,
    message: say(`${operation.name} 没有“${key}”一项`, `${operation.name} has no field “${key}”`),
    remedy:
      hint === undefined
        ? say('删去它。', 'Remove it.')
        : say(`是否为“${hint}”？`, `Did you mean “${hint}”?`),
  }
}

const fieldsOf = (operation: AnyOperation): string[] =>
  Object.keys((operation.fields as unknown as { shape?: Record<string, unknown> }).shape ?? {})

const wording = (issue: z.core.$ZodIssue, where: string): readonly [Text, Text] => {
  if (issue.code === 'invalid_type' && issue.input === undefined)
    return [say(`缺少 ${where}`, `\`${where}\` is missing`), say(`补上 ${where}。`, `Give \`${where}\`.`)]
  if (issue.code === 'invalid_type')
    return [
      say(
        `${where} 的类型不对，应为 ${typeZh[issue.expected] ?? issue.expected}`,
        `\`${where}\` must be ${typeEn[issue.expected] ?? issue.expected}`,
      ),
      say('改正此值。', 'Correct this value.'),
    ]
  if (issue.code === 'invalid_value')
    return [
      say(
        `${where} 应为：${issue.values.join('、')}`,
        `\`${where}\` must be one of ${issue.values.join(', ')}`,
      ),
      say('选其中之一。', 'Choose one of them.'),
    ]
  if (issue.code === 'too_small' || issue.code === 'too_big') {
    const bound = issue.code === 'too_small' ? issue.minimum : issue.maximum
    const [zh, en] = issue.code === 'too_small' ? ['至少', 'at least'] : ['至多', 'at most']
    return [
      say(
        `${where} ${zh}为 ${bound}${issue.origin === 'array' ? ' 项' : ''}`,
        `\`${where}\` needs ${en} ${bound}${issue.origin === 'array' ? ' items' : ''}`,
      ),
      say('改正此值。', 'Correct this value.'),
    ]
  }
  return [
    say(`${where} 写法不对`, `\`${where}\` is not written correctly`),
    say(
      '标识只用字母、数字、汉字和 - _ . / :；日期如 2020-12-01。',
      'Ids use letters, digits and - _ . / :; days look like 2020-12-01.',
    ),
  ]
}

const typeZh: Readonly<Record<string, string>> = {
  string: '文字',
  number: '数',
  int: '整数',
  array: '列表',
  object: '“键: 值”',
  boolean: 'true 或 false',
  record: '“键: 值”',
}
const typeEn: Readonly<Record<string, string>> = {
  string: 'text',
  number: 'a number',
  int: 'a whole number',
  array: 'a list',
  object: '`key: value`',
  boolean: 'true or false',
  record: '`key: value`',
}

/** The known word that differs least, when it differs little enough to be a slip of the pen. */
export const nearest = (word: string, known: readonly string[]): string | undefined => {
  const short = word.slice(0, 60)
  const [best] = known
    .map((each) => ({ each, distance: distanceOf(short.toLowerCase(), each.toLowerCase()) }))
    .sort((a, b) => a.distance - b.distance)
  return best !== undefined && best.distance <= Math.max(1, Math.floor(short.length / 3))
    ? best.each
    : undefined
}

/** Levenshtein distance. */
const distanceOf = (a: string, b: string): number => {
  let row = Array.from({ length: b.length + 1 }, (_, at) => at)
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i]
    for (let j = 1; j <= b.length; j += 1)
      next[j] = Math.min(
        (row[j] ?? 0) + 1,
        (next[j - 1] ?? 0) + 1,
        (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1),
      )
    row = next
  }
  return row[b.length] ?? 0
}
