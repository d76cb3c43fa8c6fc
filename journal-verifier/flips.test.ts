import { expect, test } from 'vitest'
import { exportOf, recordsOf, seeded, verdictOn } from './journal.testing.ts'

/** The export of so many records, and where its lines begin: line 0 is the header, line n the record n. */
const journalOf = (count: number) => {
  const bytes = exportOf(recordsOf(count))
  const starts = [0]
  for (let at = bytes.indexOf(10); at >= 0; at = bytes.indexOf(10, at + 1)) starts.push(at + 1)
  const lengthOf = (line: number) => (starts[line + 1] as number) - (starts[line] as number)
  return { bytes, count, lengthOf, startOf: (line: number) => starts[line] as number }
}
type Journal = ReturnType<typeof journalOf>

const long = journalOf(2000)
const short = journalOf(60)

interface Flip {
  readonly position: number
  /** The bits that are turned; never none. */
  readonly bits: number
}

const flip = (bytes: Buffer, flips: readonly Flip[]): Buffer => {
  const copy = Buffer.from(bytes)
  for (const { position, bits } of flips) copy[position] = (copy[position] as number) ^ bits
  return copy
}

/** The numbers of the records that the checker names; 0 is the header. */
const named = (bytes: Buffer): Set<number> =>
  new Set(verdictOn(bytes).problems.map(({ code, seq }) => (code === 'K01' ? 0 : (seq ?? -1))))

/** Flips one byte in each of these records (far enough apart to be told from one another); what was not named right. */
const missedIn = ({ bytes, startOf, lengthOf }: Journal, flips: ReadonlyMap<number, Flip>): string[] => {
  const seqs = named(flip(bytes, [...flips.values()]))
  const unfound = [...flips].filter(([record]) => !seqs.has(record))
  /** A line end that goes, or one that comes, makes one line of two or two of one: then the next may be named, too. */
  const touchesLines = (record: number, { position, bits }: Flip) =>
    position === startOf(record) + lengthOf(record) - 1 || ((bytes[position] as number) ^ bits) === 10
  const wronged = [...seqs].filter((seq) => {
    const before = flips.get(seq - 1)
    return !flips.has(seq) && (before === undefined || !touchesLines(seq - 1, before))
  })
  return [
    ...unfound.map(
      ([record, { position, bits }]) => `${record} byte ${position - startOf(record)} ^ ${bits}`,
    ),
    ...wronged.map((seq) => `${seq} named for nothing`),
  ]
}

test('of 2,000 records with one flipped byte in every fifth, 12,000 flips in all, each altered record is named', () => {
  const chance = seeded('flips')
  const missed: string[] = []
  for (let round = 0; round < 30; round += 1) {
    const flips = new Map<number, Flip>()
    for (let record = 1 + (round % 5); record <= long.count; record += 5) {
      const position = long.startOf(record) + chance(long.lengthOf(record))
      flips.set(record, { position, bits: 1 + chance(255) })
    }
    missed.push(...missedIn(long, flips))
  }

  expect(missed).toEqual([])
})

test('every byte of ten records, in two ways each, is found and its record named', () => {
  const ten = [1, 7, 13, 19, 25, 31, 37, 43, 50, 60]
  const longest = Math.max(...ten.map(short.lengthOf))
  const chance = seeded('every byte')
  const missed: string[] = []
  for (let at = 0; at < longest; at += 1)
    for (const bits of [0x20, 1 + chance(255)]) {
      const hit = ten.filter((record) => at < short.lengthOf(record))
      const flips = hit.map((record) => [record, { position: short.startOf(record) + at, bits }] as const)
      missed.push(...missedIn(short, new Map(flips)))
    }

  expect(missed).toEqual([])
})

test('every byte of the header is found and the header named', () => {
  const missed: number[] = []
  const { bytes, lengthOf } = journalOf(3)
  for (let position = 0; position < lengthOf(0); position += 1)
    for (const bits of [1, 2, 0x20, 0x80])
      if (!named(flip(bytes, [{ position, bits }])).has(0)) missed.push(position)

  expect(missed).toEqual([])
})

test('a single byte flipped anywhere in the whole file is found', () => {
  const chance = seeded('one at a time')
  const flips = Array.from({ length: 40 }, () => ({
    position: chance(long.bytes.length),
    bits: 1 + chance(255),
  }))
  const missed = flips.filter((each) => verdictOn(flip(long.bytes, [each])).valid)

  expect(verdictOn(long.bytes).valid).toBe(true)
  expect(missed).toEqual([])
})
