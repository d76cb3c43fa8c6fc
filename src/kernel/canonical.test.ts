import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { canonical, digest, sha256Hex } from './canonical.ts'

test('the order of keys does not matter, the order of lists does', () => {
  expect(canonical({ b: [2, 1], a: undefined, c: { y: 1, x: '改' } })).toBe(
    '{"b":[2,1],"c":{"x":"改","y":1}}',
  )
  expect(digest({ a: 1, b: 2 })).toBe(digest({ b: 2, a: 1 }))
  expect(digest([1, 2])).not.toBe(digest([2, 1]))
})

test('the digest is the SHA-256 that every other tool computes', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      expect(sha256Hex(text)).toBe(createHash('sha256').update(text, 'utf8').digest('hex'))
    }),
  )
})
