import type { Finding } from '../kernel/finding.ts'
import { listed, say } from '../kernel/text.ts'

/**
 * What can be wrong with a county’s tables as tables: B01 missing · B02 columns lacking, or not to be told apart ·
 * B03 cells · B04 ids · B05 rows that point nowhere · B17 a column too many, which is passed over.
 */

export const noCountyRow: Finding = {
  code: 'B01',
  severity: 'error',
  at: 'table:county.csv#2',
  message: say('county.csv 须有一行', 'county.csv must have one row'),
  remedy: say('写明县的标识、名称、基准日等。', 'Give the county’s id, names, baseline day and so on.'),
  place: { line: 2, column: 1 },
}

export const missing = (name: string): Finding => ({
  code: 'B01',
  severity: 'error',
  at: `table:${name}.csv`,
  message: say(`缺少 ${name}.csv`, `${name}.csv is missing`),
  remedy: say('补上此表；没有内容时只写表头。', 'Add the table; write only its header when it is empty.'),
})

export const otherSeparator = (name: string, separator: string): Finding => {
  const [zh, en] = separator === ';' ? ['分号', 'semicolons'] : ['制表符', 'tabs']
  return {
    code: 'B02',
    severity: 'error',
    at: `table:${name}.csv#1`,
    message: say(`${name}.csv 用${zh}分列`, `${name}.csv separates its columns with ${en}`),
    remedy: say('另存为以英文逗号分列的 CSV。', 'Save it again as CSV with commas.'),
    place: { line: 1, column: 1 },
  }
}

export const repeatedColumn = (name: string, title: string, at: number): Finding => ({
  code: 'B17',
  severity: 'error',
  at: `table:${name}.csv#1`,
  message: say(`${name}.csv 的列“${title}”出现两次`, `${name}.csv has the column “${title}” twice`),
  remedy: say('只留一列。', 'Keep one of the two.'),
  place: { line: 1, column: at + 1 },
})

/** Most often a comma inside a cell that was not quoted: every cell after it stands in the wrong column. */
export const tooManyCells = (name: string, line: number, cells: number, columns: number): Finding => ({
  code: 'B03',
  severity: 'error',
  at: `table:${name}.csv#${line}`,
  message: say(
    `${name}.csv 第${line}行有${cells}格，表头只有${columns}列`,
    `${name}.csv line ${line} has ${cells} cells under ${columns} columns`,
  ),
  remedy: say('含逗号的格要加引号。', 'Put quotation marks around a cell that contains a comma.'),
  place: { line, column: columns + 1 },
})

export const unknownColumn = (name: string, title: string, at: number): Finding => ({
  code: 'B17',
  severity: 'error',
  at: `table:${name}.csv#1`,
  message: say(`${name}.csv 有未知的列“${title}”`, `${name}.csv has an unknown column “${title}”`),
  remedy: say('删去此列，或改正列名。', 'Remove the column, or correct its name.'),
  place: { line: 1, column: at + 1 },
})

export const missingColumns = (name: string, keys: readonly string[]): Finding => {
  const all = listed(keys.map((key) => say(key, key)))
  return {
    code: 'B02',
    severity: 'error',
    at: `table:${name}.csv#1`,
    message: say(`${name}.csv 缺少列：${all.zh}`, `${name}.csv lacks the columns: ${all.en}`),
    remedy: say('补上这些列。', 'Add these columns.'),
    place: { line: 1, column: 1 },
  }
}

export const repeated = (name: string, id: string, line: number, first: number): Finding => ({
  code: 'B04',
  severity: 'error',
  at: `table:${name}.csv#${line}:id`,
  message: say(
    `${name}.csv 第${line}行的标识“${id}”与第${first}行相同`,
    `${name}.csv line ${line} repeats the id “${id}” of line ${first}`,
  ),
  remedy: say('标识永久唯一：改正其中一行。', 'Ids are unique for ever: correct one of the two.'),
  place: { line, column: 1 },
})

const promises: Readonly<Record<string, readonly [zh: string, en: string]>> = {
  R1: ['所属单位不存在或已撤销', 'names a unit that does not exist or is closed'],
  R2: ['未撤销却有承继单位', 'is open and yet has a successor'],
  R3: ['已撤销却仍持有编制、人员或物', 'is closed and yet still holds something'],
  R4: [
    '合署的主办机构不存在、已撤销或自身又合署',
    'is co-located with a body that is unknown, closed or itself a guest',
  ],
  R5: ['举办单位不存在', 'has a sponsor that does not exist'],
  R6: ['任职的人员不存在', 'appoints a person who does not exist'],
  R7: ['标识应为“单位/类别”', 'must have the id “unit/kind”'],
  R8: ['股室不存在，或不属于同一单位', 'points to a section that does not exist or is another unit’s'],
  R9: ['数目为负', 'has a negative count'],
}

export const broken = (invariant: string, row: string): Finding => {
  const [zh, en] = promises[invariant] ?? [invariant, invariant]
  return {
    code: 'B05',
    severity: 'error',
    at: row.includes(':') ? row : `units:${row}`,
    message: say(`${row}：${zh}（${invariant}）`, `${row} ${en} (${invariant})`),
    remedy: say('改正该行。', 'Correct the row.'),
  }
}
