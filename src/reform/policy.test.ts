import { expect, test } from 'vitest'
import { day } from '../kernel/day.ts'
import { register } from '../register/testing.ts'
import { planOf } from './planned.testing.ts'
import { policyFrom } from './policy.ts'
import { rehearse } from './rehearse.ts'

const entry = (from: string, value: string, verified = true) =>
  `    - { from: '${from}', value: ${value}, source: 示例, verified: ${verified} }`
const cap = (...values: string[]) =>
  ['cap:', '  title: 限额', '  titleEn: Cap', '  values:', ...values, ''].join('\n')
const on = day('2020-12-01')
const policyOf = (...texts: string[]) =>
  policyFrom(
    texts.map((text, at) => ({ name: ['national', 'province', 'county'][at] ?? '', text })),
    on,
    'test',
  )

test('the value in force is the latest that has begun, in whatever order the file has them', () => {
  const values = [entry('2022-01-01', '30'), entry('2019-01-01', '20'), entry('2007-05-01', '10')]

  expect(policyOf(cap(...values)).limit('cap')?.value).toBe(20)
  expect(policyOf(cap(...values.toReversed())).limit('cap')?.value).toBe(20)
  expect(policyOf(cap(entry('2021-01-01', '30'))).limit('cap')).toBeUndefined()
})

test('the county overrides the province, and the province the nation, each with its own source', () => {
  const policy = policyOf(cap(entry('2007-05-01', '10')), cap(entry('2007-05-01', '12', false)))

  expect(policy.limit('cap')).toMatchObject({ value: 12, because: { verified: false } })
})

test('what is not written correctly is told with its file and line; the other entries hold', () => {
  const policy = policyOf(
    cap(entry('2007-05-01', '10')),
    'floor:\n  title: 下限\n  titleEn: Floor\n  values:\n    - { from: yesterday, value: 1, source: 示例, verified: true }\n',
    'cap: [unclosed\n',
  )

  expect(policy.findings.map(({ code, at, place }) => `${code} ${at} ${place?.line}`)).toEqual([
    'B10 policy:province:floor.values.0.from 5',
    'B10 policy:county 2',
  ])
  expect(policy.limit('cap')?.value).toBe(10)
})

test('a text that is no map of entries, or hides one behind aliases, is told and not stumbled over', () => {
  for (const text of ['just a sentence', '- a\n- b\n', 'a: &x [1]\nb: *x\n', 'cap: 7\n'])
    expect(policyOf(text).findings.map((finding) => finding.code)).toContain('B10')
  expect(policyOf('', '# nothing but a remark\n').findings).toEqual([])
})

test('a value that its rule cannot use blocks, because the rule is then not checked', () => {
  const organs = `organs.cap:\n  title: 限额\n  titleEn: Cap\n  values:\n${entry('2007-05-01', 'many')}`

  const { findings } = rehearse(register({}), planOf([]), policyOf(`${organs}\n`))

  expect(findings.map(({ code, severity }) => `${code} ${severity}`)).toEqual(['B11 error'])
})
