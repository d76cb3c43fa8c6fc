import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readPlan } from '../plan-file.ts'
import { lineSpans, readingOf } from './line-spans.ts'
import {
  blankPlan,
  insertLine,
  moveLine,
  removeLine,
  replaceLine,
  replaceLines,
  setHeading,
} from './plan-edit.ts'

const hequ = readFileSync(join(import.meta.dirname, '../../../counties/hequ/2020-reform.plan.yaml'), 'utf8')
const small = `# a plan
sanding: 1
title: 甲 # the title
authority: 乙
effectiveOn: 2020-12-01

lines: # the operations
  # first
  - op: 更名
    unit: a
    name: 甲局
    nameEn: A
  # second, on
  # two rows
  - op: 撤销牌子
    plate: np-1

# after the lines
expect:
  organs.after: 1
`
const line = {
  op: 'rename-unit',
  unit: 'b',
  name: '丙局',
  nameEn: 'Bureau C',
  opinions: [{ rule: 'P3', document: '文' }],
}

test('each line is found with its comment, its row and what it says', () => {
  const spans = lineSpans(small) ?? []

  expect(spans.map(({ comment, row, value }) => [comment, row, value?.op])).toEqual([
    ['first', 9, '更名'],
    ['second, on\ntwo rows', 15, '撤销牌子'],
  ])
  expect(small.slice(spans[1]?.from, spans[1]?.to)).toBe(
    '  # second, on\n  # two rows\n  - op: 撤销牌子\n    plate: np-1\n',
  )
})

test('a line is written where it was asked for, and nothing else changes', () => {
  const middle = insertLine(small, 2, line) ?? ''
  expect(middle).toContain(
    '    nameEn: A\n  - op: rename-unit\n    unit: b\n    name: 丙局\n    nameEn: Bureau C\n    opinions: [{rule: P3, document: 文}]\n  # second, on\n',
  )
  const last = insertLine(small, 3, line) ?? ''
  expect(last).toContain('    plate: np-1\n  - op: rename-unit\n')
  expect(last).toContain('document: 文}]\n\n# after the lines\n')
  expect(removeLine(last, 3)).toBe(small)
  expect(removeLine(middle, 2)).toBe(small)
})

test('a line is replaced below its comment', () => {
  const after = replaceLine(small, 2, { op: 'rename-unit', unit: 'c', name: '丁', nameEn: 'D' }) ?? ''

  expect(after).toContain(
    '  # two rows\n  - op: rename-unit\n    unit: c\n    name: 丁\n    nameEn: D\n\n# after',
  )
})

test('several lines are written anew at once, or none', () => {
  const line = (unit: string) => ({ op: '更名', unit, name: '戊', nameEn: 'E' })
  const after = replaceLines(
    small,
    new Map([
      [1, line('x')],
      [2, line('y')],
    ]),
  )
  expect(lineSpans(after ?? '')?.map(({ value }) => value?.unit)).toEqual(['x', 'y'])
  expect(
    replaceLines(
      small,
      new Map([
        [1, line('x')],
        [3, line('y')],
      ]),
    ),
  ).toBeUndefined()
})

test('the last line can go, and another come', () => {
  const one = removeLine(small, 2) ?? ''
  const none = removeLine(one, 1) ?? ''
  expect(none).toContain('lines: [] # the operations\n')
  expect(lineSpans(none)).toEqual([])
  const again = insertLine(none, 1, line) ?? ''
  expect(lineSpans(again)?.map(({ value }) => value?.op)).toEqual(['rename-unit'])
  expect(again).toContain('expect:\n')
})

test('a line moves up and down with its comments, and back', () => {
  const up = moveLine(small, 2, 1) ?? ''
  expect(lineSpans(up)?.map(({ value }) => value?.op)).toEqual(['撤销牌子', '更名'])
  expect(moveLine(up, 2, 1)).toBe(small)
  expect(moveLine(moveLine(small, 1, 2) ?? '', 2, 1)).toBe(small)
})

