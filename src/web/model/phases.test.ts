import { expect, test } from 'vitest'
import { readPlan } from '../../reform/plan-file.ts'
import { phasesOf } from './phases.ts'

const text = `sanding: 1
title: 甲
authority: 乙
effectiveOn: 2020-12-01
completesOn: 2025-12-31
transition: { until: 2022-12-31, basis: 丙 }
stages:
  - { stage: 动议, on: 2020-04-10, document: 纪要 }
documents:
  - { kind: 公开征求意见, on: 2020-08-01, until: 2020-09-10, document: 公告 }
lines:
  - { op: 更名, unit: a, name: 甲, nameEn: A }
  - { op: 更名, unit: b, name: 乙, nameEn: B }
  - op: 职责划转
    from: a
    to: b
    duties: [d]
    archives: [f]
    dates: { duty: 2021-01-01, records: 2021-03-31 }
`
const plan = readPlan(text, 'p').plan
const phases = plan === undefined ? [] : phasesOf(plan)
const of = (group: string) => phases.filter((each) => each.group === group)

test('the days on which operations take effect carry their lines', () => {
  expect(of('steps').map(({ from, lines }) => [from, lines])).toEqual([
    ['2020-12-01', [1, 2]],
    ['2021-01-01', [3]],
    ['2021-03-31', [3]],
  ])
})

test('a transfer whose dates differ is a stretch from the first to the last', () => {
  expect(of('parted')).toMatchObject([
    {
      from: '2021-01-01',
      until: '2021-03-31',
      lines: [3],
      detail: { zh: '职责 2021-01-01、档案 2021-03-31' },
    },
  ])
})

test('procedure, documents and limits stand with their days', () => {
  expect(of('procedure')).toMatchObject([{ from: '2020-04-10', detail: { zh: '纪要' } }])
  expect(of('documents')).toMatchObject([{ from: '2020-08-01', until: '2020-09-10' }])
  expect(of('limits').map(({ id, from, until }) => [id, from, until])).toEqual([
    ['transition', '2020-12-01', '2022-12-31'],
    ['end', '2025-12-31', '2025-12-31'],
  ])
})
