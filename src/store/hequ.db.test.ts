import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { day } from '../kernel/day.ts'
import { accountOf } from '../ledger/account.ts'
import { openCounty } from '../ledger/opening.ts'
import { certify } from '../reform/certificate.ts'
import { registerAt } from '../reform/history.ts'
import { countersOf } from '../reform/impact.ts'
import { readPlan } from '../reform/plan-file.ts'
import { policyFrom } from '../reform/policy.ts'
import { registerDigest } from '../reform/register-digest.ts'
import { applyPlan } from './apply-plan.ts'
import { countiesFolder, policyDigest, readCountyFolder } from './county-folder.ts'
import { countiesInMemory } from './current.ts'
import { type Database, openDatabase } from './database.ts'
import { importCounty } from './import-county.ts'
import { readEntries } from './journal-store.ts'
import { freshData } from './records.testing.ts'

let database: Database
beforeAll(async () => {
  database = await openDatabase({ data: await freshData() })
  return () => database.close()
})

const path = join(countiesFolder, 'hequ')
const folder = readCountyFolder(path)
const { plan } = readPlan(readFileSync(join(path, '2020-reform.plan.yaml'), 'utf8'), '2020-reform')
if (plan === undefined) throw new Error('the plan cannot be read')
const policy = policyFrom(folder.policies, plan.effectiveOn, policyDigest(folder.policies))
const county = openCounty(folder.tables)
const rehearsed = accountOf(county, plan, policy)
const certificate = JSON.parse(JSON.stringify(certify(rehearsed, plan, county.manifest, policy)))
const command = { county: 'hequ', plan, actor: 'local:test' }
const codes = ({ findings }: { findings: readonly { code: string; severity: string }[] }) =>
  findings.filter(({ severity }) => severity === 'error').map(({ code }) => code)

test('the Hequ reform, recorded under its certificate, gives the register that was rehearsed', async () => {
  const opened = await importCounty(database, folder, 'local:test')
  expect(opened).toMatchObject({ isOpened: true, county: 'hequ', digest: county.manifest.digest })

  const answer = await applyPlan(database, countiesInMemory(), { ...command, certificate, expectSeq: 1 })

  expect(codes(answer)).toEqual([])
  const current = await countiesInMemory().current(database, 'hequ')
  const { history } = current ?? { history: undefined }
  if (history === undefined) throw new Error('no county')
  expect(registerDigest(history.latest).tables).toEqual(registerDigest(rehearsed.after).tables)
  const organs = (on: string, known?: number) => countersOf(registerAt(history, day(on), known)).organs
  expect([organs('2020-11-30'), organs(plan.effectiveOn)]).toEqual([36, 22])
  expect(organs(plan.effectiveOn, 1)).toBe(36)
  expect(history.entries.length).toBe(rehearsed.steps.length)
})

test('a county is opened once, and a plan drawn for another register is not recorded', async () => {
  expect(codes(await importCounty(database, folder, 'local:test'))).toEqual(['J10'])
  expect(codes(await applyPlan(database, countiesInMemory(), command))).toEqual(['J14'])
  const again = { ...command, plan: { ...command.plan, id: 'the-same-again' } }
  expect(codes(await applyPlan(database, countiesInMemory(), again))).toContain('D10')
  expect((await readEntries(database, 'hequ')).length).toBe(rehearsed.steps.length + 1)
})

test('what a certificate does not certify is refused, and named', async () => {
  const cells = folder.tables.county?.rows[0]?.cells.map((cell) => (cell === 'hequ' ? 'hequ2' : cell)) ?? []
  const renamed = { header: folder.tables.county?.header ?? [], rows: [{ line: 2, cells }] }
  const tables = { ...folder.tables, county: renamed }
  await importCounty(database, { ...folder, id: 'hequ2', tables }, 'local:test')
  const { base: _, ...free } = plan
  const drift = async (given: unknown) => {
    const answer = await applyPlan(database, countiesInMemory(), {
      county: 'hequ2',
      plan: free,
      actor: 'local:test',
      certificate: given,
    })
    expect(answer.applied).toBeNull()
    return answer.findings
      .filter(({ code }) => code === 'J09')
      .map(({ message }) => message.en.split(': ')[1])
  }

  expect(await drift(certificate)).toEqual(['another county', 'the register has changed'])
  expect(await drift({ ...certificate, holds: false })).toContain(
    'the certificate was changed after it was made',
  )
  expect(await drift(null)).toEqual(['it is not a certificate'])
  expect((await readEntries(database, 'hequ2')).length).toBe(1)
})

test('a folder with findings that block is not opened', async () => {
  const { seals: _, ...tables } = folder.tables
  const result = await importCounty(database, { ...folder, tables }, 'local:test')

  expect(result.isOpened).toBe(false)
  expect(codes(result)).toContain('B01')
  const strange = { ...folder.tables, notes: { header: ['id'], rows: [{ line: 2, cells: ['a\u0000'] }] } }
  expect(codes(await importCounty(database, { ...folder, tables: strange }, 'local:test'))).toEqual(['J08'])
})
