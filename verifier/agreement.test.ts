import fc from 'fast-check'
import { expect, test } from 'vitest'
import { anyHistory, before } from '../src/reform/histories.testing.ts'
import { line, type TestLine } from '../src/reform/planned.testing.ts'
import { openUnits } from '../src/register/queries.ts'
import { draftOf, frozen, heldNames, putRow } from '../src/register/register.ts'
import { register } from '../src/register/testing.ts'
import { change, coreOn, folderOf, forged, opened, planIn } from '../test/certified-county.ts'
import type { Problem } from './problem.ts'
import { verify } from './verify.ts'

const folder = folderOf(before)
const county = opened(folder)

const refusedBy = ({ rehearsal }: ReturnType<typeof coreOn>): number[] =>
  rehearsal.findings.flatMap(({ severity, place }) => (severity === 'error' && place ? [place.line] : []))

const cannotBeDone = (problems: readonly Problem[]): boolean => problems.some(({ code }) => code === 'V08')

/** The lines of a history that the core carries out, as a plan of their own. */
const carriedOut = (lines: readonly TestLine[]) => {
  const { rehearsal } = coreOn(county, planIn(folder, lines))
  const done = new Set(rehearsal.steps.map((step) => step.line.number))
  const plan = planIn(
    folder,
    lines.filter((_, at) => done.has(at + 1)),
  )
  return { plan, core: coreOn(county, plan) }
}

test('on random plans the checker refuses exactly what the core refuses', () => {
  const seen = { valid: 0, refused: 0 }
  fc.assert(
    fc.property(anyHistory, (lines) => {
      const plan = planIn(folder, lines)
      const core = coreOn(county, plan)
      const isFine = refusedBy(core).length === 0
      // That nothing blocks is forged, so that the checker has to find the refusals out by itself.
      const { valid, problems } = verify(forged(core.certificate(), { blocking: 0 }), folder, plan)

      expect(isFine ? problems : []).toEqual([])
      expect([valid, cannotBeDone(problems)]).toEqual([isFine, !isFine])
      seen[isFine ? 'valid' : 'refused'] += 1
    }),
    { numRuns: 300 },
  )
  expect(Math.min(seen.valid, seen.refused)).toBeGreaterThan(5)
})

test('what the core carries out, the checker carries out alike, fate by fate', () => {
  let moved = 0
  fc.assert(
    fc.property(anyHistory, (lines) => {
      const { plan, core } = carriedOut(lines)
      fc.pre(refusedBy(core).length === 0)

      expect(verify(JSON.stringify(core.certificate()), folder, plan)).toMatchObject({
        valid: true,
        problems: [],
      })
      moved += core.rehearsal.conservation.balances.reduce((sum, balance) => sum + balance.moved, 0)
    }),
    { numRuns: 200 },
  )
  expect(moved).toBeGreaterThan(500)
})

test('whatever is taken from the core’s result, given to another or made up, the checker names it', () => {
  let planted = 0
  const anyLoss = fc.tuple(
    fc.constantFrom(...heldNames),
    fc.nat(1000),
    fc.constantFrom('drop', 'give', 'add'),
  )
  fc.assert(
    fc.property(anyHistory, anyLoss, (lines, [table, which, kind]) => {
      const { plan, core } = carriedOut(lines)
      const rows = [...core.rehearsal.after[table].values()].filter(
        (row) => !('posts' in row) || row.posts > 0,
      )
      const row = rows[which % Math.max(1, rows.length)]
      const other = openUnits(core.rehearsal.after).find((unit) => unit.id !== row?.unit)
      fc.pre(refusedBy(core).length === 0 && row !== undefined && other !== undefined)
      const isCount = table === 'quotas' || table === 'leadership'
      const draft = draftOf(core.rehearsal.after)
      const id = kind === 'add' ? `${row.id}-x` : row.id
      if (kind === 'drop' || (kind === 'give' && isCount)) draft[table].drop(id)
      else putRow(draft, table, { ...row, id, ...(kind === 'give' ? { unit: other.id } : {}) } as never)

      const changed = core.certificate({ ...core.rehearsal, after: frozen(draft) })
      const { valid, problems } = verify(JSON.stringify(changed), folder, plan)

      expect(valid).toBe(false)
      expect(problems.map((each) => `${each.table}:${each.id}`)).toContain(`${table}:${id}`)
      planted += 1
    }),
    { numRuns: 200 },
  )
  expect(planted).toBe(200)
})

