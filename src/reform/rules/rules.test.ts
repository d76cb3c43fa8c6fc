import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { day } from '../../kernel/day.ts'
import { register } from '../../register/testing.ts'
import { anyHistory, before as county } from '../histories.testing.ts'
import { line, planOf } from '../planned.testing.ts'
import { noPolicy } from '../policy.ts'
import { rehearse } from '../rehearse.ts'
import { rules } from './index.ts'
import { judged, shippedPolicy } from './judged.testing.ts'
import { procedure } from './procedure.testing.ts'
import { quantities } from './quantities.testing.ts'
import { structure } from './structure.testing.ts'

const cases = [...procedure, ...quantities, ...structure]

test.each(cases.map((each) => [each.code, each.world, each] as const))('%s: %s', (code, _, each) => {
  const findings = judged(each).filter((finding) => finding.code === code)

  const told = findings.map(({ severity, message }) => [severity, message.zh] as const)
  expect(told.map(([severity]) => severity)).toEqual((each.says ?? []).map(([severity]) => severity))
  for (const [at, [, ...words]] of (each.says ?? []).entries())
    for (const word of words) expect(told[at]?.[1]).toContain(word)
})

test('every rule has a world in which it fires and one in which it is quiet', () => {
  const codes = rules.map((rule) => rule.code)
  const firing = new Set(cases.filter((each) => each.says !== undefined).map((each) => each.code))
  const quiet = new Set(cases.filter((each) => each.says === undefined).map((each) => each.code))

  expect(new Set(codes).size).toBe(codes.length)
  expect(codes.filter((code) => !firing.has(code))).toEqual([])
  expect(codes.filter((code) => !quiet.has(code))).toEqual([])
  expect(cases.map((each) => each.code).filter((code) => !codes.includes(code))).toEqual([])
})

test('every finding of a rule speaks both languages, says what to do, and cites its clause', () => {
  const codes = new Set(rules.map((rule) => rule.code))
  const findings = cases.flatMap((each) => judged(each)).filter(({ code }) => codes.has(code))

  expect(findings.length).toBeGreaterThan(100)
  for (const { message, remedy, because } of findings) {
    for (const text of [message, remedy, because?.text]) {
      expect(text?.zh).toMatch(/\p{Script=Han}/u)
      expect(text?.en).toMatch(/[a-z]{3}/)
    }
    expect(because?.source).not.toBe('')
    expect(`${message.zh}${message.en}`).not.toMatch(/undefined|NaN|\[object/)
  }
})

test('what nobody has verified says 待核 and never blocks or asks for an opinion', () => {
  const unverified = cases
    .flatMap((each) => judged(each))
    .filter((finding) => finding.because !== undefined && !finding.because.verified)

  expect(unverified.length).toBeGreaterThan(5)
  expect(unverified.filter(({ severity }) => severity === 'error' || severity === 'opinion')).toEqual([])
  for (const { message } of unverified) expect(message.zh).toContain('待核')
})

test('a rule gives no severity that it does not announce', () => {
  const announced = new Map(rules.map((rule) => [rule.code, [...rule.gives, 'warning']]))
  const told = cases.flatMap((each) => judged(each))

  expect(
    told.filter(({ code, severity }) => announced.has(code) && !announced.get(code)?.includes(severity)),
  ).toEqual([])
})

test('every rule finds its parameter in the shipped policy of today', () => {
  const policy = shippedPolicy(day('2026-01-01'))
  const silent = rules.filter((rule) => policy.limit(rule.parameter) === undefined)

  expect(silent.map((rule) => rule.code)).toEqual([])
})

/** Days on which the law differed. */
test.each(['2008-01-01', '2019-09-01', '2020-12-01', '2021-02-01', '2021-08-01', '2022-04-01', '2026-01-01'])(
  'the policy in force on %s has the shape that the rules expect',
  (on) => {
    const findings = judged({
      code: 'all',
      world: on,
      before: register({ land: {}, trees: {} }),
      lines: [
        line('merge-units', { units: ['land', 'trees'], into: 'both', name: '局', nameEn: 'Bureau' }, on),
      ],
      plan: { effectiveOn: day(on) },
    })

    expect(findings.map(({ code }) => code)).toContain('P3')
  },
)

test.each(['national', 'shanxi'])(
  'policy/%s.yaml: values stand in order of date, and a rule uses each',
  (name) => {
    const file = resolve(import.meta.dirname, `../../../policy/${name}.yaml`)
    const entries: Record<string, { values: { from: string }[] }> = parse(readFileSync(file, 'utf8'))
    // The holidays are no limit of one rule: whichever counts working days reads them.
    const used = new Set([...rules.map((rule) => rule.parameter), 'calendar.holidays'])

    expect(Object.keys(entries).filter((key) => !used.has(key))).toEqual([])
    for (const { values } of Object.values(entries)) {
      const days = values.map(({ from }) => day(from))
      expect(days).toEqual([...new Set(days)].sort())
    }
  },
)

test('without a policy the rules are silent: a foreign county has other rules', () => {
  const codes = new Set(rules.map((rule) => rule.code))
  const told = cases.flatMap(
    ({ before, lines = [], plan }) => rehearse(before, planOf(lines, plan), noPolicy).findings,
  )

  expect(told.filter(({ code }) => codes.has(code))).toEqual([])
})

test('an empty county under the national policy is not blocked by what it does not have', () => {
  const findings = judged({ code: 'all', world: 'empty', before: register({}) })

  expect(findings.filter(({ severity }) => severity === 'error' || severity === 'opinion')).toEqual([])
})

test('a finding about a unit lands on the line that last names it', () => {
  const each = cases.find(({ code, says }) => code === 'Q2' && says?.[0]?.[0] === 'error')
  const [finding] = each === undefined ? [] : judged(each).filter(({ code }) => code === 'Q2')

  expect(finding).toMatchObject({ at: 'plan:test#1', about: 'unit:land', place: { line: 1 } })
})

test('whatever a plan does, the rules answer with findings and never with an exception', () => {
  const policy = shippedPolicy(day('2020-12-01'))
  fc.assert(
    fc.property(anyHistory, (lines) => {
      for (const { message } of rehearse(county, planOf(lines), policy).findings)
        expect(`${message.zh}${message.en}`).not.toMatch(/undefined|NaN/)
    }),
    { numRuns: 1000 },
  )
})
