import { resolve } from 'node:path'
import { expect, test } from 'vitest'
import { day } from '../../../kernel/day.ts'
import type { Movement } from '../../../ledger/evidence.ts'
import type { Sources } from '../../../ledger/figure.ts'
import { reconciled } from '../../../ledger/reconciliation.ts'
import { policyDigest, readCountyFolder } from '../../../store/county-folder.ts'
import { openBook, sessionOf, sourceIn } from '../session.ts'
import { recordedUntil } from '../time.ts'
import { curveDays, curvePoints, definitionOf, isFlat } from './curve.ts'
import { plotOf } from './plot.ts'
import { filteredBy, openedOn, promisedOn } from './promises.ts'
import { sourcesViewer } from './sources-on.ts'
import { substitutesIn } from './substitutes.ts'
import { tableRows } from './table.ts'

const files = readCountyFolder(resolve(import.meta.dirname, '../../../../counties/hequ'))
const opened = {
  ...files,
  policies: [...files.policies],
  findings: [...files.findings],
  policyDigest: policyDigest(files.policies),
  plans: { ...files.plans },
}
const book = openBook(opened)
const session = sessionOf(book, sourceIn(opened, Object.keys(files.plans)[0]))
const { account, plan } = session
const look = sourcesViewer(session)
if (account === undefined || plan === undefined || look === undefined) throw new Error('Hequ has no plan')
const recorded = recordedUntil(session, day('2024-06-30'))
const days = curveDays(session, recorded)
const before = day('2020-06-30')
const lineOn = (on: Parameters<typeof look>[0], id: string) =>
  promisedOn(session, on, look).find(({ figure }) => figure.id === id)
const curve = (id: string) => {
  const definition = definitionOf(id)
  if (definition === undefined) throw new Error(`no figure ${id}`)
  return [...curvePoints(definition, days, look)]
}

test('when the plan has ended, every figure is what the ledger says it is', () => {
  for (const { figure, today } of promisedOn(session, plan.completesOn, look))
    expect([figure.id, today]).toEqual([figure.id, figure.computed])
})

test('before the plan takes effect the organs are as many as they were, and the promise is still to come', () => {
  const line = lineOn(before, 'organs.after')

  expect(line?.today).toBe(account.figures.find(({ id }) => id === 'organs.before')?.computed)
  expect(line?.standing).toBe('coming')
  expect(lineOn(plan.completesOn, 'organs.after')?.standing).toBe('holds')
  expect(lineOn(before, 'organs.before')?.standing).toBe('holds')
})

test('dated things count once their day has come', () => {
  const talks = account.sources.evidence.events.filter(({ kind }) => kind === 'talk')
  const first = talks.map(({ on }) => on).sort()[0]
  const counted = talks.filter(({ on }) => on === first).reduce((sum, { people }) => sum + people, 0)

  expect(lineOn(first ?? before, 'talks')?.today).toBe(counted)
})

test('a published figure that the rows do not make differs, by the amount that is missing', () => {
  const published = account.sources.evidence.published.map((row) =>
    row.id === 'organs.after' ? { ...row, value: row.value - 2 } : row,
  )
  const figures = account.figures.map((figure) =>
    figure.id === 'organs.after' && figure.published !== undefined
      ? { ...figure, published: figure.published - 2, agrees: false }
      : figure,
  )
  const sources: Sources = { ...account.sources, evidence: { ...account.sources.evidence, published } }
  const altered = { ...session, account: { ...account, sources, figures } }
  const lines = promisedOn(altered, plan.completesOn, sourcesViewer(altered))
  const line = lines.find(({ figure }) => figure.id === 'organs.after')

  expect(line).toMatchObject({ standing: 'differs', difference: 2 })
  expect(filteredBy(lines, 'differ').map(({ figure }) => figure.id)).toContain('organs.after')
})

test('a published figure without rows cannot be checked, and says so', () => {
  const altered = {
    ...session,
    account: {
      ...account,
      figures: account.figures.map((figure) =>
        figure.id === 'area' ? { ...figure, computed: undefined, agrees: undefined, rows: [] } : figure,
      ),
    },
  }
  const line = promisedOn(altered, before, look).find(({ figure }) => figure.id === 'area')

  expect(line?.standing).toBe('unknown')
  expect(line?.warnings.map(({ en }) => en).join()).toContain('cannot be checked')
})

test('figures that do not fit one another warn wherever one of them stands', () => {
  const lines = promisedOn(session, before, look)
  for (const { figures, statement } of reconciled(account.figures).filter(({ fits }) => !fits))
    for (const id of figures)
      expect(lines.find(({ figure }) => figure.id === id)?.warnings).toContainEqual(statement)
  expect(filteredBy(lines, 'warn').every(({ warnings }) => warnings.length > 0)).toBe(true)
  expect(filteredBy(lines, 'warn').length).toBeGreaterThan(5)
})

