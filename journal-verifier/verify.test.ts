import { expect, test } from 'vitest'
import { readAnchor } from './header.ts'
import {
  anchorOf,
  bound,
  boundAnew,
  exportOf,
  type Members,
  recordsOf,
  verdictOn,
} from './journal.testing.ts'
import { canonical } from './problem.ts'

const records = recordsOf(60)
const whole = exportOf(records)

/** Codes and record numbers of what is wrong with these records under the header of the true ones. */
const told = (changed: readonly Members[], anchor?: ReturnType<typeof anchorOf>) => {
  const last = records.at(-1) as Members
  const { valid, problems } = verdictOn(
    exportOf(changed, { head: { hash: last.hash, seq: last.seq } }),
    anchor,
  )
  expect(valid).toBe(problems.length === 0)
  for (const { message } of problems) expect(message.zh.length * message.en.length).toBeGreaterThan(0)
  return problems.map(({ code, seq }) => `${code} ${seq}`)
}

test('a whole journal is valid, with and without its anchors', () => {
  const { valid, problems, county, records: count, head } = verdictOn(whole)

  expect([valid, problems, county, count]).toEqual([true, [], 'river', 60])
  expect(head).toEqual({ seq: 60, hash: records.at(-1)?.hash })
  for (const known of [1, 30, 60])
    expect(verdictOn(whole, anchorOf(records.slice(0, known))).problems).toEqual([])
})

test('a journal that holds nothing yet is valid', () => {
  expect(verdictOn(exportOf([])).problems).toEqual([])
})

test('one record removed is named', () => {
  expect(told(records.toSpliced(19, 1))).toEqual(['K06 20'])
})

test('several records removed are named from the first to the last', () => {
  const { problems } = verdictOn(exportOf(records.toSpliced(19, 5)))

  expect(problems.map(({ code, seq }) => [code, seq])).toEqual([['K06', 20]])
  expect(problems[0]?.message.en).toContain('24')
})

test('two records swapped: what is missing and what is out of place are both named', () => {
  const swapped = records.with(19, records[20] as Members).with(20, records[19] as Members)

  expect(told(swapped)).toEqual(['K06 20', 'K07 20'])
})

test('a record that stands there twice is named', () => {
  expect(told(records.toSpliced(20, 0, records[19] as Members))).toEqual(['K07 20'])
  expect(told([...records, records[4] as Members])).toEqual(['K07 5'])
})

test('an inserted record, sealed as if it belonged there, is named', () => {
  const invented = bound({ ...(records[19] as Members), authority: '伪造' }, records[18]?.hash)

  expect(told(records.toSpliced(19, 0, invented))).toEqual(['K07 20', 'K05 21'])
})

test('an inserted record with all later numbers moved on is named', () => {
  const moved = records.map((each, at) => (at < 19 ? each : { ...each, seq: at + 2 }))

  expect(told(moved.toSpliced(19, 0, records[19] as Members))[0]).toBe('K04 21')
})

test('a record changed and sealed anew is found by the record behind it', () => {
  const changed = bound({ ...(records[19] as Members), authority: '伪造' }, records[18]?.hash)

  expect(told(records.with(19, changed))).toEqual(['K05 21'])
})

test('the last record changed and sealed anew is found by the header', () => {
  const changed = bound({ ...(records[59] as Members), authority: '伪造' }, records[58]?.hash)

  expect(told(records.with(59, changed))).toEqual(['K09 60'])
})

test('a record of another county is named, also when everything is sealed anew', () => {
  const foreign = boundAnew(records.with(19, { ...(records[19] as Members), county: 'hill' }), 19)

  expect(verdictOn(exportOf(foreign)).problems.map(({ code, seq }) => `${code} ${seq}`)).toEqual(['K08 20'])
})

test('a journal cut short is found by its header, and by an anchor when the header is cut to fit', () => {
  const cut = records.slice(0, 50)

  expect(told(cut)).toEqual(['K09 51'])
  expect(verdictOn(exportOf(cut)).valid).toBe(true)
  const { problems } = verdictOn(exportOf(cut), anchorOf(records.slice(0, 55)))
  expect(problems.map(({ code, seq }) => [code, seq])).toEqual([['K10', 55]])
  expect(problems[0]?.message.en).toContain('50')
})

test('every truncation in bytes is found', () => {
  const missed: number[] = []
  const short = exportOf(records.slice(0, 4))
  for (let length = 0; length < short.length; length += 1)
    if (verdictOn(short.subarray(0, length)).valid) missed.push(length)

  expect(missed).toEqual([])
})

