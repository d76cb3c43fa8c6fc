import { expect, test } from 'vitest'
import type { RawTable, RawTables } from '../reform/opening.ts'
import { countyColumns } from '../register/county.ts'
import { personColumns } from '../register/person.ts'
import { tableColumns, tableNames } from '../register/register.ts'
import { unitColumns } from '../register/unit.ts'
import { type EvidenceName, evidenceColumns } from './evidence.ts'
import { openCounty } from './opening.ts'

const table = (columns: object, rows: readonly Readonly<Record<string, string>>[]): RawTable => {
  const header = Object.keys(columns)
  return {
    header,
    rows: rows.map((row, at) => ({ line: at + 2, cells: header.map((key) => row[key] ?? '') })),
  }
}

const land = {
  ...{ id: 'land', name: '县国土局', nameEn: 'Land', short: '国土局', shortEn: 'Land', kind: '政府部门' },
  ...{ grade: 'section', management: 'territorial', funding: 'full', counts: 'organ', countReason: '部门' },
  ...{ direct: 'no', order: '1' },
}
const person = (id: string, facts: Readonly<Record<string, string>> = {}) => ({
  ...{ id, unit: 'land', postKind: 'administrative', born: '1980-05', category: 'man' },
  ...{ enteredOn: '2003-09', supported: 'yes', ...facts },
})

/** A county of one bureau with the people and evidence given. */
const opened = (
  evidence: { readonly [Name in EvidenceName]?: readonly Readonly<Record<string, string>>[] },
  people: readonly Readonly<Record<string, string>>[] = [person('p1')],
) => {
  const raw: RawTables = {
    ...Object.fromEntries(tableNames.map((name) => [name, table(tableColumns[name], [])])),
    county: table(countyColumns, [
      {
        id: 'test',
        code: '990000',
        name: '县',
        nameEn: 'County',
        province: 'none',
        baselineOn: '2020-03-31',
      },
    ]),
    units: table(unitColumns, [land]),
    people: table(personColumns, people),
    ...Object.fromEntries(
      Object.entries(evidence).map(([name, rows]) => [
        name,
        table(evidenceColumns[name as EvidenceName], rows),
      ]),
    ),
  }
  return openCounty(raw)
}
const told = (...given: Parameters<typeof opened>) =>
  opened(...given).findings.map(({ code, severity, at }) => `${code} ${severity} ${at}`)

const area = { id: 'a1', unit: 'land', form: 'town', population: '10', areaKm2: '3' }
const event = {
  id: 'e1',
  on: '2020-03-01',
  kind: 'talk',
  unit: 'land',
  people: '1',
  note: '谈话',
  noteEn: 'talk',
}
const step = (id: string, after = '', facts: Readonly<Record<string, string>> = {}) => ({
  ...{ id, process: 'permits', unit: 'land', kind: 'review', name: '审查', nameEn: 'Review' },
  ...{ workingDays: '5', after, joinable: 'no', basis: '示例', ...facts },
})
const published = {
  ...{ id: 'organs.after', value: '22', roundTo: '1', relation: 'exactly' },
  ...{ quote: '22个', quoteEn: '22', source: '示例' },
}
const revenue = { id: 'r1', year: '2019', name: '增值税', amountYuan: '100' }

test('evidence that points to what is there is read without a remark', () => {
  const findings = told({
    areas: [area],
    revenue: [revenue],
    movements: [
      { id: 'm1', on: '2021-01-31', kind: 'resignation', person: 'p1' },
      { id: 'm2', on: '2021-01-31', kind: 'recruitment', person: 'p-new' },
      { id: 'm3', on: '2021-01-31', kind: '调入' },
    ],
    events: [event, { ...event, id: 'e2', unit: '' }],
    steps: [step('s1'), step('s2', 's1'), step('s3', 's1 | s2')],
    published: [published, { ...published, id: 'ratio.after', value: '88.9', roundTo: '0.1' }],
  })

  expect(findings).toEqual([])
})

