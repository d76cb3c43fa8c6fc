import fc from 'fast-check'
import { expect, test } from 'vitest'
import { decodePlan, readPlan } from './plan-file.ts'

const good = `sanding: 1
title: 试验县机构改革方案
titleEn: Reform of Test County
authority: 试编发〔2020〕1号（示例）
effectiveOn: 2020-12-01
completesOn: 2025-12-31
base: { register: 2020-03-31 }
transition: { until: 2022-12-31, basis: 过渡安置方案（示例） }
stages:
  - { stage: 动议, on: 2020-04-10, document: 会议纪要（示例） }
lines:
  - op: 合并组建   # a Chinese name is the same word
    units: [land, forestry]
    into: resources
    name: 县规划和自然资源局
    nameEn: Planning and Natural Resources Bureau
  - op: set-staffing-quota
    unit: resources
    kind: administrative
    posts: 24
    on: 2021-01-01
    opinions: [{ rule: M3, document: 法制意见（示例） }]
expect:
  organs.after: 22
`
test('a good plan is read without a finding, with its lines where they were written', () => {
  const { plan, findings } = readPlan(good, 'test')

  expect(findings).toEqual([])
  expect(plan?.lines.map((line) => [line.operation.name, line.on, line.place.line])).toEqual([
    ['merge-units', '2020-12-01', 12],
    ['set-staffing-quota', '2021-01-01', 17],
  ])
  expect(plan?.stages?.[0]?.stage).toBe('initiation')
  expect(plan?.expect).toMatchObject([{ figure: 'organs.after', value: 22, place: { line: 24 } }])
  expect(plan?.lines[1]?.opinions).toEqual([{ rule: 'M3', document: '法制意见（示例）' }])
})

test('everything wrong is told at once, each at its own place, and the good lines are kept', () => {
  const { plan, findings } = readPlan(
    good
      .replace('kind: administrative', 'kind: soldiers')
      .replace('posts: 24', 'post: 24')
      .replace('effectiveOn: 2020-12-01', 'effectiveOn: 2020-02-30')
      .replace('organs.after: 22', 'organs.after: many'),
    'test',
  )

  expect(findings.map(({ code, place }) => `${code} ${place?.line}`)).toEqual([
    'F06 5',
    'F06 19',
    'F06 17',
    'F04 20',
    'F06 24',
  ])
  expect(findings.find((finding) => finding.code === 'F04')?.remedy?.en).toContain('posts')
  expect(plan?.lines.map((line) => line.number)).toEqual([1])
})

test('an unknown operation is told with the nearest known one', () => {
  const [finding] = readPlan(good.replace('set-staffing-quota', 'set-stafing-quota'), 'test').findings

  expect([finding?.code, finding?.place, finding?.remedy?.zh]).toEqual([
    'F05',
    { line: 17, column: 9 },
    '是否为“set-staffing-quota”？',
  ])
})

test.each([
  ['an empty file', ''],
  ['a list', '- a'],
  ['a number', '42'],
  ['a tab for indentation', 'sanding: 1\nlines:\n\t- op: x'],
  ['a custom tag', `${good}\nnote: !!js/function 'x'`],
  ['an unknown tag', good.replace('title: 试验', 'title: !secret 试验')],
  ['a duplicate key', `${good}title: again\n`],
  ['two documents', `${good}---\nsanding: 1\n`],
  ['a NUL', good.replace('land', 'la\0nd')],
  ['a lone surrogate', good.replace('land', 'la\ud800nd')],
  ['an infinite number', good.replace('posts: 24', 'posts: .inf')],
  ['a number that is not one', good.replace('posts: 24', 'posts: .nan')],
  ['a fraction of a post', good.replace('posts: 24', 'posts: 2.5')],
  ['a prototype key', good.replace('posts: 24', '__proto__: { posts: 24 }')],
  ['a merge key', good.replace('posts: 24', '<<: { posts: 24 }')],
  ['deep brackets', `sanding: ${'['.repeat(5000)}`],
  ['deep dashes', `sanding:\n${'- '.repeat(5000)}x`],
  [
    'an alias bomb',
    `a: &a [x,x,x,x,x,x,x,x,x]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a]\nc: &c [*b,*b,*b,*b,*b,*b,*b,*b]\nd: &d [*c,*c,*c,*c,*c,*c,*c,*c]\nlines:\n  - op: absorb-unit\n    into: x\n    units: [*d,*d,*d,*d]\n`,
  ],
  ['a circle', 'lines:\n  - &a { op: absorb-unit, into: x, units: [*a] }\n'],
  ['a list of lines that is not one', 'sanding: 1\nlines: { op: x }\n'],
  ['a megabyte of nothing', `sanding: 1\ntitle: ${'x'.repeat(3 * 1024 * 1024)}`],
  ['unclosed quotes', 'title: "never ending'],
])('%s gets a finding with its place, and never an exception', (_, text) => {
  const { findings } = readPlan(text, 'test')

  expect(findings.length).toBeGreaterThan(0)
  for (const { place, message, remedy } of findings) {
    expect(place?.line).toBeGreaterThan(0)
    expect(place?.column).toBeGreaterThan(0)
    expect(message.zh && message.en && remedy?.zh && remedy.en).toBeTruthy()
  }
})

