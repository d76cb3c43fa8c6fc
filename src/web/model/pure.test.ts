import { expect, test } from 'vitest'
import { day } from '../../kernel/day.ts'
import type { Finding, Severity } from '../../kernel/finding.ts'
import { say } from '../../kernel/text.ts'
import { hashOf, viewFrom } from './address.ts'
import type { Mark } from './axis.ts'
import { markLabels } from './axis-labels.ts'
import { dayAfterKey } from './day-keys.ts'
import { plainName } from './name.ts'
import { csvOf, filtered } from './opened.ts'
import { pathDays } from './path-days.ts'
import { areOfPlan, isSatisfied, remarksOf } from './remarks.ts'
import { fileName } from './save.ts'

test('a view goes into the address and comes back from it', () => {
  const view = viewFrom('#county=hequ&plan=reform&on=2021-09-30&width=posts&units=institutions&lang=zh')

  expect(view).toMatchObject({
    county: 'hequ',
    on: '2021-09-30',
    measure: 'posts',
    scope: 'institutions',
    language: 'zh',
  })
  expect(viewFrom(hashOf(view))).toEqual(view)
})

test('an address that cannot be read falls back to defaults', () => {
  expect(viewFrom('#on=2021-02-31&width=colour&lang=fr')).toMatchObject({
    on: undefined,
    measure: 'people',
    language: undefined,
  })
})

test('a line of the plan goes into the address; what is no line is none', () => {
  const view = viewFrom('#page=workbench&plan=reform&line=160')

  expect(view.line).toBe(160)
  expect(hashOf(view)).toContain('line=160')
  for (const word of ['0', '-3', '1.5', 'x', '', '1e3'])
    expect(viewFrom(`#line=${word}`).line).toBeUndefined()
})

const row = (at: string, zh: string, value: number) => ({ at, label: say(zh, `en ${zh}`), value })

test('rows are found by address and by label in either language', () => {
  const rows = [row('units:forestry', '林业局', 1), row('units:audit', '审计局', 2)]

  expect(filtered(rows, 'FORE').map(({ value }) => value)).toEqual([1])
  expect(filtered(rows, '审计').map(({ value }) => value)).toEqual([2])
  expect(filtered(rows, ' ')).toEqual(rows)
})

test('a CSV quotes what needs it and lets no cell become a formula', () => {
  expect(
    csvOf(
      ['a', 'b'],
      [
        ['x,"y"', -3],
        ['=1+1', 2],
      ],
    ),
  ).toBe('\uFEFFa,b\r\n"x,""y""",-3\r\n\'=1+1,2\r\n')
})

const mark = (on: string, rank: number, label = on): Mark => ({
  on: day(on),
  label: say(label, label),
  kind: 'steps',
  rank,
})
const places: Record<string, number> = {
  '2020-01-01': 0,
  '2020-01-02': 20,
  '2020-02-01': 110,
  '2020-02-05': 120,
  '2020-06-01': 300,
  '2021-01-01': 1000,
}
const room = (taken: readonly [number, number]) => ({
  x: (on: string) => places[on] ?? 0,
  width: 1000,
  measure: () => 60,
  space: 9,
  taken,
})

test('labels on the axis never touch one another, nor the flag, nor stick out', () => {
  const marks = Object.keys(places).map((on) => mark(on, 3))
  const placed = markLabels(marks, room([280, 380]))
  const spans = placed
    .map(({ x, anchor }) => x - (anchor === 'end' ? 60 : anchor === 'middle' ? 30 : 0))
    .sort((a, b) => a - b)

  expect(placed.some(({ mark: { on } }) => on === '2020-06-01')).toBe(false)
  expect(spans.every((from, at) => at === 0 || from >= (spans[at - 1] ?? 0) + 60)).toBe(true)
  expect(spans.every((from) => from >= -4 && from <= 944 && (from + 60 <= 280 || from >= 380))).toBe(true)
})

test('the day of effect keeps its label, the decision beside it too, before any lesser day', () => {
  const marks = [mark('2020-01-02', 3), mark('2020-02-01', 1), mark('2020-02-05', 0), mark('2020-01-01', 3)]
  const placed = markLabels(marks, room([280, 380]))

  expect(placed.slice(0, 2).map((each) => [each.mark.on, each.anchor])).toEqual([
    ['2020-02-05', 'start'],
    ['2020-02-01', 'end'],
  ])
  expect(markLabels([mark('2020-02-05', 0)], room([90, 122])).length).toBe(0)
})

const axis = { from: day('2020-03-31'), to: day('2025-12-31'), marks: [], events: [] }

test('keys lead to another day, and never off the axis', () => {
  const after = (key: string, on = '2021-03-31') => dayAfterKey(key, day(on), axis)

  expect(after('ArrowLeft')).toBe('2021-03-30')
  expect(after('ArrowRight')).toBe('2021-04-01')
  expect(after('PageUp')).toBe('2021-04-30')
  expect(after('PageDown')).toBe('2021-02-28')
  expect(after('End')).toBe('2025-12-31')
  expect(after('ArrowLeft', '2020-03-31')).toBe('2020-03-31')
  expect(after('a')).toBeUndefined()
})

const finding = (severity: Severity, at = 'plan:p', zh = '一'): Finding => ({
  code: 'X1',
  severity,
  at,
  message: say(zh, 'one'),
})

test('findings are counted by severity, and those of the tables are not laid to the plan', () => {
  const findings = [finding('opinion'), finding('warning'), finding('warning'), finding('note', 'units:x')]

  expect(remarksOf(findings)).toEqual({ error: 0, opinion: 1, warning: 2, note: 1 })
  expect(areOfPlan(findings)).toBe(true)
  expect(areOfPlan([...findings, finding('error', 'people:p-1')])).toBe(false)
})

test('what has been attached is settled; what has not is not', () => {
  expect(isSatisfied(finding('note', 'plan:p', '须批准。（已附：批复）'))).toBe(true)
  expect(isSatisfied(finding('opinion', 'plan:p', '须批准。'))).toBe(false)
})

test('a file is named by county, day and what is in it', () => {
  expect(fileName('hequ', day('2021-10-01'), 'unit:audit')).toBe('hequ-2021-10-01-unit-audit')
})

test('the path is read at its ends, about every quarter, and where the record ends', () => {
  const days = pathDays(day('2020-03-31'), day('2021-03-31'), day('2020-10-01'))

  expect(days[0]).toBe('2020-03-31')
  expect(days.at(-1)).toBe('2021-03-31')
  expect(days).toContain('2020-10-01')
  expect(days).toEqual([...days].sort())
})

test('a county is called by its own name, without the remark that it is a sample', () => {
  expect(plainName('浮山县（示例）')).toBe('浮山县')
  expect(plainName('Fushan County (sample)')).toBe('Fushan County')
})
