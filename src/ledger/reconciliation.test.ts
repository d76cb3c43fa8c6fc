import { expect, test } from 'vitest'
import { say } from '../kernel/text.ts'
import type { Figure } from './figure.ts'
import { reconciled } from './reconciliation.ts'

const figure = (id: string, published: number | undefined, computed = published): Figure => ({
  id,
  label: say(id, id),
  unit: 'posts',
  published,
  computed,
  agrees: published === undefined ? undefined : published === computed,
  definition: say('', ''),
  formula: say('', ''),
  quote: undefined,
  source: undefined,
  relation: undefined,
  rows: [],
})
const promise = (values: Readonly<Record<string, number>>) =>
  reconciled(Object.entries(values).map(([id, value]) => figure(id, value)))

test('posts cut and people surplus that differ are said to differ, with the empty posts between them', () => {
  const [found] = promise({
    'institutionPosts.before': 20,
    'institutionPosts.after': 8,
    surplusStaff: 9,
    vacantPostsBefore: 3,
  })

  expect(found).toMatchObject({ id: 'postsAndPeople', fits: false })
  expect(found?.statement.en).toContain('12 posts were cut but 9 people are surplus: 3 of the posts')
})

test('more surplus people than leavers: the budget goes on paying for the rest', () => {
  const [found] = promise({ surplusStaff: 9, 'supportedStaff.before': 40, 'supportedStaff.target': 33 })

  expect(found?.fits).toBe(false)
  expect(found?.statement.zh).toContain('期末仍有相当于2人')
})

test('figures that fit are said to fit', () => {
  const values = { 'organs.before': 9, 'organs.after': 6, 'institutions.before': 20, 'institutions.after': 8 }

  expect(promise({ ...values, unitsRemoved: 15 })[0]).toMatchObject({ id: 'unitsRemoved', fits: true })
  expect(promise({ ...values, unitsRemoved: 14 })[0]).toMatchObject({ id: 'unitsRemoved', fits: false })
})

test('three savings that differ are three numbers', () => {
  const found = promise({
    'staffSaving.nominalYuan': 130_000_000,
    'staffSaving.realisedYuan': 10_000_000,
    'staffSaving.steadyYuan': 80_000_000,
  })

  expect(found[0]).toMatchObject({ id: 'nominalAndCash', fits: false })
  expect(found[0]?.statement.en).toContain('¥130 m')
  expect(found[0]?.statement.zh).toContain('名义1.3亿元')
})

test('the published value is held against the others, and the computed one only where none was printed', () => {
  const ids = ['organs.before', 'organs.after', 'institutions.before', 'institutions.after']
  const figures = ids.map((id, at) => figure(id, undefined, [9, 6, 20, 8][at]))

  expect(reconciled([...figures, figure('unitsRemoved', 14, 15)])[0]?.fits).toBe(false)
  expect(reconciled([...figures, figure('unitsRemoved', undefined, 15)])[0]?.fits).toBe(true)
})

test('a comparison that lacks a figure is left out', () => {
  expect(promise({ surplusStaff: 9 })).toEqual([])
})
