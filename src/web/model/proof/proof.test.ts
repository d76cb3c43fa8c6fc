import { resolve } from 'node:path'
import { expect, test } from 'vitest'
import { canonical, sha256Hex } from '../../../kernel/canonical.ts'
import { provedFrom } from '../../../reform/conservation.ts'
import { expectationOf } from '../../../reform/expectations.ts'
import { rules } from '../../../reform/rules/index.ts'
import { type Draft, draftOf, frozen } from '../../../register/register.ts'
import { policyDigest, readCountyFolder } from '../../../store/county-folder.ts'
import type { Opened } from '../opened.ts'
import { openBook, sessionOf, sourceIn } from '../session.ts'
import { affectedBy } from './affected.ts'
import { costYears, ways } from './cost.ts'
import { costLayout, reachOf } from './cost-layout.ts'
import { nominalTree } from './formula.ts'
import { issue } from './issue.ts'
import { type MatrixRow, matrixOf } from './matrix.ts'
import { columns } from './matrix-cells.ts'
import { netted } from './netted.ts'
import { otherFindings, planLineOf, ruleRows } from './rule-rows.ts'
import type { Proof } from './things.ts'

const files = readCountyFolder(resolve(import.meta.dirname, '../../../../counties/hequ'))
const opened = {
  ...files,
  policies: [...files.policies],
  findings: [...files.findings],
  policyDigest: policyDigest(files.policies),
  plans: { ...files.plans },
}
const book = openBook(opened)
const source = sourceIn(opened, Object.keys(files.plans)[0])
const session = sessionOf(book, source)
const { account, plan } = session
if (account === undefined || plan === undefined || source === undefined) throw new Error('Hequ has no plan')
const matrix = matrixOf(account)
const figure = (id: string) => account.figures.find((each) => each.id === id)?.computed

const sum = ({ rows }: Pick<Opened, 'rows'>) => rows.reduce((total, row) => total + row.value, 0)
const rowOf = (rows: readonly MatrixRow[], id: string) => {
  const row = rows.find((each) => each.id === id)
  if (row === undefined) throw new Error(`no row ${id}`)
  return row
}

/** The plan’s register after somebody has tampered with it, proved anew. */
const planted = (tamper: (draft: Draft) => void): Proof => {
  const draft = draftOf(account.after)
  tamper(draft)
  const after = frozen(draft)
  const conservation = provedFrom(account.before, after, expectationOf(account.before, account.moves))
  return { before: account.before, after, moves: account.moves, conservation }
}

test('every conserved thing has a row, and every number is the sum of the rows that it opens', () => {
  expect(matrix.filter(({ isPart }) => !isPart).map(({ table }) => table)).toEqual(
    account.conservation.balances.map(({ table }) => table),
  )
  for (const { id, cells } of matrix)
    for (const column of columns)
      expect([id, column, sum(cells[column])]).toEqual([id, column, cells[column].value])
})

test('a row adds up: before, out, in, ended and begun make after', () => {
  for (const { id, cells } of matrix) {
    const [before, out, moved, ended, begun, after] = columns.map((column) => cells[column].value ?? 0)
    expect([id, (before ?? 0) + (out ?? 0) + (moved ?? 0) + (ended ?? 0) + (begun ?? 0)]).toEqual([id, after])
    expect((moved ?? 0) + (out ?? 0)).toBe(0)
  }
})

test('the numbers are those of the proof that the certificate carries', () => {
  for (const balance of account.conservation.balances) {
    const { cells } = rowOf(matrix, balance.table)
    const value = (column: (typeof columns)[number]) => cells[column].value ?? 0
    const isPosts = balance.table === 'quotas' || balance.table === 'leadership'
    expect([balance.table, value('before'), value('after'), value('unplaced')]).toEqual([
      balance.table,
      balance.before,
      balance.after,
      balance.unplaced,
    ])
    expect(value('in') + (isPosts ? value('begun') : 0)).toBe(balance.moved)
    expect(value('begun') + value('ended')).toBe(balance.begun - balance.ended)
  }
})

test('kinds of posts add up to all posts, and the cut is that of the figures', () => {
  const parts = matrix.filter(({ id }) => id.startsWith('quotas.'))
  for (const column of columns)
    expect(parts.reduce((total, { cells }) => total + (cells[column].value ?? 0), 0)).toBe(
      rowOf(matrix, 'quotas').cells[column].value,
    )
  const cut = (figure('institutionPosts.before') ?? 0) - (figure('institutionPosts.after') ?? 0)
  expect(rowOf(matrix, 'quotas.institution').cells.ended.value).toBe(-cut)
})

