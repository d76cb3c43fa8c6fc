import { expect, test } from 'vitest'
import { day } from '../kernel/day.ts'
import { register } from '../register/testing.ts'
import { line, planOf } from './planned.testing.ts'
import { noPolicy } from './policy.ts'
import { registerOn, rehearse } from './rehearse.ts'

const before = register({
  science: {
    duties: ['grants', 'patents'],
    people: ['p1', 'p2'],
    posts: { administrative: 4 },
    deputy: 2,
    budget: ['science-money'],
    archives: ['science-files'],
  },
  commerce: { duties: ['trade'], posts: { administrative: 3 } },
})
const names = { name: '新局', nameEn: 'New bureau' }
const codes = (findings: readonly { code: string }[]) => findings.map((finding) => finding.code)

test('merging two bureaus carries every duty and person to the successor', () => {
  const { after, findings } = rehearse(
    before,
    planOf([line('merge-units', { units: ['science', 'commerce'], into: 'both', ...names })]),
    noPolicy,
  )

  expect(findings.filter((finding) => finding.severity === 'error')).toEqual([])
  expect([...after.duties.values()].map((duty) => duty.unit)).toEqual(['both', 'both', 'both'])
  expect(after.quotas.get('both/administrative')?.posts).toBe(7)
  expect(after.units.get('science')).toMatchObject({ closedOn: '2020-12-01', supersededBy: ['both'] })
})

test('a transfer moves duty, people, money and records each on its own day', () => {
  const plan = planOf([
    line('transfer-duty', {
      duties: ['grants'],
      people: ['p1'],
      posts: { administrative: 1 },
      budget: ['science-money'],
      archives: ['science-files'],
      to: 'commerce',
      dates: { duty: '2020-12-01', people: '2021-01-01', money: '2021-02-01', records: '2021-03-31' },
    }),
  ])
  const holders = (on: string) => {
    const then = registerOn(before, plan, day(on))
    return [
      then.duties.get('grants'),
      then.people.get('p1'),
      then.budget.get('science-money'),
      then.archives.get('science-files'),
    ].map((row) => row?.unit)
  }

  expect(holders('2020-11-30')).toEqual(['science', 'science', 'science', 'science'])
  expect(holders('2020-12-01')).toEqual(['commerce', 'science', 'science', 'science'])
  expect(holders('2021-01-01')).toEqual(['commerce', 'commerce', 'science', 'science'])
  expect(holders('2021-02-01')).toEqual(['commerce', 'commerce', 'commerce', 'science'])
  expect(holders('2021-03-31')).toEqual(['commerce', 'commerce', 'commerce', 'commerce'])
})

test('all findings come at once, each with the line it belongs to', () => {
  const { findings } = rehearse(
    before,
    planOf([
      line('absorb-unit', { units: ['forestry'], into: 'commerce' }),
      line('transfer-duty', { duties: ['nothing'], to: 'commerce', from: 'science' }),
      line('set-staffing-quota', { unit: 'tourism', kind: 'administrative', posts: 3 }),
    ]),
    noPolicy,
  )
  const errors = findings.filter((finding) => finding.severity === 'error')

  expect(errors.map(({ code, at, place }) => `${code} ${at} ${place?.line}`)).toEqual([
    'U01 plan:test#1 1',
    'T01 plan:test#2 2',
    'U01 plan:test#3 3',
  ])
  for (const finding of errors)
    expect(finding.remedy?.zh && finding.remedy.en && finding.message.zh).toBeTruthy()
})

test('a unit that a refused line should have created is blamed once, not on every later line', () => {
  const { findings } = rehearse(
    before,
    planOf([
      line('merge-units', { units: ['science', 'ghost'], into: 'both', ...names }),
      line('set-staffing-quota', { unit: 'both', kind: 'administrative', posts: 3 }),
      line('set-leadership-quota', { unit: 'both', chief: 1, deputy: 3 }),
    ]),
    noPolicy,
  )

  expect(codes(findings.filter((finding) => finding.severity === 'error'))).toEqual(['U01'])
})

test('dissolving a unit without a destination names everything that has nowhere to go', () => {
  const { findings, after } = rehearse(before, planOf([line('dissolve-unit', { unit: 'science' })]), noPolicy)

  const homeless = findings.filter((finding) => finding.code === 'N01')
  expect(homeless.length).toBe(6)
  expect(homeless.some((finding) => finding.message.zh.includes('grants'))).toBe(true)
  expect(after.units.get('science')?.closedOn).toBeUndefined()
})

test('lines take effect by their day, not by their place in the file', () => {
  const { after } = rehearse(
    before,
    planOf([
      line('set-staffing-quota', { unit: 'science', kind: 'administrative', posts: 9 }, '2021-06-01'),
      line('set-staffing-quota', { unit: 'science', kind: 'administrative', posts: 5 }, '2020-12-01'),
    ]),
    noPolicy,
  )

  expect(after.quotas.get('science/administrative')?.posts).toBe(9)
})

test('the register before is never changed by a rehearsal', () => {
  const image = () =>
    JSON.stringify([...before.duties.values(), ...before.units.values(), ...before.quotas.values()])
  const was = image()

  rehearse(
    before,
    planOf([line('merge-units', { units: ['science', 'commerce'], into: 'both', ...names })]),
    noPolicy,
  )

  expect(image()).toBe(was)
})

test('parts of a split that together take more than there is are refused, though each alone would fit', () => {
  const parts = ['plots', 'plans'].map((unit) => ({
    unit,
    ...names,
    duties: ['grants'],
    posts: { administrative: 3 },
    archives: ['science-files'],
  }))

  const { findings, after } = rehearse(
    before,
    planOf([line('split-unit', { unit: 'science', into: parts })]),
    noPolicy,
  )

  expect(codes(findings.filter((finding) => finding.severity === 'error'))).toEqual(['S02', 'T02', 'T02'])
  expect(after.units.has('plots')).toBe(false)
})

test('an id that has ended is not used again, although the register no longer shows it', () => {
  const appointment = { appointment: 'a1', person: 'p1', unit: 'science', office: 'deputy', title: '副局长' }

  const { findings, after } = rehearse(
    before,
    planOf([
      line('appoint', appointment),
      line('remove-from-office', { person: 'p1', unit: 'science' }),
      line('appoint', { ...appointment, person: 'p2' }),
    ]),
    noPolicy,
  )

  expect(findings.map(({ code, at }) => `${code} ${at}`)).toEqual(['T05 plan:test#3'])
  expect(after.appointments.size).toBe(0)
})
