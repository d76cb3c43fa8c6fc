import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { OpenCounty } from '../../../ledger/opening.ts'
import { lineSpans } from '../../../reform/editing/line-spans.ts'
import { countersOf } from '../../../reform/impact.ts'
import { type OperationName, operations } from '../../../reform/operations/index.ts'
import {
  exampleCounty,
  examplePlan,
  examplesAfter,
  planExamples,
} from '../../../reform/plan-examples.testing.ts'
import { readPlan } from '../../../reform/plan-file.ts'
import { noPolicy } from '../../../reform/policy.ts'
import { rehearse } from '../../../reform/rehearse.ts'
import { policyDigest, readCountyFolder } from '../../../store/county-folder.ts'
import { openBook, type Session, sessionOf, sourceIn } from '../session.ts'
import { cardsOf, cardsWith } from './cards.ts'

/** A plan over the county of the examples, as the workbench has it. */
const sessionOver = (text: string): Session => {
  const register = exampleCounty()
  const plan = readPlan(text, 'example').plan
  if (plan === undefined) throw new Error('the plan of a test cannot be read')
  const account = rehearse(register, plan, noPolicy)
  return {
    county: { register } as OpenCounty,
    planIds: [],
    plan,
    isCarriedOut: false,
    account: account as unknown as Session['account'],
    moves: [],
    sentences: [],
    findings: [],
  }
}

const cards = (text: string) => cardsOf(sessionOver(text), lineSpans(text) ?? [])

describe.each(operations.map(({ name }) => name))('the card of %s', (name: OperationName) => {
  const text = examplePlan(...[examplesAfter[name] ?? '', planExamples[name]].filter(Boolean))
  const card = cards(text).at(-1)

  test('says in both languages what the line is about', () => {
    expect(card?.about?.first.zh).toMatch(/\S/)
    expect(card?.about?.first.en).toMatch(/\S/)
    expect(JSON.stringify(card?.about)).not.toMatch(/undefined|NaN|\[object/)
  })

  test('tells the effect that the line has on the counters', () => {
    const { effect } = card ?? {}
    const session = sessionOver(text)
    const [before, after] = [
      countersOf(session.county.register),
      countersOf((session.account as NonNullable<Session['account']>).after),
    ]
    const changed = (['organs', 'institutions', 'leadingPosts', 'posts'] as const).find(
      (of) => before[of] !== after[of],
    )

    expect(effect).toEqual({
      of: changed ?? 'organs',
      change: changed === undefined ? 0 : after[changed] - before[changed],
    })
  })
})

const chaptered = `sanding: 1
title: 甲
authority: 乙
effectiveOn: 2020-12-01
lines:
  # ══ 一、党委机构 ══════
  # 并入
  - op: absorb-unit
    units: [forestry]
    into: land
  - op: rename-unit
    on: 2021-01-01
    unit: nowhere
    name: 丁
    nameEn: D
  - op: no-such-thing
`

test('a chapter is told apart from the comment of a line, and a day only where it is its own', () => {
  const [first, second, third] = cards(chaptered)

  expect([first?.chapters, first?.comment, first?.on]).toEqual([['一、党委机构'], '并入', undefined])
  expect(second?.on).toBe('2021-01-01')
  expect([third?.term.zh, third?.about]).toEqual(['no-such-thing', undefined])
})

test('a refused line is told, and has no effect', () => {
  const second = cards(chaptered)[1]

  expect(second?.about?.second?.zh).toBe('丁')
  expect(second?.effect).toBeUndefined()
})

test('cards are found by operation, by name, by id and by comment', () => {
  const all = cards(chaptered)
  const found = (words: string) => cardsWith(all, words).map(({ number }) => number)

  expect(found('')).toEqual([1, 2, 3])
  expect(found('并入')).toEqual([1])
  expect(found('forestry land')).toEqual([1])
  expect(found('RENAME')).toEqual([2])
  expect(found('nowhere')).toEqual([2])
  expect(found('no card has these words')).toEqual([])
})

test('over the plan of a county the effects of all cards come to what the plan changes', () => {
  const files = readCountyFolder(join(import.meta.dirname, '../../../../counties/hequ'))
  const opened = {
    ...files,
    policies: [...files.policies],
    findings: [...files.findings],
    policyDigest: policyDigest(files.policies),
    plans: { ...files.plans },
  }
  const source = sourceIn(opened, Object.keys(files.plans)[0])
  const session = sessionOf(openBook(opened), source)
  const all = cardsOf(session, lineSpans(source?.text ?? '') ?? [])
  const total = (of: string) =>
    all.reduce((sum, { effect }) => sum + (effect?.of === of ? effect.change : 0), 0)
  const [before, after] = [session.county.register, session.account?.after ?? session.county.register].map(
    countersOf,
  )

  expect(total('organs')).toBe((after?.organs ?? 0) - (before?.organs ?? 0))
  expect(total('institutions')).toBe((after?.institutions ?? 0) - (before?.institutions ?? 0))
  expect(all.filter(({ about }) => about === undefined)).toEqual([])
})