const tricky = folderOf(
  register({
    land: {
      duties: ['maps'],
      people: ['p1'],
      posts: { administrative: 2 },
      chief: 1,
      budget: ['b1', 'b2', 'b3'],
    },
    forestry: { duties: ['trees'], people: ['p2'], posts: { administrative: 1 }, seals: ['s1'] },
    water: { duties: ['rivers'], people: ['p3'], posts: { administrative: 1 } },
    press: { duties: ['news'], people: ['p4'], posts: { institution: 1 } },
  }),
)
change(`${tricky}/budget.csv`, 'b2,land,operatingFixed,b2,38000', 'b2,land,operatingFixed,b2,50000')
const names = { name: '新局', nameEn: 'New bureau' }
const office = { appointment: 'o1', person: 'p1', unit: 'land', office: 'chief', title: '局长' }
const hosting = [
  line('co-locate-units', { host: 'land', guests: ['forestry'] }),
  line('absorb-unit', { units: ['land'], into: 'water' }),
]
const posts = {
  duties: ['maps'],
  posts: { administrative: 2 },
  to: 'water',
  dates: { duty: '2021-01-01', people: '2021-06-01' },
}

test.each<[string, boolean, TestLine[]]>([
  ['a guest whose host has closed, under the heir', true, hosting],
  [
    'a host by inheritance made a guest',
    false,
    [...hosting, line('co-locate-units', { host: 'press', guests: ['water'] })],
  ],
  [
    'a guest by inheritance made a guest again',
    false,
    [...hosting, line('co-locate-units', { host: 'press', guests: ['forestry'] })],
  ],
  [
    'a guest that absorbs its host, made a guest',
    true,
    [
      hosting[0] as TestLine,
      line('absorb-unit', { units: ['land'], into: 'forestry' }),
      line('co-locate-units', { host: 'press', guests: ['forestry'] }),
    ],
  ],
  [
    'a person with an office sent away',
    false,
    [line('appoint', office), line('assign-person', { people: ['p1'], to: 'water' })],
  ],
  [
    'a person removed from office sent away',
    true,
    [
      line('appoint', office),
      line('remove-from-office', { person: 'p1', unit: 'land' }),
      line('assign-person', { people: ['p1'], to: 'water' }),
    ],
  ],
  [
    'an officer of the host in an office of the guest',
    true,
    [hosting[0] as TestLine, line('appoint', { ...office, unit: 'forestry' })],
  ],
  ['an office elsewhere', false, [line('appoint', { ...office, unit: 'water' })]],
  [
    'an office elsewhere beside another',
    true,
    [line('appoint', { ...office, unit: 'water', concurrent: true })],
  ],
  [
    'an officer who moves with a duty',
    true,
    [
      line('appoint', office),
      line('transfer-duty', { duties: ['maps'], people: ['p1'], to: 'water' }),
      line('remove-from-office', { person: 'p1', unit: 'water' }),
    ],
  ],
  [
    'lines in another order than their days',
    true,
    [
      line('assign-person', { people: ['p1'], to: 'resources' }, '2021-06-01'),
      line('merge-units', { units: ['forestry', 'water'], into: 'resources', ...names }),
    ],
  ],
  [
    'posts that go with the duty, cut afterwards',
    true,
    [
      line('transfer-duty', posts),
      line('set-staffing-quota', { unit: 'land', kind: 'administrative', posts: 0 }, '2021-03-01'),
    ],
  ],
  [
    'posts that go with the people, cut before',
    false,
    [
      line('transfer-duty', { ...posts, people: ['p1'] }),
      line('set-staffing-quota', { unit: 'land', kind: 'administrative', posts: 0 }, '2021-03-01'),
    ],
  ],
  ['the largest line of a budget item kept', true, [line('consolidate-budget', { item: 'operatingFixed' })]],
  [
    'the budget of other units left alone',
    true,
    [line('consolidate-budget', { item: 'operatingFixed', units: ['water'] })],
  ],
  [
    'a seal surrendered twice',
    false,
    [line('surrender-seals', { seals: ['s1'] }), line('surrender-seals', { seals: ['s1'] })],
  ],
  [
    'an enterprise made an enterprise',
    false,
    [line('convert-to-enterprise', { unit: 'press' }), line('convert-to-enterprise', { unit: 'press' })],
  ],
  ['a unit that sponsors itself', false, [line('change-subordination', { unit: 'press', sponsor: 'press' })]],
  ['a unit dissolved into itself', false, [line('dissolve-unit', { unit: 'press', to: 'press' })]],
  [
    'a unit of many successors, written in another order',
    true,
    [
      line('dissolve-unit', {
        unit: 'press',
        elsewhere: { quotas: 'land', people: 'water', duties: 'forestry' },
      }),
    ],
  ],
])('%s: core and checker agree (%s)', (_, isFine, lines) => {
  const plan = planIn(tricky, lines)
  const core = coreOn(opened(tricky), plan)
  const { valid, problems } = verify(forged(core.certificate(), { blocking: 0 }), tricky, plan)

  expect([refusedBy(core).length === 0, isFine ? problems : []]).toEqual([isFine, []])
  expect([valid, cannotBeDone(problems)]).toEqual([isFine, !isFine])
})
