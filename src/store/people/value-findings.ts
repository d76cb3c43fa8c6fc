import type { Finding } from '../../kernel/finding.ts'
import { holdsUnkeepable } from '../../kernel/keepable.ts'
import { say, type Text } from '../../kernel/text.ts'
import { unseen } from '../../register/columns.ts'
import { inventedArea, wrongIn } from './identity-number.ts'
import { inventedMark } from './invented.ts'
import { type FileColumn, type FileValues, fileColumns } from './masking.ts'

/** 列名, as an official calls the columns of a file. */
const columnTerms: Readonly<Record<FileColumn, Text>> = {
  name: say('姓名', 'name'),
  identity_number: say('公民身份号码', 'identity number'),
  phone: say('联系电话', 'telephone'),
  appraisal: say('考核评语', 'appraisal'),
}

/** How long a value may be, in characters. */
export const longest: Readonly<Record<FileColumn, number>> = {
  name: 60,
  identity_number: 18,
  phone: 20,
  appraisal: 2000,
}

/**
 * What is wrong with the values of one file; the values themselves are never told. Y01 signs or length · Y02 like a
 * formula · Y03 identity number · Y04 telephone · Y05 an invented number in a file that is not marked as invented.
 */
export const valueFindings = (values: FileValues, at: (column: FileColumn) => string): Finding[] => {
  const findings = fileColumns.flatMap((column) => {
    const value = values[column]
    const wrong = value === undefined ? undefined : wrongWith(column, value)
    if (wrong === undefined) return []
    const { code, what, remedy } = wrong
    const term = columnTerms[column]
    const message = say(`${term.zh}：${what.zh}`, `${term.en}: ${what.en}`)
    return [{ code, severity: 'error', at: at(column), message, remedy } as const]
  })
  const isInvented = values.identity_number?.startsWith(inventedArea) ?? false
  if (findings.length > 0 || !isInvented || values.name?.startsWith(inventedMark)) return findings
  return [unmarked(at('identity_number'))]
}

interface Wrong {
  readonly code: string
  readonly what: Text
  readonly remedy: Text
}

const wrongWith = (column: FileColumn, value: string): Wrong | undefined => {
  const shown = column === 'appraisal' ? value.replaceAll('\n', ' ') : value
  if (value === '' || value.trim() !== value || unseen.test(shown) || holdsUnkeepable(value)) return unclean
  if (value.length > longest[column]) return tooLong(longest[column])
  if (/^[=+\-@]/.test(value)) return formulaLike
  if (column === 'identity_number') return wrongNumber(value)
  if (column === 'phone' && !/^(1\d{10}|0\d{2,3}-?\d{7,8})$/.test(value)) return wrongPhone
  return undefined
}

const unclean: Wrong = {
  code: 'Y01',
  what: say(
    '为空、首尾有空格或含看不见的字符',
    'empty, or with spaces around it or signs that cannot be seen',
  ),
  remedy: say('删去这些字符。', 'Remove them.'),
}

const tooLong = (most: number): Wrong => ({
  code: 'Y01',
  what: say(`超过${most}字`, `longer than ${most} characters`),
  remedy: say('缩短后再填。', 'Shorten it.'),
})

const formulaLike: Wrong = {
  code: 'Y02',
  what: say(
    '以 = + - @ 开头，表格软件会当作公式',
    'begins with = + - @, which a spreadsheet takes for a formula',
  ),
  remedy: say('去掉开头的符号；电话不写 +86。', 'Leave the sign out; write telephones without +86.'),
}

const wrongPhone: Wrong = {
  code: 'Y04',
  what: say('不是手机号或带区号的座机号', 'neither a mobile number nor one with its area code'),
  remedy: say('手机写11位；座机写“0350-7222222”。', 'Write 11 digits, or “0350-7222222”.'),
}

const numberFaults = {
  form: say(
    '应为18位：17位数字和1位校验码（数字或大写X）',
    'has 17 digits and a check character (a digit or X)',
  ),
  area: say('前两位不是省级行政区划代码', 'does not begin with the code of a province'),
  birth: say('第7至14位不是日期', 'has no day of birth at places 7 to 14'),
  check: say('校验码不符', 'has a check character that does not fit'),
} as const

const wrongNumber = (value: string): Wrong | undefined => {
  const wrong = wrongIn(value)
  if (wrong === undefined) return undefined
  const remedy = say('对照身份证原件改正（GB 11643）。', 'Correct it after the card (GB 11643).')
  return { code: 'Y03', what: numberFaults[wrong], remedy }
}

const unmarked = (at: string): Finding => ({
  code: 'Y05',
  severity: 'error',
  at,
  message: say(
    `区划为000000的号码只用于示例人员，其姓名应以“${inventedMark}”开头`,
    `A number of area 000000 is for invented people, whose names begin “${inventedMark}”`,
  ),
  remedy: say('填真实号码，或在姓名前标明示例。', 'Give the real number, or mark the name as invented.'),
})
