import { expect, test } from 'vitest'
import { day } from '../../kernel/day.ts'
import { say } from '../../kernel/text.ts'
import { hashOf, viewFrom } from './address.ts'
import type { Mark } from './axis.ts'
import { markLabels } from './axis-labels.ts'
import { plainName } from './name.ts'
import { csvOf, filtered } from './opened.ts'
import { pathDays } from './path-days.ts'

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

const mark = (on: string, kind: Mark['kind'] = 'stage'): Mark => ({ on: day(on), label: say(on, on), kind })
const places: Record<string, number> = {
  '2020-01-01': 0,
  '2020-01-02': 20,
  '2020-06-01': 300,
  '2021-01-01': 1000,
}

test('labels on the axis never touch one another, nor the flag, nor stick out', () => {
  const placed = markLabels(
    [mark('2020-01-01'), mark('2020-01-02'), mark('2020-06-01'), mark('2021-01-01', 'end')],
    { x: (on) => places[on] ?? 0, width: 1000, measure: () => 60, taken: [280, 380] },
  )

  expect(placed.map((each) => [each.mark.on, each.anchor])).toEqual([
    ['2021-01-01', 'end'],
    ['2020-01-01', 'start'],
  ])
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
