import { resolve } from 'node:path'
import { pinyin } from 'pinyin-pro'
import { expect, test } from 'vitest'
import { day } from '../../../kernel/day.ts'
import type { UnitId } from '../../../kernel/id.ts'
import { registerOn } from '../../../reform/rehearse.ts'
import { headcount, openUnits, postsOf } from '../../../register/queries.ts'
import { draftOf, frozen, type Register, tableNames } from '../../../register/register.ts'
import { register, testUnit } from '../../../register/testing.ts'
import { policyDigest, readCountyFolder } from '../../../store/county-folder.ts'
import type { OrgNode } from '../../chart/types.ts'
import { openBook, sessionOf, sourceIn } from '../session.ts'
import { changedFields } from './changed-fields.ts'
import { changeGroups, changeNames } from './changes.ts'
import { daysOf, markBeside } from './days.ts'
import { about, happeningsOf, rehearsedHappenings } from './happened.ts'
import { openOnly, orgTreeOf, unitsIn } from './org-tree.ts'
import { reachOf } from './person-file.ts'
import { entriesOf, searcherOf } from './search.ts'
import { loadSounds } from './sounds.ts'
import { aboveOf, rowsOf, treeStep } from './tree-walk.ts'
import { headFigures, heldFigures, heldRows } from './unit-facts.ts'

const files = readCountyFolder(resolve(import.meta.dirname, '../../../../counties/hequ'))
const opened = {
  ...files,
  policies: [...files.policies],
  findings: [...files.findings],
  policyDigest: policyDigest(files.policies),
  plans: { ...files.plans },
}
const session = sessionOf(openBook(opened), sourceIn(opened, Object.keys(files.plans)[0]))
const before = session.county.register
const plan = session.plan
if (plan === undefined) throw new Error('the county has no plan')
const after = registerOn(before, plan, plan.completesOn)
const sounds = await loadSounds()
const search = searcherOf(entriesOf(before, []), sounds)

const nodes = (node: OrgNode): OrgNode[] => [node, ...node.children.flatMap(nodes)]

test.each([
  ['before', before],
  ['after', after],
] as const)(
  'every unit %s the reform stands in the tree once, open ones by kind and sponsor',
  (_, county) => {
    const tree = orgTreeOf(county)
    const ids = nodes(tree)
      .filter(({ isUnit }) => isUnit)
      .map(({ id }) => id)
    expect([...ids].sort()).toEqual([...county.units.values()].map(({ id }) => id as string).sort())
    expect(unitsIn(tree)).toBe(openUnits(county).length)
    expect(nodes(openOnly(tree)).filter(({ isUnit }) => isUnit)).toHaveLength(openUnits(county).length)
  },
)

test('the people and posts of a heading are those of all units below it', () => {
  const tree = orgTreeOf(after)
  const open = openUnits(after)
  expect(tree.people).toBe([...after.units.values()].reduce((sum, { id }) => sum + headcount(after, id), 0))
  const schools = nodes(tree).find(({ id }) => id === 'group:governmentDepartment') as OrgNode
  const below = nodes(schools).filter(({ isUnit }) => isUnit)
  expect(schools.posts).toBe(below.reduce((sum, { id }) => sum + postsOf(after, id as UnitId), 0))
  expect(open.length).toBeGreaterThan(below.length)
})

test('a guest stands below its host, and sponsors in a circle lose nobody', () => {
  const county = register({
    host: { unit: { order: 1 } },
    guest: { unit: { order: 2, coLocatedWith: 'host' as UnitId } },
    a: { unit: { order: 3, sponsor: 'b' as UnitId } },
    b: { unit: { order: 4, sponsor: 'a' as UnitId } },
    self: { unit: { order: 5, sponsor: 'self' as UnitId } },
  })
  const tree = orgTreeOf(county)
  const host = nodes(tree).find(({ id }) => id === 'host')
  expect(host?.children.map(({ id, tone }) => [id, tone])).toEqual([['guest', 'guest']])
  expect(
    nodes(tree)
      .filter(({ isUnit }) => isUnit)
      .map(({ id }) => id)
      .sort(),
  ).toEqual(['a', 'b', 'guest', 'host', 'self'])
})

