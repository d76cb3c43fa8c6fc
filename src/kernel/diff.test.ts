import fc from 'fast-check'
import { expect, test } from 'vitest'
import { diffOf, isEmptyDiff, patched, reverse, squash } from './diff.ts'

const collection = fc
  .dictionary(fc.constantFrom('a', 'b', 'c', 'd'), fc.record({ n: fc.nat(3) }))
  .map((rows) => new Map(Object.entries(rows)))

test('a diff takes the first collection to the second, and its reverse takes it back', () => {
  fc.assert(
    fc.property(collection, collection, (from, to) => {
      const diff = diffOf(from, to)
      expect(patched(from, diff)).toEqual(to)
      expect(patched(to, reverse(diff))).toEqual(from)
    }),
  )
})

test('two diffs in a row squash into the one that leads straight there', () => {
  fc.assert(
    fc.property(collection, collection, collection, (a, b, c) => {
      const squashed = squash(diffOf(a, b), diffOf(b, c))
      expect(patched(a, squashed)).toEqual(c)
      expect(isEmptyDiff(squash(diffOf(a, b), diffOf(b, a)))).toBe(true)
    }),
  )
})

test('a diff that does not fit is refused, because it belongs to another collection', () => {
  const diff = diffOf(new Map([['a', { n: 1 }]]), new Map())

  expect(() => patched(new Map(), diff)).toThrow('unknown a')
})
