import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { lineSpans } from './editing/line-spans.ts'
import { readPlan } from './plan-file.ts'
import { parsedPlan, parsedWhole } from './plan-parse.ts'

const hequ = readFileSync(resolve(import.meta.dirname, '../../counties/hequ/2020-reform.plan.yaml'), 'utf8')
const spans = lineSpans(hequ) ?? []
const [to, from] = [spans[24]?.from, spans.at(-6)?.from]
/** The heading of the plan, some lines from its beginning, some from its end, and what it expects. */
const short = hequ.slice(0, to) + hequ.slice(from)

const same = (text: string) => {
  expect(readPlan(text, 'p')).toEqual(readPlan(text, 'p', parsedWhole))
  expect(lineSpans(text)).toEqual(lineSpans(text, parsedWhole))
}

/** What somebody may type in the middle of a plan, and what takes a parser in. */
const typed = fc.constantFrom(
  ...[
    '"',
    "'",
    '[',
    ']',
    '{',
    '}',
    '|',
    '>',
    '|+',
    '>-',
    '#',
    '&a',
    '*a',
    '!x',
    '!!str',
    '? ',
    ': ',
    '-',
    '%',
  ],
  ...[
    '\n',
    '\n\n',
    ' ',
    '  ',
    '\t',
    '\r\n',
    '\n---\n',
    '\n...\n',
    '\nlines:\n',
    '\n  - ',
    '\n- ',
    '\n   ',
    '\nx',
  ],
  ...[
    '\n  - op: merge-units\n    units: [a, b]\n',
    '\n    unit: x',
    '\n  # note\n',
    '\n# note\n',
    'a: b',
    ',',
  ],
  ...[
    '\n    basis: |\n      one\n\n',
    '\n    basis: "one\n',
    '\n    name: >+\n     x\n \n',
    '\n  -\n',
    '\u2028',
    '示例',
  ],
)
const edit = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  remove: fc.oneof(fc.constant(0), fc.nat(3), fc.nat(400)),
  insert: fc.oneof(typed, fc.string({ maxLength: 3 }), fc.constant('')),
})
type Edit = { readonly at: number; readonly remove: number; readonly insert: string }
const edited = (text: string, { at, remove, insert }: Edit) => {
  const from = Math.floor(at * text.length)
  return text.slice(0, from) + insert + text.slice(from + remove)
}

test('a plan is parsed line by line, and a line that stays is not parsed again', () => {
  const [before, after] = [parsedPlan(short), parsedPlan(short.replace('united-front', 'united-frond'))]

  const changed = after.lines?.filter(({ piece }, at) => piece !== before.lines?.[at]?.piece)
  expect(changed?.length).toBe(1)
})

test('whatever is typed, line by line is read what is read whole', () => {
  fc.assert(
    fc.property(fc.array(edit, { minLength: 1, maxLength: 4 }), (edits) => {
      edits.reduce((text, each) => {
        const next = edited(text, each)
        same(next)
        return next
      }, short)
    }),
    { numRuns: 60 },
  )
})

test('a whole county plan is read alike after any edit', () => {
  fc.assert(
    fc.property(edit, (each) => same(edited(hequ, each))),
    { numRuns: 12 },
  )
})

test.each([
  [
    'items at the depth of their key',
    'sanding: 1\nlines:\n- op: merge-units\n  units: [a, b]\n- op: x\nexpect: {a: 1}\n',
  ],
  ['no newline at the end', 'sanding: 1\nlines:\n  - op: x\n  - op: y'],
  ['a text in quotes that looks like a line', 'title: "x\nlines:\n  - op: y"\nlines:\n  - op: z\n'],
  ['brackets over two lines', 'lines:\n  - op: x\n    units: [a,\n  - op: y\n    b]\n'],
  ['a block of text that ends with blank rows', 'lines:\n  - op: x\n    basis: |+\n      a\n\n\n  - op: y\n'],
  ['a dash on a row of its own', 'lines:\n  -\n    op: x\n    unit: a\n  - op: y\nexpect:\n  a: x\n'],
  ['a list below the list', 'lines:\n  - op: x\n- op: y\n'],
  ['two lists of lines', 'lines:\n  - op: x\nlines:\n  - op: y\n'],
  ['an anchor in one line and its alias in the next', 'lines:\n  - op: &a x\n  - op: *a\n'],
  ['a byte order mark', `\uFEFF${short}`],
  ['the rows of another system', short.replaceAll('\n', '\r\n')],
])('%s: read alike both ways', (_, text) => same(text))
