import fc from 'fast-check'
import { expect, test } from 'vitest'
import { holdsUnkeepable } from './keepable.ts'

const piece = fc.constantFrom('\u0000', '\\', 'u', '0000', 'd800', '\ud83d', '\ude00', '改', '"')

test('what cannot be kept is found wherever it stands, and nothing else is', () => {
  expect(holdsUnkeepable({ a: ['x\u0000'] })).toBe(true)
  expect(holdsUnkeepable({ 'k\ud83d': 1 })).toBe(true)
  expect(holdsUnkeepable('\\\u0000')).toBe(true)
  expect(holdsUnkeepable('😀 \\u0000 \\\\ud800 \n')).toBe(false)
  expect(holdsUnkeepable(undefined)).toBe(false)
  fc.assert(
    fc.property(fc.array(piece), (pieces) => {
      const text = pieces.join('')
      expect(holdsUnkeepable(text)).toBe(text.includes('\u0000') || !text.isWellFormed())
    }),
  )
})
