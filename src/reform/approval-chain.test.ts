import { expect, test } from 'vitest'
import { after, type ChainEvent, type DraftState, lifecycle, standing } from './approval-chain.ts'
import { stageNames } from './plan.ts'

/** Written out by hand from the procedure, not from the table: a row a state, a column an event. */
const expected = `
              initiate   argue   approve   withdraw   carry-out    edit       restate    adopt          return
  drafted     initiated  L12     L12       L16        L16          drafted    drafted    drafted        L12
  initiated   L11        argued  L14       L16        L16          initiated  initiated  initiated      initiated
  argued      L11        L13     approved  L16        L16          initiated  argued     initiated      argued
  approved    L11        L13     L15       withdrawn  carried-out  initiated  argued     initiated      L41
  withdrawn   L11        argued  L14       L16        L16          withdrawn  withdrawn  withdrawn      withdrawn
  carried-out L17        L17     L17       L17        L17          L17        L17        L17            L17`

const [events, ...rows] = expected
  .trim()
  .split('\n')
  .map((row) => row.trim().split(/\s+/)) as [ChainEvent[], ...[DraftState, ...string[]][]]
const states = rows.map(([state]) => state)

test.each(rows.flatMap(([state, ...cells]) => cells.map((cell, at) => [state, events[at], cell] as const)))(
  'a plan that is %s: %s gives %s',
  (state, event, cell) => {
    const next = after('p', state, event as ChainEvent)
    expect('state' in next ? next.state : next.refused.code).toBe(cell)
  },
)

test('the table has these states and events and no others', () => {
  expect(Object.keys(lifecycle).sort()).toEqual([...states].sort())
  for (const state of states) expect(Object.keys(lifecycle[state]).sort()).toEqual([...events].sort())
})

test.each(['initiate', 'argue', 'approve', 'carry-out'] as const)(
  'there is no way to a plan carried out that passes by “%s”',
  (needed) => {
    const reached = new Set<DraftState>(['drafted'])
    for (const state of reached)
      for (const event of events) {
        const next = after('p', state, event)
        if (event !== needed && 'state' in next) reached.add(next.state)
      }
    expect(reached).not.toContain('carried-out')
  },
)

test('the stages that stand are always the first ones of the procedure', () => {
  for (const state of states) expect(standing[state]).toEqual(stageNames.slice(0, standing[state].length))
})
