import { expect, test } from 'vitest'
import { freePlanId, isPlanId } from './plan-ids.ts'

test('a new plan gets the first number that is free', () => {
  expect(freePlanId('try', [])).toBe('try-1')
  expect(freePlanId('try', ['try-1', 'try-3'])).toBe('try-2')
})

test('an id of a plan is one word of letters, digits and a few marks', () => {
  expect(['2020-reform', '方案.1', 'a'].every(isPlanId)).toBe(true)
  expect(['', '-a', 'a b', 'a/b', 'x'.repeat(81)].some(isPlanId)).toBe(false)
})