test('a tail rewritten and sealed anew is found by any anchor from the change on, and by none before', () => {
  const rewritten = boundAnew(records.with(39, { ...(records[39] as Members), authority: '伪造' }), 39)
  const bytes = exportOf(rewritten)
  const codesAt = (seq: number) =>
    verdictOn(bytes, anchorOf(records.slice(0, seq))).problems.map(({ code, seq }) => `${code} ${seq}`)

  expect(verdictOn(bytes).valid).toBe(true)
  expect(codesAt(39)).toEqual([])
  for (const seq of [40, 41, 50, 60]) expect(codesAt(seq)).toEqual([`K10 ${seq}`])
})

test('an anchor of another county is told, and the journal is not measured by it', () => {
  const { problems } = verdictOn(whole, anchorOf(recordsOf(3, 'hill')))

  expect(problems).toHaveLength(1)
  expect(problems[0]).toMatchObject({ code: 'K10', expected: 'hill', found: 'river' })
})

test.each<[string, (text: string) => string, string]>([
  ['a space', (line) => line.replace(',', ', '), 'K02'],
  ['another order of members', (line) => line.replace(/^\{("authority":[^,]*),(.*)\}$/, '{$2,$1}'), 'K02'],
  ['a member twice', (line) => line.replace('{', '{"authority":"",'), 'K02'],
  ['a number written otherwise', (line) => line.replace('"seq":20', '"seq":20.0'), 'K02'],
  ['a letter escaped', (line) => line.replace('transfer', '\\u0074ransfer'), 'K02'],
  ['a carriage return at the end', (line) => `${line}\r`, 'K02'],
  ['an empty line before it', (line) => `\n${line}`, 'K02'],
  ['a byte order mark before it', (line) => `\ufeff${line}`, 'K02'],
  ['an unknown member', (line) => line.replace(/\}$/, ',"zz":1}'), 'K03'],
  ['a member left out', (line) => line.replace('"plan":"reform",', ''), 'K03'],
  ['a list without end', () => '['.repeat(200_000), 'K02'],
])('%s is named', (_, change, code) => {
  const lines = whole.toString().split('\n')
  lines[20] = change(lines[20] as string)

  const [first] = verdictOn(Buffer.from(lines.join('\n'))).problems

  expect(first).toMatchObject({ code, seq: 20, line: 21 })
})

test('a broken character is not taken for the mark that stands for one', () => {
  const marked = boundAnew(records.with(19, { ...(records[19] as Members), authority: '\ufffd号' }), 19)
  const bytes = exportOf(marked)
  const at = bytes.indexOf('\ufffd')
  expect(verdictOn(bytes).valid).toBe(true)

  const broken = Buffer.concat([bytes.subarray(0, at), Buffer.from([0xff]), bytes.subarray(at + 3)])
  expect(verdictOn(broken).problems[0]).toMatchObject({ code: 'K02', seq: 20 })
})

test('anything behind the last line end is named', () => {
  expect(verdictOn(Buffer.concat([whole, Buffer.from('x')])).problems).toMatchObject([
    { code: 'K02', seq: 61 },
  ])
})

test('a header or an anchor with a member too many or too few is none', () => {
  expect(verdictOn(exportOf(records, { note: 'x' })).problems.map(({ code }) => code)).toEqual(['K01'])
  expect(verdictOn(exportOf(records, { exportedAt: undefined })).problems[0]?.code).toBe('K01')
  const anchor = anchorOf(records)
  const { at: _, ...timeless } = anchor
  for (const wrong of [{ ...anchor, note: 'x' }, timeless, { ...anchor, seq: 0 }, [], 'x'])
    expect(readAnchor(JSON.stringify(wrong))).toMatchObject({ problems: [{ code: 'K10' }] })
  expect(readAnchor(JSON.stringify(anchor, undefined, 2))).toEqual({ value: anchor })
})

test('a header that is missing, altered or of something else is named, and the records are checked all the same', () => {
  const [header = '', ...lines] = whole.toString().split('\n')
  const of = (first: string[]) =>
    verdictOn(Buffer.from([...first, ...lines.with(4, '{}')].join('\n'))).problems.map(({ code }) => code)

  expect(of([])[0]).toBe('K01')
  expect(of([header.replace('2026', '2025')])).toEqual(['K01', ...of([header])])
  expect(of([canonical({ sanding: 1, kind: 'plan' })])).toEqual(['K01', ...of([header])])
  expect(verdictOn(Buffer.from('')).problems.map(({ code }) => code)).toEqual(['K01'])
})

test('a file that is wrong in every line is told with a thousand problems and the number of the others', () => {
  const { problems, more } = verdictOn(Buffer.from('x\n'.repeat(5000)))

  expect(problems).toHaveLength(1000)
  expect(more).toBe(4000)
})
