import { expect, test } from 'vitest'
import { flowOf } from './flow.ts'
import { passagesOf } from './holdings.ts'
import { crossings, officially } from './order.ts'
import { smallReform } from './testing.ts'
import { type Flow, measures } from './types.ts'

const change = smallReform()
const streamOf = (flow: Flow, from: string, to: string) =>
  flow.streams.find((stream) => stream.from === from && stream.to === to)
const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0)

test.each(measures)('in %s, what leaves the left equals what reaches the right, row by row', (measure) => {
  const flow = flowOf(change, measure, 'organs')

  for (const [rows, end] of [
    [flow.before, 'from'],
    [flow.after, 'to'],
  ] as const)
    for (const row of rows)
      expect(sum(flow.streams.filter((each) => each[end] === row.id).map(({ value }) => value))).toBe(
        row.value,
      )
  expect(sum(flow.before.map((row) => row.value))).toBe(sum(flow.after.map((row) => row.value)))
})

test('the left side adds up to the register before, the right side to the register after', () => {
  const posts = flowOf(change, 'posts', 'organs')
  const quotas = (register: typeof change.before) =>
    sum([...register.quotas.values()].map((row) => row.posts))
  const inside = (rows: Flow['before']) =>
    sum(rows.filter((row) => row.kind === 'unit').map((row) => row.value))

  expect(inside(posts.before)).toBe(quotas(change.before))
  expect(inside(posts.after)).toBe(quotas(change.after))
  expect(posts.after.find((row) => row.kind === 'ended')?.value).toBe(
    quotas(change.before) - quotas(change.after),
  )
})

test('each ribbon is coloured by what becomes of the unit', () => {
  const flow = flowOf(change, 'people', 'organs')

  expect(streamOf(flow, 'committee', 'committee')?.fate).toBe('kept')
  expect(streamOf(flow, 'government', 'committee')?.fate).toBe('colocated')
  expect(streamOf(flow, 'petitions', 'committee')?.fate).toBe('dissolved')
  expect(streamOf(flow, 'planning', 'resources')?.fate).toBe('merged')
  expect(streamOf(flow, 'science', 'resources')).toMatchObject({ fate: 'moved', value: 1 })
  expect(streamOf(flow, 'science', 'science')?.fate).toBe('kept')
})

test('a guest has no bar of its own after the reform, but its name stands beside its host', () => {
  const flow = flowOf(change, 'duties', 'organs')

  expect(flow.after.map((row) => row.id)).toEqual(['committee', 'resources', 'science'])
  expect(flow.after[0]?.guests.map(({ zh }) => zh)).toEqual(['government'])
  expect(streamOf(flow, 'government', 'committee')).toMatchObject({ value: 2, fate: 'colocated' })
})

test('units outside the scope are not drawn', () => {
  const flow = flowOf(change, 'people', 'organs')

  expect([...flow.before, ...flow.after].map((row) => row.id)).not.toContain('school')
})

test('posts that were transferred and posts that were cut are told apart by the moves', () => {
  const passages = passagesOf('posts', change)
  const between = (from: string, to: string | undefined) =>
    sum(passages.filter((each) => each.from === from && each.to === to).map(({ value }) => value))

  expect(between('science', 'resources') + between('science', undefined)).toBe(3)
  expect(sum(passages.filter((each) => each.to === undefined).map(({ value }) => value))).toBe(8 + 6 + 3 - 9)
})

test('streams run side by side: the order of the left side leaves no crossing that can be avoided', () => {
  const flow = flowOf(change, 'people', 'organs')
  const own = flow.streams.filter((stream) => stream.fate !== 'moved')

  expect(crossings(flow.before, flow.after, own)).toBe(0)
})

test('the official order can be restored, without touching what the ribbons say', () => {
  const flow = flowOf(change, 'people', 'organs')
  const official = officially({ ...flow, before: [...flow.before].reverse() })

  expect(official.before.map((row) => row.id).slice(0, 6)).toEqual([
    'committee',
    'government',
    'petitions',
    'planning',
    'forestry',
    'science',
  ])
  expect(official.streams).toBe(flow.streams)
})

test('before any step, everything is kept', () => {
  const still = flowOf({ before: change.before, after: change.before, moves: [] }, 'people', 'organs')

  expect(new Set(still.streams.map((stream) => stream.fate))).toEqual(new Set(['kept']))
  expect(still.before.map((row) => row.id)).toEqual(still.after.map((row) => row.id))
})
