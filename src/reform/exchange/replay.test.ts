import { expect, test } from 'vitest'
import { isOpen } from '../../register/unit.ts'
import { codesOf, foundIn, replayOf, unit } from './case.testing.ts'

test('a merger may reuse the id of one of its sources, and the successor is another unit than the one that ended', () => {
  const replayed = replayOf(
    ['A', 'B'],
    [{ type: 'merge', sources: ['A', 'B'], targets: [unit('A')] }],
    [unit('A')],
  )

  expect(replayed.exact).toBe(true)
  const [old] = [...replayed.after.units.values()].filter(({ code, closedOn }) => code === 'A' && closedOn)
  const [heir] = [...replayed.after.units.values()].filter((each) => each.code === 'A' && isOpen(each))
  expect(old?.supersededBy).toEqual([heir?.id])
  expect(heir?.id).not.toBe(old?.id)
})

test('a code that ended comes back years later as another unit', () => {
  const replayed = replayOf(
    ['A', 'B'],
    [
      { type: 'absorb', sources: ['A'], targets: [unit('B')], date: '1961-01-01' },
      { type: 'create', targets: [{ id: 'A', name: 'Another' }], date: '1999-01-01' },
      { type: 'rename', sources: ['A'], targets: [{ id: 'A', name: 'Yet another' }], date: '2001-01-01' },
    ],
    [{ id: 'A', name: 'Yet another' }, unit('B')],
  )

  expect(replayed.exact).toBe(true)
  expect([...replayed.after.units.values()].filter(({ code }) => code === 'A')).toHaveLength(2)
})

test('units renumbered on one day are followed through the chain', () => {
  const replayed = replayOf(
    ['A', 'B', 'C'],
    [
      { type: 'recode', sources: ['B'], targets: [{ id: 'D', name: 'B' }] },
      { type: 'recode', sources: ['A'], targets: [{ id: 'B', name: 'A' }] },
      { type: 'merge', sources: ['B', 'C'], targets: [{ id: 'B', name: 'AC' }] },
    ],
    [
      { id: 'B', name: 'AC' },
      { id: 'D', name: 'B' },
    ],
  )

  expect(replayed.findings).toEqual([])
  expect(replayed.exact).toBe(true)
})

test('a code that is only freed later on the same day is taken over at once, with a warning that names both', () => {
  const replayed = replayOf(
    ['A', 'B'],
    [
      { type: 'recode', sources: ['A'], targets: [{ id: 'B', name: 'A' }] },
      { type: 'recode', sources: ['B'], targets: [{ id: 'A', name: 'B' }] },
    ],
    [
      { id: 'A', name: 'B' },
      { id: 'B', name: 'A' },
    ],
  )

  expect(replayed.exact).toBe(true)
  expect(foundIn(replayed)).toEqual(['X14'])
  expect(replayed.findings[0]?.message.en).toMatch(/^op1: .*op2/)
})

test('a code that nothing frees is refused, and so is a source that ended', () => {
  const replayed = replayOf(
    ['A', 'B', 'C'],
    [
      { type: 'merge', sources: ['A', 'B'], targets: [unit('C')] },
      { type: 'absorb', sources: ['A'], targets: [unit('B')] },
      { type: 'dissolve', sources: ['A'], targets: [] },
    ],
  )

  expect(foundIn(replayed)).toEqual(['X07', 'X08'])
  expect(replayed.findings[0]?.message.en).toContain('op3')
  expect(replayed.findings[0]?.message.en).toContain('op2 (absorb)')
  expect(replayed.findings[1]?.about).toBe('operation:op1')
  expect(replayed.isRefused).toBe(true)
})

test('the shares of a split join other mergers; a share that nobody takes up is refused', () => {
  const split = {
    type: 'split',
    sources: ['X'],
    targets: [{ id: 'X#1' }, { id: 'X#2' }],
  }
  const first = { type: 'merge', sources: ['X#1', 'A'], targets: [unit('A')] }
  const second = { type: 'absorb', sources: ['X#2'], targets: [unit('B')] }

  expect(replayOf(['A', 'B', 'X'], [split, first, second], [unit('A'), unit('B')]).exact).toBe(true)
  const left = replayOf(['A', 'B', 'X'], [split, first])
  expect(foundIn(left)).toEqual(['X12'])
  expect(left.findings[0]?.message.en).toContain('X#2')
})

