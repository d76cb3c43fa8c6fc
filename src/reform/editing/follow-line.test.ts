import { expect, test } from 'vitest'
import { followLine, lineDigests } from './follow-line.ts'

const mark = (lines: readonly string[], number: number) => ({ number, digest: lines[number - 1] ?? '' })
const followed = (from: string, to: string, number: number) => {
  const [old, now] = [[...from], [...to]]
  const found = followLine(mark(old, number), now, old)
  return found && `${found.number}${found.isChanged ? '?' : ''}`
}

test('a line is found where it stands after others were put before it, taken away or moved', () => {
  expect(followed('abc', 'xyabc', 2)).toBe('4')
  expect(followed('abc', 'bc', 2)).toBe('1')
  expect(followed('abc', 'bca', 1)).toBe('3')
})

test('a line that says something else is found between its neighbours', () => {
  expect(followed('abc', 'axc', 2)).toBe('2?')
  expect(followed('abc', 'zaxc', 2)).toBe('3?')
  expect(followed('abc', 'abx', 3)).toBe('3?')
  expect(followed('a', 'x', 1)).toBe('1?')
  expect(followed('abcd', 'axyd', 3)).toBe('3?')
})

test('a line that was taken away is gone, and so is one of whose place nothing is certain', () => {
  expect(followed('abc', 'ac', 2)).toBeUndefined()
  expect(followed('abc', 'axyc', 2)).toBeUndefined()
  // Its neighbours have changed places.
  expect(followed('abc', 'cxa', 2)).toBeUndefined()
  expect(followLine(mark(['a', 'b'], 2), ['a', 'x'])).toBeUndefined()
})

test('of lines that say the same each keeps its rank, and none of them takes the place of another line', () => {
  expect(followed('aba', 'xaba', 1)).toBe('2')
  expect(followed('aba', 'xaba', 3)).toBe('4')
  expect(followed('aabaa', 'aaxaa', 3)).toBe('3?')
  expect(followed('aabaa', 'axaaa', 3)).toBeUndefined()
  expect(followLine({ number: 3, digest: 'a' }, ['a', 'b', 'a', 'a'])?.number).toBe(3)
})

const plan = (lines: string) => `sanding: 1\nlines:\n${lines}`

test('the digest of a line is of what it says, not of how it is written', () => {
  const one = lineDigests(plan('  - {op: close-unit, unit: a}\n  - {op: close-unit, unit: b}\n'))
  const other = lineDigests(
    plan('  # why\n  - unit: a\n    op: close-unit\n  - op: close-unit # b\n    unit: b\n'),
  )

  expect(one).toEqual(other)
  expect(one?.[0]).toMatch(/^sha256:[0-9a-f]{64}$/)
  expect(one?.[0]).not.toBe(one?.[1])
})

test('a text whose lines cannot be told has none, whatever it is', () => {
  expect(lineDigests('a: [')).toBeUndefined()
  expect(lineDigests('title: x\n')).toBeUndefined()
  expect(lineDigests(plan('  - &a {op: x, of: [*a]}\n'))).toBeUndefined()
  const bomb = `  - {op: x, of: &b [${'a, '.repeat(9000)}]}\n${'  - {op: x, of: *b}\n'.repeat(6000)}`
  expect(lineDigests(plan(bomb))).toBeUndefined()
  expect(lineDigests(plan('  - {op: x, of: R&D *注}\n'))).toHaveLength(1)
  expect(lineDigests(plan(`  - ${'['.repeat(6_000)}\n`))).toBeUndefined()
  expect(lineDigests(plan('  - nothing\n  - \n'))).toHaveLength(2)
})
