import { execFileSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { parseDay } from '../kernel/day.ts'
import { type OperationName, operations } from './operations/index.ts'
import { exampleCounty, examplePlan, planExamples } from './plan-examples.testing.ts'
import { readPlan } from './plan-file.ts'
import { operationsInWords, rehearsedExample, whatCountsWhat, withPart } from './plan-guide.testing.ts'
import { planSchema } from './plan-schema.ts'
import { noPolicy } from './policy.ts'
import { rehearse } from './rehearse.ts'

const root = resolve(import.meta.dirname, '../..')
const ajv = new Ajv2020({
  strict: true,
  allErrors: true,
  formats: { date: (text) => parseDay(text) !== undefined },
})
const validate = ajv.compile(planSchema())
const fits = (text: string): boolean => validate(parse(text))
const isRead = (text: string): boolean => readPlan(text, 'test').findings.length === 0

/** With UPDATE=1 the written forms are made anew. */
const update = process.env.UPDATE === '1'
const how = 'UPDATE=1 node scripts/run.mjs node_modules/vitest/vitest.mjs run src/reform/plan-schema.test.ts'

test('docs/plan.schema.json is the schema that the code makes', () => {
  const file = join(root, 'docs/plan.schema.json')
  if (update) {
    writeFileSync(file, `${JSON.stringify(planSchema(), undefined, 2)}\n`)
    execFileSync(process.execPath, [
      join(root, 'node_modules/@biomejs/biome/bin/biome'),
      'format',
      '--write',
      file,
    ])
  }

  expect(JSON.parse(readFileSync(file, 'utf8')), how).toEqual(JSON.parse(JSON.stringify(planSchema())))
})

test('docs/plan-files.md lists every operation as the code has it', () => {
  const file = join(root, 'docs/plan-files.md')
  const was = readFileSync(file, 'utf8')
  const now = withPart(withPart(was, 'operations', operationsInWords()), 'counting', whatCountsWhat())
  if (update) writeFileSync(file, now)

  expect(readFileSync(file, 'utf8'), how).toBe(now)
})

test.each(operations.map(({ name }) => name))(
  'the example of %s fits the schema and can be carried out',
  (name) => {
    const { text, findings, steps, conservation } = rehearsedExample(name)

    expect([validate(parse(text)), validate.errors]).toEqual([true, null])
    expect(findings.filter(({ severity }) => severity === 'error')).toEqual([])
    expect(steps.map((step) => step.line.operation.name)).toContain(name)
    expect(conservation.counterExamples).toEqual([])
  },
)

test('every field has a title in both languages', () => {
  const bare: string[] = []
  const look = (schema: unknown, path: string): void => {
    if (typeof schema !== 'object' || schema === null) return
    for (const [key, field] of Object.entries((Reflect.get(schema, 'properties') ?? {}) as object)) {
      const isCondition = path.endsWith('/if')
      if (!isCondition && !/\p{Script=Han}.* · \w/u.test(String(Reflect.get(field, 'title'))))
        bare.push(`${path}/${key}`)
    }
    for (const [key, inner] of Object.entries(schema)) look(inner, `${path}/${key}`)
  }
  look(planSchema(), '')

  expect(bare).toEqual([])
})

test('the schema, the reader and the guide know the same keys at the top of a plan', () => {
  const known = Object.keys(planSchema().properties ?? {})
  const source = readFileSync(join(root, 'src/reform/plan-top.ts'), 'utf8')
  const [, list = ''] = /const topKeys = \[([^\]]*)\]/.exec(source) ?? []
  const guide = readFileSync(join(root, 'docs/plan-files.md'), 'utf8').split('## ')[1]

  expect([...list.matchAll(/'(\w+)'/g)].map(([, key]) => key)).toEqual(known)
  expect(known.filter((key) => !guide?.includes(`\`${key}\``))).toEqual([])
})

const plans = readdirSync(join(root, 'counties')).flatMap((county) =>
  readdirSync(join(root, 'counties', county))
    .filter((name) => name.endsWith('.plan.yaml'))
    .map((name) => join('counties', county, name)),
)
test('there are plans to try the schema on', () => {
  expect(existsSync(join(root, 'counties')) && plans.length).toBeGreaterThan(0)
})
test.each(plans)('the shipped plan %s fits the schema and is read', (plan) => {
  const text = readFileSync(join(root, plan), 'utf8')

  expect([fits(text), validate.errors]).toEqual([true, null])
  expect(isRead(text)).toBe(true)
})

test('the plan at the head of the guide fits the schema and can be carried out', () => {
  const [, text = ''] =
    /```yaml\n([\s\S]*?)```/.exec(readFileSync(join(root, 'docs/plan-files.md'), 'utf8')) ?? []
  const { plan, findings } = readPlan(text, 'guide')

  expect([fits(text), findings]).toEqual([true, []])
  expect(plan && rehearse(exampleCounty(), plan, noPolicy).steps.length).toBe(2)
})

