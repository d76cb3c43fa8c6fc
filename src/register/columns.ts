import { type Day, type Month, parseDay, parseMonth } from '../kernel/day.ts'
import { say, type Text } from '../kernel/text.ts'

/** What a cell cannot be read as, in words; the reader of the table adds the address. */
export class CellProblem {
  readonly message: Text
  constructor(message: Text) {
    this.message = message
  }
}

/** One column of a table: how its cells are read. The Chinese header is accepted beside the English one. */
export interface Column<Value> {
  readonly zh: string
  readonly optional: boolean
  read(cell: string): Value | CellProblem
}

export type Columns = Readonly<Record<string, Column<unknown>>>

/** The row type that a set of columns describes: one definition for type, file and documentation. */
export type RowOf<C extends Columns> = {
  readonly [Name in keyof C]: C[Name] extends Column<infer Value> ? Value : never
}

const required = <Value>(zh: string, read: (cell: string) => Value | CellProblem): Column<Value> => ({
  zh,
  optional: false,
  read: (cell) =>
    cell === '' ? new CellProblem(say('此格必填', 'this cell must not be empty')) : read(cell),
})

/** The same column, but an empty cell is undefined. */
export const optional = <Value>(column: Column<Value>): Column<Value | undefined> => ({
  zh: column.zh,
  optional: true,
  read: (cell) => (cell === '' ? undefined : column.read(cell)),
})

/** Characters that are not seen and change how the rest is read: controls, zero-width and direction marks. */
export const unseen = /[\p{Cc}\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/u

export const text = (zh: string): Column<string> =>
  required(zh, (cell) =>
    unseen.test(cell)
      ? new CellProblem(say('含有看不见的字符', 'it contains characters that cannot be seen'))
      : cell,
  )

/** An id: letters, digits, `-`, `_`, `.`, `/`, `:` and Chinese characters; the brand is given by the caller. */
export const id = <Brand extends string = string>(zh: string): Column<Brand> =>
  required(zh, (cell) =>
    /^[\p{L}\p{N}][\p{L}\p{N}_.:/@#+-]{0,119}$/u.test(cell)
      ? (cell as Brand)
      : new CellProblem(say(`“${cell}”不是标识`, `“${cell}” is not an id`)),
  )

/** Several ids with one space between them. */
export const ids = <Brand extends string = string>(zh: string): Column<readonly Brand[]> => {
  const one = id<Brand>(zh)
  return required(zh, (cell) => {
    const read = cell.split(' ').map((part) => one.read(part))
    const problem = read.find((part) => part instanceof CellProblem)
    return problem instanceof CellProblem ? problem : (read as Brand[])
  })
}

/** A whole number, zero or more unless `min` says otherwise; grouping commas and full-width digits are refused. */
export const whole = (zh: string, min = 0): Column<number> =>
  required(zh, (cell) => {
    const value = /^-?\d{1,15}$/.test(cell) ? Number(cell) : Number.NaN
    return Number.isSafeInteger(value) && value >= min
      ? value
      : new CellProblem(say(`“${cell}”不是不小于${min}的整数`, `“${cell}” is not a whole number ≥ ${min}`))
  })

/** A decimal number such as 12.5, with at most six places; above zero when it is a unit of measure. */
export const decimal = (zh: string, isPositive = false): Column<number> =>
  required(zh, (cell) => {
    const value = /^-?\d{1,15}(?:\.\d{1,6})?$/.test(cell) ? Number(cell) : Number.NaN
    if (Number.isFinite(value) && (value > 0 || !isPositive)) return value
    const [above, aboveEn] = isPositive ? ['大于零的', ' above zero'] : ['', '']
    return new CellProblem(
      say(`“${cell}”不是${above}数`, `“${cell}” is not a number${aboveEn} (digits and a point)`),
    )
  })

export const dayColumn = (zh: string): Column<Day> =>
  required(
    zh,
    (cell) =>
      parseDay(cell) ??
      new CellProblem(say(`“${cell}”不是日期（如2020-12-01）`, `“${cell}” is not a day such as 2020-12-01`)),
  )

export const monthColumn = (zh: string): Column<Month> =>
  required(
    zh,
    (cell) =>
      parseMonth(cell) ??
      new CellProblem(say(`“${cell}”不是年月（如1970-05）`, `“${cell}” is not a month such as 1970-05`)),
  )

export const flag = (zh: string): Column<boolean> =>
  required(zh, (cell) =>
    cell === 'yes' || cell === '是'
      ? true
      : cell === 'no' || cell === '否'
        ? false
        : new CellProblem(say(`“${cell}”应为 yes 或 no`, `“${cell}” must be yes or no`)),
  )

/** One of a closed list of words; the Chinese terms (the record's values) are accepted too. */
export const oneOf = <Word extends string>(
  zh: string,
  words: Readonly<Record<Word, string>>,
): Column<Word> => {
  const byName = new Map<string, Word>()
  for (const [word, term] of Object.entries(words) as [Word, string][]) {
    byName.set(word, word)
    byName.set(term, word)
  }
  const [english, chinese] = [Object.keys(words).join(', '), Object.values(words).join('、')]
  return required(
    zh,
    (cell) =>
      byName.get(cell) ??
      new CellProblem(say(`“${cell}”不是：${chinese}`, `“${cell}” is none of ${english}`)),
  )
}
