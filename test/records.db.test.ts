import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openDatabase } from '../src/store/database.ts'
import { freshData } from '../src/store/records.testing.ts'

const root = resolve(import.meta.dirname, '..')
const hequ = join(root, 'counties/hequ')
const plan = join(hequ, '2020-reform.plan.yaml')
const scratch = mkdtempSync(join(tmpdir(), 'sanding-records-cli-'))
let data: string
// The store is held open, so that every call finds a running server and leaves it running.
beforeAll(async () => {
  data = await freshData()
  const database = await openDatabase({ data })
  return () => database.close()
})
afterAll(() => rmSync(scratch, { recursive: true, force: true }))

const sanding = (args: readonly string[], env: Readonly<Record<string, string>> = {}) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(root, 'bin/sanding'), ...args], {
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
    env: { ...process.env, DATABASE_URL: '', ...env },
  })
  return { status, stdout, stderr, json: () => JSON.parse(stdout) }
}
const here = () => ['--data', data, '--json']
const codes = (answer: { findings: { code: string; severity: string }[] }) =>
  answer.findings.filter(({ severity }) => severity === 'error').map(({ code }) => code)

test('a county is imported, its reform applied, and looked at on any day', () => {
  const imported = sanding(['import', hequ, ...here()])
  expect(imported.status).toBe(0)
  expect(imported.json()).toMatchObject({ county: 'hequ', opened: true })

  const late = sanding(['apply', plan, '--county', 'hequ', '--expect-seq', '7', ...here()])
  expect([late.status, codes(late.json()), late.json().applied]).toEqual([1, ['J01'], null])
  const unlike = sanding(['apply', plan, '--county', 'hequ', '--cert', join(scratch, 'none.json'), ...here()])
  expect([unlike.status, codes(unlike.json()), unlike.json().applied]).toEqual([1, ['J09'], null])
  const applied = sanding(['apply', plan, '--county', 'hequ', '--key', 'k', ...here()])
  expect(applied.status).toBe(0)
  const again = sanding(['apply', plan, '--county', 'hequ', '--key', 'k', ...here()])
  expect(again.json().applied).toEqual(applied.json().applied)

  const asof = (day: string, ...known: string[]) => {
    const { status, json } = sanding(['asof', day, '--county', 'hequ', ...known, ...here()])
    expect(status).toBe(0)
    return json()
  }
  const [before, after] = [asof('2020-11-30'), asof('2026-01-01')]
  expect([before.counters.organs, after.counters.organs]).toEqual([36, 22])
  expect(after.units.length).toBe(after.counters.openUnits)
  expect(asof('2026-01-01', '--known', '1').digest).toBe(before.digest)
}, 60_000)

test('what cannot be answered is a finding, and what is not understood is told', () => {
  const early = sanding(['asof', '2026-01-01', '--known', '2020-01-01', '--county', 'hequ', ...here()])
  expect([early.status, codes(early.json())]).toEqual([1, ['J07']])
  const nowhere = join(scratch, 'nowhere')
  const missing = sanding(['asof', '2026-01-01', '--county', 'hequ', '--data', nowhere, '--json'])
  expect([missing.status, codes(missing.json())]).toEqual([1, ['J12']])
  expect(existsSync(nowhere)).toBe(false)
  expect(sanding(['asof', 'yesterday', '--county', 'hequ', ...here()]).status).toBe(2)
  expect(sanding(['apply', plan, '--county', 'hequ', '--expect-seq', 'x', ...here()]).status).toBe(2)
}, 60_000)

test('a database that is gone is one sentence in the language asked for, and not a stack', () => {
  const url = { DATABASE_URL: 'postgres://sanding:secret@127.0.0.1:9/sanding' }
  const { status, stdout, stderr } = sanding(['asof', '2026-01-01', '--county', 'hequ', '--lang', 'zh'], url)

  expect([status, stdout]).toEqual([70, ''])
  expect(stderr).toMatch(/^数据库出现故障.+\n$/)
  expect(stderr).not.toMatch(/secret|\.ts:|at /)
}, 60_000)

test('a folder of data that cannot be made is told as well', () => {
  const file = join(scratch, 'a-file')
  writeFileSync(file, '')
  const { status, stderr } = sanding(['import', hequ, '--data', join(file, 'data'), '--lang', 'en'])

  expect(status).toBe(70)
  expect(stderr.trim().split('\n').length).toBe(1)
  expect(readFileSync(file, 'utf8')).toBe('')
}, 60_000)
