import type { Day } from '../../kernel/day.ts'
import type { Move } from '../../reform/operation.ts'
import { absorbUnit } from '../../reform/operations/absorb-unit.ts'
import { coLocateUnits } from '../../reform/operations/co-locate-units.ts'
import { mergeUnits } from '../../reform/operations/merge-units.ts'
import { setStaffingQuota } from '../../reform/operations/set-staffing-quota.ts'
import { transferDuty } from '../../reform/operations/transfer-duty.ts'
import { draftOf, frozen, type Register } from '../../register/register.ts'
import { type Holding, register, testUnit } from '../../register/testing.ts'
import type { Change } from './holdings.ts'

/** A small county before and after: one merger, one absorption, one co-location, one duty that moves, one cut. */

const on = '2020-12-01' as Day

const organ = (order: number, people: number, facts: Holding = {}): Holding => ({
  unit: { order },
  posts: { administrative: people + 2 },
  budget: [`money-${order}`],
  duties: [`duty-${order}-a`, `duty-${order}-b`],
  people: Array.from({ length: people }, (_, at) => `p${order}-${at}`),
  ...facts,
})

export const smallCounty = (): Register =>
  register({
    committee: organ(1, 12),
    government: organ(2, 9),
    petitions: organ(3, 3),
    planning: organ(4, 6),
    forestry: organ(5, 4),
    science: organ(6, 8),
    school: { unit: { counts: 'none', order: 90 }, people: ['teacher'], duties: ['teaching'] },
  })

interface Applied {
  moves(fields: never, before: Register): Move[]
  apply(fields: never, draft: never, on: Day): void
}

/** Applies operations in order and keeps their moves, as a rehearsal does. */
export const changeBy = (before: Register, steps: readonly (readonly [Applied, unknown])[]): Change => {
  const draft = draftOf(before)
  const moves: Move[] = []
  for (const [operation, fields] of steps) {
    moves.push(...operation.moves(fields as never, draft))
    operation.apply(fields as never, draft as never, on)
  }
  return { before, after: frozen(draft), moves }
}

export const smallReform = (): Change =>
  changeBy(smallCounty(), [
    [coLocateUnits, { host: 'committee', guests: ['government'] }],
    [absorbUnit, { units: ['petitions'], into: 'committee' }],
    [
      mergeUnits,
      { units: ['planning', 'forestry'], into: 'resources', name: '资源局', nameEn: 'Resources', order: 4 },
    ],
    [
      transferDuty,
      {
        from: 'science',
        to: 'resources',
        duties: ['duty-6-a'],
        people: ['p6-0'],
        posts: { administrative: 3 },
      },
    ],
    [setStaffingQuota, { unit: 'resources', kind: 'administrative', posts: 9 }],
  ])

/** A county of many organs with long names and wild sizes, to try the layout on. */
export const longCounty = (count: number): Register =>
  register(
    Object.fromEntries(
      Array.from({ length: count }, (_, at) => [
        `unit-${at}`,
        organ(at + 1, (at * 37) % 91, {
          unit: {
            ...testUnit(`unit-${at}`, { order: at + 1 }),
            short: `第${at}个名称相当长的综合管理服务局`,
            shortEn: `Bureau no. ${at} of long names and services`,
          },
          plates: at % 5 === 0 ? [`plate-${at}`] : [],
        }),
      ]),
    ),
  )
