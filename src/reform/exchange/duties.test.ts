import fc from 'fast-check'
import { expect, test } from 'vitest'
import { replayOf } from './case.testing.ts'

const bureau = (id: string, ...duties: string[]) => ({ id, name: id, duties })
const transfer = (from: string, to: string, ...duties: string[]) => ({
  type: 'transfer',
  sources: [from],
  targets: [{ id: to }],
  duties,
})

test('a named duty comes from the source, also when the target has one of the same text', () => {
  const before = [bureau('A', '1', '2'), bureau('B', '1')]
  const replayed = replayOf(before, [transfer('A', 'B', '1')], [bureau('A', '2'), bureau('B', '1', '1')])

  expect(replayed).toMatchObject({ exact: true, findings: [] })
  expect(replayed.conservation.holds).toBe(true)
})

test('two units hand duties of the same text to a third, one after the other', () => {
  expect(
    replayOf(
      [bureau('A', '1'), bureau('B', '1'), bureau('C')],
      [transfer('A', 'C', '1'), transfer('B', 'C', '1')],
      [bureau('A'), bureau('B'), bureau('C', '1', '1')],
    ),
  ).toMatchObject({ exact: true, findings: [] })
})

test('a named duty that the list of the target has already taken from the source moves once', () => {
  const listed = { ...transfer('A', 'B', '1'), targets: [bureau('B', '1', '1')] }
  expect(
    replayOf([bureau('A', '1', '1'), bureau('B', '1')], [listed], [bureau('A', '1'), bureau('B', '1', '1')]),
  ).toMatchObject({ exact: true, findings: [] })
})

test('two duties of one text become one when the list of the target has it once', () => {
  const listed = { ...transfer('A', 'B', '1'), targets: [bureau('B', '1')] }
  expect(
    replayOf([bureau('A', '1', '2'), bureau('B', '1')], [listed], [bureau('A', '2'), bureau('B', '1')]),
  ).toMatchObject({ exact: true, findings: [] })
})

test('a named duty that no source has, and the target has already, stays and is told', () => {
  const before = [bureau('A', '2'), bureau('B', '1')]
  const { exact, findings } = replayOf(before, [transfer('A', 'B', '1')], before)

  expect(exact).toBe(true)
  expect(findings.map(({ code, severity, message }) => [code, severity, message.en])).toEqual([
    ['X13', 'warning', 'op1: no source has the duty “1”; “B” has it already'],
  ])
})

test('a named duty that the list of the source keeps stays and is told', () => {
  const kept = { ...transfer('A', 'B', '1'), targets: [bureau('A', '1', '2'), { id: 'B' }] }
  const before = [bureau('A', '1', '2'), bureau('B')]
  const { exact, findings } = replayOf(before, [kept], before)

  expect(exact).toBe(true)
  expect(findings.map(({ code, message }) => [code, message.en])).toEqual([
    ['X13', 'op1: the duty “1” should move, but a list keeps it'],
  ])
})

test('a unit that names its own duties in a rename keeps them without a word', () => {
  const rename = { type: 'rename', sources: ['A'], targets: [{ id: 'A', name: 'Alpha' }], duties: ['1'] }
  expect(replayOf([bureau('A', '1')], [rename], [{ id: 'A', name: 'Alpha', duties: ['1'] }])).toMatchObject({
    exact: true,
    findings: [],
  })
})

test('how often a duty is listed counts in the comparison, and the surplus is named', () => {
  const { exact, findings } = replayOf([bureau('A', '1', '1', '2')], [], [bureau('A', '1', '2', '2')])

  expect(exact).toBe(false)
  expect(findings[0]?.message.en).toContain('duties lacking “2”, surplus “1”;')
})

const few = fc.array(fc.constantFrom('1', '2', '3'), { maxLength: 4 })
const act = fc.record({ from: fc.nat(2), to: fc.nat(2), count: fc.nat(3), isListed: fc.boolean() })

test('however often units share the texts of their duties, what is named moves from the source and nothing else does', () => {
  fc.assert(
    fc.property(fc.tuple(few, few, few), fc.array(act, { maxLength: 6 }), (lists, acts) => {
      const name = (at: number) => 'ABC'[at] as string
      const units = (all: readonly string[][]) => all.map((list, at) => bureau(name(at), ...list))
      const held = lists.map((list) => [...list])
      const operations = acts.flatMap(({ from, to, count, isListed }, at) => {
        const moved = held[from]?.slice(0, count) ?? []
        if (from === to || moved.length === 0) return []
        held[from]?.splice(0, count)
        held[to]?.push(...moved)
        const told = { ...transfer(name(from), name(to), ...moved), note: `${at}` }
        return [isListed ? { ...told, targets: [bureau(name(to), ...(held[to] ?? []))] } : told]
      })

      const replayed = replayOf(units(lists), operations, units(held))
      expect(replayed.findings).toEqual([])
      expect(replayed.exact).toBe(true)
      expect(replayed.conservation.holds).toBe(true)
    }),
    { numRuns: 500, seed: 511 },
  )
})
