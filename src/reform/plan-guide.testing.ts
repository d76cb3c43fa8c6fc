import { type Counters, countersOf } from './impact.ts'
import { type OperationName, operations } from './operations/index.ts'
import { exampleCounty, examplePlan, examplesAfter, planExamples } from './plan-examples.testing.ts'
import { readPlan } from './plan-file.ts'
import { planSchema } from './plan-schema.ts'
import { noPolicy } from './policy.ts'
import { rehearse } from './rehearse.ts'

/** The parts of docs/plan-files.md that are written by the code: the operations, and what counts what. */

interface Shape {
  readonly title?: string
  readonly description?: string
  readonly required?: readonly string[]
  readonly properties?: Readonly<Record<string, Shape>>
  readonly items?: Shape
}

/** Carries an example out in the county of the examples. */
export const rehearsedExample = (name: OperationName) => {
  const first = examplesAfter[name]
  const text = examplePlan(...(first === undefined ? [] : [first]), planExamples[name])
  const { plan, findings } = readPlan(text, 'example')
  if (plan === undefined || findings.length > 0) throw new Error(`${name}: ${JSON.stringify(findings)}`)
  return { text, ...rehearse(exampleCounty(), plan, noPolicy) }
}

const shapeOf = (name: string): Shape =>
  (planSchema().$defs as Readonly<Record<string, Shape>>)[name] as Shape

const cell = (text: string) => text.replaceAll('|', '\\|')

/** Required fields are bold; fields inside a field follow it, as `into.unit`. */
const rowsOf = (shape: Shape, prefix = ''): string[] =>
  Object.entries(shape.properties ?? {}).flatMap(([key, field]) => {
    if (['op', 'on', 'basis', 'opinions'].includes(key) && prefix === '') return []
    const path = `${prefix}${key}`
    const word = shape.required?.includes(key) ? `**\`${path}\`**` : `\`${path}\``
    const [zh = '', en = ''] = (field.title ?? '').split(' · ')
    const terms = field.description === undefined ? '' : `<br>${field.description}`
    const inside = field.items?.properties === undefined ? field : field.items
    return [`| ${word} | ${cell(zh)} | ${cell(en + terms)} |`, ...rowsOf(inside, `${path}.`)]
  })

/** One section an operation: names, counting rule, fields, example. */
export const operationsInWords = (): string =>
  operations
    .map(({ name, terms, counting }) =>
      [
        `### ${terms[0]} · \`${name}\``,
        ...(terms.length > 1 ? [`也可写 also: ${terms.slice(1).join('、')}\n`] : []),
        `计数 counting: ${counting.zh}。 ${counting.en}.`,
        '',
        '| 字段 field | 中文 | English |',
        '|---|---|---|',
        ...rowsOf(shapeOf(name)),
        '',
        '```yaml',
        planExamples[name],
        '```',
      ].join('\n'),
    )
    .join('\n\n')

const compared: readonly (readonly [OperationName, string, string])[] = [
  ['merge-units', '合并组建', 'merge'],
  ['co-locate-units', '合署办公', 'co-locate'],
  ['add-nameplate', '加挂牌子', 'nameplate'],
  ['change-subordination', '部门管理（划归管理）', 'managed by another body'],
  ['change-management', '属地管理', 'managed by the county'],
]
const counted: readonly (readonly [keyof Counters, string])[] = [
  ['organs', '机构限额 organs'],
  ['openUnits', '单位 units'],
  ['nameplates', '牌子 nameplates'],
  ['seals', '印章 seals'],
  ['posts', '编制 posts'],
  ['leadingPosts', '职数 leading posts'],
  ['people', '人员 people'],
  ['duties', '职责 duties'],
]

/** What each of the four look-alikes changes, computed from its example (two bodies joined in each). */
export const whatCountsWhat = (): string => {
  const rows = compared.map(([name, zh, en]) => {
    const { before, after } = rehearsedExample(name)
    const [was, is] = [countersOf(before), countersOf(after)]
    const cells = counted.map(([key]) => (is[key] === was[key] ? '0' : signed(is[key] - was[key])))
    return `| ${zh} ${en} | ${cells.join(' | ')} |`
  })
  return [
    `| | ${counted.map(([, title]) => title).join(' | ')} |`,
    `|---|${counted.map(() => '--:').join('|')}|`,
    ...rows,
  ].join('\n')
}

const signed = (count: number) => (count > 0 ? `+${count}` : `−${-count}`)

/** The text with what stands between the markers of that name replaced. */
export const withPart = (text: string, name: string, part: string): string => {
  const [begin, end] = [`<!-- ${name}: written by the code -->`, `<!-- ${name}: end -->`]
  const [from, to] = [text.indexOf(begin), text.indexOf(end)]
  if (from < 0 || to < from) throw new Error(`no markers ${name}`)
  return `${text.slice(0, from + begin.length)}\n${part}\n${text.slice(to)}`
}
