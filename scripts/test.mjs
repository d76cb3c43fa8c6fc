// node scripts/test.mjs [check] [records] [e2e] [-- vitest arguments]
// check: format, lint, types, licences, unit tests. records: the tests on a real PostgreSQL. e2e: in a real browser.
// Everything asked for runs, also after a failure, and the last line sums up the tests.
import { spawn } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { buildIfChanged } from './build.mjs'
import { root } from './node.mjs'

const asked = process.argv.slice(2)
const stages = asked.filter((arg) => ['check', 'records', 'e2e'].includes(arg))
const extra = asked.filter((arg) => !stages.includes(arg) && arg !== '--')
const total = { passed: 0, failed: 0, skipped: 0 }
let broken = false

/** Runs a Node program. With `quiet` its output is kept back and shown only when it fails. */
const node = (args, quiet = false) =>
  new Promise((resolve) => {
    const child = spawn(process.execPath, args, {
      cwd: root,
      stdio: quiet ? ['ignore', 'pipe', 'pipe'] : ['ignore', 'inherit', 'inherit'],
    })
    const out = []
    child.stdout?.on('data', (chunk) => out.push(chunk))
    child.stderr?.on('data', (chunk) => out.push(chunk))
    child.on('close', (code) => resolve({ ok: code === 0, text: Buffer.concat(out).toString() }))
  })

const step = async (name, args) => {
  const began = Date.now()
  const { ok, text } = await node(args, true)
  const seconds = ((Date.now() - began) / 1000).toFixed(1)
  console.log(`${ok ? 'ok    ' : 'FAILED'} ${name} (${seconds} s)`)
  if (!ok) console.log(text.trimEnd())
  if (!ok) broken = true
}

const vitest = async (mode) => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'sanding-test-'))
  const report = path.join(folder, 'report.json')
  try {
    const { ok } = await node([
      'node_modules/vitest/vitest.mjs',
      'run',
      `--mode=${mode}`,
      '--passWithNoTests',
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${report}`,
      ...extra,
    ])
    if (!ok) broken = true
    if (!fs.existsSync(report)) return
    const result = JSON.parse(fs.readFileSync(report, 'utf8'))
    total.passed += result.numPassedTests
    total.failed += result.numFailedTests
    total.skipped += result.numPendingTests + result.numTodoTests
    // A file that could not even be loaded counts as one failed test.
    total.failed += result.testResults.filter(
      (file) => file.status === 'failed' && file.assertionResults.every((test) => test.status !== 'failed'),
    ).length
  } finally {
    fs.rmSync(folder, { recursive: true, force: true })
  }
}

if (stages.includes('check')) {
  await Promise.all([
    step('format and lint', ['node_modules/@biomejs/biome/bin/biome', 'ci', '--colors=off']),
    step('types', ['node_modules/typescript/bin/tsc', '--noEmit']),
    step('licences', ['scripts/licences.mjs']),
  ])
  await vitest('test')
}
if (stages.includes('records')) await vitest('records')
if (stages.includes('e2e')) {
  if (buildIfChanged() === 0) await vitest('e2e')
  else broken = true
}

// What broke outside any test (lint, types, the build) still makes this line say so.
if (broken && total.failed === 0) total.failed = 1
const skipped = total.skipped > 0 ? `, ${total.skipped} skipped` : ''
console.log(`${total.passed} passed, ${total.failed} failed${skipped}`)
process.exitCode = broken ? 1 : 0
