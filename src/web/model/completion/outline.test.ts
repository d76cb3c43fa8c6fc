import { expect, test } from 'vitest'
import { outlineOf } from './outline.ts'

/** Where the `¦` of a text stands: part, path and the word up to it. */
const at = (marked: string) => {
  const offset = marked.indexOf('¦')
  const { cursor } = outlineOf(marked.replace('¦', ''), offset)
  return cursor && [cursor.part, cursor.path.join('.'), cursor.word].join(' | ')
}
const plan = (line: string) => `sanding: 1\nlines:\n  - op: absorb-unit\n    units: [a]\n${line}`

test.each([
  ['the first key', 'san¦', 'key |  | san'],
  ['a key of the heading', 'sanding: 1\nti¦\nlines:\n  - op: x\n', 'key |  | ti'],
  ['an empty row of the heading', 'sanding: 1\n¦\nlines:\n', 'key |  | '],
  ['the value of the heading', 'effectiveOn: 2020-¦\n', 'value | effectiveOn | 2020-'],
  ['an empty value', 'base:\n  register: ¦\n', 'value | base.register | '],
  ['a key below a key', 'base:\n  re¦', 'either | base | re'],
  ['an empty row below a key', 'base:\n  ¦', 'either | base | '],
  ['a second key below a key', 'base:\n  register: 2020-01-01\n  ha¦', 'key | base | ha'],
  ['the key of an existing member', 'base:\n  reg¦ister: 2020-01-01\n', 'key | base | reg'],
  ['the operation', plan('  - op: mer¦'), 'value | lines.1.op | mer'],
  ['an operation without a word', plan('  - op: ¦\n    into: b'), 'value | lines.1.op | '],
  ['a Chinese operation', plan('  - op: 合并¦'), 'value | lines.1.op | 合并'],
  ['a new line after its dash', plan('  - ¦'), 'either | lines.1 | '],
  ['a new line with the beginning of a word', plan('  - o¦'), 'either | lines.1 | o'],
  ['a row where a line may begin', plan('  ¦'), 'item | lines | '],
  ['a row where a field may begin', plan('    ¦'), 'key | lines.0 | '],
  ['a field without its colon', plan('    in¦'), 'key | lines.0 | in'],
  ['a field between two others', plan('    in¦\n    name: x'), 'key | lines.0 | in'],
  ['a field of a line by its key alone', plan('    into:¦'), 'value | lines.0.into | '],
  ['a value', plan('    into: land¦'), 'value | lines.0.into | land'],
  ['a value in quotes', plan('    into: "lan¦'), 'value | lines.0.into | lan'],
  ['a list in brackets', plan('    units: [¦]'), 'value | lines.0.units.0 | '],
  ['a word in brackets', plan('    units: [land, for¦]'), 'value | lines.0.units.1 | for'],
  ['after a comma', plan('    units: [land, ¦]'), 'value | lines.0.units.1 | '],
  [
    'brackets that nobody closed',
    plan('    units: [land, for¦\n    into: b'),
    'value | lines.0.units.1 | for',
  ],
  [
    'brackets over rows',
    plan('    units: [\n        land,\n        f¦,\n    ]'),
    'value | lines.0.units.1 | f',
  ],
  ['a map in brackets', plan('    opinions: [{ru¦}]'), 'key | lines.0.opinions.0 | ru'],
  ['a value in a map in brackets', plan('    opinions: [{rule: M¦}]'), 'value | lines.0.opinions.0.rule | M'],
  ['a second key in brackets', plan('    opinions: [{rule: M3, ¦}]'), 'key | lines.0.opinions.0 | '],
  ['a list below its key', plan('    guests:\n      - a\n      - b¦'), 'either | lines.0.guests.1 | b'],
  ['a map in a list', plan('    opinions:\n      - rule: M3\n        do¦'), 'key | lines.0.opinions.0 | do'],
  ['a map in brackets in a list', 'stages:\n  - {stage: 动¦, on: x}\n', 'value | stages.0.stage | 动'],
  ['items at the depth of their key', 'lines:\n- op: x\n  un¦', 'key | lines.0 | un'],
  ['a figure', 'lines:\n  - op: x\nexpect:\n  organs.¦', 'either | expect | organs.'],
  ['a second figure', 'expect:\n  a.b: 1\n  organs.¦', 'key | expect | organs.'],
  ['after the lines', plan('expect:\n  a: 1\nti¦'), 'key |  | ti'],
  [
    'a line after a bracket that nobody closed',
    plan('    units: [a\n  - op: x\n    un¦'),
    'key | lines.1 | un',
  ],
])('%s', (_, marked, found) => expect(at(marked)).toBe(found))

test.each([
  ['a comment', plan('    # in¦')],
  ['a comment behind a value', plan('    into: land # a¦')],
  ['a text over rows', plan('    basis: |\n      abc¦')],
  ['after a word in brackets', plan('    units: [land ¦]')],
])('%s is no place to suggest anything', (_, marked) => expect(at(marked)).toBeUndefined())

test('near the cursor is found what is found in the whole file', () => {
  const lines = Array.from(
    { length: 6 },
    (_, at) => `  - op: absorb-unit\n    units: [a${at}, b]\n    into: c\n`,
  )
  const text = `sanding: 1\nbase: {register: 2020-01-01}\nlines:\n  # note\n${lines.join('')}expect:\n  a: 1\n`
  for (let offset = 0; offset <= text.length; offset += 1)
    expect(outlineOf(text, offset, true).cursor).toEqual(outlineOf(text, offset).cursor)
})

test('keys and values stand in the outline with their places', () => {
  const text = plan('    into: b # to\n')
  const { entries } = outlineOf(text)

  expect(entries.map(({ kind, path, text: word }) => `${kind} ${path.join('.')} ${word}`)).toEqual([
    'key sanding sanding',
    'value sanding 1',
    'key lines lines',
    'key lines.0.op op',
    'value lines.0.op absorb-unit',
    'key lines.0.units units',
    'value lines.0.units.0 a',
    'key lines.0.into into',
    'value lines.0.into b',
  ])
  expect(entries.every(({ from, to, text: word }) => text.slice(from, to) === word)).toBe(true)
})
