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

test.each([
  [
    'posts: 24',
    'posts: "24"',
    '20:12 posts 应为整数，现为文字“24”',
    '`posts` must be a whole number; it is the text “24”',
  ],
  [
    'posts: 24',
    'posts: .nan',
    '20:12 posts 应为整数，现为非数（.nan）',
    '`posts` must be a whole number; it is no number (.nan)',
  ],
  [
    'posts: 24',
    'posts: 2.5',
    '20:12 posts 应为整数，现为数 2.5',
    '`posts` must be a whole number; it is the number 2.5',
  ],
  ['posts: 24', 'posts: -1', '20:12 posts 不得小于 0，现为 -1', '`posts` must be at least 0; it is -1'],
  ['posts: 24', 'posts:', '20:11 posts 不得为空', '`posts` must not be empty'],
  ['    posts: 24\n', '', '17:5 缺少 posts', '`posts` is missing'],
  [
    'name: 县规划和自然资源局',
    'name: 123',
    '15:11 name 应为文字，现为数 123',
    '`name` must be text; it is the number 123',
  ],
  [
    'name: 县规划和自然资源局',
    'name: 县规划\u200b局',
    '15:11 name 含有看不见的字符',
    '`name` contains characters that cannot be seen',
  ],
  ['name: 县规划和自然资源局', 'name: ""', '15:11 name 不得为空', '`name` must not be empty'],
  [
    '[land, forestry]',
    '[land, 1]',
    '13:19 units 第2项应为文字，现为数 1',
    'Item 2 of `units` must be text; it is the number 1',
  ],
  [
    '[land, forestry]',
    '[land]',
    '13:12 units 应有至少 2 项，现有 1 项',
    '`units` must have at least 2 items; it has 1',
  ],
  [
    '[land, forestry]',
    'land',
    '13:12 units 应为列表，现为文字“land”',
    '`units` must be a list; it is the text “land”',
  ],
  [
    'kind: administrative',
    'kind: soldiers',
    '19:11 kind 应为 administrative、politicalLegal、institution、support 之一，现为文字“soldiers”',
    '`kind` must be one of administrative, politicalLegal, institution, support; it is the text “soldiers”',
  ],
])('%s written as %s is told as what it is, where it is', (from, to, zh, en) => {
  const { findings } = readPlan(good.replace(from, to), 'test')

  const told = findings.map(({ place, message }) => [
    `${place?.line}:${place?.column} ${message.zh}`,
    message.en,
  ])
  expect(told).toEqual([[zh, en]])
})

test.each([
  ['into: resources', 'into: resources\n    into: land', 'F01 15:5 “into”在同一处写了两次'],
  ['lines:', '---\nlines:', 'F01 11:1 一个文件里写了不止一份内容（多出 --- 或 ...）'],
  ['    unit: resources', '\tunit: resources', 'F01 18:1 缩进用了制表符'],
  ['[land, forestry]', '[land, forestry', 'F01 14:5 缩进不对，或括号没有闭合'],
  ['title: 试验', 'title: @试验', 'F01 2:8 文字不能以此符号开头'],
  ['title: 试验', 'title: !x 试验', 'F01 2:8 方案文件不用标签（!）'],
  ['title: 试验', 'title: *x', 'F07 2:8 方案文件不用锚点和别名（& *）'],
  ['sanding: 1', '%YAML 1.2\n---\nsanding: 1', 'F07 1:1 方案文件不用指令（以 % 开头的行）'],
  ['sanding: 1', '# 说明\n%TAG ! tag:x,2000:\n---\nsanding: 1', 'F07 2:1 方案文件不用指令（以 % 开头的行）'],
  ['op: set-staffing-quota', '操作: set-staffing-quota', 'F03 17:5 第2行缺少 op'],
  ['op: set-staffing-quota', '<<: { op: set-staffing-quota }', 'F03 17:5 第2行缺少 op'],
])('%s written as %s is told in our own words', (from, to, said) => {
  const { findings } = readPlan(good.replace(from, to), 'test')

  const told = findings.map(
    ({ code, place, message }) => `${code} ${place?.line}:${place?.column} ${message.zh}`,
  )
  expect(told).toEqual([said])
  for (const { message, remedy } of findings) {
    expect(message.zh).toMatch(/\p{Script=Han}/u)
    expect(`${message.zh}${message.en}${remedy?.en}`).not.toMatch(/YAML|Map keys|implicit|token/)
  }
})

test('a line under the Chinese word for its operation gets the word that belongs there', () => {
  const [finding] = readPlan(good.replace('op: set-staffing-quota', '操作: 核定编制'), 'test').findings

  expect(finding?.remedy).toEqual({ zh: '把“操作”改为 op。', en: 'Write `op` instead of “操作”.' })
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

  expect(decodePlan(new TextEncoder().encode(good), 'test').text).toBe(good)
  expect(decodePlan(bytes, 'test').findings).toMatchObject([{ at: 'plan:test', place: { line: 3 } }])
  expect(decodePlan(new Uint8Array([0xff, 0xfe, 0x73, 0]), 'test').text).toBeUndefined()
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

test('the commonest slips of a Chinese keyboard are named as what they are', () => {
  const slips = (text: string) =>
    readPlan(text, 'slips').findings.map(({ place, message }) => `${place?.line} ${message.zh}`)
  const head = 'sanding: 1\ntitle: 方案\nauthority: 示例\neffectiveOn: 2020-12-01\n'

  expect(slips('sanding: 1\ntitle： 方案\nauthority: 示例\n')[0]).toBe('2 冒号是全角的“：”')
  expect(slips('sanding: 1\neffectiveOn:2020-12-01\ntitle: 方案\n')[0]).toBe('2 冒号后面缺少空格')
  expect(slips(`${head}lines:\n  - op: absorb-unit\n    units: [a，b]\n    into: c\n`)[0]).toContain(
    '全角逗号',
  )
  expect(slips(`${head}lines:\n  - op: absorb-unit\n    units: ["a"、“b”]\n    into: c\n`)[0]).toMatch(/全角/)
})