test('whatever moved says from where to where, and is there', () => {
  for (const { cells } of matrix)
    for (const row of cells.in.rows) {
      expect(row.from?.zh).toBeTruthy()
      expect(row.to?.zh).toBeTruthy()
      expect(row.from).not.toEqual(row.to)
    }
  const [duty] = rowOf(matrix, 'duties').cells.in.rows
  const now = account.after.duties.get(duty?.at.replace('duties:', '') ?? '')
  expect(account.after.units.get(now?.unit as never)?.short).toBe(duty?.to?.zh)
})

test('a planted loss is not kept, by name, with what to do; everything else is', () => {
  const lost = [...account.after.archives.values()][7]
  const proof = planted((draft) => draft.archives.drop(lost?.id ?? ''))
  const rows = matrixOf(proof)
  const row = rowOf(rows, 'archives')

  expect(row.isKept).toBe(false)
  expect(row.cells.unplaced).toMatchObject({ value: 1, rows: [{ at: `archives:${lost?.id}` }] })
  expect(row.cells.after.value).toBe((row.cells.before.value ?? 0) - 1)
  expect(rowOf(rows, 'archives.volumes').cells.unplaced.value).toBe(lost?.volumes)
  expect(row.examples.map(({ finding }) => [finding.code, finding.remedy !== undefined])).toEqual([
    ['N02', true],
  ])
  expect(rows.filter(({ isKept }) => !isKept).map(({ id }) => id)).toEqual(['archives', 'archives.volumes'])
  for (const { cells } of rows)
    for (const column of columns) expect(sum(cells[column])).toBe(cells[column].value)
})

test('posts that vanish are not kept, in their kind alone', () => {
  const quota = [...account.after.quotas.values()].find(
    ({ kind, posts }) => kind === 'institution' && posts > 3,
  )
  if (quota === undefined) throw new Error('no institution posts')
  const rows = matrixOf(planted((draft) => draft.quotas.put({ ...quota, posts: quota.posts - 3 })))

  expect(rows.filter(({ isKept }) => !isKept).map(({ id }) => id)).toEqual(['quotas', 'quotas.institution'])
  expect(rowOf(rows, 'quotas').cells.unplaced.value).toBe(1)
})

test('posts that are added by one line and cut by another keep the sums of the proof', () => {
  const text = source.text.replace(/(unit: party-school, kind: institution, posts: )\d+/, '$1500')
  expect(text).not.toBe(source.text)
  const added = sessionOf(book, { id: source.id, text })
  const balance = added.account?.conservation.balances.find(({ table }) => table === 'quotas')
  const row = rowOf(matrixOf(added.account as Proof), 'quotas')

  expect(row.cells.begun.value).toBeGreaterThan(0)
  expect((row.cells.in.value ?? 0) + (row.cells.begun.value ?? 0)).toBe(balance?.moved)
  expect((row.cells.begun.value ?? 0) + (row.cells.ended.value ?? 0)).toBe(
    (balance?.begun ?? 0) - (balance?.ended ?? 0),
  )
})

test('what a unit receives of a kind is set off against what it gives of the same kind', () => {
  const passage = (from: string | undefined, to: string | undefined, value: number, key = 'institution') => ({
    key,
    from,
    to,
    value,
  })

  expect(netted([passage('a', 'b', 5), passage('b', 'c', 3), passage('b', 'b', 9)])).toEqual([
    passage('a', 'b', 2),
    passage('a', 'c', 3),
  ])
  expect(netted([passage('a', 'b', 4), passage('b', undefined, 6)])).toEqual([
    passage('b', undefined, 2),
    passage('a', undefined, 4),
  ])
  expect(netted([passage('a', 'b', 4), passage('b', 'a', 4, 'administrative')]).length).toBe(2)
})

test('every rule of the book is told, with its clause, its state and its findings', () => {
  const rows = ruleRows(session.findings, book.policyOn(plan.effectiveOn))
  const state = (code: string) => rows.find((row) => row.code === code)?.state

  expect(rows.map(({ code }) => code)).toEqual(rules.map(({ code }) => code))
  expect(rows.every(({ because }) => because !== undefined)).toBe(true)
  expect([state('Q1'), state('M3'), state('W4'), state('M9')]).toEqual(['pass', 'opinion', 'warning', 'note'])
  expect(rows.find(({ code }) => code === 'W4')?.because?.verified).toBe(false)
  const told = [...rows.flatMap(({ findings }) => findings), ...otherFindings(session.findings, rows)]
  expect(new Set(told)).toEqual(new Set(session.findings))
})

test('a rule without a limit in force is silent, not passed', () => {
  expect(ruleRows([], { digest: '', findings: [], limit: () => undefined })[0]?.state).toBe('silent')
})

