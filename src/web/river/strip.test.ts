import { expect, test } from 'vitest'
import { mergeUnits } from '../../reform/operations/merge-units.ts'
import { setStaffingQuota } from '../../reform/operations/set-staffing-quota.ts'
import { register } from '../../register/testing.ts'
import { flowOf } from './flow.ts'
import { stripOf } from './strip.ts'
import { changeBy } from './testing.ts'

const institution = (order: number, people: number, posts: number) => ({
  unit: { order, counts: 'reformInstitution' as const, kind: 'publicInstitution' as const },
  posts: { institution: posts },
  people: Array.from({ length: people }, (_, at) => `p${order}-${at}`),
})

const change = changeBy(register({ station: institution(1, 5, 8), centre: institution(2, 7, 9) }), [
  [mergeUnits, { units: ['station', 'centre'], into: 'joint', name: '中心', nameEn: 'Joint centre' }],
  [setStaffingQuota, { unit: 'joint', kind: 'institution', posts: 4 }],
])

test('people within the posts that are left, and people beyond them, are told apart', () => {
  const strip = stripOf(flowOf(change, 'people', 'institutions'), change.after)

  expect(strip).toMatchObject({ units: 2, total: 12 })
  expect(strip.groups).toEqual([
    { id: 'within', value: 4, units: 1 },
    { id: 'beyond', value: 8, units: 0 },
  ])
})

test('posts that were cut stand apart from posts that stay', () => {
  const strip = stripOf(flowOf(change, 'posts', 'institutions'), change.after)

  expect(strip.groups.map(({ id, value }) => [id, value])).toEqual([
    ['within', 4],
    ['ended', 13],
  ])
})

test('threads fill both sides without gap or overlap', () => {
  const { threads, total, groups } = stripOf(flowOf(change, 'people', 'institutions'), change.after)

  let at = 0
  for (const thread of threads) {
    expect(thread.fromAt).toBe(at)
    at += thread.value
  }
  expect(at).toBe(total)
  for (const group of groups)
    expect(threads.filter((each) => each.group === group.id).reduce((sum, { value }) => sum + value, 0)).toBe(
      group.value,
    )
})
