import { resolve } from 'node:path'
import { expect, test } from 'vitest'
import { lineSpans } from '../../../reform/editing/line-spans.ts'
import { insertLine } from '../../../reform/editing/plan-edit.ts'
import { countersOf } from '../../../reform/impact.ts'
import { candidatesFor } from '../../../reform/legal/candidates.ts'
import { pairIn } from '../../../reform/legal/pair.ts'
import { triedFor } from '../../../reform/legal/try.ts'
import { remediesFor } from '../../../reform/remedies/index.ts'
import { policyDigest, readCountyFolder } from '../../../store/county-folder.ts'
import { flowOf } from '../../river/flow.ts'
import { measures, scopes } from '../../river/types.ts'
import type { Bench } from '../bench.ts'
import { openBook, sessionOf, sourceIn } from '../session.ts'
import { effectOf } from './line-effect.ts'
import { linesNaming, litBy, unitsOf } from './lit.ts'
import { stageOf } from './stage.ts'
import { openedStream } from './stream-rows.ts'
import { wardOf } from './ward.ts'

const folder = readCountyFolder(resolve(import.meta.dirname, '../../../../counties/hequ'))
const files = {
  ...folder,
  policies: [...folder.policies],
  findings: [...folder.findings],
  policyDigest: policyDigest(folder.policies),
  plans: { ...folder.plans },
}
const planId = Object.keys(files.plans)[0] ?? ''
const book = openBook(files)
const text = sourceIn(files, planId)?.text ?? ''

/** A bench over the county with a text, as far as these models ask of it. */
const benchOf = (written: string): Bench =>
  ({
    book,
    planId,
    text: written,
    spans: lineSpans(written),
    session: sessionOf(book, { id: planId, text: written }),
    isBehind: false,
  }) as unknown as Bench

const bench = benchOf(text)
const { account, moves } = bench.session
if (account === undefined) throw new Error('the county of the tests has a plan')
const change = { before: account.before, after: account.after, moves: moves.flatMap((each) => each.moves) }
const stage = stageOf(bench)
if (stage === undefined) throw new Error('the plan of the county can be read')

const tried = (moved: string, onto: string) => {
  const pair = pairIn(account.after, moved, onto)
  return pair === undefined ? [] : triedFor(pair, stage)
}
const codes = (moved: string, onto: string, op: string) =>
  tried(moved, onto)
    .find((each) => each.op === op)
    ?.findings.map(({ code }) => code)

test('in the county two departments may be merged, and nothing stands against it', () => {
  expect(codes('water', 'agriculture', 'merge-units')).toEqual([])
})

test('the supervisory commission may be merged only at the price of the law, and co-located without it', () => {
  expect(codes('discipline', 'organisation', 'merge-units')).toContain('M1')
  expect(codes('discipline', 'organisation', 'co-locate-units')).not.toContain('M1')
})

test('every line that is offered can be written into the file, and the plan then says what was foretold', () => {
  const before = countersOf(account.after)
  for (const { line, counters, refusals, amends } of tried('party-school', 'organisation')) {
    if (refusals.length > 0 || amends !== undefined) continue
    const longer = insertLine(text, stage.number, line) ?? ''
    const { account: then } = sessionOf(book, { id: planId, text: longer })
    const after = countersOf(then?.after ?? account.before)
    for (const id of Object.keys(before) as (keyof typeof before)[])
      if (id !== 'openUnits')
        expect([line.op, id, after[id] - before[id]]).toEqual([
          line.op,
          id,
          counters.find((each) => each.id === id)?.change ?? 0,
        ])
  }
})

test('every operation that two bodies fill is thought of', () => {
  const pair = pairIn(account.after, 'water', 'agriculture')
  const ops = pair === undefined ? [] : candidatesFor(pair, account).map(({ line }) => line.op)

  expect(new Set(ops).size).toBe(ops.length)
  expect(ops).toEqual(
    expect.arrayContaining([
      'merge-units',
      'absorb-unit',
      'co-locate-units',
      'dissolve-unit',
      'change-subordination',
      'add-nameplate',
      'transfer-duty',
      'assign-person',
    ]),
  )
})

