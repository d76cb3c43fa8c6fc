import { expect, test } from 'vitest'
import { day } from './day.ts'
import { asOf, type Entry } from './journal.ts'

const entry = (seq: number, effectiveOn: string, operation: string, corrects?: number): Entry<string> => ({
  seq,
  recordedAt: '2026-01-01T00:00:00Z',
  effectiveOn: day(effectiveOn),
  operation,
  authority: '示例',
  ...(corrects === undefined ? {} : { corrects }),
})

const journal = [
  entry(1, '2020-01-01', 'establish'),
  entry(2, '2020-12-01', 'rename'),
  entry(3, '2020-06-01', 'late'),
  entry(4, '2020-12-01', 'rename right', 2),
]
const seen = (on: string, known?: number) => asOf(journal, day(on), known).map((each) => each.operation)

test('what holds on a day comes in the order of effect, not of recording', () => {
  expect(seen('2020-12-31', 3)).toEqual(['establish', 'late', 'rename'])
})

test('what was known earlier can still be asked for after a late entry and a correction', () => {
  expect(seen('2020-12-31', 2)).toEqual(['establish', 'rename'])
  expect(seen('2020-12-31')).toEqual(['establish', 'late', 'rename right'])
})

test('a correction stands in the place of what it replaces, and so does a correction of a correction', () => {
  const line = [
    entry(1, '2020-12-01', 'establish wrong'),
    entry(2, '2020-12-01', 'rename'),
    entry(3, '2020-12-01', 'establish less wrong', 1),
    entry(4, '2020-12-01', 'establish right', 3),
  ]

  expect(asOf(line, day('2020-12-01')).map((each) => each.operation)).toEqual(['establish right', 'rename'])
})

test('an entry of tomorrow is not in force today', () => {
  expect(seen('2020-05-31')).toEqual(['establish'])
})
