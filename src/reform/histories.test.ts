import fc from 'fast-check'
import { afterEach, expect, test } from 'vitest'
import { breaches } from '../register/invariants.ts'
import { type Holding, register } from '../register/testing.ts'
import { absorbUnit } from './operations/absorb-unit.ts'
import { line, planOf, type TestLine } from './planned.testing.ts'
import { noPolicy } from './policy.ts'
import { rehearse } from './rehearse.ts'

const ids = ['a', 'b', 'c', 'd', 'e', 'f'] as const
const holding = (id: string): Holding => ({
  unit: id < 'd' ? {} : { kind: 'publicInstitution', counts: 'reformInstitution', sponsor: 'a' as never },
  duties: [`${id}1`, `${id}2`],
  people: [`${id}p1`, `${id}p2`],
  posts: id < 'd' ? { administrative: 3 } : { institution: 3, support: 1 },
  chief: 1,
  deputy: 1,
  seals: [`${id}seal`],
  archives: [`${id}files`],
  contracts: [`${id}deal`],
  premises: [`${id}room`],
  budget: [`${id}money`],
  plates: [`${id}plate`],
  sections: [`${id}s`, `${id}t`],
})
const before = register(Object.fromEntries(ids.map((id) => [id, holding(id)])))

const unit = fc.constantFrom(...ids, 'n1', 'n2', 'n3')
const fresh = fc.constantFrom('n1', 'n2', 'n3')
const owner = fc.constantFrom(...ids)
const some = (suffixes: string[]) =>
  fc.tuple(owner, fc.constantFrom(...suffixes)).map((parts) => parts.join(''))
const names = { name: '新', nameEn: 'New' }

/** Any line, sensible or not: what cannot be done must be refused, what is done must lose nothing. */
const anyLine: fc.Arbitrary<TestLine> = fc.oneof(
  fc
    .tuple(fc.uniqueArray(unit, { minLength: 2, maxLength: 3 }), fresh)
    .map(([units, into]) => line('merge-units', { units, into, ...names })),
  fc
    .tuple(fc.uniqueArray(unit, { minLength: 1, maxLength: 2 }), unit)
    .map(([units, into]) => line('absorb-unit', { units, into })),
  fc.tuple(unit, unit).map(([host, guest]) => line('co-locate-units', { host, guests: [guest] })),
  fc.tuple(unit, unit).map(([from, to]) => line('dissolve-unit', { unit: from, to })),
  fc
    .tuple(unit, unit, unit)
    .map(([from, to, people]) => line('dissolve-unit', { unit: from, to, elsewhere: { people } })),
  fc.tuple(unit, some(['1', '2']), some(['p1', 'p2'])).map(([from, duty, person]) =>
    line('split-unit', {
      unit: from,
      into: [
        { unit: 'n1', ...names, duties: [duty], people: [person] },
        { unit: 'n2', ...names },
      ],
      rest: 'n2',
    }),
  ),
  fc
    .tuple(unit, fresh, some(['1', '2']))
    .map(([from, to, duty]) =>
      line('spin-off-unit', { unit: from, to: { unit: to, ...names }, duties: [duty] }),
    ),
  fc.tuple(some(['1', '2']), some(['p1', 'p2']), unit).map(([duty, person, to]) =>
    line('transfer-duty', {
      duties: [duty],
      people: [person],
      to,
      posts: { administrative: 1 },
      dates: { duty: '2020-12-01', people: '2021-03-01' },
    }),
  ),
  fc
    .tuple(some(['s', 't']), some(['p1', 'p2']), unit)
    .map(([section, person, to]) => line('transfer-duty', { sections: [section], people: [person], to })),
  fc.tuple(some(['1', '2']), unit, unit).map(([duty, a, b]) =>
    line('split-duty', {
      duty,
      into: [
        { duty: `${duty}x`, unit: a, ...names },
        { duty: `${duty}y`, unit: b, ...names },
      ],
    }),
  ),
  fc.tuple(some(['p1', 'p2']), unit).map(([person, to]) => line('assign-person', { people: [person], to })),
  fc
    .tuple(some(['p1', 'p2']), unit, some(['s', 't']))
    .map(([person, to, section]) => line('assign-person', { people: [person], to, section })),
  fc
    .tuple(some(['p1', 'p2']), unit)
    .map(([person, at]) =>
      line('appoint', { appointment: `${person}@${at}`, person, unit: at, office: 'chief', title: '长' }),
    ),
  fc.tuple(some(['p1', 'p2']), unit).map(([person, at]) => line('remove-from-office', { person, unit: at })),
  fc
    .tuple(unit, fc.nat(9))
    .map(([at, posts]) => line('set-staffing-quota', { unit: at, kind: 'administrative', posts })),
  fc
    .tuple(unit, fc.nat(3))
    .map(([at, deputy]) => line('set-leadership-quota', { unit: at, chief: 1, deputy })),
  unit.map((at) => line('convert-to-enterprise', { unit: at })),
  fc
    .tuple(some(['s', 't']), some(['s', 't']))
    .map(([section, into]) => line('dissolve-section', { section, into })),
  fc.tuple(some(['room']), unit).map(([room, to]) => line('transfer-premises', { premises: [room], to })),
  fc.tuple(some(['seal']), unit).map(([seal, to]) => line('transfer-seals', { seals: [seal], to })),
  some(['seal']).map((seal) => line('surrender-seals', { seals: [seal] })),
  fc.constant(line('consolidate-budget', { item: 'operatingFixed' })),
  some(['plate']).map((plate) => line('remove-nameplate', { plate })),
  fc.tuple(unit, fresh).map(([at, plate]) => line('add-nameplate', { plate, unit: at, ...names })),
)
const anyHistory = fc.array(anyLine, { minLength: 1, maxLength: 12 })

