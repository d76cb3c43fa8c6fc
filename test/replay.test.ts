import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { expect, test } from 'vitest'

const root = resolve(import.meta.dirname, '..')
const norway = join(root, 'test/cases/no-2018')

const replay = (...args: string[]) => {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [join(root, 'bin/sanding'), 'replay', ...args],
    {
      encoding: 'utf8',
      maxBuffer: 64 * 1024 * 1024,
    },
  )
  return { status, stdout, stderr, json: () => JSON.parse(stdout) }
}
const copyOfNorway = () => {
  const folder = mkdtempSync(join(tmpdir(), 'sanding-case-'))
  cpSync(norway, folder, { recursive: true })
  return folder
}
const edit = (folder: string, change: (operations: { type: string }[]) => unknown) => {
  const path = join(folder, 'operations.json')
  const file = JSON.parse(readFileSync(path, 'utf8'))
  change(file.operations)
  writeFileSync(path, JSON.stringify(file))
}

test('a real reform is replayed exactly, and --out writes what after.json has', () => {
  const out = join(mkdtempSync(join(tmpdir(), 'sanding-out-')), 'after.json')
  const { status, json } = replay(norway, '--out', out, '--json')

  expect(status).toBe(0)
  expect(json()).toEqual({ operations: 53, unitsBefore: 426, unitsAfter: 422, findings: [], exact: true })
  const units = (path: string) => JSON.parse(readFileSync(path, 'utf8')).units
  expect(units(out)).toEqual(units(join(norway, 'after.json')))
})

test('without after.json there is no verdict; without operations.json the register stays as it is', () => {
  const folder = copyOfNorway()
  rmSync(join(folder, 'after.json'))
  expect(replay(folder, '--json').json()).not.toHaveProperty('exact')

  rmSync(join(folder, 'operations.json'))
  const { status, json } = replay(folder, '--json')
  expect(status).toBe(0)
  expect(json()).toMatchObject({
    operations: 0,
    unitsBefore: 426,
    unitsAfter: 426,
    findings: [{ code: 'X01' }],
  })
})

test('a case with an operation left out differs: exit 1, and the operation is named', () => {
  const folder = copyOfNorway()
  edit(folder, (operations) => operations.splice(0, 1))
  const { status, json } = replay(folder, '--json')

  expect(status).toBe(1)
  expect(json().exact).toBe(false)
  expect(JSON.stringify(json().findings)).toContain('no-2018-00001')
})

test('a refused case writes nothing, not even a part', () => {
  const folder = copyOfNorway()
  edit(folder, (operations) => operations.push({ ...operations[0], type: 'mrege' }))
  const target = mkdtempSync(join(tmpdir(), 'sanding-out-'))
  const { status, json } = replay(folder, '--out', join(target, 'after.json'), '--json')

  expect(status).toBe(1)
  expect(json().findings).toContainEqual(
    expect.objectContaining({ code: 'X05', about: 'operation:no-2018-00001' }),
  )
  expect(readdirSync(target)).toEqual([])
})

test('the files of the case are never written over, and a place that cannot be written is a finding', () => {
  const folder = copyOfNorway()
  const before = readFileSync(join(folder, 'after.json'), 'utf8')

  expect(replay(folder, '--out', join(folder, 'after.json')).status).toBe(2)
  expect(readFileSync(join(folder, 'after.json'), 'utf8')).toBe(before)
  const nowhere = replay(folder, '--out', join(folder, 'no/such/folder/after.json'), '--json')
  expect(nowhere.status).toBe(1)
  expect(nowhere.json().findings).toMatchObject([{ code: 'B08' }])
})

test('a folder that is not there, a file that is not UTF-8 and words that are not understood are told, not thrown', () => {
  const folder = copyOfNorway()
  writeFileSync(join(folder, 'operations.json'), Buffer.from([0x7b, 0xff, 0x7d]))
  const bad = replay(folder, '--json')

  expect(bad.status).toBe(1)
  expect(bad.json().findings).toMatchObject([{ code: 'X02', at: 'case:operations.json' }])
  expect(replay(join(folder, 'nowhere'), '--json').json().findings).toMatchObject([{ code: 'X01' }])
  expect(replay().status).toBe(2)
  expect(replay(folder, 'another').status).toBe(2)
  expect(existsSync(join(folder, 'before.json'))).toBe(true)
})

test('a person is told in either language', () => {
  expect(replay(norway, '--lang', 'zh').stdout).toContain('与 after.json 完全一致')
  expect(replay(norway, '--lang', 'en').stdout).toContain('53 operations; units 426 → 422')
})
