import { expect, test } from 'vitest'
import { replayOf } from './case.testing.ts'
import { replayCase } from './replay.ts'

test.each([
  ['null', null],
  ['a number', 5],
  ['an object', { de: 'Biel', fr: 'Bienne' }],
  ['missing', undefined],
])('a name may be %s, and comes out as it came', (_, name) => {
  const facts = (id: string) => ({ id, name, kind: 'x' })
  const replayed = replayOf(
    [facts('1'), facts('2'), facts('3')],
    [
      { type: 'absorb', sources: ['1'], targets: [facts('2')] },
      { type: 'recode', sources: ['3'], targets: [facts('4')] },
      { type: 'create', targets: [facts('5')] },
    ],
    [facts('2'), facts('4'), facts('5')],
  )
  expect(replayed).toMatchObject({ exact: true, findings: [] })
  expect(JSON.stringify(replayed.units)).toBe(JSON.stringify([facts('2'), facts('4'), facts('5')]))
})

test('an id may be a number, and is written as a number', () => {
  const texts = {
    'before.json': '{"units": [{"id": 301, "name": "a"}, {"id": 12345678901234567890, "name": "b"}]}',
    'operations.json':
      '{"operations": [{"id": 1, "type": "split", "date": "2020-01-01", "sources": [301], "targets": [{"id": 302, "name": "c"}, {"id": "x", "name": "d"}]}]}',
    'after.json':
      '{"units": [{"id": 12345678901234567890, "name": "b"}, {"id": 302, "name": "c"}, {"id": "x", "name": "d"}]}',
  }
  const replayed = replayCase(texts)

  expect(replayed).toMatchObject({ exact: true, findings: [] })
  expect(JSON.stringify(replayed.units)).toBe(
    '[{"id":12345678901234567890,"name":"b"},{"id":302,"name":"c"},{"id":"x","name":"d"}]',
  )
})

test('301 and “301” are one unit: across files the first way of writing it stays, within one file it is refused', () => {
  const one = { id: 301, name: 'a' }
  const across = replayOf(
    [one],
    [{ type: 'rename', targets: [{ id: '301', name: 'b' }] }],
    [{ id: '301', name: 'b' }],
  )
  expect(across).toMatchObject({ exact: true, findings: [], units: [{ id: 301, name: 'b' }] })

  const twice = replayOf([one, { id: '301', name: 'b' }], [])
  expect(twice.findings.map(({ code, at }) => `${code} ${at}`)).toEqual(['X04 case:before.json#units[1].id'])
  const mixed = replayCase({
    'before.json': JSON.stringify({ units: [one, { id: 302, name: 'b' }] }),
    'operations.json':
      '{"operations": [{"id": "o", "type": "absorb", "date": "2020-01-01", "sources": [301], "targets": [{"id": 302}]}, {"id": "p", "type": "dissolve", "date": "2020-01-02", "sources": ["302"]}]}',
  })
  expect(mixed.findings.map(({ code, at }) => `${code} ${at}`)).toEqual([
    'X03 case:operations.json#operations[1].sources[0]',
  ])
})

test('sources and targets that are null or missing are empty lists', () => {
  const replayed = replayOf(
    ['A'],
    [
      { type: 'dissolve', sources: ['A'], targets: null as unknown as [] },
      { type: 'create', sources: null as unknown as [], targets: [{ id: 'B' }] },
    ],
    [{ id: 'B' }],
  )
  expect(replayed).toMatchObject({ exact: true, findings: [] })
})

test('a part whose id has a # may stay when after.json has it; without that file a named one is only warned of', () => {
  const part = (id: string, name?: string) => ({ id, ...(name === undefined ? {} : { name }) })
  const split = { type: 'split', sources: ['A'], targets: [part('A#1', 'one'), part('A#2')] }
  const told = (after?: Parameters<typeof replayOf>[2]) =>
    replayOf(['A'], [split], after).findings.map(({ code, severity }) => `${code} ${severity}`)

  expect(told([part('A#1', 'one'), part('A#2')])).toEqual([])
  expect(told([part('A#1', 'one')])).toEqual(['X12 error', 'X18 error'])
  expect(told()).toEqual(['X12 error', 'X12 warning'])
})