test('the heading is changed member by member', () => {
  expect(setHeading(small, 'title', '新')).toBe(small.replace('title: 甲 # the title', 'title: 新'))
  expect(setHeading(small, 'completesOn', '2025-12-31')).toBe(
    small.replace('\nlines:', '\ncompletesOn: 2025-12-31\nlines:'),
  )
  expect(setHeading(small, 'expect', { 'organs.after': 2 })).toBe(
    small.replace('  organs.after: 1', '  organs.after: 2'),
  )
  expect(
    setHeading(
      setHeading(small, 'term', { from: '2020-01-01', until: '2024-12-31' }) ?? '',
      'term',
      undefined,
    ),
  ).toBe(small)
})

test('a blank plan is read as one that lacks nothing but lines', () => {
  const text = blankPlan({
    title: '某县机构改革方案',
    titleEn: 'Reform',
    authority: '待定',
    effectiveOn: '2026-12-01',
    completesOn: '2027-12-31',
  })
  expect(readPlan(text, 'blank').findings).toEqual([])
  const first = insertLine(text, 1, { op: 'rename-unit', unit: 'a', name: '甲', nameEn: 'A' }) ?? ''
  expect(readPlan(first, 'blank').plan?.lines.length).toBe(1)
})

test('a text that is no plan is left for its writer to mend', () => {
  for (const text of ['lines: [', 'title: x', 'lines: 3', '- a'])
    for (const edit of [
      insertLine(text, 1, line),
      replaceLine(text, 1, line),
      removeLine(text, 1),
      moveLine(text, 1, 1),
    ])
      expect(edit).toBeUndefined()
})

test('over the plan of a county, any edit and its opposite give the same text, and the other lines stay as they were', () => {
  const count = lineSpans(hequ)?.length ?? 0
  expect(count).toBeGreaterThan(100)
  const place = fc.integer({ min: 1, max: count })
  fc.assert(
    fc.property(place, place, (a, b) => {
      const moved = moveLine(hequ, a, b) ?? ''
      expect(readPlan(moved, 'p').plan?.lines.length).toBe(readPlan(hequ, 'p').plan?.lines.length)
      expect(removeLine(insertLine(hequ, a, line) ?? '', a)).toBe(hequ)
      const value = lineSpans(hequ)?.[a - 1]?.value
      const again = lineSpans(replaceLine(hequ, a, value as typeof line) ?? '')
      expect(again?.map((span) => span.value)).toEqual(lineSpans(hequ)?.map((span) => span.value))
    }),
    { numRuns: 5 },
  )
}, 60_000)

test('the head of a chapter is of no line: it stays where it is while lines are written, moved and taken away', () => {
  const plan = `lines:
  # ══ One ══
  # about a
  - op: 更名
    unit: a

  # ══ Two ══
  - op: 更名
    unit: b
  - op: 更名
    unit: c
`
  const heads = (text = '') =>
    lineSpans(text)?.map(({ chapters, value }) => [...chapters, value?.unit].join(' '))

  expect(heads(plan)).toEqual(['One a', 'Two b', 'c'])
  expect(lineSpans(plan)?.[0]?.comment).toBe('about a')
  expect(heads(insertLine(plan, 2, { op: '更名', unit: 'x' }))).toEqual(['One a', 'Two x', 'b', 'c'])
  expect(heads(moveLine(plan, 2, 3))).toEqual(['One a', 'Two c', 'b'])
  expect(heads(removeLine(plan, 2))).toEqual(['One a', 'Two c'])
  expect(removeLine(plan, 1)).toContain('# ══ One ══')
})

