import { expect, test } from 'vitest'
import { lineDigests } from '../../reform/editing/follow-line.ts'
import {
  commentsAt,
  type KeptComment,
  keptLine,
  listedComments,
  openCommentsByLine,
  shownComments,
} from './comments.ts'

const planOf = (units: string) =>
  `lines:\n${[...units].map((unit) => `  - {op: close-unit, unit: ${unit}}\n`).join('')}`
const said = (facts: Partial<KeptComment>): KeptComment => ({
  number: 1,
  kind: 'remark',
  version: 1,
  line: null,
  now: null,
  text: '请附文件。',
  author: { id: 'account:a', name: '示例' },
  at: '2026-01-15T01:00:00.000Z',
  isOpen: true,
  resolved: null,
  replies: [],
  ...facts,
})
/** A comment on line `number` of a version with these units, which the server says stands at `now`. */
const onLine = (units: string, number: number, now: number | null, facts: Partial<KeptComment> = {}) =>
  said({
    line: { number, digest: lineDigests(planOf(units))?.[number - 1] ?? '' },
    now: now === null ? null : { number: now, isChanged: false },
    ...facts,
  })
const places = (comments: readonly KeptComment[], shown: Parameters<typeof shownComments>[1], version = 2) =>
  shownComments({ version, comments }, shown).map(({ shown: each }) =>
    each === null ? null : `${each.number}${each.isChanged ? ' changed' : ''}`,
  )

test('comments stand where the server says while nothing is edited here', () => {
  expect(places([said({}), onLine('ab', 2, 3)], undefined)).toEqual([null, '3'])
  const base = { version: 2, text: planOf('xab') }
  expect(places([onLine('ab', 2, 3), onLine('qb', 1, null)], { text: base.text, base })).toEqual(['3', null])
})

test('a comment stays with its line while others are put before it, and while it is being edited', () => {
  const base = { version: 2, text: planOf('ab') }
  expect(places([onLine('ab', 2, 2)], { text: planOf('xyab'), base })).toEqual(['4'])
  expect(places([onLine('ab', 2, 2)], { text: planOf('az'), base })).toEqual(['2 changed'])
  expect(places([onLine('ab', 2, 2)], { text: planOf('a'), base })).toEqual([null])
  // The server found it changed; the edit here puts it right again.
  const changed = onLine('ac', 2, 2, { now: { number: 2, isChanged: true } })
  expect(places([changed], { text: base.text, base })).toEqual(['2 changed'])
  expect(places([changed], { text: planOf('ac'), base })).toEqual(['2'])
})

test('over a draft that was drawn from an older version a comment is found by what its line says', () => {
  const base = { version: 1, text: planOf('ab') }
  expect(places([onLine('xab', 3, 3, { version: 2 })], { text: planOf('ab'), base })).toEqual(['2'])
  expect(places([onLine('xab', 1, 1, { version: 2 })], { text: planOf('ab'), base })).toEqual([null])
})

test('a comment is made on the line of the kept version, and not on one that is not kept', () => {
  const base = { version: 3, text: planOf('ab') }
  expect(keptLine(2, 3, undefined)).toEqual({ version: 3, line: 2 })
  expect(keptLine(2, 4, { text: base.text, base })).toEqual({ version: 3, line: 2 })
  expect(keptLine(3, 3, { text: planOf('xab'), base })).toEqual({ version: 3, line: 2 })
  expect(keptLine(1, 3, { text: planOf('xab'), base })).toBeUndefined()
  expect(keptLine(2, 3, { text: planOf('az'), base })).toBeUndefined()
  expect(keptLine(1, 3, { text: planOf('ab'), base: undefined })).toBeUndefined()
  expect(keptLine(1, 3, { text: 'lines: [', base })).toBeUndefined()
})

test('a line counts its open comments; without comments there are none', () => {
  const list = shownComments(
    {
      version: 1,
      comments: [onLine('ab', 1, 1), onLine('ab', 1, 1, { isOpen: false }), onLine('ab', 2, 2), said({})],
    },
    undefined,
  )
  expect([...openCommentsByLine({ list })].sort()).toEqual([
    [1, 1],
    [2, 1],
  ])
  expect(commentsAt(list, 1)).toHaveLength(2)
  expect(openCommentsByLine(undefined).size).toBe(0)
})

test('comments are listed by line, the whole plan first and lines that are gone last', () => {
  const comments = [
    onLine('ab', 2, 2, { number: 1 }),
    onLine('q', 1, null, { number: 2 }),
    onLine('ab', 1, 1, { number: 3, isOpen: false, kind: 'return' }),
    said({ number: 4, kind: 'return' }),
  ]
  const list = shownComments({ version: 1, comments }, undefined)
  const numbers = (filter: Parameters<typeof listedComments>[1]) =>
    listedComments(list, filter).map(({ number }) => number)
  expect(numbers('all')).toEqual([4, 3, 1, 2])
  expect(numbers('open')).toEqual([4, 1, 2])
  expect(numbers('returned')).toEqual([4, 3])
})