test.each(measures)('in %s what flows in the ribbons is what they are wide for', (measure) => {
  const tables = { people: 'people', duties: 'duties', money: 'budget', posts: 'quotas' } as const
  for (const scope of scopes) {
    const flow = flowOf(change, measure, scope)
    const told = flow.streams.slice(0, 12)
    for (const stream of told) {
      const content = openedStream(flow, stream, change).find(
        ({ opened }) => opened.id === `stream:${tables[measure]}`,
      )
      // A budget line that was cut is one row in two ribbons.
      if (measure === 'money' && stream.to === 'ended') continue
      if (measure === 'money') expect(content?.opened.value ?? 0).toBeGreaterThanOrEqual(stream.value)
      else expect([stream.id, content?.opened.value ?? 0]).toEqual([stream.id, stream.value])
    }
  }
})

test('a merger lights the ribbons from its sources to what it forms, and no others', () => {
  const flow = flowOf(change, 'posts', 'organs')
  const merger = bench.spans?.find(({ value }) => value?.into === 'development')?.value
  const lit = litBy(unitsOf(merger, change), flow, change)

  expect([...(lit?.bars ?? [])].filter((each) => each.startsWith('after:'))).toEqual(['after:development'])
  expect(lit?.bars.has('before:industry')).toBe(true)
  expect(lit?.bars.has('before:science-education')).toBe(false)
  expect(litBy(['nobody'], flow, change)).toBeUndefined()
})

test('the lines that name a unit are told with their numbers', () => {
  const lines = linesNaming('science-education', bench.spans)

  expect(lines.map(({ op }) => op)).toEqual(expect.arrayContaining(['transfer-duty', 'rename-unit']))
  for (const { number, op } of lines) expect(bench.spans?.[number - 1]?.value?.op).toBe(op)
})

test('what the lines change one by one is what the plan changes', () => {
  const [was, is] = [countersOf(account.before), countersOf(account.after)]
  const numbers = new Set(account.steps.map(({ line }) => line.number))
  const ids = ['organs', 'institutions', 'nameplates', 'seals', 'people', 'duties'] as const
  const total = Object.fromEntries(ids.map((id) => [id, 0]))
  // The organs come first in the file; the hundreds of lines after them are about institutions and people.
  for (const number of [...numbers].slice(0, 40))
    for (const { id, change: by } of effectOf(account.before, account.steps, number) ?? [])
      if (id in total) total[id] = (total[id] ?? 0) + by

  expect(total.organs).toBe(is.organs - was.organs)
  expect(total.people).toBe(0)
  expect(effectOf(account.before, account.steps, 9999)).toBeUndefined()
})

test('a plan drawn for another register, and one that expects another figure, are mended as the page offers it', () => {
  const other = text.replace(/hash: sha256:[0-9a-f]+/, `hash: sha256:${'0'.repeat(64)}`)
  const ward = wardOf(benchOf(other))
  const finding = ward?.now.findings.find(({ code }) => code === 'D10')
  if (ward === undefined || finding === undefined) throw new Error('the register is another one')
  const [remedy] = remediesFor(finding, ward)

  expect(remedy?.edit(other)).toContain(book.county.manifest.digest)
  expect(wardOf({ ...benchOf(text), isBehind: true } as Bench)).toBeUndefined()
})

test('a text that cannot be read is mended too', () => {
  const broken = text.replace('title: ', 'title：')
  const ward = wardOf(benchOf(broken))
  const finding = ward?.now.findings.find(({ code }) => code === 'F01')
  const remedies = ward === undefined || finding === undefined ? [] : remediesFor(finding, ward)

  expect(remedies.length).toBe(1)
  expect(remedies[0]?.edit(broken)).toBe(text)
})
