import { spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { anchorOf, exportOf, recordsOf } from './journal.testing.ts'

const folder = mkdtempSync(join(tmpdir(), 'sanding-journal-verifier-'))
// Alone, as an oversight body has it: nothing else of the product lies near.
cpSync(import.meta.dirname, join(folder, 'journal-verifier'), { recursive: true })
writeFileSync(join(folder, 'package.json'), '{"type":"module"}')

const file = (name: string, content: string | Buffer): string => {
  const path = join(folder, name)
  writeFileSync(path, content)
  return path
}

const run = (...words: string[]) => {
  const main = join(folder, 'journal-verifier/main.ts')
  const { status, stdout, stderr } = spawnSync(process.execPath, [main, ...words], { encoding: 'utf8' })
  return { status, stdout, stderr }
}

const records = recordsOf(30)
const whole = file('whole.jsonl', exportOf(records))
const cut = file('cut.jsonl', exportOf(records.slice(0, 20)))
const anchor = file('anchor.json', JSON.stringify(anchorOf(records)))

test('run alone, it says that a journal is valid and what its head is', () => {
  const { status, stdout } = run(whole, '--anchor', anchor)

  expect(status).toBe(0)
  expect(stdout).toContain(`river · 30 · ${records.at(-1)?.hash}`)
  expect(JSON.parse(run(whole, '--json').stdout)).toMatchObject({ valid: true, records: 30, problems: [] })
})

test('it names what is wrong and answers with 1', () => {
  const { status, stdout } = run(cut, '--anchor', anchor)

  expect(status).toBe(1)
  expect(stdout).toContain('K10')
  expect(run(whole, '--anchor', file('no.json', '{}')).status).toBe(1)
})

test('a call that is not understood and a file that is not there are answered with 2 and one sentence', () => {
  for (const words of [[], [whole, 'more'], [whole, '--fast'], [join(folder, 'none.jsonl')]]) {
    const { status, stderr } = run(...words)
    expect(status).toBe(2)
    expect(stderr.trim().split('\n').length).toBe(1)
  }
})
