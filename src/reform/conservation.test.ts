import { expect, test } from 'vitest'
import type { UnitId } from '../kernel/id.ts'
import { type Draft, draftOf, frozen, type Register } from '../register/register.ts'
import { register } from '../register/testing.ts'
import { provedFrom } from './conservation.ts'
import { expectationOf } from './expectations.ts'
import type { Move } from './operation.ts'

const before = register({
  land: { duties: ['d1', 'd2'], seals: ['s1'], posts: { administrative: 5 }, premises: ['r1'] },
  water: { duties: ['d3'], posts: { administrative: 4 } },
})

/** The register after somebody has tampered with it, judged against a plan that does nothing. */
const judged = (tamper: (draft: Draft) => void) => {
  const draft = draftOf(before)
  tamper(draft)
  const { holds, counterExamples } = provedFrom(before, frozen(draft) as Register, expectationOf(before, []))
  return { holds, named: counterExamples.map(({ table, id }) => `${table}:${id}`) }
}
const duty = (id: string) => before.duties.get(id) as NonNullable<ReturnType<typeof before.duties.get>>

test('an untouched register conserves everything', () => {
  expect(judged(() => {})).toEqual({ holds: true, named: [] })
})

test('a dropped duty is named', () => {
  expect(judged((draft) => draft.duties.drop('d1'))).toEqual({ holds: false, named: ['duties:d1'] })
})

test('two swapped duties are both named, although every count is the same', () => {
  const swapped = judged((draft) => {
    draft.duties.put({ ...duty('d1'), unit: duty('d3').unit })
    draft.duties.put({ ...duty('d3'), unit: duty('d1').unit })
  })

  expect(swapped).toEqual({ holds: false, named: ['duties:d1', 'duties:d3'] })
})

test('one duty dropped and another added are both named, the count unchanged', () => {
  const changed = judged((draft) => {
    draft.duties.drop('d1')
    draft.duties.put({ ...duty('d1'), id: 'd9' as never })
  })

  expect(changed).toEqual({ holds: false, named: ['duties:d1', 'duties:d9'] })
})

test('a thing that keeps its id and holder but not its contents is named', () => {
  expect(judged((draft) => draft.duties.put({ ...duty('d2'), name: '别的' }))).toEqual({
    holds: false,
    named: ['duties:d2'],
  })
})

test('posts that change without a line that says so are named by unit and kind', () => {
  const moved = judged((draft) => {
    draft.quotas.put({ id: 'land/administrative', unit: 'land' as never, kind: 'administrative', posts: 6 })
    draft.quotas.put({ id: 'water/administrative', unit: 'water' as never, kind: 'administrative', posts: 3 })
  })

  expect(moved).toEqual({
    holds: false,
    named: ['quotas:land/administrative', 'quotas:water/administrative'],
  })
})

test('a thing left with a unit that has closed is named', () => {
  const unit = before.units.get('land') as NonNullable<ReturnType<typeof before.units.get>>

  const left = judged((draft) => draft.units.put({ ...unit, closedOn: '2020-12-01' as never }))

  expect(left.holds).toBe(false)
  expect(left.named).toContain('duties:d1')
})

test('posts given away twice are named, although the declarations add up', () => {
  const [land, water] = ['land', 'water'].map((id) => before.units.get(id)?.id ?? ('' as UnitId))
  const give = (from = land, to = water, count = 3): Move => ({
    kind: 'posts',
    table: 'quotas',
    key: 'administrative',
    from: from as UnitId,
    to: to as UnitId,
    count,
  })
  const moves = [give(), give(), give(water, land, 6)]

  const { counterExamples } = provedFrom(before, before, expectationOf(before, moves))

  expect(counterExamples.map(({ finding, id }) => `${finding.code} ${id}`)).toEqual([
    'N04 land/administrative',
  ])
})
