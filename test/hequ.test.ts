import { readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { expect, test } from 'vitest'
import { day } from '../src/kernel/day.ts'
import { accountOf } from '../src/ledger/account.ts'
import { openCounty } from '../src/ledger/opening.ts'
import { supportPath } from '../src/ledger/path.ts'
import { countersOf } from '../src/reform/impact.ts'
import { readPlan } from '../src/reform/plan-file.ts'
import { policyFrom } from '../src/reform/policy.ts'
import { registerOn } from '../src/reform/rehearse.ts'
import { breaches } from '../src/register/invariants.ts'
import { policyDigest, readCountyFolder } from '../src/store/county-folder.ts'
import { copyOf, dropRow, edit } from './county-copy.ts'

const hequ = resolve(import.meta.dirname, '../counties/hequ')
const planFile = '2020-reform.plan.yaml'

const accountIn = (folder: string) => {
  const files = readCountyFolder(folder)
  const county = openCounty(files.tables)
  const read = readPlan(readFileSync(join(folder, planFile), 'utf8'), '2020-reform')
  if (read.plan === undefined) throw new Error('no plan')
  const policy = policyFrom(files.policies, read.plan.effectiveOn, policyDigest(files.policies))
  return { county, files, read, plan: read.plan, account: accountOf(county, read.plan, policy) }
}

const { county, files, read, plan, account } = accountIn(hequ)
const computed = (id: string, from = account) => from.figures.find((figure) => figure.id === id)?.computed

test('the tables and the plan are read without a remark', () => {
  expect([...files.findings, ...county.findings, ...read.findings]).toEqual([])
})

test('the plan can be carried out: nothing blocks it', () => {
  expect(account.findings.filter((finding) => finding.severity === 'error')).toEqual([])
  expect(account.findings.filter((finding) => finding.code === 'D10')).toEqual([])
})

test('the register after the plan keeps every promise, and nothing is lost', () => {
  expect(breaches(account.after)).toEqual([])
  expect(account.conservation.counterExamples).toEqual([])
  expect(account.conservation.holds).toBe(true)
})

test('every figure that was published is computed, and agrees', () => {
  const printed = county.evidence.published.map((row) => row.id)

  expect(printed.length).toBeGreaterThan(40)
  expect(printed.filter((id) => !account.figures.some((figure) => figure.id === id))).toEqual([])
  expect(account.figures.filter((figure) => figure.agrees === false).map((figure) => figure.id)).toEqual([])
  expect(
    account.figures
      .filter((figure) => figure.agrees === undefined && printed.includes(figure.id))
      .map((figure) => figure.id),
  ).toEqual([])
})

test('every computed figure opens to its rows', () => {
  const bare = account.figures.filter(
    (figure) => figure.computed !== undefined && figure.computed !== 0 && figure.rows.length === 0,
  )

  expect(bare.map((figure) => figure.id)).toEqual([])
})

test('the three savings are three different numbers', () => {
  const [nominal, realised, steady] = ['nominalYuan', 'realisedYuan', 'steadyYuan'].map((kind) =>
    computed(`staffSaving.${kind}`),
  )

  expect(nominal).toBeGreaterThan(steady ?? Number.POSITIVE_INFINITY)
  expect(steady).toBeGreaterThan(realised ?? Number.POSITIVE_INFINITY)
})

test('the ratio comes from people leaving year by year', () => {
  const path = supportPath(account.sources)

  expect(path.map(({ count }) => count)).toEqual([...path.map(({ count }) => count)].sort((a, b) => b - a))
  expect(path.at(-1)?.count).toBe(computed('supportedStaff.target'))
})

test('before the plan takes effect the county is as it was; at the end it is as rehearsed', () => {
  expect(countersOf(registerOn(account.before, plan, day('2020-11-30')))).toEqual(countersOf(account.before))
  expect(countersOf(registerOn(account.before, plan, plan.completesOn))).toEqual(countersOf(account.after))
})

test('no published figure stands in a table that feeds a computation', () => {
  const numbers = ['124000', '1964', '1305', '3875', '3100', '133000000', '3670000', '10500']
  const cells = Object.entries(files.tables)
    .filter(([name]) => name !== 'published')
    .flatMap(([name, table]) => table.rows.flatMap((row) => row.cells.map((cell) => [name, cell] as const)))

  expect(cells.filter(([, cell]) => numbers.includes(cell))).toEqual([])
})

/** Change one row and the figure moves. */
test.each([
  ['population', 'areas', 'first'],
  ['towns', 'areas', 'first'],
  ['organs.before', 'units', 'audit'],
  ['institutionPosts.before', 'quotas', 'institution'],
  ['supportedStaff.before', 'people', 'first'],
  ['supportedStaff.target', 'movements', 'first'],
  ['operatingSaving.yuan', 'budget', 'operatingFixed'],
  ['staffSaving.nominalYuan', 'budget', ',staff,'],
  ['staffSaving.shareOfRevenue', 'revenue', 'last'],
  ['approval.workingDaysSaved', 'steps', 'publicity'],
  ['projects.commencementRate', 'projects', '2021'],
  ['talks', 'events', 'talk'],
  ['opinions', 'events', 'opinion'],
] as const)('%s moves when one row of %s goes', (figure, table, which) => {
  const folder = copyOf('hequ')
  edit(folder, table, (lines) => {
    const at =
      which === 'first'
        ? 1
        : which === 'last'
          ? lines.length - 1
          : lines.findIndex((line, row) => row > 0 && line.includes(which))
    return lines.filter((_, row) => row !== at)
  })

  const moved = accountIn(folder).account

  expect(computed(figure, moved)).not.toBe(computed(figure))
})

test('a duty taken out of the super bureau’s sources shows in its count', () => {
  const folder = copyOf('hequ')
  const energyDuty = county.register.duties.heldBy('energy' as never)[0]?.id ?? ''
  dropRow(folder, 'duties', energyDuty)
  const changed = accountIn(folder).account

  expect(computed('superBureau.duties', changed)).toBe((computed('superBureau.duties') ?? 0) - 1)
})

test('publicity periods that run side by side already leave nothing to save', () => {
  const folder = copyOf('hequ')
  edit(folder, 'steps', ([header = '', ...rows]) => {
    const at = header.split(',').indexOf('after')
    return [
      header,
      ...rows.map((row) =>
        row
          .split(',')
          .map((cell, column) => (column === at ? '' : cell))
          .join(','),
      ),
    ]
  })

  expect(computed('approval.workingDaysSaved', accountIn(folder).account)).toBe(0)
})

test('a plan whose own expectation is wrong fails, with the line', () => {
  const folder = copyOf('hequ')
  const file = join(folder, planFile)
  writeFileSync(file, readFileSync(file, 'utf8').replace(/organs\.after: \d+/, 'organs.after: 21'))

  const found = accountIn(folder).account.findings.filter((finding) => finding.code === 'E01')

  expect(found.length).toBe(1)
  expect(found[0]?.place?.line).toBeGreaterThan(1)
})

test('a person past the retirement age on the baseline day counts in neither the people nor the ratio', () => {
  const folder = copyOf('hequ')
  edit(folder, 'people', ([header = '', first = '', ...rest]) => {
    const at = header.split(',').indexOf('born')
    const cells = first.split(',').map((cell, column) => (column === at ? '1940-01' : cell))
    return [header, cells.join(','), ...rest]
  })
  const { account: changed } = accountIn(folder)

  expect(computed('supportedStaff.before', changed)).toBe((computed('supportedStaff.before') ?? 0) - 1)
  const ratio = changed.figures.find((figure) => figure.id === 'ratio.before')
  expect(ratio?.formula.en).toContain('3,874')
})
