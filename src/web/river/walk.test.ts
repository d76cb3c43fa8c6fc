import { expect, test } from 'vitest'
import { flowOf } from './flow.ts'
import { smallReform } from './testing.ts'
import { focusAfter, focusOn } from './walk.ts'

const flow = flowOf(smallReform(), 'people', 'organs')

test('down walks the units of a side and stops at the last', () => {
  const first = focusAfter('ArrowDown', undefined, flow)
  expect(first).toEqual({ side: 'before', id: flow.before[0]?.id })
  expect(focusAfter('ArrowDown', first, flow)?.id).toBe(flow.before[1]?.id)
  const last = focusAfter('End', first, flow)
  expect(focusAfter('ArrowDown', last, flow)).toEqual(last)
})

test('right crosses the river to where most of the unit went, left crosses back', () => {
  const there = focusAfter('ArrowRight', { side: 'before', id: 'forestry' }, flow)
  expect(there).toEqual({ side: 'after', id: 'resources' })
  expect(focusAfter('ArrowLeft', there, flow)).toEqual({ side: 'before', id: 'planning' })
})

test('other keys are nobody’s', () => {
  expect(focusAfter('x', { side: 'before', id: 'forestry' }, flow)).toBeUndefined()
})

test('a unit is found where it stands after the reform, else where it stood before', () => {
  expect(focusOn(flow, 'resources')).toEqual({ side: 'after', id: 'resources' })
  expect(focusOn(flow, 'forestry')).toEqual({ side: 'before', id: 'forestry' })
  expect(focusOn(flow, 'nowhere')).toBeUndefined()
})