test('keys walk the tree as in any tree', () => {
  const tree = orgTreeOf(before)
  const organs = 'group:partyOrgan'
  const closed = rowsOf(tree, new Set([tree.id]))
  const open = rowsOf(tree, new Set([tree.id, organs]))
  expect(treeStep('ArrowRight', closed, organs)).toEqual({ kind: 'open', id: organs })
  const first = open.find(({ parent }) => parent === organs)
  expect(treeStep('ArrowRight', open, organs)).toEqual({ kind: 'go', to: first?.node.id })
  expect(treeStep('ArrowLeft', open, organs)).toEqual({ kind: 'close', id: organs })
  expect(treeStep('ArrowLeft', open, first?.node.id ?? '')).toEqual({ kind: 'go', to: organs })
  expect(treeStep('ArrowUp', open, tree.id)).toBeUndefined()
  expect(treeStep('End', open, tree.id)).toEqual({ kind: 'go', to: open.at(-1)?.node.id })
  expect(open.filter(({ parent }) => parent === organs).map(({ place }) => place)[0]).toBe(1)
  expect(aboveOf(tree, first?.node.id ?? '')).toEqual([tree.id, organs])
})

test.each([
  ['fgj', '发改局'],
  ['fagaiju', '发改局'],
  ['zzb', '组织部'],
  ['发改', '发改局'],
  ['forestry', '林业局'],
  ['xianweiban', '县委办'],
])('“%s” finds %s first', (words, short) => {
  const { found } = search(words)
  const unit = before.units.get(found[0]?.entry.unit ?? '')
  expect(unit?.short).toBe(short)
})

test('search finds units, sections, duties, people and documents, and nothing for nothing', () => {
  const kinds = (words: string) => new Set(search(words).found.map(({ entry }) => entry.kind))
  expect(kinds('p-0001')).toEqual(new Set(['person']))
  expect(kinds('监察法')).toContain('document')
  expect(kinds('d-discipline-01')).toEqual(new Set(['duty']))
  expect(kinds('问题线索处置股')).toContain('section')
  expect(search('   ').total).toBe(0)
  expect(search('zzzzqqqq').total).toBe(0)
  expect(searcherOf(entriesOf(before, []), undefined)('fgj').total).toBe(0)
})

test('a whole short name comes before a beginning, and that before a middle', () => {
  const { found } = search('教育')
  const ranks = found.map(({ rank }) => rank)
  expect(ranks).toEqual([...ranks].sort((a, b) => b - a))
  expect(pinyin('发改局', { pattern: 'first', toneType: 'none', type: 'array' }).join('')).toBe('fgj')
})

/** Counts of a register that the groups of changes must account for. */
const sizes = (county: Register) => ({
  open: openUnits(county).length,
  duties: county.duties.size,
  people: county.people.size,
  appointments: county.appointments.size,
  sections: county.sections.size,
  posts: [...county.quotas.values()].reduce((sum, { posts }) => sum + posts, 0),
  leading: [...county.leadership.values()].reduce((sum, { posts }) => sum + posts, 0),
})

test('what changed between two days adds up: before, and in, and out, comes to after', () => {
  const effects = [...new Set(session.moves.map(({ on }) => on))]
  const days = [before, ...effects.map((on) => registerOn(before, plan, on)), after]
  const pairs = [
    ...days.slice(1).map((to, at) => [days[at] ?? before, to] as const),
    [before, after] as const,
  ]
  for (const [from, to] of pairs) {
    const groups = new Map(changeGroups(from, to).map((group) => [group.id as string, group.total]))
    const of = (name: string) => groups.get(name) ?? 0
    const [was, is] = [sizes(from), sizes(to)]
    expect(was.open + of('opened') - of('closed')).toBe(is.open)
    expect(was.duties + of('dutiesBegun') - of('dutiesEnded')).toBe(is.duties)
    expect(was.people + of('peopleJoined') - of('peopleLeft')).toBe(is.people)
    expect(was.appointments + of('appointmentsBegun') - of('appointmentsEnded')).toBe(is.appointments)
    expect(was.sections + of('sectionsBegun') - of('sectionsEnded')).toBe(is.sections)
    expect(was.posts + of('posts')).toBe(is.posts)
    expect(was.leading + of('leadingPosts')).toBe(is.leading)
  }
  expect(changeGroups(before, before)).toEqual([])
})

test('every row that differs stands in exactly one group', () => {
  const rows = changeGroups(before, after).flatMap(({ rows }) => rows.map(({ at }) => at))
  expect(new Set(rows).size).toBe(rows.length)
  const differing = tableNames.flatMap((name) => {
    const ids = new Set([...[...before[name]].map(([id]) => id), ...[...after[name]].map(([id]) => id)])
    return [...ids]
      .filter((id) => JSON.stringify(before[name].get(id)) !== JSON.stringify(after[name].get(id)))
      .map((id) => `${name}:${id}`)
  })
  // Posts whose number is what it was are no change.
  const counted = differing.filter((at) => {
    const [name, ...rest] = at.split(':')
    if (name !== 'quotas' && name !== 'leadership') return true
    const id = rest.join(':')
    return (before[name].get(id)?.posts ?? 0) !== (after[name].get(id)?.posts ?? 0)
  })
  expect([...rows].sort()).toEqual([...counted].sort())
})

