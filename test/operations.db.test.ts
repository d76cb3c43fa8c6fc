import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, dirname, join, resolve } from 'node:path'
import { afterAll, expect, test } from 'vitest'

const root = resolve(import.meta.dirname, '..')
const guide = readFileSync(join(root, 'docs/guides/operations.md'), 'utf8')

/** The indented lines of the page: what an administrator copies. */
const commands = guide
  .split('\n')
  .filter((line) => line.startsWith('    '))
  .map((line) => line.trim())

const folder = mkdtempSync(join(tmpdir(), 'sanding-guide-'))
for (const name of ['bin', 'counties', 'journal-verifier', 'scripts'])
  symlinkSync(join(root, name), join(folder, name))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const { DATABASE_URL: _, ...environment } = process.env
const run = (command: string) =>
  spawnSync('sh', ['-c', command], {
    cwd: folder,
    encoding: 'utf8',
    env: {
      ...environment,
      LC_ALL: 'C',
      PATH: [dirname(process.execPath), process.env.PATH ?? ''].join(delimiter),
    },
  })

test('every command of the operations guide works as written: import, apply, verify, back up, destroy, restore, verify', () => {
  const answers = commands.map((command) => {
    const { status, stdout, stderr } = run(command)
    expect(status, `${command}\n${stdout}${stderr}`).toBe(0)
    return [command, stdout] as const
  })
  const answersOf = (words: string) =>
    answers.filter(([command]) => command.includes(words)).map(([, stdout]) => stdout)

  expect(commands.length).toBeGreaterThan(12)
  const [once, again] = answersOf(' apply ')
  expect(again).toBe(once)
  const [beforeReform, before, after] = answersOf(' asof ')
  expect(after).toBe(before)
  expect(before).not.toBe(beforeReform)
  const verified = answersOf('verify-journal')
  expect(verified).toHaveLength(2)
  expect(verified[1]).toBe(verified[0])
  expect(existsSync(join(folder, 'data/postgres/postmaster.pid'))).toBe(false)
}, 120_000)
