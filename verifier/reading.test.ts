import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { operations as coreOperations } from '../src/reform/operations/index.ts'
import { planSchema } from '../src/reform/plan-schema.ts'
import { countyColumns } from '../src/register/county.ts'
import { tableColumns } from '../src/register/register.ts'
import { change, coreOn, golden, opened, planIn, smallCounty } from '../test/certified-county.ts'
import { verify } from './verify.ts'
import { columns, nested, operations, topKeys } from './words.ts'

test.each<[string, string, string, string | RegExp, string]>([
  ['an id twice', 'duties', 'duties', /^(plots,.*\n)/m, '$1$1'],
  ['a column that nobody knows', 'units', 'units', 'closedOn', 'closedon'],
  ['a column twice, once in Chinese', 'duties', 'duties', 'id,unit,section', 'id,unit,承担单位'],
  ['a cell too many', 'duties', 'duties', /^plots,land/m, 'plots,x,land'],
  ['an open quotation mark', 'duties', 'duties', /^plots,/m, '"plots,'],
  ['an invisible character in an id', 'duties', 'duties', /^plots,/m, 'plots\u200b,'],
  ['a thing held by nobody', 'plots', 'duties', /^plots,land/m, 'plots,nobody'],
  ['an office of nobody', 'o1', 'appointments', /$/, 'o1,nobody,land,chief,局长,no,yes,\n'],
  ['a post that is no number', 'water/support', 'quotas', 'support,1', 'support,one'],
  ['a quota under another name', 'water/support', 'quotas', 'water,support,1', 'water,institution,1'],
])('%s in the tables is told', (_, named, table, from, to) => {
  const { folder, plan, certificate } = golden()
  change(join(folder, `${table}.csv`), from, to)

  const { problems } = verify(JSON.stringify(certificate), folder, plan)
  const told = problems.filter(({ code }) => code === 'V04')

  expect(told.length).toBeGreaterThan(0)
  expect(told.flatMap((each) => [each.table, each.id])).toContain(named)
})

const yaml = (...more: string[]) =>
  ['sanding: 1', 'title: 试验方案', 'authority: 试编发', 'effectiveOn: 2020-12-01', ...more, ''].join('\n')
test.each<[string, string, string]>([
  [
    'an alias',
    yaml('lines: [{ op: absorb-unit, units: &u [land], into: water }, { op: 并入, units: *u, into: water }]'),
    'V03',
  ],
  ['a key twice', yaml('lines: [{ op: absorb-unit, units: [land], into: water, into: forestry }]'), 'V03'],
  ['a merge key', yaml('lines: [{ op: absorb-unit, units: [land], <<: { into: water } }]'), 'V09'],
  ['a directive', `%YAML 1.1\n---\n${yaml('lines: []')}`, 'V03'],
  ['a directive for tags', `# x\n%TAG ! tag:x,2000:\n---\n${yaml('lines: []')}`, 'V03'],
  ['a line without operation', yaml('lines: [{ 操作: absorb-unit, units: [land], into: water }]'), 'V09'],
  ['a tag', yaml('lines: [{ op: absorb-unit, units: [land], into: !x water }]'), 'V03'],
  ['two documents', `${yaml('lines: []')}---\n${yaml('lines: []')}`, 'V03'],
  ['an unknown top key', yaml('Lines: []', 'lines: []'), 'V03'],
  ['an unknown word under base', yaml('base: { register: 2020-03-31, hsh: x }', 'lines: []'), 'V03'],
  ['no version', yaml('lines: []').replace('sanding: 1', 'sanding: 2'), 'V03'],
  [
    'an unknown field',
    yaml('lines: [{ op: absorb-unit, units: [land], into: water, dutys: [maps] }]'),
    'V09',
  ],
  [
    'an unknown field inside',
    yaml('lines: [{ op: dissolve-unit, unit: land, to: water, elsewhere: { dutys: forestry } }]'),
    'V09',
  ],
  [
    'a field without a value',
    yaml('lines: [{ op: dissolve-unit, unit: land, to: water, elsewhere: }]'),
    'V09',
  ],
  ['an unknown operation', yaml('lines: [{ op: constructor, unit: land }]'), 'V09'],
  [
    'a day that is none',
    yaml('lines: [{ op: absorb-unit, units: [land], into: water, on: 2021-02-29 }]'),
    'V09',
  ],
  ['a day without value', yaml('lines: [{ op: absorb-unit, units: [land], into: water, on: }]'), 'V09'],
  ['a list without members', yaml('lines: [{ op: transfer-seals, seals: [], to: water }]'), 'V08'],
  ['a list left out', yaml('lines: [{ op: transfer-seals, to: water }]'), 'V08'],
  ['a thing named twice', yaml('lines: [{ op: transfer-seals, seals: [s1, s1], to: water }]'), 'V08'],
  [
    'half a post',
    yaml('lines: [{ op: set-staffing-quota, unit: land, kind: administrative, posts: 2.5 }]'),
    'V08',
  ],
  [
    'posts without a kind',
    yaml('lines: [{ op: 划转, from: land, to: water, duties: [maps], posts: 3 }]'),
    'V08',
  ],
  [
    'posts written as text',
    yaml('lines: [{ op: 核定编制, unit: land, kind: administrative, posts: "3" }]'),
    'V08',
  ],
  ['a list where names belong', yaml('lines: [{ op: 撤销, unit: land, to: water, elsewhere: [] }]'), 'V09'],
  ['a unit that ends with all it holds', yaml('lines: [{ op: 撤销, unit: land }]'), 'V10'],
  [
    'a number of posts that is not there',
    yaml('lines: [{ op: 划转, from: land, to: water, duties: [maps], posts: { support: 1 } }]'),
    'V08',
  ],
  [
    'a kind of post that is none',
    yaml('lines: [{ op: set-staffing-quota, unit: land, kind: soldiers, posts: 2 }]'),
    'V08',
  ],
  [
    'one post shared out twice',
    yaml(
      'lines: [{ op: 分设, unit: land, into: [{ unit: a, name: a, nameEn: a, posts: { administrative: 3 } }, { unit: b, name: b, nameEn: b, posts: { administrative: 3 } }] }]',
    ),
    'V08',
  ],
  [
    'one seal given twice',
    yaml(
      'lines: [{ op: 分设, unit: land, into: [{ unit: a, name: a, nameEn: a, seals: [s1] }, { unit: b, name: b, nameEn: b, seals: [s1] }] }]',
    ),
    'V08',
  ],
  [
    'an id used again',
    yaml(
      'lines: [{ op: 职责拆分, duty: maps, into: [{ duty: m1, unit: land, name: a, nameEn: a }, { duty: m2, unit: land, name: a, nameEn: a }] }, { op: 职责拆分, duty: m1, into: [{ duty: maps, unit: water, name: a, nameEn: a }, { duty: m3, unit: land, name: a, nameEn: a }] }]',
    ),
    'V08',
  ],
])('a plan with %s is not passed over', (_, plan, code) => {
  const folder = smallCounty()
  const path = join(folder, 'test.plan.yaml')
  writeFileSync(path, plan)

  expect(verify('{}', folder, path).problems.map((problem) => problem.code)).toContain(code)
})