test('a finding leads to its line of the plan, and one about a table does not', () => {
  const statistics = session.findings.find(({ code }) => code === 'M3')
  const line = statistics && planLineOf(statistics)

  expect(source.text.split('\n')[(line ?? 0) - 1]).toContain('op:')
  expect(
    planLineOf({ ...(statistics as never as object), at: 'table:people.csv#3' } as never),
  ).toBeUndefined()
})

test('each year’s saving is the sum of its rows; the last years are the figures of the ledger', () => {
  const years = costYears(account.sources)
  const at = (year: number) => years.find((each) => each.year === year)

  expect(years.map(({ year }) => year)).toEqual([2020, 2021, 2022, 2023, 2024, 2025])
  for (const year of years) for (const way of ways) expect(sum(year[way])).toBe(year[way].value)
  expect(at(2021)?.cash.value).toBe(figure('staffSaving.realisedYuan'))
  expect(at(2025)?.cash.value).toBe(figure('staffSaving.steadyYuan'))
  expect(at(2025)?.nominal.value).toBe(figure('staffSaving.nominalYuan'))
  expect(at(2025)?.running.value).toBe(figure('operatingSaving.yuan'))
})

test('the years are drawn to one scale from zero, inside the drawing', () => {
  const years = costYears(account.sources)
  const layout = costLayout(years)
  const [first] = layout.columns

  for (const [at, column] of layout.columns.entries())
    for (const way of ways) {
      const { y, height, x, width } = column[way]
      expect(y + height).toBeCloseTo(layout.base)
      expect(height).toBeCloseTo(layout.base - layout.y(years[at]?.[way].value ?? 0))
      expect(x >= layout.left && x + width <= layout.width && y >= 0).toBe(true)
    }
  expect(layout.columns.map(({ nominal, cash }) => nominal.height >= cash.height)).not.toContain(false)
  expect(first && first.running.x >= first.cash.x + first.cash.width).toBe(true)
  for (const column of layout.columns) {
    const [nominal, cash] = [reachOf('nominal', column, layout.base), reachOf('cash', column, layout.base)]
    expect(nominal.y + nominal.height).toBeCloseTo(cash.y)
    expect(Math.min(nominal.height, cash.height, nominal.width, cash.width)).toBeGreaterThanOrEqual(24)
  }
  expect(layout.ticks.length).toBeGreaterThan(1)
  expect(layout.ticks.length).toBeLessThan(7)
})

test('the nominal figure is taken apart down to rows, each step with its formula', () => {
  const tree = nominalTree(account.figures, account.sources)
  const value = (id: string) => tree.find(({ opened }) => opened.id === id)?.opened.value ?? 0

  expect(value('postsCut')).toBe(value('institutionPosts.before') - value('institutionPosts.after'))
  expect(Math.round(value('postsCut') * value('costPerPost'))).toBe(value('staffSaving.nominalYuan'))
  expect(value('costPerPost')).toBeCloseTo(value('staffBudget') / value('institutionPosts.before'), 6)
  expect((value('staffSaving.nominalYuan') / value('revenue')) * 100).toBeCloseTo(
    value('staffSaving.shareOfRevenue'),
    3,
  )
  for (const { opened } of tree)
    if (!['costPerPost', 'staffSaving.nominalYuan', 'staffSaving.shareOfRevenue'].includes(opened.id))
      expect([opened.id, sum(opened)]).toEqual([opened.id, opened.value])
})

test('who is affected is counted from rows', () => {
  const affected = affectedBy(account, account.figures, matrix)

  expect(affected.length).toBeGreaterThan(8)
  for (const each of affected) expect([each.id, sum(each)]).toEqual([each.id, each.value])
  expect(affected.every(({ value = 0 }) => value >= 0)).toBe(true)
  expect(affected.find(({ id }) => id === 'affected.seals')?.value).toBeGreaterThan(0)
})

test('a certificate is sealed over what it says', () => {
  const issued = issue(book, session)
  if (issued.certificate === undefined) throw new Error('refused')
  const { seal, ...body } = JSON.parse(issued.text)

  expect(seal).toBe(`sha256:${sha256Hex(canonical(body))}`)
  expect(issued.certificate.register.digest).toBe(session.county.manifest.digest)
})

test('a plan drawn for another register is refused a certificate, with the reason', () => {
  const other = source.text.replace(/hash: sha256:[0-9a-f]{4}/, 'hash: sha256:0000')
  expect(other).not.toBe(source.text)
  const issued = issue(book, sessionOf(book, { id: source.id, text: other }))

  expect(issued.certificate === undefined && issued.against.map(({ code }) => code)).toEqual(['D10'])
})