test('a unit that is renamed and one that closes are told apart, with the heir', () => {
  const county = register({ a: {}, b: {}, c: {} })
  const draft = draftOf(county)
  draft.units.put({ ...testUnit('a'), name: '新局', nameEn: 'new' })
  draft.units.put({ ...testUnit('b'), closedOn: day('2021-01-01'), supersededBy: ['c' as UnitId] })
  const groups = changeGroups(county, frozen(draft))
  expect(groups.map(({ id, total }) => [id, total])).toEqual([
    ['closed', 1],
    ['renamed', 1],
  ])
  expect(groups[0]?.rows[0]?.label.zh).toBe('b局 → c局')
  expect(changeNames.indexOf('closed')).toBe(0)
})

test('every number at the head of a card is the sum of the rows it opens', () => {
  for (const { id } of openUnits(after)) {
    const figures = headFigures(after, id)
    for (const figure of heldFigures)
      expect([id, figure, heldRows(after, id, figure).reduce((sum, row) => sum + row.value, 0)]).toEqual([
        id,
        figure,
        figures[figure],
      ])
  }
})

test('the history of a unit is every step that names it, and no other', () => {
  const all = rehearsedHappenings(session)
  const merged = after.units.get('forestry')?.supersededBy?.[0] ?? ''
  const own = about(all, ['forestry'])
  expect(own.length).toBeGreaterThan(0)
  expect(own.length).toBeLessThan(all.length)
  expect(about(all, [merged]).length).toBeGreaterThan(0)
  expect(about(all, ['nobody'])).toEqual([])
})

test('records become known in their order, and take their place by the day of effect', () => {
  const record = (seq: number, effectiveOn: string, unit: string) => ({
    county: 'test',
    seq,
    recordedAt: '2026-01-01T00:00:00.000Z',
    effectiveOn: day(effectiveOn),
    operation: 'rename-unit',
    fields: { unit },
    authority: '示发〔2026〕1号',
    plan: null,
    line: null,
    corrects: null,
    prev: '',
    hash: '',
    sentence: null,
  })
  const records = [record(2, '2021-01-01', 'a'), record(3, '2020-01-01', 'b')]
  expect(happeningsOf(records, 2).map(({ seq }) => seq)).toEqual([2])
  expect(happeningsOf(records, 3).map(({ seq }) => seq)).toEqual([3, 2])
})

test('the bar of days runs from the baseline over every effect', () => {
  const days = daysOf(session, undefined, day('2020-01-01'))
  expect(days.from).toBe(before.county.baselineOn)
  expect(days.to >= plan.completesOn).toBe(true)
  const second = days.marks[1]
  if (second === undefined) throw new Error('nothing takes effect')
  expect(markBeside(days, days.from, 'behind')).toBe(second)
  expect(markBeside(days, second, 'before')).toBe(days.from)
})

test('how far a right reaches is told by the roles that hold in this county', () => {
  const who = (role: 'planner' | 'organisation' | 'unit-head', over: string) => ({
    grants: [{ role, over }],
    operations: ['read-person' as const],
  })
  expect(reachOf(who('planner', 'hequ'), 'read-person', 'hequ')).toBe('own')
  expect(reachOf(who('unit-head', 'hequ'), 'read-person', 'hequ')).toBe('unit')
  expect(reachOf(who('organisation', '*'), 'read-person', 'hequ')).toBe('county')
  expect(reachOf(who('organisation', 'baode'), 'read-person', 'hequ')).toBeUndefined()
  expect(reachOf(who('organisation', '*'), 'correct-person', 'hequ')).toBeUndefined()
})

test('what differs in a row is said in the words of the register, ids as names', () => {
  const duty = [...before.duties.values()].find(({ section }) => section !== undefined)
  if (duty === undefined) throw new Error('no duty has a section')
  const changed = { ...duty, section: undefined, statutory: !duty.statutory, power: 'licence' as const }
  const said = changedFields('duties', [duty, changed], [before, before])
  expect(said.zh).toContain(`承担股室${before.sections.get(duty.section ?? '')?.name} → —`)
  expect(said.zh).toContain('行政许可')
  expect(said.en).toContain('statutory yes → no')
  expect(changedFields('duties', [duty, duty], [before, before]).zh).toBe('')
})
