import { expect, test } from 'vitest'
import type { Day } from '../../kernel/day.ts'
import type { UnitId } from '../../kernel/id.ts'
import { draftOf, frozen } from '../../register/register.ts'
import { register } from '../../register/testing.ts'
import type { Permission } from '../../rights/decide.ts'
import type { Viewer } from '../../rights/viewer.ts'
import { isSought, viewOf } from './people-of.ts'

const world = register({
  land: { people: ['p1', 'p2'] },
  forestry: { people: ['p3'] },
  water: { people: ['p4'] },
})

const viewer = (person?: string, home = world.county.id): Viewer => ({
  account: { home, id: 'a', username: 'a', displayName: '示例', ...(person === undefined ? {} : { person }) },
  grants: [],
  mustChangePassword: false,
  hasSecondFactor: true,
})
const seen = (permission: Permission, who = viewer(), from = world) => {
  const { people } = viewOf(from, { viewer: who, permission })
  return people === '*' ? '*' : [...people].sort()
}
const ofUnit = (...units: string[]): Permission => ({ scope: 'unit', units })
const own: Permission = { scope: 'own', units: [] }

test('a county sees everybody, a unit its people, and somebody himself', () => {
  expect(seen({ scope: 'county', units: [] })).toBe('*')
  expect(seen(ofUnit('land'))).toEqual(['p1', 'p2'])
  expect(seen(ofUnit('land', 'water'), viewer('p3'))).toEqual(['p1', 'p2', 'p3', 'p4'])
  expect(seen(own, viewer('p4'))).toEqual(['p4'])
  expect(seen(own)).toEqual([])
})

test('an account of another county is nobody here, even when its person has an id of ours', () => {
  expect(seen(own, viewer('p4', 'elsewhere'))).toEqual([])
})

test('a right over a unit lapses with it: nobody of its successor is seen by it', () => {
  const draft = draftOf(world)
  const land = world.units.get('land')
  if (land === undefined) throw new Error('no unit')
  draft.units.put({ ...land, closedOn: '2020-12-01' as Day, supersededBy: ['water' as UnitId] })

  expect(seen(ofUnit('land'), viewer(), frozen(draft))).toEqual([])
})

test('people are sought by id, unit and post', () => {
  expect(isSought(world, 'p1', 'P1')).toBe(true)
  expect(isSought(world, 'p1', 'land')).toBe(true)
  expect(isSought(world, 'p1', 'water')).toBe(false)
})