const full = examplePlan(
  planExamples['merge-units'],
  planExamples['transfer-duty'],
  planExamples['dissolve-unit'],
)
  .replace(
    'lines:',
    [
      'titleEn: Example',
      'completesOn: 2025-12-31',
      'base: { register: 2020-03-31, hash: "sha256:00" }',
      'transition: { until: 2022-12-31, basis: 过渡安置方案（示例） }',
      'term: { from: 2016-09-01, until: 2021-08-31 }',
      'documents: [{ kind: 公开征求意见, document: 公告（示例）, on: 2020-05-01, until: 2020-05-31 }, { kind: risk, document: 报告（示例）, on: 2020-06-01 }]',
      'stages: [{ stage: 动议, on: 2020-04-10, document: 会议纪要（示例） }, { stage: decision, on: 2020-06-01, document: 批复（示例） }]',
      'expect: { organs.after: 22, ratio.after: 31.5 }',
      'lines:',
    ].join('\n'),
  )
  .replace(
    'into: resources',
    'into: resources\n    on: 2021-01-01\n    basis: 批复（示例）\n    opinions: [{ rule: M3, document: 法制意见（示例） }]',
  )

test.each<[string, string]>([
  ['a full plan', full],
  ['a plan without lines in it', full.replace(/lines:[\s\S]*/, 'lines: []\n')],
  ...operations.flatMap(({ name, terms }) =>
    [name, ...terms].map((word): [string, string] => [
      `the word ${word}`,
      examplePlan(planExamples[name].replace(/op: .*/, `op: ${word}`)),
    ]),
  ),
])('%s fits the schema, and is read without a finding', (_, text) => {
  expect([fits(text), isRead(text)]).toEqual([true, true])
})

const wrong = (name: OperationName, from: string | RegExp, to: string) => {
  const text = examplePlan(planExamples[name])
  expect(text).toMatch(from)
  return text.replace(from, to)
}
test.each<[string, () => string]>([
  ['no version', () => full.replace('sanding: 1\n', '')],
  ['another version', () => full.replace('sanding: 1', 'sanding: 2')],
  ['no title', () => full.replace(/title: .*\n/, '')],
  ['an empty authority', () => full.replace(/authority: .*/, 'authority: ""')],
  ['an unknown top key', () => full.replace('titleEn', 'titelEn')],
  ['no lines', () => full.replace(/lines:[\s\S]*/, '')],
  ['a list of lines that is none', () => full.replace(/lines:[\s\S]*/, 'lines: { op: x }\n')],
  ['a day that does not exist', () => full.replace('2020-12-01', '2021-02-29')],
  ['a day written otherwise', () => full.replace('2020-12-01', '2020/12/01')],
  ['a transition without a basis', () => full.replace(', basis: 过渡安置方案（示例）', '')],
  ['a base without a day', () => full.replace('register: 2020-03-31, ', '')],
  ['a kind of document that is none', () => full.replace('kind: risk', 'kind: rumour')],
  ['a document without a day', () => full.replace(', on: 2020-06-01 }]\nstages', ' }]\nstages')],
  ['a term without its end', () => full.replace(', until: 2021-08-31', '')],
  ['a stage that is none', () => full.replace('动议', '商量')],
  ['an expectation that is no number', () => full.replace('organs.after: 22', 'organs.after: many')],
  ['a line without an operation', () => wrong('merge-units', /op: .*\n/, 'basis: x\n')],
  ['an unknown operation', () => wrong('merge-units', /op: .*/, 'op: 吞并')],
  ['a field of another operation', () => wrong('merge-units', 'into: resources', 'to: resources')],
  ['a field left out', () => wrong('merge-units', /nameEn: .*\n/, '\n')],
  ['one unit merged', () => wrong('merge-units', '[land, forestry]', '[land]')],
  ['units that are no list', () => wrong('merge-units', '[land, forestry]', 'land')],
  ['an id with a space', () => wrong('merge-units', 'into: resources', 'into: natural resources')],
  ['half a post', () => wrong('set-staffing-quota', 'posts: 10', 'posts: 10.5')],
  ['posts below nothing', () => wrong('set-staffing-quota', 'posts: 10', 'posts: -1')],
  ['a kind of post that is none', () => wrong('set-staffing-quota', 'kind: institution', 'kind: soldiers')],
  ['a kind of post inside that is none', () => wrong('transfer-duty', 'administrative: 1', 'soldiers: 1')],
  [
    'a date of a transfer that is none',
    () => wrong('transfer-duty', 'people: 2021-03-01', 'folk: 2021-03-01'),
  ],
  ['a destination that is none', () => wrong('dissolve-unit', 'archives: land', 'archive: land')],
  ['a duty split into one', () => wrong('split-duty', /\n +- \{ duty: water-quality.*/, '')],
  ['an opinion without a document', () => full.replace(', document: 法制意见（示例）', '')],
  ['a field without a value', () => wrong('absorb-unit', 'into: survey', 'into:')],
])('%s: the schema and the reader both refuse it', (_, make) => {
  const text = make()

  expect([fits(text), isRead(text)]).toEqual([false, false])
})
