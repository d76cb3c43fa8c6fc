import type { z } from 'zod'
import { say, type Text } from '../kernel/text.ts'
import { unseen } from '../register/columns.ts'

/** What a field should be, and what to do, in an official's words. */
type Wording = readonly [message: Text, remedy: Text]

export type Path = readonly (string | number)[]

/** The value at a path inside a line, whatever it is; undefined when nothing is there. */
export const valueAt = (given: unknown, path: Path): unknown => {
  let value = given
  for (const part of path) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, part)) return undefined
    value = Reflect.get(value, part)
  }
  return value
}

/** Says what the schema found wrong with one value. Lists are counted from 1. */
export const wording = (issue: z.core.$ZodIssue, path: Path, value: unknown): Wording => {
  const where = path.length === 0 ? say('此行', 'the line') : placeNamed(path)
  const must = (what: Text, remedy: Text = mend): Wording => [
    say(
      `${spaced(where.zh)}应为${spaced(what.zh)}，现为${shown(value).zh}`,
      upper(`${where.en} must be ${what.en}; it is ${shown(value).en}`),
    ),
    remedy,
  ]
  if (value === undefined)
    return [
      say(`缺少 ${where.zh}`, upper(`${where.en} is missing`)),
      say(`补上 ${where.zh}。`, `Give ${where.en}.`),
    ]
  if (value === null || value === '')
    return [
      say(`${spaced(where.zh)}不得为空`, upper(`${where.en} must not be empty`)),
      say('写明，或删去此项。', 'Give it, or remove the key.'),
    ]
  if (issue.code === 'invalid_type')
    return must(types[issue.expected] ?? other, quoting(issue.expected, value))
  if (issue.code === 'invalid_value') {
    const list = issue.values.map(String)
    return must(
      say(` ${list.join('、')} 之一`, `one of ${list.join(', ')}`),
      say('选其中之一。', 'Choose one of them.'),
    )
  }
  if (issue.code === 'too_small' || issue.code === 'too_big') return sized(issue, where, value)
  if (typeof value === 'string' && unseen.test(value))
    return [
      say(
        `${spaced(where.zh)}含有看不见的字符`,
        upper(`${where.en} contains characters that cannot be seen`),
      ),
      say('删去后重新输入。', 'Remove them and type it anew.'),
    ]
  if (issue.code === 'invalid_format' && typeof value === 'string' && /[，、]/.test(value))
    return [
      say(`${spaced(where.zh)}里有全角逗号或顿号`, upper(`${where.en} contains a full-width comma`)),
      say('用半角逗号把各项分开。', 'Separate the items with plain commas.'),
    ]
  if (issue.code === 'custom') return must(day)
  return issue.code === 'invalid_format' ? must(id) : must(other)
}

const mend = say('改正此值。', 'Correct this value.')
const other = say('另一种写法', 'written otherwise')
const day = say('日期（如 2020-12-01）', 'a day such as 2020-12-01')
const id = say('标识（字母、数字、汉字和 - _ . / :）', 'an id (letters, digits and - _ . / :)')

const types: Readonly<Record<string, Text>> = {
  string: say('文字', 'text'),
  // Every number of an operation is a count of posts, places or yuan.
  number: say('整数', 'a whole number'),
  int: say('整数', 'a whole number'),
  array: say('列表', 'a list'),
  object: say('“键: 值”', '`key: value`'),
  record: say('“键: 值”', '`key: value`'),
  boolean: say(' true 或 false', 'true or false'),
}

/** Quotation marks make text of a number, and their absence a number of text. */
const quoting = (expected: string, value: unknown): Text => {
  if (types[expected] === types.number && typeof value === 'string' && /^\d+$/.test(value))
    return say('去掉引号。', 'Remove the quotation marks.')
  if (expected === 'string' && (typeof value === 'number' || typeof value === 'boolean'))
    return say('加上引号。', 'Put it in quotation marks.')
  return mend
}

type Sized = Extract<z.core.$ZodIssue, { code: 'too_small' | 'too_big' }>

const sized = (issue: Sized, where: Text, value: unknown): Wording => {
  const isLeast = issue.code === 'too_small'
  const bound = String(issue.code === 'too_small' ? issue.minimum : issue.maximum)
  const [zh, en] = isLeast ? ['至少', 'at least'] : ['至多', 'at most']
  const size = typeof value === 'string' || Array.isArray(value) ? value.length : undefined
  const [unit, unitEn] = Array.isArray(value) ? ['项', 'items'] : ['字', 'characters']
  const message =
    size === undefined
      ? say(
          `${spaced(where.zh)}${isLeast ? '不得小于' : '不得大于'} ${bound}，现为 ${value}`,
          `${where.en} must be ${en} ${bound}; it is ${value}`,
        )
      : say(
          `${spaced(where.zh)}应有${zh} ${bound} ${unit}，现有 ${size} ${unit}`,
          `${where.en} must have ${en} ${bound} ${unitEn}; it has ${size}`,
        )
  return [say(message.zh, upper(message.en)), mend]
}

/** units · 3 → “units 第4项” / “item 4 of `units`”. */
const placeNamed = (path: Path): Text => {
  let [zh, en, word] = ['', '', '']
  for (const part of path) {
    if (typeof part === 'number') {
      zh = `${zh} 第${part + 1}项`
      en = `item ${part + 1} of ${en}`
      word = ''
    } else if (word !== '') {
      zh += `.${part}`
      en = en.replace(`\`${word}\``, `\`${word}.${part}\``)
      word = `${word}.${part}`
    } else {
      zh += zh === '' ? part : `的 ${part}`
      en = en === '' ? `\`${part}\`` : `\`${part}\` of ${en}`
      word = part
    }
  }
  return say(zh, en)
}

const longest = 40

/** A value as the reader sees it in the file. */
const shown = (value: unknown): Text => {
  if (typeof value === 'string') {
    const cut = [...value].length > longest ? `${[...value].slice(0, longest).join('')}…` : value
    return say(`文字“${cut}”`, `the text “${cut}”`)
  }
  if (typeof value === 'number' && Number.isNaN(value)) return say('非数（.nan）', 'no number (.nan)')
  if (value === Infinity || value === -Infinity) return say('无穷大（.inf）', 'infinity (.inf)')
  if (typeof value === 'number') return say(`数 ${value}`, `the number ${value}`)
  if (typeof value === 'boolean') return say(` ${value}`, `${value}`)
  return Array.isArray(value) ? say('列表', 'a list') : say('“键: 值”', '`key: value`')
}

/** A space between a Latin word and the Chinese that follows it. */
const spaced = (words: string): string => (/[\w`]$/.test(words) ? `${words} ` : words)

const upper = (sentence: string): string => sentence.charAt(0).toUpperCase() + sentence.slice(1)
