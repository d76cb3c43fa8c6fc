import { expect, test } from 'vitest'
import { layoutOf } from '../../chart/layout.ts'
import { syntheticCounty } from '../../chart/testing.ts'
import { stepFrom } from './chart-steps.ts'

const { root } = layoutOf(syntheticCounty(120), 'zh')

test('with Shift the arrows walk from the county to a unit, among its neighbours and back', () => {
  const group = stepFrom(root, 'county', 'ArrowDown') ?? ''
  expect(group).toBe('group:0')
  expect(stepFrom(root, group, 'ArrowRight')).toBe('group:1')
  expect(stepFrom(root, 'group:1', 'ArrowLeft')).toBe(group)
  const organ = stepFrom(root, group, 'ArrowDown') ?? ''
  expect(organ).toMatch(/^u-/)
  expect(stepFrom(root, organ, 'ArrowUp')).toBe(group)
})

test('at the edges, and with any other key, nobody is walked to', () => {
  expect(stepFrom(root, 'county', 'ArrowUp')).toBeUndefined()
  expect(stepFrom(root, 'group:0', 'ArrowLeft')).toBeUndefined()
  expect(stepFrom(root, 'group:4', 'ArrowRight')).toBeUndefined()
  expect(stepFrom(root, 'county', 'Enter')).toBeUndefined()
})