test.each<[string, Parameters<typeof opened>[0], string]>([
  ['a town without a unit', { areas: [{ ...area, unit: 'nowhere' }] }, 'B12 error table:areas.csv#2:unit'],
  [
    'somebody unknown who leaves',
    { movements: [{ id: 'm1', on: '2021-01-31', kind: '调出', person: 'p-9999' }] },
    'B12 error table:movements.csv#2:person',
  ],
  [
    'a death of nobody',
    { movements: [{ id: 'm1', on: '2021-01-31', kind: 'death' }] },
    'B12 error table:movements.csv#2:person',
  ],
  [
    'an event of an unknown unit',
    { events: [{ ...event, unit: 'nowhere' }] },
    'B12 error table:events.csv#2:unit',
  ],
  [
    'a later event of a unit that may come',
    { events: [event, { ...event, id: 'e2', on: '2021-05-01', unit: 'nowhere' }] },
    'B12 warning table:events.csv#3:unit',
  ],
  [
    'a step at an unknown unit',
    { steps: [step('s1', '', { unit: 'nowhere' })] },
    'B12 error table:steps.csv#2:unit',
  ],
  ['a step after nothing', { steps: [step('s1'), step('s2', 's1|s9')] }, 'B12 error table:steps.csv#3:after'],
  [
    'a step after one of another process',
    { steps: [step('s1', '', { process: 'other' }), step('s2', 's1')] },
    'B12 error table:steps.csv#3:after',
  ],
  ['a step after itself', { steps: [step('s1', 's1')] }, 'B12 error table:steps.csv#2:after'],
  [
    'a published text',
    { published: [{ ...published, value: 'abc' }] },
    'B03 error table:published.csv#2:value',
  ],
  [
    'a grouped number',
    { published: [{ ...published, value: '1,964' }] },
    'B03 error table:published.csv#2:value',
  ],
  [
    'rounding to nothing',
    { published: [{ ...published, roundTo: '0' }] },
    'B03 error table:published.csv#2:roundTo',
  ],
  ['revenue of no year', { revenue: [{ ...revenue, year: '20199' }] }, 'B03 error table:revenue.csv#2:year'],
  [
    'negative revenue',
    { revenue: [{ ...revenue, amountYuan: '-5' }] },
    'B03 error table:revenue.csv#2:amountYuan',
  ],
])('%s is told at its cell', (_, evidence, expected) => {
  expect(told(evidence)).toEqual([expected])
})

test('while a table that evidence points to is not whole, what points there is not doubted', () => {
  const move = { id: 'm1', on: '2021-01-31', kind: 'death', person: 'p1' }

  expect(told({ movements: [move] }, [person('p1', { born: '1980-13' })])).toEqual([
    'B03 error table:people.csv#2:born',
  ])
})

test('a circle of steps is told at each of them', () => {
  expect(told({ steps: [step('s1', 's2'), step('s2', 's1')] })).toEqual([
    'B12 error table:steps.csv#2:after',
    'B12 error table:steps.csv#3:after',
  ])
})

test('a rank of no ladder is told once, with who holds it; those of the general, enforcement and police ladders pass', () => {
  const ranked = ['皇帝', '二级主任科员', '一级高级主办', '一级行政执法员', '三级警长', '皇帝'].map(
    (rank, at) => person(`p${at}`, { rank }),
  )
  const findings = opened({}, ranked).findings

  expect(findings.map(({ code, severity, at }) => `${code} ${severity} ${at}`)).toEqual([
    'B13 warning table:people.csv#2:rank',
  ])
  expect(findings[0]?.message.zh).toContain('2人：p0、p5')
})

test('people past their retirement month on the day of the register are one finding, with the first of them', () => {
  const born = ['1960-02', '1960-03', ...Array<string>(6).fill('1955-01')].map((month, at) =>
    person(`p${at}`, { born: month }),
  )
  const findings = opened({}, born).findings

  expect(findings.map(({ code, severity, at }) => `${code} ${severity} ${at}`)).toEqual([
    'B14 warning table:people.csv#2:born',
  ])
  expect(findings[0]?.message.zh).toContain('有7人已过法定退休月份：p0、p2、p3、p4、p5 等')
  expect(findings[0]?.message.en).toContain('7 people')
})
