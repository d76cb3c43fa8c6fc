import { expect, test } from 'vitest'
import { foundIn, replayOf } from './case.testing.ts'

const town = (id: string, name: string, more = {}) => ({ id, name, kind: 'm', parent: '1', ...more })
const told = ({ findings }: ReturnType<typeof replayOf>) =>
  findings.map(({ code, severity }) => `${code} ${severity}`)

test('a unit may take the name that another of its kind and state bears, and after.json settles it', () => {
  const before = [town('A', 'Adams'), town('B', 'Baker'), town('C', 'Washington')]
  const after = [town('B', 'Washington'), town('C', 'Washington')]
  const absorb = { type: 'absorb', sources: ['A'], targets: [town('B', 'Washington')] }
  const transfer = { ...absorb, type: 'transfer' }

  expect(replayOf(before, [absorb], after)).toMatchObject({ exact: true, findings: [] })
  expect(replayOf(before, [transfer], [town('A', 'Adams'), ...after])).toMatchObject({
    exact: true,
    findings: [],
  })
  // Without after.json nobody can tell; it is carried out all the same.
  const alone = replayOf(before, [absorb])
  expect(told(alone)).toEqual(['X22 warning'])
  expect(alone.findings[0]?.about).toBe('operation:op1')
  expect(alone.isRefused).toBe(false)
  expect(alone.units).toEqual(after)
})

test('a name that its bearer gives up later on the same day makes nobody a suspect', () => {
  const before = [town('A', 'Aa'), town('B', 'Neu'), town('C', 'Alt')]
  const absorb = { type: 'absorb', sources: ['A'], targets: [town('B', 'Alt')] }
  const rename = { type: 'rename', sources: ['C'], targets: [town('C', 'Neu')] }
  const after = [town('B', 'Alt'), town('C', 'Neu')]

  expect(replayOf(before, [absorb, rename], after)).toMatchObject({ exact: true, findings: [] })
  expect(replayOf(before, [absorb, rename]).findings).toEqual([])
  expect(told(replayOf(before, [absorb, { ...rename, date: '2021-01-01' }]))).toEqual(['X22 warning'])
})

test('it is an error when after.json has the unit otherwise, or has changed the other one', () => {
  const before = [town('A', 'Adams'), town('B', 'Baker'), town('C', 'Washington')]
  const absorb = { type: 'absorb', sources: ['A'], targets: [town('B', 'Washington')] }

  const other = replayOf(before, [absorb], [town('B', 'Baker'), town('C', 'Washington')])
  expect(told(other)).toEqual(['X19 error', 'X22 error'])
  expect(other.exact).toBe(false)
  expect(other.isRefused).toBe(false)
  const grown = replayOf(before, [absorb], [town('B', 'Washington'), town('C', 'Greater Washington')])
  expect(told(grown)).toEqual(['X19 error', 'X22 error'])
})

test('a transfer that lends a unit another name until a transfer takes it back is not taken for exact', () => {
  const before = [town('A', 'Aa'), town('B', 'Bb'), town('C', 'Cc')]
  const lend = { type: 'transfer', sources: ['A'], targets: [town('B', 'Cc')] }
  const back = { type: 'transfer', sources: ['A'], targets: [town('B', 'Bb')], date: '2021-01-01' }

  const trip = replayOf(before, [lend, back], before)
  expect(told(trip)).toEqual(['X22 error'])
  expect(trip.findings[0]?.message.en).toMatch(/^op1: .*op2/)
  expect(trip.exact).toBe(false)
  // A rename says that names change; and of namesakes nobody can say who is meant.
  expect(told(replayOf(before, [lend, { ...back, type: 'rename', sources: ['B'] }], before))).toEqual([
    'X22 warning',
  ])
  const crowd = [...before, town('D', 'Cc', { parent: '2' })]
  expect(replayOf(crowd, [lend, back], crowd).exact).toBe(true)
})

const office = (id: string, short: string) => ({ id, name: id, short })
const offices = [office('A', 'DA'), office('B', 'DB'), office('C', 'DC')]
const transferred = (evidence: string, target: { id: string } = office('B', 'DB')) => {
  const after = offices.map((each) => (each.id === target.id ? { ...each, ...target } : each))
  return replayOf(offices, [{ type: 'transfer', sources: ['A'], targets: [target], evidence }], after)
}

test('the evidence of a transfer fits when its target is a mere reference, or takes another short name by it', () => {
  expect(transferred('DA>DB', { id: 'B' })).toMatchObject({ exact: true, findings: [] })
  expect(transferred('DA>DB', office('B', 'DB2'))).toMatchObject({ exact: true, findings: [] })
  expect(transferred('DA>DB2', office('B', 'DB2'))).toMatchObject({ exact: true, findings: [] })
})

test('one link that fits is enough; links of which none fits only warn, and a single one that strays is refused', () => {
  expect(transferred('DC>DB: rest; DA>DB')).toMatchObject({ exact: true, findings: [] })
  expect(transferred('DA>DB: transport, then DA>DC planned')).toMatchObject({ exact: true, findings: [] })
  expect(told(transferred('DA>DC, DC>DB'))).toEqual(['X21 warning', 'X21 warning'])
  expect(transferred('DA>DC, DC>DB').exact).toBe(true)
  expect(told(transferred('DA>DC'))).toEqual(['X21 error'])
})

test('of a short name that two units bear nothing is said', () => {
  const before = [...offices, office('D', 'DC')]
  const operation = { type: 'transfer', sources: ['A'], targets: [{ id: 'B' }], evidence: 'DA>DC' }
  expect(foundIn(replayOf(before, [operation], before))).toEqual([])
})

test('a transfer there, back and there again is no slip of the pen; the same line twice in a row is', () => {
  const bureau = (id: string, ...duties: string[]) => ({ id, name: id, duties })
  const there = { type: 'transfer', sources: ['A'], targets: [{ id: 'B' }], duties: ['d'] }
  const back = { type: 'transfer', sources: ['B'], targets: [{ id: 'A' }], duties: ['d'] }
  const before = [bureau('A', 'd'), bureau('B')]

  const wandered = replayOf(before, [there, back, there], [bureau('A'), bureau('B', 'd')])
  expect(told(wandered)).toEqual(['X10 warning'])
  expect(wandered.exact).toBe(true)
  expect(told(replayOf(before, [there, there]))).toContain('X10 error')
})

test('a move at the wrong unit, which later acts write over, is warned of by what it changes besides', () => {
  const before = [...'abcdefghijklm'].map((id) => town(id, `Name ${id}`))
  const moves = before.slice(2).map(({ id, name }) => ({
    type: 'move',
    sources: [id],
    targets: [town(id, name, { parent: '2' })],
  }))
  const wrong = { type: 'move', sources: ['a'], targets: [town('a', 'Name b', { parent: '2' })] }
  const operations = [
    ...moves,
    { ...wrong, id: 'wrong', date: '2021-01-01' },
    { type: 'dissolve', sources: ['a', 'b'], date: '2022-01-01' },
  ]
  const { exact, findings } = replayOf(
    before,
    operations,
    moves.flatMap(({ targets }) => targets),
  )

  expect(exact).toBe(true)
  expect(findings.map(({ code, severity, about }) => [code, severity, about])).toEqual([
    ['X23', 'warning', 'operation:wrong'],
  ])
})
