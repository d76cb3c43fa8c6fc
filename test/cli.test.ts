import { spawnSync } from 'node:child_process'
import { copyFileSync, existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { expect, test } from 'vitest'
import { run } from '../src/cli/run.ts'
import { copyOf, dropRow, edit } from './county-copy.ts'

const root = resolve(import.meta.dirname, '..')
const hequ = join(root, 'counties/hequ')
const plan = join(hequ, '2020-reform.plan.yaml')

/** One call of the command line, in this process: what it prints, and its exit code. */
const sanding = async (...args: string[]) => {
  const lines: { out: string[]; err: string[] } = { out: [], err: [] }
  const status = await run(args, {
    print: (text) => lines.out.push(text),
    error: (text) => lines.err.push(text),
  })
  const stdout = lines.out.join('\n')
  return { status, stdout, stderr: lines.err.join('\n'), json: () => JSON.parse(stdout) }
}

/** The same as a program of its own, the way a user starts it. */
const program = (...args: string[]) =>
  spawnSync(process.execPath, [join(root, 'bin/sanding'), ...args], { encoding: 'utf8', maxBuffer: 2 ** 28 })

/** The certificate of the Hequ plan, written once by the command line. */
const cert = join(mkdtempSync(join(tmpdir(), 'sanding-cert-')), 'cert.json')
const proved = await sanding('prove', plan, '--county', hequ, '-o', cert)

test('figures prints the ledger with published, computed and rows', async () => {
  const { status, json } = await sanding('figures', '--county', hequ, '--plan', plan, '--json')
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

test('rehearse answers with findings, impact, proof and diff', async () => {
  const { status, json } = await sanding('rehearse', plan, '--county', hequ, '--json')
  const answer = json()

  expect(status).toBe(0)
  expect(Object.keys(answer)).toEqual(['findings', 'impact', 'proof', 'diff'])
  expect(answer.proof.holds).toBe(true)
  expect(answer.diff.units.added.length).toBeGreaterThan(0)
})

test('a certificate is written, and the independent checker accepts it', async () => {
  expect(proved.status).toBe(0)
  const answer = await sanding('verify', cert, '--county', hequ, '--plan', plan, '--json')
  expect(answer.json()).toEqual({ valid: true, problems: [], stated: { blocking: 0, outstanding: ['M3'] } })
  expect((await sanding('verify', cert, '--county', hequ, '--plan', plan, '--lang', 'zh')).stdout).toContain(
    '证书自述（未复核）：须附意见 M3',
  )
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
] as const)('%s: both checkers refuse, and the things are named', async (_, mutate) => {
  const folder = copyOf('hequ')
  const names = mutate(folder)

  expect((await sanding('prove', join(folder, '2020-reform.plan.yaml'), '--county', folder)).status).toBe(1)
  const answer = await sanding('verify', cert, '--county', folder, '--plan', plan, '--json')
  expect(answer.status).toBe(1)
  for (const name of names) expect(answer.stdout).toContain(name)
})
const firstDuty = readFileSync(join(hequ, 'duties.csv'), 'utf8').split('\n')[1]?.split(',')[0] ?? ''

test('a plan line pointed elsewhere breaks the certificate', async () => {
  const folder = copyOf('hequ')
  const changed = join(folder, 'changed.plan.yaml')
  writeFileSync(changed, readFileSync(plan, 'utf8').replace('into: agriculture', 'into: water'))

  const answer = await sanding('verify', cert, '--county', hequ, '--plan', changed, '--json')

  expect(answer.status).toBe(1)
  expect(answer.stdout).toContain('agriculture')
})

test('explain reads the plan in both languages', async () => {
  expect((await sanding('explain', plan, '--lang', 'zh')).stdout).toContain('合署办公')
  expect((await sanding('explain', plan, '--lang', 'en')).stdout).toContain(
    'work as one office under two names',
  )
})

test('diff of a county with itself is empty, and names what was changed', async () => {
  const folder = copyOf('hequ')
  dropRow(folder, 'duties', firstDuty)

  expect((await sanding('diff', hequ, hequ, '--json')).json()).toEqual({})
  expect((await sanding('diff', hequ, folder)).stdout).toContain(firstDuty)
})

test.each([
  ['a file that is no plan', ['prove', join(root, 'README.md'), '--county', hequ]],
  ['a folder', ['rehearse', hequ]],
  ['a plan named twice', ['rehearse', plan, '--plan', plan]],
  ['a plan that is not there', ['explain', 'nowhere.txt', '--county', hequ]],
] as const)('%s is never passed over for another plan', async (_, args) => {
  const { status, json, stdout } = await sanding(...args, '--json')

  expect(status).toBe(1)
  expect(json().findings.map((finding: { code: string }) => finding.code.slice(0, 2))).toContain('F0')
  expect(stdout).not.toContain('sha256:')
})

test('the program itself answers with the same words, bytes and exit codes', async () => {
  const figures = ['figures', '--county', hequ, '--plan', plan, '--json']
  const answer = program(...figures)

  expect(answer.status).toBe(0)
  expect(answer.stdout.trimEnd()).toBe((await sanding(...figures)).stdout)
  expect(program('unheard-of').status).toBe(2)
  expect(program('check', '--county', '/nowhere').status).toBe(1)
})

test('help speaks the language asked for, and an unknown word is named with the nearest one', async () => {
  expect((await sanding('help', '--lang', 'zh')).stdout).toContain('用法')
  expect((await sanding('--lang=zh', 'help')).stdout).toContain('用法')
  const answer = await sanding('reherse', '--lang', 'zh')
  expect(answer.status).toBe(2)
  expect(answer.stderr).toContain('没有命令“reherse”，是否为 rehearse？')
})

test('no county is guessed: a plan that lies elsewhere asks for one', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'sanding-alone-'))
  copyFileSync(plan, join(folder, 'alone.plan.yaml'))

  const answer = await sanding('rehearse', join(folder, 'alone.plan.yaml'), '--json')

  expect(answer.status).toBe(1)
  expect(answer.json().findings.map((finding: { code: string }) => finding.code)).toEqual(['B00'])
})

