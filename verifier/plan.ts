import { isSeq, LineCounter, parseDocument, visit } from 'yaml'
import { compare, type Problem, problem } from './problem.ts'
import { aboutTheLine, nested, operationNamed, operations, topKeys } from './words.ts'

/** The fields of a line as they stand in the file. */
export type Fields = Readonly<Record<string, unknown>>

/** One act of the plan on one day. `number` counts the lines of the plan, `row` the lines of the file. */
export interface Step {
  readonly number: number
  readonly row: number
  readonly on: string
  readonly operation: string
  readonly fields: Fields
}

/** The plan's own words and its steps in order of effect. */
export interface Plan {
  readonly members: Fields
  readonly steps: readonly Step[]
}

/** A value as named members; an empty record when it is anything else. */
export const members = (value: unknown): Fields => (isRecord(value) ? value : {})

/** Named members, and not a list. */
export const isRecord = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const largest = 4 * 1024 * 1024

/** Reads a plan file; undefined when it cannot be read. Whatever is not understood is a problem that names its line. */
export const readPlan = (text: string, problems: Problem[]): Plan | undefined => {
  const unreadable = (zh: string, en: string) => {
    problems.push(problem('V03', `方案无法读取：${zh}`, `The plan cannot be read: ${en}`))
    return undefined
  }
  if (text.length > largest) return unreadable('文件过大', 'the file is too large')
  const { document, rows, isPlain } = parsed(text)
  const [fault] = [...document.errors, ...document.warnings]
  if (fault !== undefined) {
    const { line } = rows.linePos(fault.pos[0])
    return unreadable(`文件第${line}行不是正确的 YAML`, `row ${line} of the file is not correct YAML`)
  }
  if (!isPlain) return unreadable('用了指令或别名', 'it uses a directive or an alias')
  const plan = members(document.toJS())
  const nodes = document.get('lines')
  if (plan.sanding !== 1 || !Array.isArray(plan.lines) || !isSeq<Ranged>(nodes))
    return unreadable('没有 sanding: 1 或 lines', 'it lacks `sanding: 1` or `lines`')
  const unknown = [
    ...Object.keys(plan).filter((name) => !topKeys.includes(name)),
    ...Object.keys(members(plan.base)).filter((name) => name !== 'register' && name !== 'hash'),
  ]
  for (const key of unknown)
    problems.push(problem('V03', `方案没有“${key}”一项`, `A plan has no member “${key}”`))
  const steps = plan.lines.flatMap((line: unknown, at) => {
    const row = rows.linePos(nodes.items[at]?.range?.[0] ?? 0).line
    return stepsOf(members(line), { number: at + 1, row, effectiveOn: plan.effectiveOn }, problems)
  })
  return { members: plan, steps: steps.sort((a, b) => compare(a.on, b.on) || a.number - b.number) }
}

/** The file as a document. A directive changes what words mean; an alias repeats what the reader does not see. */
const parsed = (text: string) => {
  const rows = new LineCounter()
  const document = parseDocument(text, {
    lineCounter: rows,
    version: '1.2',
    schema: 'core',
    merge: false,
    stringKeys: true,
    prettyErrors: false,
  })
  let isPlain = !/^\uFEFF?(?:[ \t]*(?:#.*)?\r?\n)*%/.test(text)
  visit(document, {
    Alias: () => {
      isPlain = false
    },
  })
  return { document, rows, isPlain }
}

interface Ranged {
  readonly range?: readonly [number, number, number]
}

interface Written {
  readonly number: number
  readonly row: number
  readonly effectiveOn: unknown
}

const stepsOf = (line: Fields, { number, row, effectiveOn }: Written, problems: Problem[]): Step[] => {
  const wrong = (zh: string, en: string) =>
    problems.push(
      problem(
        'V09',
        `第${number}行（文件第${row}行）：${zh}`,
        `Line ${number} (row ${row} of the file): ${en}`,
      ),
    )
  const operation = operationNamed(line.op)
  if (line.op === undefined) {
    wrong('缺少 op', 'it lacks `op`')
    return []
  }
  if (operation === undefined) {
    wrong(`没有改革事项“${String(line.op)}”`, `there is no operation “${String(line.op)}”`)
    return []
  }
  for (const name of notUnderstood(line, operation))
    wrong(`“${operation}”不认识“${name}”`, `“${operation}” does not understand “${name}”`)
  const dates = operation === 'transfer-duty' && line.dates !== undefined ? members(line.dates) : undefined
  const on = 'on' in line ? line.on : effectiveOn
  const parts = dates === undefined ? [{ on, fields: line }] : partsOf(line, dates)
  for (const day of [on, ...(dates === undefined ? [] : [dates.duty, ...Object.values(dates)])])
    if (!isDay(day)) wrong(`“${String(day)}”不是日期`, `“${String(day)}” is not a day`)
  return parts.flatMap((part) =>
    isDay(part.on) ? [{ number, row, operation, fields: part.fields, on: part.on }] : [],
  )
}

/** Names the checker has no meaning for, and names without a value: to pass over them would be to guess. */
const notUnderstood = (line: Fields, operation: string): string[] => {
  const known = [...aboutTheLine, ...(operations[operation]?.[1].split(' ') ?? [])]
  return Object.entries(line).flatMap(([name, value]) => {
    if (!known.includes(name) || value === null) return [name]
    const inside = nested[`${operation} ${name}`]?.split(' ')
    if (inside === undefined) return []
    if (Array.isArray(value) !== (name === 'into')) return [name]
    return (Array.isArray(value) ? value : [value]).flatMap((each: unknown) =>
      isRecord(each)
        ? Object.keys(each)
            .filter((key) => !inside.includes(key) || each[key] === null)
            .map((key) => `${name}.${key}`)
        : [name],
    )
  })
}

const isDay = (value: unknown): value is string =>
  typeof value === 'string' &&
  /^\d{4}-\d\d-\d\d$/.test(value) &&
  !value.startsWith('0000') &&
  !Number.isNaN(Date.parse(`${value}T00:00Z`)) &&
  new Date(`${value}T00:00Z`).toJSON().slice(0, 10) === value

/** The four dates of a transfer and what each of them governs. */
const governed: Readonly<Record<string, readonly string[]>> = {
  duty: ['duties'],
  people: ['people', 'posts', 'leadingPosts', 'sections'],
  money: ['budget', 'premises', 'contracts'],
  records: ['archives', 'seals'],
}

/** A transfer with dates, as one act for each different day; posts without people or sections go with the duty. */
const partsOf = (line: Fields, dates: Fields): { on: unknown; fields: Fields }[] => {
  const { from, to } = line
  const parts = new Map<unknown, Record<string, unknown>>()
  for (const [date, names] of Object.entries(governed)) {
    const postsOnly = date === 'people' && line.people === undefined && line.sections === undefined
    const on = (postsOnly ? undefined : dates[date]) ?? dates.duty
    for (const name of names.filter((each) => line[each] !== undefined)) {
      const part = parts.get(on) ?? (from === undefined ? { to } : { from, to })
      parts.set(on, { ...part, [name]: line[name] })
    }
  }
  return [...parts].map(([on, fields]) => ({ on, fields }))
}
