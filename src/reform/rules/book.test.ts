import { readFileSync, writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { expect, test } from 'vitest'
import { day } from '../../kernel/day.ts'
import { ruleBook } from './book.ts'
import { rules } from './index.ts'
import { shippedPolicy } from './judged.testing.ts'
import { undecided } from './undecided.ts'

const file = resolve(import.meta.dirname, '../../../docs/rules.md')
const on = day('2026-01-01')

/** To write the file anew: UPDATE=1 node scripts/run.mjs node_modules/vitest/vitest.mjs run src/reform/rules/book.test.ts */
test('docs/rules.md is what the code and the policy say', () => {
  const book = ruleBook(shippedPolicy(on), on)
  if (process.env.UPDATE === '1') writeFileSync(file, book)

  expect(readFileSync(file, 'utf8')).toBe(book)
})

test('a row of the rule book is either decided or not', () => {
  const codes = [...rules, ...undecided].map(({ code }) => code)

  expect(new Set(codes).size).toBe(codes.length)
})

/** Every row that the rule book has: procedure, quantities, must-exist, people, and the signs of a bad merger. */
const rows = [
  ...Array.from({ length: 12 }, (_, at) => `P${at + 1}`),
  ...Array.from({ length: 19 }, (_, at) => `Q${at + 1}`),
  ...Array.from({ length: 10 }, (_, at) => `M${at + 1}`),
  ...Array.from({ length: 10 }, (_, at) => `H${at + 1}`),
  ...['Q13b', 'Q19b', 'L3', 'L4', 'G1', 'W4'],
]

test('no row is left out', () => {
  const codes = [...rules, ...undecided].map(({ code }) => code)

  expect(codes.filter((code) => !rows.includes(code))).toEqual([])
  expect(rows.filter((code) => !codes.includes(code))).toEqual([])
})
