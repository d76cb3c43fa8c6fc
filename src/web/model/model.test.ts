import { resolve } from 'node:path'
import { expect, test } from 'vitest'
import { day } from '../../kernel/day.ts'
import { countersOf } from '../../reform/impact.ts'
import { registerOn } from '../../reform/rehearse.ts'
import { policyDigest, readCountyFolder } from '../../store/county-folder.ts'
import { flowOf } from '../river/flow.ts'
import { measures } from '../river/types.ts'
import { axisOf, dayAt, shareOf, within } from './axis.ts'
import { dayViewer } from './on-day.ts'
import { openBook, sessionOf, sourceIn } from './session.ts'
import { defaultDay, recordedUntil } from './time.ts'
import { openedUnit } from './unit-rows.ts'

const files = readCountyFolder(resolve(import.meta.dirname, '../../../counties/hequ'))
const opened = {
  ...files,
  policies: [...files.policies],
  findings: [...files.findings],
  policyDigest: policyDigest(files.policies),
  plans: { ...files.plans },
}
const session = sessionOf(openBook(opened), sourceIn(opened, Object.keys(files.plans)[0]))
const look = dayViewer(session)
const effect = session.plan?.effectiveOn ?? day('1970-01-01')
const before = day('2020-06-30')
const end = session.plan?.completesOn ?? effect

test('the page opens the county with the functions of the command line', () => {
  expect(session.findings.filter(({ severity }) => severity === 'error')).toEqual([])
  expect(session.account?.conservation.holds).toBe(true)
  expect(session.sentences.length).toBeGreaterThan(10)
})

test('the sentence of a day counts the register of that day', () => {
  for (const on of [before, effect, end]) {
    const register = registerOn(session.county.register, session.plan as never, on)
    expect(look(on).sentence.organs.value).toBe(countersOf(register).organs)
    expect(look(on).sentence.institutions.value).toBe(countersOf(register).institutions)
  }
  expect(look(before).sentence.organs.value).not.toBe(look(end).sentence.organs.value)
})

test('every number of the sentence is the sum of the rows it opens', () => {
  for (const on of [before, end])
    for (const opened of [...Object.values(look(on).sentence), look(on).supported])
      expect(opened?.rows.reduce((sum, row) => sum + row.value, 0)).toBe(opened?.value)
})

test('at the end of the plan the people and the ratio are those of the ledger', () => {
  const figure = (id: string) => session.account?.figures.find((each) => each.id === id)?.computed

  expect(look(end).supported?.value).toBe(figure('supportedStaff.target'))
  expect(look(end).ratio?.value).toBeCloseTo(figure('ratio.after') ?? 0, 3)
})

test.each(measures)(
  'in %s the river of the county adds up, and each bar is the sum of the rows it opens',
  (measure) => {
    for (const scope of ['organs', 'institutions'] as const)
      for (const on of [before, effect, end]) {
        const { change } = look(on)
        const flow = flowOf(change, measure, scope)
        const total = (rows: typeof flow.before) => rows.reduce((sum, row) => sum + row.value, 0)
        expect(total(flow.before)).toBe(total(flow.after))
        for (const side of ['before', 'after'] as const)
          for (const row of flow[side].filter(({ kind }) => kind === 'unit'))
            expect([row.id, openedUnit(change[side], row, measure).value]).toEqual([row.id, row.value])
      }
  },
)

test('no posts are lost or made on the way: what the moves explain fits both registers exactly', () => {
  const flow = flowOf(look(end).change, 'posts', 'institutions')
  const figure = (id: string) => session.account?.figures.find((each) => each.id === id)?.computed ?? 0
  const cut = flow.after.find((row) => row.kind === 'ended')?.value

  expect(cut).toBe(figure('institutionPosts.before') - figure('institutionPosts.after'))
})

test('the axis spans stages, steps, events and the end of the plan', () => {
  const axis = axisOf(session)

  expect(axis.from <= session.county.register.county.baselineOn).toBe(true)
  expect(axis.to >= end).toBe(true)
  expect(axis.marks.some((mark) => mark.on === effect && mark.label.en === 'In effect')).toBe(true)
  expect(dayAt(axis, shareOf(axis, effect))).toBe(effect)
  expect(within(axis, day('1999-01-01'))).toBe(axis.from)
})

test('what is on record ends with the last step or event, and never after today', () => {
  const steps = session.moves.map((step) => step.on)

  expect(defaultDay(session)).toBe(steps.at(-1))
  expect(recordedUntil(session, day('2020-07-01'))).toBe('2020-07-01')
  expect(recordedUntil(session, day('2090-01-01')) >= (steps.at(-1) ?? '')).toBe(true)
  expect(recordedUntil(session, day('2090-01-01')) < end).toBe(true)
})