test('the curve has the baseline, each day of steps with the day before it, each end of a year and the end', () => {
  const steps = [...new Set(session.moves.map(({ on }) => on))]
  for (const on of [
    session.county.register.county.baselineOn,
    ...steps,
    day('2020-12-31'),
    day('2022-12-31'),
    plan.completesOn,
  ])
    expect(days).toContain(on)
  expect(days).toContain('2020-11-30')
  expect([...days].sort()).toEqual(days)
})

test('the curve of the organs falls on the day of effect, that of the ratio rises to what was promised', () => {
  const organs = curve('organs.after')
  const at = (on: string) => organs.find((point) => point.on === on)?.value

  expect(at('2020-11-30')).toBe(account.figures.find(({ id }) => id === 'organs.before')?.computed)
  expect(at('2020-12-01')).toBe(account.figures.find(({ id }) => id === 'organs.after')?.computed)
  const ratio = curve('ratio.after').map(({ value }) => value ?? 0)
  expect(ratio[0]).toBe(account.figures.find(({ id }) => id === 'ratio.before')?.computed)
  expect(ratio.at(-1)).toBe(account.figures.find(({ id }) => id === 'ratio.after')?.computed)
  expect(isFlat(curve('organs.before'))).toBe(true)
  expect(isFlat(organs)).toBe(false)
})

test('a merged department has no curve before it is there', () => {
  const posts = curve('superBureau.posts')

  expect(posts[0]?.value).toBeUndefined()
  expect(posts.at(-1)?.value).toBe(account.figures.find(({ id }) => id === 'superBureau.posts')?.computed)
  const { past } = plotOf(posts, box, { recorded, published: undefined })
  expect(past.match(/M/g)?.length).toBe(1)
})

const box = { width: 100, height: 40, top: 4, foot: 4 }

test('the line is solid as far as the record goes and dashed from there, inside its box', () => {
  const points = curve('supportedStaff.target')
  const { past, rest, y, low, high, published } = plotOf(points, box, {
    recorded,
    published: high100(points),
  })
  const ends = (path: string) => path.match(/[\d.]+ [\d.]+/g) ?? []

  expect(ends(past).at(-1)).toBe(ends(rest)[0])
  expect([y(low), y(high)]).toEqual([36, 4])
  expect(published).toBe(4)
  expect(plotOf(points, box, { recorded: plan.completesOn, published: undefined }).rest).toBe('')
})

const high100 = (points: readonly { readonly value: number | undefined }[]) =>
  Math.max(...points.map(({ value }) => value ?? 0)) + 100

test('a day’s number opens to rows that add up to it', () => {
  for (const id of ['organs.after', 'supportedStaff.target', 'institutionPosts.after']) {
    const line = lineOn(before, id)
    const rows = line && openedOn(line.figure, look(before))
    expect(rows?.value).toBe(line?.today)
    expect(rows?.rows.reduce((sum, row) => sum + row.value, 0)).toBe(line?.today)
  }
})

test('the table goes to a file with every figure, numbers as they are', () => {
  const lines = promisedOn(session, before, look)
  const rows = tableRows(lines, {
    pick: ({ en }) => en,
    standing: (each) => each,
    relation: (each) => each ?? '',
  })

  expect(rows.length).toBe(account.figures.length)
  const row = rows.find(([id]) => id === 'approval.workingDaysSaved')
  expect(row?.[3]).toBe('atLeast')
  expect(typeof row?.[4]).toBe('number')
})

test('people who go to an enterprise, organs behind one door and posts of another kind are told as substitutes', () => {
  const person = [...account.after.people.values()].find(({ supported }) => supported)
  const movement: Movement = { id: 'm-x', on: day('2021-03-01'), kind: 'toEnterprise', person: person?.id }
  const sources: Sources = {
    ...account.sources,
    evidence: {
      ...account.sources.evidence,
      movements: [...account.sources.evidence.movements, movement],
    },
  }
  const told = (each: Sources) => substitutesIn(each).map(({ statement }) => statement.en)

  expect(told(sources).join('\n')).toContain('1 of those who leave go to an enterprise')
  expect(told(account.sources).join('\n')).not.toContain('go to an enterprise')
  const coLocated = [...account.after.units.values()].filter(
    ({ coLocatedWith, closedOn }) => coLocatedWith !== undefined && closedOn === undefined,
  )
  const shares = substitutesIn(account.sources).find(({ figures }) => figures.includes('organs.after'))
  expect(shares?.statement.zh).toContain(coLocated[0]?.short)
})

test('without a plan there is nothing to hold against what was published', () => {
  const bare = sessionOf(book, undefined)

  expect(promisedOn(bare, before, sourcesViewer(bare))).toEqual([])
  expect(curveDays(bare, recorded)).toEqual([])
})
