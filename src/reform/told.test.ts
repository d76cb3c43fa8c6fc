import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, type Day, day } from '../kernel/day.ts'
import type { Register } from '../register/register.ts'
import { register } from '../register/testing.ts'
import { admit } from './admission.ts'
import { anyHistory, before } from './histories.testing.ts'
import { beginHistory, extended, type History } from './history.ts'
import { line, planOf, type TestLine } from './planned.testing.ts'
import { noPolicy } from './policy.ts'
import { rehearse } from './rehearse.ts'
import { rules } from './rules/index.ts'
import { told } from './told.ts'

const start = day('2020-04-01')
const ruleCodes = new Set(rules.map(({ code }) => code))

/** The history with one more step, when it can be done. */
const recorded = (history: History, step: TestLine, corrects?: number): History => {
  const plan = planOf([step])
  const { entries } = admit(history, corrects === undefined ? { plan } : { plan, corrects }, (over) => {
    const rehearsal = rehearse(over, plan, noPolicy)
    return { ...rehearsal, findings: rehearsal.findings.filter(({ code }) => !ruleCodes.has(code)) }
  })
  const sealed = { county: 'test', recordedAt: '2026-01-01T00:00:00.000Z', prev: '', hash: '' }
  const records = entries.map((entry, at) => ({ ...entry, ...sealed, seq: history.seq + 1 + at }))
  return extended(history, records).history
}
const opened = (opening: Register): History => beginHistory('test', opening)
const renamed = (unit: string, name: string, on: Day) => line('rename-unit', { unit, name, nameEn: name }, on)

test('a record is read aloud with the names of its day, also when it was recorded late or puts another right', () => {
  let history = opened(register({ a: { duties: ['x'] }, b: { duties: ['y'] } }))
  history = recorded(history, renamed('a', '甲局', addDays(start, 2)))
  history = recorded(history, renamed('a', '乙局', addDays(start, 4)))
  history = recorded(history, renamed('a', '早局', start))
  history = recorded(history, renamed('a', '丙局', addDays(start, 2)), 1)
  history = recorded(history, renamed('a', '丁局', addDays(start, 6)))

  const sentences = [...told(history, history.entries).values()].map(({ zh }) => zh)
  expect(sentences).toHaveLength(5)
  const names = sentences.map((sentence) => sentence.match(/[a甲乙丙丁早]局/g))
  expect(names).toEqual([
    ['a局', '甲局'],
    ['甲局', '乙局'],
    ['a局', '早局'],
    ['早局', '丙局'],
    ['乙局', '丁局'],
  ])
})

test('records are told alike one by one, in stretches and all at once', () => {
  const seen = { told: 0, late: 0, corrections: 0 }
  const days = fc.array(fc.nat(5), { minLength: 12, maxLength: 12 })
  fc.assert(
    fc.property(anyHistory, days, fc.array(fc.nat(20)), fc.nat(12), (lines, offsets, picks, cut) => {
      let history = opened(before)
      lines.forEach(({ op, fields: { dates: _, ...fields } }, at) => {
        const target = at % 4 === 3 ? history.inForce[picks[at] ?? 0] : undefined
        history = recorded(history, line(op, fields, addDays(start, offsets[at] ?? 0)), target?.seq)
      })
      const { entries } = history
      const all = [...told(history, entries)]

      expect(all).toEqual(entries.flatMap((entry) => [...told(history, [entry])]))
      expect(all).toEqual([...told(history, entries.slice(0, cut)), ...told(history, entries.slice(cut))])
      expect(all).toHaveLength(entries.length)
      seen.told += all.length
      seen.corrections += entries.filter(({ corrects }) => corrects !== undefined).length
      seen.late += entries.filter(
        ({ effectiveOn }, at) => effectiveOn < (entries[at - 1]?.effectiveOn ?? ''),
      ).length
    }),
    { numRuns: 200 },
  )
  expect(Math.min(seen.told, seen.late, seen.corrections)).toBeGreaterThan(20)
})