test('many reorganised into many: every new unit succeeds every old one', () => {
  const { after, exact } = replayOf(
    ['A', 'B', 'C'],
    [{ type: 'reorganise', sources: ['A', 'B'], targets: [unit('D'), unit('E')] }],
    [unit('C'), unit('D'), unit('E')],
  )

  expect(exact).toBe(true)
  const heirs = (id: string): string[] =>
    (after.units.get(id)?.supersededBy ?? []).flatMap((heir) => [heir, ...heirs(heir)])
  expect(heirs('A')).toEqual(expect.arrayContaining(['D', 'E']))
  expect(heirs('B')).toEqual(heirs('A'))
})

const bureau = (id: string, ...duties: string[]) => ({ id, name: id, duties })

test('a duty wanders from unit to unit, however the file writes it', () => {
  const replayed = replayOf(
    [bureau('A', 'land', 'trees'), bureau('B', 'roads'), bureau('C')],
    [
      // named by the operation; by the target's whole list; by a list of only what it is given; by both lists
      { type: 'transfer', sources: ['A'], targets: [{ id: 'B' }], duties: ['trees'] },
      { type: 'transfer', sources: ['B'], targets: [bureau('C', 'trees')] },
      { type: 'transfer', sources: ['A'], targets: [bureau('C', 'land')] },
      { type: 'transfer', sources: ['C'], targets: [bureau('C', 'land'), bureau('B', 'roads', 'trees')] },
    ],
    [bureau('A'), bureau('B', 'trees', 'roads'), bureau('C', 'land')],
  )

  expect(replayed.findings).toEqual([])
  expect(replayed.exact).toBe(true)
  expect(replayed.conservation.holds).toBe(true)
})

test('a merger that lists no duties takes all of them', () => {
  const { units } = replayOf(
    [bureau('A', 'a'), bureau('B', 'b')],
    [{ type: 'merge', sources: ['A', 'B'], targets: [{ id: 'C', name: 'C' }] }],
  )

  expect(units).toEqual([bureau('C', 'a', 'b')])
})

test('a duty claimed from a unit that takes no part is refused; one that nobody lists any more is named', () => {
  const wrong = replayOf(
    [bureau('A', 'a'), bureau('B', 'b'), bureau('C')],
    [{ type: 'transfer', sources: ['A'], targets: [bureau('C', 'b')] }],
  )
  expect(foundIn(wrong)).toEqual(['X13'])
  expect(wrong.findings[0]?.message.en).toBe('op1: the duty “b” is with “B”, not with a source')

  const lost = replayOf(
    [bureau('A', 'a', 'b')],
    [{ type: 'rename', sources: ['A'], targets: [bureau('A', 'a')] }],
  )
  expect(lost.findings.map(({ severity, message }) => [severity, message.en])).toEqual([
    ['warning', 'op1: nobody has the duty “b” of “A” any more'],
  ])
})

test('attributes of any type come through unchanged, and one that is left out is gone', () => {
  const odd = { id: 'A 1', name: 'A', list: [1, [2, { three: null }]], '': 0, deep: { x: { y: [true] } } }
  const { exact, units } = replayOf(
    [odd, { id: 'B', name: 'B', old: 1 }],
    [{ type: 'move', sources: ['B'], targets: [unit('B')] }],
    [unit('B'), odd],
  )

  expect(exact).toBe(true)
  expect(units).toEqual([odd, unit('B')])
})

test('what differs is told with the operation it comes from', () => {
  const { findings, exact } = replayOf(
    ['A', 'B', 'C', 'D'],
    [
      { type: 'rename', sources: ['A'], targets: [{ id: 'A', name: 'Alpha' }] },
      { type: 'dissolve', sources: ['B'] },
    ],
    [unit('A'), unit('B'), unit('D'), unit('E')],
  )

  expect(exact).toBe(false)
  expect(findings.map(({ message }) => message.en)).toEqual(
    expect.arrayContaining([
      'the unit “A” differs: name should be “A” but is “Alpha”; what it is comes from op1 (rename)',
      'the unit “B” is expected but is not there: op2 (dissolve) ended it',
      'the unit “C” is not expected: it has been there from the beginning and nothing ended it',
      'the unit “E” is expected but is not there: nothing made it',
    ]),
  )
})