test('a proof does not write over what is no certificate, nor issue one while something blocks', async () => {
  const folder = copyOf('hequ')
  const file = join(folder, '2020-reform.plan.yaml')
  const text = readFileSync(file, 'utf8')
  expect((await sanding('prove', file, '--county', folder, '-o', file)).status).toBe(1)
  expect(readFileSync(file, 'utf8')).toBe(text)

  writeFileSync(file, text.replace('op: absorb-unit', 'op: absorbe-unit'))
  const out = join(folder, 'cert.json')
  const blocked = await sanding('prove', file, '--county', folder, '-o', out, '--lang', 'zh')
  expect(blocked.status).toBe(1)
  expect(blocked.stdout).toContain('未出具证书')
  expect(existsSync(out)).toBe(false)
})

test('a plan with a line that cannot be read is explained with the finding first, never in silence', async () => {
  const folder = copyOf('hequ')
  const file = join(folder, '2020-reform.plan.yaml')
  writeFileSync(file, readFileSync(file, 'utf8').replace('op: absorb-unit', 'op: absorbe-unit'))

  const answer = await sanding('explain', file, '--county', folder, '--lang', 'zh')

  expect(answer.status).toBe(1)
  expect(answer.stdout.split('\n')[0]).toContain('F05')
  expect((await sanding('diff', file, '--county', folder)).status).toBe(1)
})

test('one table in another encoding is one finding, not thousands', async () => {
  const folder = copyOf('hequ')
  writeFileSync(join(folder, 'units.csv'), Buffer.from([0xba, 0xd3, 0xc7, 0xfa, 0x0a]))

  const { findings } = (await sanding('rehearse', plan, '--county', folder, '--json')).json()

  expect(findings.map((finding: { code: string }) => finding.code)).toEqual(['B06'])
  expect(findings[0].message.zh).toContain('GBK')
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
] as const)('%j exits with %i and no stack trace', async (args, status) => {
  const answer = await sanding(...args)

  expect(answer.status).toBe(status)
  expect(answer.stderr + answer.stdout).not.toMatch(/^\s+at .*\.ts/m)
})
