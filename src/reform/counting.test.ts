import { expect, test } from 'vitest'
import { register } from '../register/testing.ts'
import { type Counters, countersOf } from './impact.ts'
import { operations } from './operations/index.ts'
import { line, planOf, type TestLine } from './planned.testing.ts'
import { noPolicy } from './policy.ts'
import { rehearse } from './rehearse.ts'

const organ = (id: string, facts = {}) => ({
  unit: { ...facts },
  duties: [`${id}-d1`, `${id}-d2`],
  people: [`${id}-p1`, `${id}-p2`],
  posts: { administrative: 4 },
  chief: 1,
  deputy: 2,
  seals: [`${id}-seal`],
  archives: [`${id}-files`],
  contracts: [`${id}-contract`],
  premises: [`${id}-room`],
  budget: [`${id}-money`],
  plates: [`${id}-plate`],
  sections: [`${id}-s1`, `${id}-s2`],
})

const before = register({
  land: organ('land'),
  forestry: organ('forestry'),
  water: organ('water'),
  station: {
    ...organ('station', { kind: 'publicInstitution', counts: 'reformInstitution', sponsor: 'water' }),
    posts: { institution: 6 },
  },
})

const names = { name: '新局', nameEn: 'New bureau' }

/** The golden table: what each operation does to the nine counters, and to no other. */
const table: readonly [TestLine, Partial<Counters>][] = [
  [line('establish-unit', { unit: 'new', ...names, counts: 'organ' }), { openUnits: 1, organs: 1 }],
  [
    line('merge-units', { units: ['land', 'forestry'], into: 'resources', ...names }),
    { openUnits: -1, organs: -1 },
  ],
  [line('absorb-unit', { units: ['forestry'], into: 'land' }), { openUnits: -1, organs: -1 }],
  [line('co-locate-units', { host: 'land', guests: ['forestry'] }), { organs: -1 }],
  [line('add-nameplate', { plate: 'plate', unit: 'land', ...names }), { nameplates: 1 }],
  [line('remove-nameplate', { plate: 'land-plate' }), { nameplates: -1 }],
  [line('rename-unit', { unit: 'land', ...names }), {}],
  [line('recode-unit', { unit: 'land', code: '11140930000000019W' }), {}],
  [line('change-grade', { unit: 'land', grade: 'deputySection' }), {}],
  [line('change-management', { unit: 'land', to: 'vertical' }), {}],
  [line('change-subordination', { unit: 'station', sponsor: 'land' }), {}],
  [line('adjust-territory', { units: ['land', 'water'] }), {}],
  [line('dissolve-unit', { unit: 'forestry', to: 'land' }), { openUnits: -1, organs: -1 }],
  [
    line('split-unit', {
      unit: 'land',
      into: [
        { unit: 'plots', ...names, duties: ['land-d1'], people: ['land-p1'], posts: { administrative: 1 } },
        { unit: 'plans', ...names },
      ],
      rest: 'plans',
    }),
    { openUnits: 1, organs: 1 },
  ],
  [
    line('spin-off-unit', { unit: 'land', to: { unit: 'plots', ...names }, duties: ['land-d1'] }),
    { openUnits: 1, organs: 1 },
  ],
  [line('convert-to-enterprise', { unit: 'station' }), { institutions: -1, posts: -6, leadingPosts: -3 }],
  [
    line('transfer-duty', {
      duties: ['land-d1'],
      to: 'water',
      people: ['land-p1'],
      posts: { administrative: 1 },
      leadingPosts: { deputy: 1 },
    }),
    {},
  ],
  [
    line('split-duty', {
      duty: 'land-d1',
      into: [
        { duty: 'land-d1a', unit: 'land', ...names },
        { duty: 'land-d1b', unit: 'water', ...names },
      ],
    }),
    { duties: 1 },
  ],
  [line('set-staffing-quota', { unit: 'land', kind: 'administrative', posts: 1 }), { posts: -3 }],
  [line('set-leadership-quota', { unit: 'land', chief: 1, deputy: 3 }), { leadingPosts: 1 }],
  [
    line('appoint', { appointment: 'a1', person: 'land-p1', unit: 'land', office: 'chief', title: '局长' }),
    {},
  ],
  [line('assign-person', { people: ['land-p1'], to: 'water' }), {}],
  [line('transfer-premises', { premises: ['land-room'], to: 'water' }), {}],
  [line('transfer-budget', { lines: ['land-money'], to: 'water' }), {}],
  [line('transfer-archives', { archives: ['land-files'], to: 'water' }), {}],
  [line('transfer-seals', { seals: ['land-seal'], to: 'water' }), {}],
  [line('transfer-contracts', { contracts: ['land-contract'], to: 'water' }), {}],
  [line('surrender-seals', { seals: ['land-seal'] }), { seals: -1 }],
  [line('consolidate-budget', { item: 'operatingFixed' }), {}],
  [line('establish-section', { section: 's3', unit: 'land', ...names, posts: 3 }), {}],
  [line('dissolve-section', { section: 'land-s1', into: 'land-s2' }), {}],
]

test.each(table.map(([each, change]) => [each.op, each, change] as const))(
  '%s changes exactly the counters of its counting rule, and loses nothing',
  (_, each, change) => {
    const { after, findings, conservation } = rehearse(before, planOf([each]), noPolicy)

    expect(findings.filter((finding) => finding.severity === 'error')).toEqual([])
    expect(conservation.counterExamples).toEqual([])
    const [was, is] = [countersOf(before), countersOf(after)]
    const changed = Object.fromEntries(
      Object.entries(is)
        .map(([key, value]) => [key, value - was[key as keyof Counters]] as const)
        .filter(([, difference]) => difference !== 0),
    )
    expect(changed).toEqual(change)
  },
)

test('removing from office ends the office and nothing else', () => {
  const lines = [
    line('appoint', { appointment: 'a1', person: 'land-p1', unit: 'land', office: 'chief', title: '局长' }),
    line('remove-from-office', { person: 'land-p1', unit: 'land' }),
  ]

  const { after, conservation } = rehearse(before, planOf(lines), noPolicy)

  expect(after.appointments.size).toBe(0)
  expect(conservation.holds).toBe(true)
  expect(countersOf(after)).toEqual(countersOf(before))
})

test('every operation of the plan language stands in the golden table', () => {
  const tested = new Set([...table.map(([each]) => each.op), 'remove-from-office'])
  expect(operations.map((operation) => operation.name).filter((name) => !tested.has(name))).toEqual([])
})
