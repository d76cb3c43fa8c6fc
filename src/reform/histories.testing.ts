import fc from 'fast-check'
import { type Holding, register } from '../register/testing.ts'
import { line, type TestLine } from './planned.testing.ts'

/** Random plan histories, sensible or not, for every test that must hold of all plans. */

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
/** The county that the histories begin with: three organs and three institutions. */
export const before = register(Object.fromEntries(ids.map((id) => [id, holding(id)])))

const unit = fc.constantFrom(...ids, 'n1', 'n2', 'n3')
const fresh = fc.constantFrom('n1', 'n2', 'n3')
const owner = fc.constantFrom(...ids)
const some = (suffixes: string[]) =>
  fc.tuple(owner, fc.constantFrom(...suffixes)).map((parts) => parts.join(''))
const elsewhere = [
  'duties',
  'people',
  'premises',
  'budget',
  'archives',
  'seals',
  'contracts',
  'quotas',
] as const
const names = { name: '新', nameEn: 'New' }

/** Any line: what cannot be done must be refused, what is done must lose nothing. */
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
  fc.tuple(fresh, unit).map(([at, sponsor]) => line('establish-unit', { unit: at, sponsor, ...names })),
  fc
    .tuple(fresh, unit)
    .map(([section, at]) =>
      line('establish-section', { section: `${section}s`, unit: at, ...names, posts: 1 }),
    ),
  fc.tuple(unit, unit).map(([at, sponsor]) => line('change-subordination', { unit: at, sponsor })),
  unit.map((at) => line('rename-unit', { unit: at, ...names })),
  fc.tuple(unit, unit).map(([a, b]) => line('adjust-territory', { units: [a, b] })),
  fc.tuple(owner, unit).map(([from, to]) => line('transfer-archives', { archives: [`${from}files`], to })),
  fc.tuple(owner, unit).map(([from, to]) => line('transfer-contracts', { contracts: [`${from}deal`], to })),
  fc.tuple(owner, unit).map(([from, to]) => line('transfer-budget', { lines: [`${from}money`], to })),
  fc
    .tuple(unit, fc.uniqueArray(fc.constantFrom(...elsewhere), { minLength: 1 }), unit, unit, fc.boolean())
    .map(([from, tables, a, b, isWhole]) =>
      line('dissolve-unit', {
        unit: from,
        ...(isWhole ? { to: a } : {}),
        elsewhere: Object.fromEntries(tables.map((table, at) => [table, at % 2 === 0 ? b : a])),
      }),
    ),
  fc.tuple(owner, fc.nat(4), fc.nat(2)).map(([from, administrative, deputy]) =>
    line('split-unit', {
      unit: from,
      into: [
        { unit: 'n3', ...names, posts: { administrative }, leadingPosts: { deputy }, seals: [`${from}seal`] },
        { unit: 'n1', ...names, sections: [`${from}s`], premises: [`${from}room`] },
      ],
    }),
  ),
  fc.tuple(owner, fresh, fc.nat(4)).map(([from, to, institution]) =>
    line('spin-off-unit', {
      unit: from,
      to: { unit: to, ...names },
      people: [`${from}p1`],
      posts: { institution },
      leadingPosts: { chief: 1 },
      contracts: [`${from}deal`],
    }),
  ),
  fc.tuple(owner, unit).map(([from, to]) =>
    line('transfer-duty', {
      from,
      to,
      people: [`${from}p1`, `${from}p2`],
      budget: [`${from}money`],
      archives: [`${from}files`],
      leadingPosts: { deputy: 1 },
      dates: { duty: '2021-01-01', people: '2020-06-01', money: '2020-12-01', records: '2021-06-01' },
    }),
  ),
)
export const anyHistory = fc.array(anyLine, { minLength: 1, maxLength: 12 })
