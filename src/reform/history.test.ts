import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type JournalRecord, sealed } from '../kernel/chain.ts'
import { addDays, type Day, day } from '../kernel/day.ts'
import { breaches } from '../register/invariants.ts'
import { type Draft, draftOf, type Register } from '../register/register.ts'
import { register } from '../register/testing.ts'
import { admit } from './admission.ts'
import { anyHistory, before } from './histories.testing.ts'
import { beginHistory, extended, type History, operationOf, registerAt } from './history.ts'
import { line, planOf, type TestLine } from './planned.testing.ts'
import { noPolicy } from './policy.ts'
import { registerDigest } from './register-digest.ts'
import { type Rehearsal, rehearse } from './rehearse.ts'
import { rules } from './rules/index.ts'
import { type Upgrades, upgraded } from './upgrades.ts'

const ruleCodes = new Set(rules.map(({ code }) => code))
/** Whether a plan is lawful is not the subject here: only whether it can be done. */
const possible = (over: Register, plan: ReturnType<typeof planOf>): Rehearsal => {
  const rehearsal = rehearse(over, plan, noPolicy)
  return { ...rehearsal, findings: rehearsal.findings.filter(({ code }) => !ruleCodes.has(code)) }
}

const open = (opening: Register): History => {
  const record = sealed(
    { seq: 0, hash: '0'.repeat(64) },
    {
      county: 'test',
      recordedAt: '2020-04-01T00:00:00.000Z',
      effectiveOn: opening.county.baselineOn,
      operation: 'open-county',
      fields: {},
      authority: '',
      plan: null,
      line: null,
      corrects: null,
    },
  )
  return extended(beginHistory('test', opening), [record]).history
}

/** What a database gives back: the same members in an order of its own. */
const shuffled = (value: unknown): unknown =>
  Array.isArray(value)
    ? value.map(shuffled)
    : value !== null && typeof value === 'object'
      ? Object.fromEntries(
          Object.entries(value)
            .map(([key, member]) => [key, shuffled(member)] as const)
            .sort(([a], [b]) => a.length - b.length || (a < b ? 1 : -1)),
        )
      : value

/** Records lines as one plan when they are admitted; the history that comes of it, and the findings that block. */
const recorded = (history: History, lines: readonly TestLine[], corrects?: number) => {
  const plan = planOf(lines)
  const proposal = corrects === undefined ? { plan } : { plan, corrects }
  const { entries, findings } = admit(history, proposal, (over) => possible(over, plan))
  const records = entries.map(
    (entry, at): JournalRecord => ({
      ...entry,
      fields: shuffled(entry.fields),
      county: 'test',
      seq: history.seq + 1 + at,
      recordedAt: '2026-01-01T00:00:00.000Z',
      prev: '',
      hash: '',
    }),
  )
  const codes = findings.filter(({ severity }) => severity === 'error').map(({ code }) => code)
  return { history: extended(history, records).history, codes }
}

const start = day('2020-04-01')
const anyDay = fc.nat(9).map((count) => addDays(start, count))

/** One fact of the naive model: from `on` a unit has a name, or a duty a holder; `place` orders facts of one day. */
interface Fact {
  readonly seq: number
  readonly on: Day
  readonly place: number
  readonly corrects: number | undefined
  readonly what: string
  readonly value: string
}

const factOn = (facts: readonly Fact[], what: string, on: Day, known: number): string | undefined => {
  const seen = facts.filter(({ seq }) => seq <= known)
  const inForce = seen.filter(({ seq }) => !seen.some(({ corrects }) => corrects === seq))
  let best: Fact | undefined
  for (const fact of inForce)
    if (fact.what === what && fact.on <= on)
      if (best === undefined || fact.on > best.on || (fact.on === best.on && fact.place > best.place))
        best = fact
  return best?.value
}

const small = register({ a: { duties: ['x', 'y'] }, b: { duties: ['z'] }, c: { duties: ['w'] } })
const units = ['a', 'b', 'c'] as const
const duties = { x: 'a', y: 'a', z: 'b', w: 'c' } as const

