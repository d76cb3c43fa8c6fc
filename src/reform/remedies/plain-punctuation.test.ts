import { expect, test } from 'vitest'
import type { Finding } from '../../kernel/finding.ts'
import { say } from '../../kernel/text.ts'
import { plainPunctuation } from './plain-punctuation.ts'
import type { Ward } from './remedy.ts'

const finding: Finding = {
  code: 'F01',
  severity: 'error',
  at: 'plan:p',
  message: say('', ''),
  place: { line: 1, column: 1 },
}
const mended = (row: string) => plainPunctuation.propose(finding, {} as Ward)[0]?.edit(row)

test('only the marks that YAML reads are changed; the words of a document stay', () => {
  expect(mended('authority： 中共中央、国务院关于“三定”的通知；第二条')).toBe(
    'authority: 中共中央、国务院关于“三定”的通知；第二条',
  )
  expect(mended('title: “某县方案”')).toBe('title: "某县方案"')
  expect(mended('    units：[a，b、c]')).toBe('    units: [a, b, c]')
  expect(mended('  - {rule：P3，document：文}')).toBe('  - {rule: P3, document: 文}')
  expect(mended('unit:water')).toBe('unit: water')
})
