import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { caseOf, unit } from './case.testing.ts'
import type { CaseTexts } from './case.ts'
import { replayCase } from './replay.ts'

const sound = caseOf(['A', 'B'], [{ type: 'dissolve', sources: ['A'] }])
const found = (changes: CaseTexts) =>
  replayCase({ ...sound, ...changes }).findings.map(({ code, at }) => `${code} ${at}`)
const operations = (...list: unknown[]): CaseTexts => ({
  'operations.json': JSON.stringify({ operations: list }),
})
const units = (...list: unknown[]): CaseTexts => ({ 'before.json': JSON.stringify({ units: list }) })
const valid = { id: 'o', type: 'dissolve', date: '2020-01-01', sources: ['A'], targets: [] }

test.each<[string, CaseTexts, string[]]>([
  ['no JSON', { 'before.json': '{"units": [' }, ['X02 case:before.json']],
  ['an empty file', { 'operations.json': '' }, ['X02 case:operations.json']],
  ['a list instead of an object', { 'operations.json': '[]' }, ['X03 case:operations.json']],
  ['null', { 'operations.json': 'null' }, ['X03 case:operations.json']],
  ['no list of operations', { 'operations.json': '{}' }, ['X03 case:operations.json#operations']],
  ['an operation that is a number', operations(7), ['X03 case:operations.json#operations[0]']],
  [
    'an unknown type',
    operations({ ...valid, type: 'merg' }),
    ['X05 case:operations.json#operations[0].type'],
  ],
  [
    'a type out of the prototype',
    operations({ ...valid, type: 'constructor' }),
    ['X05 case:operations.json#operations[0].type'],
  ],
  [
    'no such day',
    operations({ ...valid, date: '2021-02-29' }),
    ['X06 case:operations.json#operations[0].date'],
  ],
  ['no id', operations({ ...valid, id: undefined }), ['X03 case:operations.json#operations[0].id']],
  [
    'sources that are no list',
    operations({ ...valid, sources: 'A' }),
    ['X03 case:operations.json#operations[0].sources'],
  ],
  [
    'a source that is a list',
    operations({ ...valid, sources: [['A']] }),
    ['X03 case:operations.json#operations[0].sources[0]'],
  ],
  [
    'a source twice',
    operations({ ...valid, sources: ['A', 'A'] }),
    ['X04 case:operations.json#operations[0].sources[1]'],
  ],
  [
    'a target that is a text',
    operations({ ...valid, targets: ['A'] }),
    ['X03 case:operations.json#operations[0].targets[0]'],
  ],
  [
    'an id twice',
    operations(valid, { ...valid, sources: ['B'] }),
    ['X04 case:operations.json#operations[1].id'],
  ],
])('%s is found with its address', (_, changes, expected) => {
  expect(found(changes)).toEqual(expected)
})

test('units that are no units are found one by one, and the rest is still replayed', () => {
  const replayed = replayCase({
    ...sound,
    ...units(
      unit('A'),
      3,
      { id: true, name: 'seven' },
      { id: null },
      unit('A'),
      { id: '', name: 'x' },
      unit('B'),
    ),
  })

  expect(replayed.findings.map(({ code, at }) => `${code} ${at}`).sort()).toEqual([
    'X03 case:before.json#units[1]',
    'X03 case:before.json#units[2].id',
    'X03 case:before.json#units[3].id',
    'X03 case:before.json#units[5].id',
    'X04 case:before.json#units[4].id',
  ])
  expect(replayed.unitsAfter).toBe(1)
  expect(replayed.isRefused).toBe(true)
})

test('a finding leads to the line in the file', () => {
  const text = '{\n "operations": [\n  {"id": "a", "note": "}]\\"\\n"},\n  {"id": 5}\n ]\n}'
  const places = replayCase({ ...sound, 'operations.json': text }).findings.map(({ place }) => place)

  expect(places).toContainEqual({ line: 3, column: 3 })
  expect(places).toContainEqual({ line: 4, column: 3 })
  const broken = replayCase({ ...sound, 'operations.json': '{\n  "operations": [\n    1,\n  ]\n}' })
  expect(broken.findings[0]).toMatchObject({ code: 'X02', place: { line: 4, column: 3 } })
})

test('attributes that attack whoever reads the result, and nesting without end, are refused', () => {
  const hostile = '{"units": [{"id": "A", "name": "A", "x": {"__proto__": {"isAdmin": true}}}]}'
  expect(found({ 'before.json': hostile })[0]).toBe('X03 case:before.json#units[0]')

  const deep = `{"units": [{"id": "A", "name": "A", "x": ${'['.repeat(100_000)}${']'.repeat(100_000)}}]}`
  expect(found({ 'before.json': deep })[0]).toBe('X03 case:before.json#units[0]')
  expect(found({ 'operations.json': `{"operations": ${'[{"a":'.repeat(50_000)}` })).toEqual([
    'X02 case:operations.json',
  ])
  const deepId = `{"operations": [{"id": ${'['.repeat(100_000)}${']'.repeat(100_000)}}]}`
  expect(found({ 'operations.json': deepId })).toContain('X03 case:operations.json#operations[0].id')
})

test('numbers that no double can hold are written as they came', () => {
  const before = '{"units": [{"id": "A", "name": "A", "n": 12345678901234567890, "m": [1e999, 0.1, -5]}]}'
  const replayed = replayCase({
    'before.json': before,
    'operations.json': '{"operations": []}',
    'after.json': before,
  })

  expect(replayed.exact).toBe(true)
  expect(JSON.stringify(replayed.units[0])).toContain('"n":12345678901234567890,"m":[1e999,0.1,-5]')
  const other = before.replace('567890', '567891')
  expect(
    replayCase({ 'before.json': before, 'operations.json': '{"operations": []}', 'after.json': other }).exact,
  ).toBe(false)
})

test('a missing file is said: without operations nothing happens, without units nothing can', () => {
  expect(found({ 'operations.json': undefined })).toEqual(['X01 case:operations.json'])
  expect(replayCase({ ...sound, 'operations.json': undefined })).toMatchObject({
    operations: 0,
    unitsAfter: 2,
    isRefused: false,
  })
  expect(found({ 'before.json': undefined })).toContain('X01 case:before.json')
  expect(replayCase({}).isRefused).toBe(true)
})

test('a thousand damaged copies of a real case are answered, in both languages, and none throws', () => {
  const folder = join(import.meta.dirname, '../../../test/cases/no-2019')
  const read = (file: string) => readFileSync(join(folder, file), 'utf8')
  const texts = {
    'before.json': read('before.json').slice(0, 4000),
    'operations.json': read('operations.json'),
  }
  const junk = fc.oneof(
    fc.string(),
    fc.constantFrom('{', '}', '[', ']', '"', ',', 'null', '-1', '{}', '\\u0000', '\u0000'),
  )
  fc.assert(
    fc.property(
      fc.constantFrom('before.json', 'operations.json'),
      fc.nat(),
      fc.nat(30),
      junk,
      (file, at, length, text) => {
        const was = texts[file as keyof typeof texts]
        const from = at % was.length
        const damaged = was.slice(0, from) + text + was.slice(from + length)
        const { findings } = replayCase({ ...texts, [file]: damaged })
        for (const { message, remedy } of findings)
          for (const each of [message.zh, message.en, remedy?.zh, remedy?.en]) expect(each).toBeTruthy()
      },
    ),
    { numRuns: 1000, seed: 24 },
  )
})
