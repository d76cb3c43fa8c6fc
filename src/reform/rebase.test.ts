import { expect, test } from 'vitest'
import { day } from '../kernel/day.ts'
import { readPlan } from './plan-file.ts'
import { rebased } from './rebase.ts'
import { substanceOf } from './substance.ts'

const hash = `sha256:${'ab'.repeat(32)}`
const base = { register: day('2020-03-31'), hash }
const file = (lines: string) => `# 某县方案
sanding: 1
title: 某县机构改革方案   # 名称
authority: 某编发〔2020〕1号（示例）
effectiveOn: 2020-12-01
${lines}lines:
  # 一、更名
  - {op: rename-unit, unit: water, name: 水利局, nameEn: Water}
`
const planIn = (text: string) => {
  const { plan, findings } = readPlan(text, 'p')
  if (plan === undefined || findings.length > 0) throw new Error(JSON.stringify(findings))
  return plan
}

test.each([
  ['a hash on its own line', 'base:\n  register: 2020-03-31\n  hash: sha256:00 # 期初\n'],
  ['a quoted hash in braces', 'base: {register: 2020-03-31, hash: "sha256:00"}\n'],
])('%s is replaced, and not one other character', (_, lines) => {
  const text = file(lines)
  expect(rebased(text, base)).toBe(text.replace(/"?sha256:00"?/, hash))
})

test.each([
  ['nothing of a base', ''],
  ['a base of one line', 'base: {register: 2020-03-31}\n'],
  ['a base without a hash', 'base:\n    register: 2020-03-31 # 期初\n'],
  ['an empty hash', 'base:\n  register: 2020-03-31\n  hash:\n'],
])('a file with %s is given one that reads as it should, and says the same otherwise', (_, lines) => {
  const text = file(lines)
  for (const written of [text, text.replaceAll('\n', '\r\n'), `\uFEFF${text}`]) {
    const after = rebased(written, base) ?? ''
    expect(planIn(after).base).toMatchObject(base)
    const { base: _before, ...said } = planIn(file(''))
    const { base: _after, ...same } = planIn(after)
    expect(substanceOf(same)).toBe(substanceOf(said))
    expect(/(^|[^\r])\n/.test(after)).toBe(!written.includes('\r'))
    expect(after.startsWith('\uFEFF')).toBe(written.startsWith('\uFEFF'))
    // Whatever was there is there still, in its order.
    let at = 0
    for (const character of written) {
      at = after.indexOf(character, at) + 1
      expect(at).toBeGreaterThan(0)
    }
  }
})

test.each([
  ['is no YAML', 'a: [', ''],
  ['has no map of a base', file('base: 3\n'), ''],
  ['has its hash in a block', file('base:\n  register: 2020-03-31\n  hash: |\n    sha256:00\n'), ''],
  ['has no lines', 'sanding: 1\n', ''],
])('a file that %s is left alone', (_, text) => {
  expect(rebased(text, base)).toBeUndefined()
})

test('substance is what is done: comments, stages and documents are none of it, a name and a base are', () => {
  const plan = planIn(file('base: {register: 2020-03-31}\n'))
  const of = (lines: string, change = (text: string) => text) => substanceOf(planIn(change(file(lines))))
  const same = substanceOf(plan)

  expect(of('# 又一行\nbase: {register: 2020-03-31}\n')).toBe(same)
  expect(
    of(
      'base: {register: 2020-03-31}\nstages: [{stage: 动议, on: 2020-04-20, document: 纪要}]\ndocuments: [{kind: 必要性论证, on: 2020-06-30, document: 报告}]\n',
    ),
  ).toBe(same)
  expect(
    of('base: {register: 2020-03-31}\n', (text) =>
      text.replace('nameEn: Water', 'nameEn: Water, opinions: [{rule: P3, document: 函}]'),
    ),
  ).toBe(same)
  expect(of('base: {register: 2020-03-30}\n')).not.toBe(same)
  expect(of('')).not.toBe(same)
  expect(of('base: {register: 2020-03-31}\n', (text) => text.replace('水利局', '水务局'))).not.toBe(same)
})
