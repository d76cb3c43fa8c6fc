import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { expect, test } from 'vitest'
import { unifiedCode } from '../counties/hequ/generator/codes.ts'
import { hequTables } from '../counties/hequ/generator/tables.ts'
import { accountOf } from '../src/ledger/account.ts'
import { openCounty } from '../src/ledger/opening.ts'
import { operations } from '../src/reform/operations/index.ts'
import { readPlan } from '../src/reform/plan-file.ts'
import { policyFrom } from '../src/reform/policy.ts'
import { breaches } from '../src/register/invariants.ts'
import { policyDigest, readCountyFolder } from '../src/store/county-folder.ts'

const counties = resolve(import.meta.dirname, '../counties')

const accountIn = (name: string, planId: string) => {
  const files = readCountyFolder(join(counties, name))
  const county = openCounty(files.tables)
  const text = files.plans[planId] ?? ''
  const read = readPlan(text, planId)
  if (read.plan === undefined) throw new Error('no plan')
  const policy = policyFrom(files.policies, read.plan.effectiveOn, policyDigest(files.policies))
  return { files, county, read, text, plan: read.plan, account: accountOf(county, read.plan, policy) }
}

const hequ = accountIn('hequ', '2020-reform')
const fushan = accountIn('fushan', '2025-reform')

test('the generator of Hequ writes the very bytes that are shipped', () => {
  const changed = Object.entries(hequTables()).filter(
    ([file, text]) => readFileSync(join(counties, 'hequ', file), 'utf8') !== text,
  )

  expect(changed.map(([file]) => file)).toEqual([])
})

test('codes carry the check characters of the standard', () => {
  expect(unifiedCode('organ', 1)).toBe('11140930000000019W')
  expect(unifiedCode('institution', 2)).toBe('12140930000000027L')
})

test('no two institutions of Hequ have one name, and no two units one code', () => {
  const units = [...hequ.county.register.units.values()]
  const names = units.map((unit) => unit.name)
  const codes = units.flatMap((unit) => unit.code ?? [])

  expect(names.length).toBe(new Set(names).size)
  expect(codes.length).toBe(new Set(codes).size)
})

test('every leader of Hequ who stepped down by the plan is an event, and every person over the posts is placed', () => {
  const stepped = hequ.plan.lines.filter((line) => line.basis?.startsWith('本人申请辞去领导职务'))
  const events = hequ.county.evidence.events.filter((event) => event.kind === 'leaderResigned')
  const surplus = hequ.account.figures.find((figure) => figure.id === 'surplusStaff')?.computed
  const placed = [...hequ.account.after.people.values()].filter(
    (person) => person.postKind === 'institution' && person.assignment !== undefined,
  )

  expect(stepped.length).toBe(events.length)
  expect(placed.length).toBe(surplus)
})

test('the six main departments of Hequ are headed by deputy county heads who take no post there', () => {
  const heads = [...hequ.account.after.appointments.values()].filter(
    (office) => office.concurrent && !hequ.account.before.appointments.has(office.id),
  )

  expect(heads.length).toBe(6)
  expect(new Set(heads.map((office) => office.person)).size).toBe(6)
  expect(heads.filter((office) => office.occupiesPost || office.office !== 'chief')).toEqual([])
})

test('a second county is read, rehearsed and proved like the first, without a remark on its files', () => {
  expect([...fushan.files.findings, ...fushan.county.findings, ...fushan.read.findings]).toEqual([])
  expect(fushan.account.findings.filter((finding) => finding.severity === 'error')).toEqual([])
  expect(fushan.account.findings.filter((finding) => finding.code === 'D10')).toEqual([])
  expect(fushan.account.conservation.holds).toBe(true)
  expect(breaches(fushan.account.after)).toEqual([])
})

test('a county without a merged department and with few tables has figures only where it has rows', () => {
  const figure = (id: string) => fushan.account.figures.find((each) => each.id === id)

  expect(figure('superBureau.duties')?.computed).toBeUndefined()
  expect(figure('approval.workingDaysSaved')?.computed).toBeUndefined()
  expect(figure('talks')?.computed).toBeUndefined()
  expect(figure('organs.after')?.computed).toBeGreaterThan(0)
  expect(figure('ratio.after')?.computed).toBeGreaterThan(figure('ratio.before')?.computed ?? 0)
})

test('the two plans together use every operation there is', () => {
  const used = new Set([...hequ.plan.lines, ...fushan.plan.lines].map((line) => line.operation.name))

  expect(operations.map(({ name }) => name).filter((name) => !used.has(name))).toEqual([])
})

test('counties say in their tables that documents and people are samples', () => {
  for (const { files, text } of [hequ, fushan]) {
    expect(text).toContain('示例')
    const contracts = files.tables.contracts?.rows ?? []
    expect(contracts.filter(({ cells }) => !cells.join().includes('示例'))).toEqual([])
  }
})
