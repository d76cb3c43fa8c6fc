import { expect, test } from 'vitest'
import { type Comment, isOpen, linesOf } from './comments.ts'
import { mostCharacters } from './reading.ts'

const comment = (facts: Partial<Comment>): Comment => ({
  number: 1,
  kind: 'remark',
  version: 2,
  line: null,
  text: '请附文件。',
  author: 'account:a',
  at: '2026-01-15T01:00:00.000Z',
  resolved: null,
  replies: [],
  ...facts,
})
const resolved = { by: 'account:a', at: '2026-01-16T01:00:00.000Z' }

test('a remark or a question is open until it is settled, whatever version has come', () => {
  for (const kind of ['remark', 'question'] as const) {
    expect([2, 3, 9].map((now) => isOpen(comment({ kind }), now))).toEqual([true, true, true])
    expect(isOpen(comment({ kind, resolved }), 2)).toBe(false)
  }
})

test('a return is open until a further version comes, or it is taken back', () => {
  expect([2, 3].map((now) => isOpen(comment({ kind: 'return' }), now))).toEqual([true, false])
  expect(isOpen(comment({ kind: 'return', resolved }), 2)).toBe(false)
})

test('the lines of a text are told the same each time; of one that is too long to be read there are none', () => {
  const text = 'lines:\n  - {op: close-unit, unit: a}\n'
  expect(linesOf(text)).toHaveLength(1)
  expect(linesOf(text)).toEqual(linesOf(`# 附注\n${text}`))
  expect(linesOf('lines: [')).toBeUndefined()
  expect(linesOf('lines: [')).toBeUndefined()
  expect(linesOf(`${text}# ${'字'.repeat(mostCharacters)}`)).toBeUndefined()
})