test('10,000 random plan histories break no invariant and lose nothing', () => {
  let applied = 0
  fc.assert(
    fc.property(anyHistory, (lines) => {
      const { after, conservation, steps } = rehearse(before, planOf(lines), noPolicy)
      const done = (name: string) => steps.filter((step) => step.line.operation.name === name).length
      expect(breaches(after)).toEqual([])
      expect(conservation.counterExamples).toEqual([])
      expect(after.people.size).toBe(before.people.size)
      expect(after.duties.size).toBe(before.duties.size + done('split-duty'))
      applied += steps.length
      expect(after.archives.size + after.seals.size).toBe(before.archives.size + before.seals.size)
    }),
    { numRuns: 10_000 },
  )
  // Histories that are all refused would prove nothing.
  expect(applied).toBeGreaterThan(10_000)
})

const honest = absorbUnit.apply
afterEach(() => {
  Object.assign(absorbUnit, { apply: honest })
})

test('a planted loss is found, named, and shrunk to the line that causes it', () => {
  Object.assign(absorbUnit, {
    apply: (...args: Parameters<typeof honest>) => {
      honest(...args)
      const [{ into }, draft] = args
      if (draft.duties.has('b1') && draft.duties.get('b1')?.unit === into) draft.duties.drop('b1')
    },
  })

  const result = fc.check(
    fc.property(anyHistory, (lines) => rehearse(before, planOf(lines), noPolicy).conservation.holds),
    { numRuns: 10_000, seed: 7 },
  )

  expect(result.failed).toBe(true)
  const [shrunk] = result.counterexample ?? []
  expect(shrunk?.length).toBeLessThanOrEqual(2)
  expect(shrunk?.map((each) => each.op)).toContain('absorb-unit')
  const examples =
    shrunk === undefined ? [] : rehearse(before, planOf(shrunk), noPolicy).conservation.counterExamples
  expect(examples.map((example) => example.id)).toEqual(['b1'])
})
