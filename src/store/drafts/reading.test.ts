import { expect, test } from 'vitest'
import { readText } from './reading.ts'

const text = (title: string) => `sanding: 1
title: ${title}
authority: 试编发〔2026〕1号（示例）
effectiveOn: 2026-10-01
lines:
  - {op: set-staffing-quota, unit: water, kind: administrative, posts: 2}
`

test('a text is read once for each plan that it is the text of', () => {
  const first = readText(text('甲'), 'a')

  expect(first.plan).toMatchObject({ id: 'a', title: '甲' })
  expect(readText(text('甲'), 'a')).toBe(first)
  expect(readText(text('甲'), 'b').plan?.id).toBe('b')
  for (let n = 0; n < 16; n += 1) readText(text(`乙${n}`), 'a')
  expect(readText(text('甲'), 'a')).not.toBe(first)
})

test('a text that is too long to be read here is told, and not parsed', () => {
  const long = `${text('甲')}${'#'.repeat(256 * 1024)}`

  expect(readText(long, 'a')).toMatchObject({
    plan: undefined,
    findings: [{ code: 'L33', severity: 'error' }],
  })
  expect(readText(long.slice(0, 256 * 1024), 'a').plan?.title).toBe('甲')
})

test('a key that stands twice is found wherever it stands, in the order of the file', () => {
  const twice = text('甲')
    .replace('title:', 'title: 乙\ntitle:')
    .replace('unit: water,', 'unit: water, unit: land,')

  expect(readText(twice, 'a').findings.map(({ code, place }) => [code, place?.line])).toEqual([
    ['F01', 3],
    ['F01', 7],
  ])
})