const heading = 'sanding: 1\ntitle: 甲\nauthority: 乙\neffectiveOn: 2020-12-01\n'
const item = 'op: 更名\n    unit: a\n    name: A\n    nameEn: A'
test.each([
  ['a dash on a row of its own', `${heading}lines:\n  -\n    ${item}\n`],
  ['a key that nothing stands under', `${heading}lines:\n`],
  ['no end of line at the end', `${heading}lines:\n  - ${item}`],
  ['the lines before everything else', `lines:\n  - ${item}\n${heading}`],
  ['lines of Windows', `${heading}lines:\n  - ${item}\n`.replaceAll('\n', '\r\n')],
  ['blank rows between', `${heading}lines:\n\n  - ${item}\n\n`],
])('%s: a line is written before and after what there is', (_, text) => {
  const before = lineSpans(text)?.map(({ value }) => value?.unit) ?? []
  const units = (edited: string | undefined) =>
    readPlan(edited ?? '', 'p').plan?.lines.map(({ fields }) => (fields as { unit: string }).unit)

  expect(units(insertLine(text, 1, line))).toEqual(['b', ...before])
  expect(units(insertLine(text, before.length + 1, line))).toEqual([...before, 'b'])
})

test('a blank row inside the last line goes with it', () => {
  const text = `${heading}lines:\n  - op: 更名\n    unit: a\n\n    name: A\n    nameEn: A\n\nexpect: {organs.after: 1}\n`

  expect(removeLine(insertLine(text, 1, line) ?? '', 2)).toContain('nameEn: Bureau C')
  expect(removeLine(insertLine(text, 1, line) ?? '', 2)).not.toContain('name: A\n')
  expect(replaceLine(text, 1, line)).toContain('\n\nexpect: {organs.after: 1}\n')
})

const saying = (text: string | undefined) => (text === undefined ? 'refused' : readingOf(text)?.lines)
const unusual: Readonly<Record<string, string>> = {
  'a shallow comment inside the last line': 'lines:\n  - op: a\n  - op: b\n  # c\n    unit: u\n',
  'a comment sign inside a text': 'lines:\n  - op: a\n    note: |\n      x\n      # y\n  - op: b\n',
  'a nothing that is written': 'lines: ~\n',
  'an empty list on the next row': 'lines:\n  []\n',
  'an empty list over rows': 'lines: [ # none\n ]\n',
  'a key in quotation marks': "'lines': []\n",
  'all of it in brackets': '{sanding: 1, lines: []}\n',
  'a row separator that is none': 'title: "a\u2028lines: []"\nlines: []\n',
  'a flow that goes on below': 'lines:\n  - op: a\n    note: [x,\n  y]\n',
}
test.each(Object.entries(unusual))('%s: an edit says just what was meant, or is refused', (_, text) => {
  const lines = readingOf(text)?.lines ?? []
  const z = { op: 'z' }
  for (let at = 1; at <= lines.length + 1; at += 1) {
    const rest = lines.filter((_, index) => index !== at - 1)
    expect(['refused', [...lines.slice(0, at - 1), z, ...lines.slice(at - 1)]]).toContainEqual(
      saying(insertLine(text, at, z)),
    )
    if (at > lines.length) continue
    expect(['refused', rest]).toContainEqual(saying(removeLine(text, at)))
    expect(['refused', lines.map((each, index) => (index === at - 1 ? z : each))]).toContainEqual(
      saying(replaceLine(text, at, z)),
    )
    expect(['refused', [...rest, lines[at - 1]]]).toContainEqual(saying(moveLine(text, at, lines.length)))
  }
})

test('comments and chapters that stand apart stay when the line above them goes', () => {
  const text = 'lines:\n  - op: a\n  # - op: old\n\n  # ══ Party organs ══\n\n  - op: b\n'

  expect(removeLine(text, 1)).toBe('lines:\n  # - op: old\n\n  # ══ Party organs ══\n\n  - op: b\n')
  expect(replaceLine(text, 1, { op: 'z' })).toBe(text.replace('op: a', 'op: z'))
  expect(setHeading('title: t\n# general note\n\nauthority: x\nlines: []\n', 'title', 'u')).toBe(
    'title: u\n# general note\n\nauthority: x\nlines: []\n',
  )
})

test('a heading in brackets is left to its writer, and a byte order mark stays first', () => {
  expect(setHeading('{title: t, lines: []}\n', 'title', 'u')).toBeUndefined()
  expect(setHeading('\uFEFFtitle: t\nlines: []\n', 'title', 'u')).toBe('\uFEFFtitle: u\nlines: []\n')
})
