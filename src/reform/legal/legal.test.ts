import { expect, test } from 'vitest'
import type { Finding } from '../../kernel/finding.ts'
import { register, testCounty, testUnit } from '../../register/testing.ts'
import type { TestLine } from '../planned.testing.ts'
import { line, planOf } from '../planned.testing.ts'
import { rehearse } from '../rehearse.ts'
import { shippedPolicy } from '../rules/judged.testing.ts'
import { freshFindings } from './fresh.ts'
import { freshId, joinedName } from './new-names.ts'
import { pairIn } from './pair.ts'
import { type Stage, type Tried, triedFor } from './try.ts'

const institution = { kind: 'publicInstitution', counts: 'reformInstitution' } as const

const county = register({
  audit: {
    unit: { name: '试验县审计局', nameEn: 'Test County Bureau of Audit' },
    duties: ['d-audit'],
    chief: 1,
  },
  finance: { duties: ['d-money'], posts: { administrative: 5 }, chief: 1, deputy: 2, seals: ['seal-f'] },
  water: { duties: ['d-dams'], posts: { administrative: 4 }, chief: 1, deputy: 2 },
  office: { unit: { ...institution, sponsor: testUnit('water').id }, posts: { institution: 3 } },
})

const stageOf = (lines: readonly TestLine[] = []): Stage => {
  const plan = planOf(lines)
  const policy = shippedPolicy(plan.effectiveOn)
  return {
    plan,
    policy,
    rehearsal: rehearse(county, plan, policy),
    number: lines.length + 1,
    lineAt: (number) => {
      const found = lines[number - 1]
      return found && { op: found.op, ...found.fields }
    },
  }
}

const tried = (moved: string, onto: string, stage = stageOf()): readonly Tried[] => {
  const pair = pairIn(stage.rehearsal.after, moved, onto)
  return pair === undefined ? [] : triedFor(pair, stage)
}
const of = (op: string, all: readonly Tried[]) => all.find((each) => each.op === op)
const codes = (findings: readonly Finding[] = []) => findings.map(({ code }) => code)

test('two departments may be merged, absorbed, co-located, dissolved into one another or share a plate', () => {
  const all = tried('water', 'finance')

  for (const op of ['merge-units', 'absorb-unit', 'co-locate-units', 'dissolve-unit', 'add-nameplate'])
    expect(of(op, all)?.refusals).toEqual([])
  expect(of('merge-units', all)?.counters).toContainEqual({ id: 'organs', change: -1 })
  expect(of('add-nameplate', all)?.counters).toEqual([{ id: 'nameplates', change: 1 }])
})

test('a body that the law wants is offered only with what stands against it, below what nothing stands against', () => {
  const all = tried('audit', 'finance')

  expect(codes(of('absorb-unit', all)?.findings)).toContain('M2')
  const [clean, blocked] = [of('transfer-duty', all), of('absorb-unit', all)]
  expect(all.indexOf(clean as Tried)).toBeLessThan(all.indexOf(blocked as Tried))
})

test('an institution is not co-located with an organ, and the reason is told', () => {
  const [refused] = of('co-locate-units', tried('office', 'finance'))?.refusals ?? []

  expect(refused?.code).toBe('C02')
  expect(refused?.message.en).toContain('not an organ')
})

test('a body is not placed where it stands already', () => {
  expect(codes(of('change-subordination', tried('office', 'water'))?.refusals)).toEqual(['C03'])
  expect(of('change-subordination', tried('office', 'finance'))?.refusals).toEqual([])
})

test('what somebody should look over is asked for, and nothing else', () => {
  const asks = Object.fromEntries(tried('water', 'finance').map((each) => [each.op, each.asks]))

  expect(asks).toMatchObject({ 'merge-units': 'name', 'transfer-duty': 'duties', 'absorb-unit': undefined })
})

test('of a body that the plan closed, the one that carries it on is meant; of two that became one, there is no pair', () => {
  const stage = stageOf([line('absorb-unit', { units: ['audit'], into: 'finance' })])
  const { after } = stage.rehearsal

  expect(pairIn(after, 'audit', 'water')?.moved.id).toBe('finance')
  expect(pairIn(after, 'audit', 'finance')).toBeUndefined()
  expect(pairIn(after, 'audit', 'nobody')).toBeUndefined()
})

test('a body put upon one that a line forms may be taken along by that line', () => {
  const stage = stageOf([
    line('merge-units', { units: ['water', 'finance'], into: 'both', name: '水财局', nameEn: 'Both' }),
  ])
  const [first] = tried('audit', 'both', stage).filter(({ amends }) => amends !== undefined)

  expect(first).toMatchObject({ amends: 1, op: 'merge-units', refusals: [] })
  expect(first?.line.units).toEqual(['water', 'finance', 'audit'])
  expect(first?.counters).toContainEqual({ id: 'organs', change: -1 })
  expect(codes(first?.findings)).toContain('M2')
})

test('a line does not take along what begins only after it', () => {
  const stage = stageOf([
    line('absorb-unit', { units: ['audit'], into: 'finance' }),
    line('establish-unit', { unit: 'rivers', name: '河道局', nameEn: 'Rivers', counts: 'organ' }),
  ])
  const [amended] = tried('rivers', 'finance', stage).filter(({ amends }) => amends !== undefined)

  expect(codes(amended?.refusals)).toEqual(['U01'])
})

test('a line tried at the end says what the whole rehearsal says of the plan with it', () => {
  const lines = [
    line('absorb-unit', { units: ['office'], into: 'water' }),
    line('set-leadership-quota', { unit: 'water', chief: 1, deputy: 1 }, '2021-03-01'),
  ]
  const stage = stageOf(lines)
  for (const each of tried('audit', 'finance', stage).filter(({ refusals }) => refusals.length === 0)) {
    const { op, on = '2020-12-01', ...fields } = each.line
    const whole = rehearse(
      county,
      planOf([...lines, line(op, fields, on as string)]),
      shippedPolicy(stage.plan.effectiveOn),
    )
    const expected = freshFindings(stage.rehearsal.findings, whole.findings)
    expect([op, codes(each.findings).sort()]).toEqual([op, codes(expected).sort()])
  }
})

test('a line tried after the last day of a plan is dated, so that it comes last in the file too', () => {
  const stage = stageOf([line('rename-unit', { unit: 'water', name: '水局', nameEn: 'Water' }, '2021-03-01')])

  expect(of('absorb-unit', tried('water', 'finance', stage))?.line.on).toBe('2021-03-01')
  expect(of('absorb-unit', tried('water', 'finance'))?.line.on).toBeUndefined()
})

test('names of two bodies become one name, and an id is never taken twice', () => {
  const named = (name: string, nameEn: string, short: string, shortEn: string) => ({
    name,
    nameEn,
    short,
    shortEn,
  })
  const joined = joinedName(
    { zh: testCounty.name, en: testCounty.nameEn },
    named('试验县教育局', 'Test County Bureau of Education', '教育局', 'Education'),
    named('试验县科技局', 'Test County Bureau of Science', '科技局', 'Science'),
  )

  expect(joined).toEqual(
    named(
      '试验县教育和科技局',
      'Test County Bureau of Education and Science',
      '教育和科技局',
      'Education and science',
    ),
  )
  expect(freshId('water', 'units', county)).toBe('water-2')
  expect(freshId('rivers', 'units', county)).toBe('rivers')
})
