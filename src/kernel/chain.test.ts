import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  auditSealed,
  chainFindings,
  emptyHead,
  genesis,
  hashOf,
  type JournalRecord,
  sealed,
} from './chain.ts'
import { day } from './day.ts'

const chain = (length: number): JournalRecord[] => {
  const records: JournalRecord[] = []
  let head = emptyHead
  for (let at = 0; at < length; at += 1) {
    const record = sealed(head, {
      county: 'hequ',
      recordedAt: `2026-01-01T00:00:0${at}.000Z`,
      effectiveOn: day('2020-12-01'),
      operation: 'rename-unit',
      fields: { unit: `u${at}`, name: '县林业局' },
      authority: '示例',
      plan: at === 0 ? null : 'p',
      line: at === 0 ? null : at,
      corrects: null,
    })
    records.push(record)
    head = record
  }
  return records
}
const remarks = (records: readonly JournalRecord[]) =>
  chainFindings(records, 'hequ', emptyHead).map(({ code, at }) => `${code} ${at}`)

test('a record is sealed over the canonical JSON of everything it says, and of the record before it', () => {
  const [first, second] = chain(2)
  const text =
    '{"authority":"示例","corrects":null,"county":"hequ","effectiveOn":"2020-12-01","fields":{"name":"县林业局","unit":"u1"},' +
    `"line":1,"operation":"rename-unit","plan":"p","prev":"${first?.hash}","recordedAt":"2026-01-01T00:00:01.000Z","seq":2}`

  expect(first?.prev).toBe(genesis)
  expect(second?.hash).toBe(createHash('sha256').update(text).digest('hex'))
  expect(remarks(chain(5))).toEqual([])
})

test('whatever is changed in a record is found at that record', () => {
  const other: Readonly<Record<keyof JournalRecord, unknown>> = {
    county: 'fushan',
    seq: 9,
    recordedAt: '2026-01-01T00:00:09.000Z',
    effectiveOn: '2020-12-02',
    operation: 'dissolve-unit',
    fields: { unit: 'u9' },
    authority: '',
    plan: 'q',
    line: 9,
    corrects: 1,
    prev: 'f'.repeat(64),
    hash: 'f'.repeat(64),
  }
  fc.assert(
    fc.property(
      fc.nat(4),
      fc.constantFrom(...(Object.keys(other) as (keyof JournalRecord)[])),
      (at, member) => {
        const records = chain(5).map((record, place) =>
          place === at ? { ...record, [member]: other[member] } : record,
        )
        const place = member === 'seq' ? 9 : at + 1
        expect(remarks(records)).toContain(`J22 journal:hequ#${place}`)
      },
    ),
  )
})

test('a record that is cut out, exchanged or of another county is found even when each by itself is sealed', () => {
  const records = chain(4)
  const [a, b, c, d] = records as [JournalRecord, JournalRecord, JournalRecord, JournalRecord]

  expect(remarks([a, c, d])).toEqual(['J20 journal:hequ#3', 'J21 journal:hequ#3'])
  expect(remarks([b, c, d])).toEqual(['J20 journal:hequ#2', 'J21 journal:hequ#2'])
  const { hash: _, ...body } = { ...b, county: 'fushan' }
  expect(remarks([a, { ...body, hash: hashOf(body) }])).toEqual(['J23 journal:hequ#2'])
})

test('audit records have a chain of their own', () => {
  const body = {
    county: 'hequ',
    at: '2026-01-01T00:00:00.000Z',
    actor: 'a',
    action: 'b',
    subject: 'c',
    detail: {},
  }
  const first = auditSealed(emptyHead, body)
  const second = auditSealed(first, body)

  expect([first.seq, second.seq, second.prev]).toEqual([1, 2, first.hash])
  expect(second.hash).toBe(
    createHash('sha256')
      .update(
        `{"action":"b","actor":"a","at":"${body.at}","county":"hequ","detail":{},"prev":"${first.hash}","seq":2,"subject":"c"}`,
      )
      .digest('hex'),
  )
})