test('Chinese headers, words and operations, quotation marks, a byte order mark and Windows lines are read alike', () => {
  const folder = smallCounty()
  const into = (table: string, pairs: [string | RegExp, string][]) => {
    for (const [from, to] of pairs) change(join(folder, `${table}.csv`), from, to)
  }
  into('quotas', [
    ['id,unit,kind,posts', '标识,单位,编制类别,编制数'],
    ['land/administrative,land,administrative', 'land/administrative,land,行政编制'],
  ])
  into('duties', [
    ['id,unit', '标识,承担单位'],
    ['职责maps', '"地图,""测绘"""'],
    [/^/, '\uFEFF'],
    [/\n/g, '\r\n'],
  ])
  into('leadership', [['land,chief', 'land,正职']])
  const plan = planIn(folder, [])
  change(
    plan,
    '"lines": []',
    '"lines": [{ "op": "合署办公", "host": "land", "guests": ["water"] }, { "op": "撤销", "unit": "forestry", "to": "land", "elsewhere": { "seals": "water", "duties": "land" } }]',
  )

  expect(verify(JSON.stringify(coreOn(opened(folder), plan).certificate()), folder, plan).problems).toEqual(
    [],
  )
})

test('the checker knows the columns and operations by the same names as the core', () => {
  for (const [table, pairs] of Object.entries({ county: countyColumns, ...tableColumns }))
    expect(columns[table]?.split(' ')).toEqual(Object.entries(pairs).map(([name, { zh }]) => `${name}=${zh}`))
  const shapeOf = (schema: unknown) => Object.keys((schema as { shape: object }).shape).sort()
  for (const { name, terms, fields } of coreOperations) {
    expect(operations[name]?.[0].split(' ')).toEqual(terms)
    expect([name, operations[name]?.[1].split(' ').sort()]).toEqual([name, shapeOf(fields)])
  }
  expect(Object.keys(operations)).toEqual(coreOperations.map(({ name }) => name))
  expect(topKeys).toEqual(Object.keys(planSchema().properties ?? {}))
  for (const [place, inside] of Object.entries(nested)) {
    const [operation = '', field = ''] = place.split(' ')
    const schema = coreOperations.find(({ name }) => name === operation)?.fields as unknown as {
      shape: Record<string, Inner>
    }
    expect([place, inside.split(' ').sort()]).toEqual([place, shapeOf(plainly(schema.shape[field]))])
  }
})

interface Inner {
  readonly def?: { readonly innerType?: Inner; readonly element?: Inner }
}
const plainly = (schema: Inner | undefined): unknown =>
  schema?.def?.innerType !== undefined
    ? plainly(schema.def.innerType)
    : schema?.def?.element !== undefined
      ? plainly(schema.def.element)
      : schema