test('a byte order mark and Windows line ends are no mistake', () => {
  expect(readPlan(`\uFEFF${good.replaceAll('\n', '\r\n')}`, 'test').findings).toEqual([])
})

test('a hundred thousand lines are answered at once', () => {
  const many = `sanding: 1\ntitle: x\nauthority: x\neffectiveOn: 2020-01-01\nlines:\n${'  - {}\n'.repeat(100_000)}`
  const { plan, findings } = readPlan(many, 'test')

  expect(findings.map((finding) => finding.code)).toContain('F02')
  expect(plan?.lines).toEqual([])
})

test('more than five hundred findings are cut, and the cut is told', () => {
  const many = good.replace('expect:', `${'  - op: nothing\n'.repeat(900)}expect:`)
  const { findings } = readPlan(many, 'test')

  expect(findings.length).toBe(501)
  expect(findings.at(-1)?.message.en).toContain('400 more')
})

test('bytes that are not UTF-8 are refused with the line they stand on', () => {
  const bytes = new TextEncoder().encode(good)
  bytes[good.indexOf('authority')] = 0xff

  expect(decodePlan(new TextEncoder().encode(good)).text).toBe(good)
  expect(decodePlan(bytes).findings[0]?.place?.line).toBeLessThan(6)
  expect(decodePlan(new Uint8Array([0xff, 0xfe, 0x73, 0])).text).toBeUndefined()
})

test('whatever is typed into a plan, it parses or says where it does not', () => {
  fc.assert(
    fc.property(
      fc.nat(good.length),
      fc.nat(12),
      fc.string({ unit: 'binary', maxLength: 8 }),
      (at, cut, typed) => {
        const { plan, findings } = readPlan(good.slice(0, at) + typed + good.slice(at + cut), 'test')
        if (plan === undefined) expect(findings.length).toBeGreaterThan(0)
        for (const finding of findings) expect(finding.place?.line).toBeGreaterThan(0)
      },
    ),
    { numRuns: 3000 },
  )
})

test('the term of government and the documents of argument and review are read, in either language', () => {
  const { plan, findings } = readPlan(
    good.replace(
      'lines:',
      `term: { from: 2016-09-01, until: 2021-08-31 }
documents:
  - { kind: 公开征求意见, document: 征求意见公告（示例）, on: 2020-05-01, until: 2020-05-31 }
  - { kind: legality, document: 合法性审查意见（示例）, on: 2020-06-01 }
lines:`,
    ),
    'test',
  )

  expect(findings).toEqual([])
  expect(plan?.term).toEqual({ from: '2016-09-01', until: '2021-08-31' })
  expect(plan?.documents).toMatchObject([
    { kind: 'consultation', on: '2020-05-01', until: '2020-05-31', place: { line: 13 } },
    { kind: 'legality', document: '合法性审查意见（示例）', on: '2020-06-01' },
  ])
})

test.each([
  ['a kind that is none', 'documents: [{ kind: rumour, document: x, on: 2020-05-01 }]', 'F06'],
  ['a document without a day', 'documents: [{ kind: risk, document: x }]', 'F06'],
  ['a document that is only a name', 'documents: [x]', 'F03'],
  ['a key nobody knows', 'documents: [{ kind: risk, document: x, on: 2020-05-01, by: me }]', 'F04'],
  ['a term without its end', 'term: { from: 2016-09-01 }', 'F06'],
])('%s is told with its place', (_, written, code) => {
  const { findings } = readPlan(good.replace('lines:', `${written}\nlines:`), 'test')

  expect(findings.map((finding) => `${finding.code} ${finding.place?.line}`)).toEqual([`${code} 11`])
})

test('a slip inside the top of a plan is told: a misspelt hash must not switch the check of the register off', () => {
  const { findings } = readPlan(
    [
      'sanding: 1',
      'title: 方案',
      'authority: 示例',
      'effectiveOn: 2020-12-01',
      'base: { register: 2020-03-31, hsh: sha256:00 }',
      'transition: { until: 2025-12-31, basis: 示例, bases: 示例 }',
      'stages: [动议, { stage: 动议, on: 2020-04-01, document: 示例, who: 谁 }]',
      'lines:',
      '  - { op: rename-unit, unit: a, name: 甲, nameEn: A, opinions: [M3, { rule: M3, document: 示例, by: 谁 }] }',
      '',
    ].join('\n'),
    'slips',
  )

  expect(findings.map(({ code, place }) => `${code} ${place?.line}`).sort()).toEqual(
    ['F03 7', 'F03 9', 'F04 5', 'F04 6', 'F04 7', 'F04 9'].sort(),
  )
})