test('the county on any day as known at any record is what a naive model says', () => {
  const change = fc.record({
    on: anyDay,
    unit: fc.constantFrom(...units),
    duty: fc.constantFrom('x', 'y', 'z', 'w'),
    isRename: fc.boolean(),
    corrects: fc.option(fc.nat(30), { nil: undefined, freq: 3 }),
  })
  const seen = { accepted: 0, late: 0, corrections: 0 }
  fc.assert(
    fc.property(fc.array(change, { maxLength: 14 }), (changes) => {
      let history = open(small)
      const facts: Fact[] = []
      for (const { on, unit, duty, isRename, corrects: pick } of changes) {
        const seq = history.seq + 1
        const target = pick === undefined ? undefined : history.inForce[pick % (history.inForce.length + 1)]
        const op = isRename
          ? line('rename-unit', { unit, name: `名${seq}`, nameEn: 'N' }, on)
          : line('transfer-duty', { duties: [duty], to: unit }, on)
        const next = recorded(history, [op], target?.seq)
        expect(next.codes).toEqual([])
        seen.accepted += 1
        if (on < (history.inForce.at(-1)?.effectiveOn ?? '')) seen.late += 1
        history = next.history
        const place = facts.find((fact) => fact.seq === target?.seq)?.place ?? seq
        if (target !== undefined) seen.corrections += 1
        facts.push({
          seq,
          on,
          place,
          corrects: target?.seq,
          ...(isRename ? { what: unit, value: `名${seq}` } : { what: duty, value: unit }),
        })
      }
      for (let known = 1; known <= history.seq; known += 1)
        for (let offset = 0; offset < 11; offset += 1) {
          const on = addDays(start, offset)
          const then = registerAt(history, on, known)
          for (const unit of units)
            expect(then.units.get(unit)?.name).toBe(factOn(facts, unit, on, known) ?? `${unit}局`)
          for (const [duty, holder] of Object.entries(duties))
            expect(then.duties.get(duty)?.unit).toBe(factOn(facts, duty, on, known) ?? holder)
        }
    }),
    { numRuns: 150 },
  )
  expect(Math.min(seen.accepted, seen.late, seen.corrections)).toBeGreaterThan(50)
})

test('whatever is admitted in whatever order, the whole history can be done from its beginning without a refusal', () => {
  const seen = { accepted: 0, late: 0 }
  const dated = fc.tuple(anyHistory, fc.array(anyDay, { minLength: 12, maxLength: 12 }), fc.array(fc.nat(40)))
  fc.assert(
    fc.property(dated, ([lines, days, picks]) => {
      let history = open(before)
      lines.forEach((each, at) => {
        const { dates: _, ...fields } = each.fields
        const pick =
          at % 3 === 2 ? history.inForce[(picks[at] ?? 0) % (history.inForce.length + 1)] : undefined
        const on = days[at] as Day
        const last = history.inForce.at(-1)?.effectiveOn ?? ''
        const next = recorded(history, [line(each.op, fields, on)], pick?.seq)
        if (next.codes.length > 0) return
        seen.accepted += 1
        if (on < last) seen.late += 1
        history = next.history
      })
      const draft = draftOf(before)
      for (const { operation, effectiveOn } of history.inForce) {
        const { check, apply } = operationOf(operation)
        expect(check(operation.fields, draft).filter(({ severity }) => severity === 'error')).toEqual([])
        apply(operation.fields, draft as Draft, effectiveOn)
      }
      expect(breaches(draft)).toEqual([])
      expect(registerDigest(history.latest)).toEqual(registerDigest(draft))
      expect(registerDigest(registerAt(history, day('2030-01-01')))).toEqual(registerDigest(draft))
    }),
    { numRuns: 200 },
  )
  expect(Math.min(seen.accepted, seen.late)).toBeGreaterThan(10)
})

test('an operation of an earlier version is read as what it means today, through as many steps as it takes', () => {
  const through: Upgrades = {
    'rename-unit/0': (fields) => ({ name: 'rename-unit/1', fields: { ...(fields as object), step: 1 } }),
    'rename-unit/1': (fields) => ({ name: 'rename-unit', fields: { ...(fields as object), step: 2 } }),
  }

  expect(upgraded({ name: 'rename-unit/0', fields: { unit: 'a' } }, through)).toEqual({
    name: 'rename-unit',
    fields: { unit: 'a', step: 2 },
  })
  expect(upgraded({ name: 'constructor', fields: {} }, through)).toEqual({ name: 'constructor', fields: {} })
})

test('a record that this version does not know is named, and nothing is made of it', () => {
  const history = open(small)
  const strange = {
    seq: 2,
    operation: 'levitate-unit',
    county: 'test',
    fields: {},
  } as unknown as JournalRecord

  const { findings, history: after } = extended(history, [strange])

  expect(findings).toMatchObject([{ code: 'J06', at: 'journal:test#2' }])
  expect(after).toBe(history)
})
