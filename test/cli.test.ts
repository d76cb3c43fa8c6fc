import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { expect, test } from 'vitest'
import { copyOf, dropRow, edit } from './county-copy.ts'

const root = resolve(import.meta.dirname, '..')
const hequ = join(root, 'counties/hequ')
const plan = join(hequ, '2020-reform.plan.yaml')

const sanding = (...args: string[]) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(root, 'bin/sanding'), ...args], {
    encoding: 'utf8',
    maxBuffer: 256 * 1024 * 1024,
  })
  return { status, stdout, stderr, json: () => JSON.parse(stdout) }
}

/** The certificate of the Hequ plan, written once by the command line. */
const cert = join(mkdtempSync(join(tmpdir(), 'sanding-cert-')), 'cert.json')
const proved = sanding('prove', plan, '--county', hequ, '-o', cert)

test('figures prints the ledger with published, computed and rows', () => {
  const { status, json } = sanding('figures', '--county', hequ, '--plan', plan, '--json')
  const ledger = json()

  expect(status).toBe(0)
  expect(ledger.county).toBe('hequ')
  expect(ledger.plan).toBe('2020-reform')
  for (const figure of ledger.figures) {
    expect(Object.keys(figure)).toEqual(
      expect.arrayContaining([
        'id',
        'label',
        'unit',
        'published',
        'computed',
        'agrees',
        'definition',
        'rows',
      ]),
    )
    expect(figure.label.zh.length * figure.label.en.length).toBeGreaterThan(0)
  }
})

test('rehearse answers with findings, impact, proof and diff', () => {
  const { status, json } = sanding('rehearse', plan, '--county', hequ, '--json')
  const answer = json()

  expect(status).toBe(0)
  expect(Object.keys(answer)).toEqual(['findings', 'impact', 'proof', 'diff'])
  expect(answer.proof.holds).toBe(true)
  expect(answer.diff.units.added.length).toBeGreaterThan(0)
})

test('a certificate is written, and the independent checker accepts it', () => {
  expect(proved.status).toBe(0)
  const answer = sanding('verify', cert, '--county', hequ, '--plan', plan, '--json')
  expect(answer.json()).toEqual({ valid: true, problems: [] })
  expect(answer.status).toBe(0)
})

/** Each mutation keeps or changes counts; both checkers must see it, and the verifier must name it. */
const swap = (folder: string, table: string) => {
  let names: string[] = []
  edit(folder, table, (lines) => {
    const [a = '', b = ''] = [lines[1], lines.findLast((line) => unitIn(line) !== unitIn(lines[1] ?? ''))]
    names = [a, b].map((line) => line.split(',')[0] ?? '')
    return lines.map((line) =>
      line === a
        ? line.replace(`,${unitIn(a)},`, `,${unitIn(b)},`)
        : line === b
          ? line.replace(`,${unitIn(b)},`, `,${unitIn(a)},`)
          : line,
    )
  })
  return names
}
const unitIn = (line: string) => line.split(',')[1] ?? ''

test.each([
  [
    'drop one duty',
    (folder: string) => {
      dropRow(folder, 'duties', firstDuty)
      return [firstDuty]
    },
  ],
  ['swap two duties', (folder: string) => swap(folder, 'duties')],
  ['swap two seals', (folder: string) => swap(folder, 'seals')],
  [
    'drop one duty and add another, the count unchanged',
    (folder: string) => {
      edit(folder, 'duties', (lines) =>
        lines.map((line) =>
          line.startsWith(`${firstDuty},`) ? line.replace(firstDuty, 'd-invented') : line,
        ),
      )
      return [firstDuty, 'd-invented']
    },
  ],
] as const)('%s: both checkers refuse, and the things are named', (_, mutate) => {
  const folder = copyOf('hequ')
  const names = mutate(folder)

  expect(sanding('prove', join(folder, '2020-reform.plan.yaml'), '--county', folder).status).toBe(1)
  const answer = sanding('verify', cert, '--county', folder, '--plan', plan, '--json')
  expect(answer.status).toBe(1)
  for (const name of names) expect(answer.stdout).toContain(name)
})
const firstDuty = readFileSync(join(hequ, 'duties.csv'), 'utf8').split('\n')[1]?.split(',')[0] ?? ''

test('a plan line pointed elsewhere breaks the certificate', () => {
  const folder = copyOf('hequ')
  const changed = join(folder, 'changed.plan.yaml')
  writeFileSync(changed, readFileSync(plan, 'utf8').replace('into: agriculture', 'into: water'))

  const answer = sanding('verify', cert, '--county', hequ, '--plan', changed, '--json')

  expect(answer.status).toBe(1)
  expect(answer.stdout).toContain('agriculture')
})

test('explain reads the plan in both languages', () => {
  expect(sanding('explain', plan, '--lang', 'zh').stdout).toContain('合署办公')
  expect(sanding('explain', plan, '--lang', 'en').stdout).toContain('work as one office under two names')
})

test('diff of a county with itself is empty, and names what was changed', () => {
  const folder = copyOf('hequ')
  dropRow(folder, 'duties', firstDuty)

  expect(sanding('diff', hequ, hequ, '--json').json()).toEqual({})
  expect(sanding('diff', hequ, folder).stdout).toContain(firstDuty)
})

test.each([
  ['a file that is no plan', ['prove', join(root, 'README.md'), '--county', hequ]],
  ['a folder', ['rehearse', hequ]],
  ['a plan named twice', ['rehearse', plan, '--plan', plan]],
  ['a plan that is not there', ['explain', 'nowhere.txt', '--county', hequ]],
] as const)('%s is never passed over for another plan', (_, args) => {
  const { status, json, stdout } = sanding(...args, '--json')

  expect(status).toBe(1)
  expect(json().findings.map((finding: { code: string }) => finding.code.slice(0, 2))).toContain('F0')
  expect(stdout).not.toContain('sha256:')
})

test.each([
  [['rehearse', plan, 'another.plan.yaml'], 2],
  [['schema', 'what'], 2],
  [[], 2],
  [['unheard-of'], 2],
  [['figures', '--colour'], 2],
  [['figures', '--lang', 'de'], 2],
  [['verify'], 2],
  [['rehearse', 'nowhere.plan.yaml', '--county', hequ], 1],
  [['check', '--county', '/nowhere'], 1],
  [['help'], 0],
] as const)('%j exits with %i and no stack trace', (args, status) => {
  const answer = sanding(...args)

  expect(answer.status).toBe(status)
  expect(answer.stderr + answer.stdout).not.toMatch(/^\s+at .*\.ts/m)
})