test('the same operation under two ids, days that go back and sources that do not fit are refused by name', () => {
  const replayed = replayOf(
    ['A', 'B', 'C'],
    [
      { type: 'transfer', sources: ['A'], targets: [unit('B')] },
      { type: 'transfer', sources: ['A'], targets: [unit('B')] },
      { type: 'rename', sources: ['C'], targets: [{ id: 'B', name: 'Beta' }] },
      { type: 'dissolve', sources: ['C'], date: '2019-12-31' },
      { type: 'create', sources: ['A'], targets: [unit('D')] },
      { type: 'absorb', sources: ['B'], targets: [unit('B')] },
    ],
  )

  expect(replayed.findings.map(({ code, about }) => [code, about])).toEqual([
    ['X06', 'operation:op4'],
    ['X09', 'operation:op3'],
    ['X09', 'operation:op5'],
    ['X09', 'operation:op6'],
    ['X10', 'operation:op2'],
  ])
  expect(codesOf(replayed)).toEqual(['A', 'B', 'C'])
})

test('a unit whose name passes to another on the same day does not make the other a suspect', () => {
  const facts = (id: string, name: string) => ({ id, name, kind: 'm', parent: '1' })
  const { exact, findings } = replayOf(
    [facts('A', 'Aa'), facts('B', 'Bb'), facts('C', 'Cc')],
    [
      { type: 'absorb', sources: ['C'], targets: [facts('A', 'Bb')] },
      { type: 'absorb', sources: ['B'], targets: [facts('A', 'Bb')] },
    ],
    [facts('A', 'Bb')],
  )
  expect([exact, findings]).toEqual([true, []])

  const wrong = replayOf(
    [facts('A', 'Aa'), facts('B', 'Bb'), facts('C', 'Cc')],
    [{ type: 'absorb', sources: ['C'], targets: [facts('A', 'Bb')] }],
  )
  expect(foundIn(wrong)).toEqual(['X22'])
})

test('a transfer that its evidence contradicts is refused', () => {
  const office = (id: string, short: string) => ({ id, name: id, short })
  const offices = [office('1', 'DX'), office('2', 'DY'), office('3', 'DZ')]
  const transfer = {
    type: 'transfer',
    targets: [office('2', 'DY')],
    evidence: 'links DX>DY: functions, 2017->2018',
  }

  expect(foundIn(replayOf(offices, [{ ...transfer, sources: ['1'] }]))).toEqual([])
  expect(foundIn(replayOf(offices, [{ ...transfer, sources: ['3'] }]))).toEqual(['X21'])
})

test('a living unit may receive a part in a spin-off; a gap in the numbering and a wrong tally are told', () => {
  const received = replayOf(
    ['A', 'B'],
    [
      { type: 'spinoff', sources: ['A'], targets: [{ id: 'B', name: 'Bb' }, unit('C')], id: 'n-1' },
      { type: 'dissolve', sources: ['C'], id: 'n-3' },
    ],
  )

  expect(received.isRefused).toBe(false)
  expect(foundIn(received)).toEqual(['X15', 'X24'])
  expect(received.findings[0]?.about).toBe('operation:n-2')
})

test('a succession that crosses what all others respect is warned of, though the register after is the same', () => {
  const town = (id: string, canton: string) => ({ id, name: id, canton })
  const letters = [...'abcdefghijkl']
  const before = letters.flatMap((letter, at) => {
    const canton = at % 2 === 0 ? 'ZH' : 'BE'
    return [town(letter, canton), town(letter.toUpperCase(), canton)]
  })
  const operations = letters.map((letter, at) => {
    const host = letter === 'a' ? before[3] : before[2 * at + 1]
    return { type: 'absorb', sources: [letter], targets: [host as { id: string }] }
  })
  const after = before.filter(({ id }) => id === id.toUpperCase())
  const { exact, findings } = replayOf(before, operations, after)

  expect(exact).toBe(true)
  expect(findings.map(({ code, about }) => [code, about])).toEqual([['X23', 'operation:op1']])
})
