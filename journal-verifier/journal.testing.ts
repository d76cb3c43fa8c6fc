import { createHash } from 'node:crypto'
import { canonical, hex } from './problem.ts'
import { JournalCheck, type Verdict } from './verify.ts'

export type Members = Record<string, unknown>

const seal = (members: Members): string => hex(canonical(members))

/** A record bound to the hash before it. */
export const bound = (members: Members, prev: unknown): Members => {
  const { hash: _, ...rest } = { ...members, prev } as Members
  return { ...rest, hash: seal(rest) }
}

/** The records of an invented county, every kind of text and number among their fields. */
export const recordsOf = (count: number, county = 'river'): Members[] => {
  const records: Members[] = []
  for (let seq = 1; seq <= count; seq += 1) {
    const isFirst = seq === 1
    records.push(
      bound(
        {
          authority: `河编发〔2020〕${seq}号`,
          corrects: seq % 50 === 0 ? seq - 1 : null,
          county,
          effectiveOn: `20${String(20 + (seq % 7))}-12-0${1 + (seq % 9)}`,
          fields: isFirst
            ? { digest: 'd', tables: { units: `sha256:${'a'.repeat(64)}` } }
            : {
                from: `unit-${seq}`,
                note: `划转“${seq}”\n\t𠮷 \\ é`,
                posts: [seq, seq / 8, -0.5],
                to: null,
                z: true,
              },
          line: isFirst ? null : seq,
          operation: isFirst ? 'open-county' : 'transfer-duty',
          plan: isFirst ? null : 'reform',
          recordedAt: `2026-01-31T08:${String(seq % 60).padStart(2, '0')}:00.123Z`,
          seq,
        },
        records.at(-1)?.hash ?? '0'.repeat(64),
      ),
    )
  }
  return records
}

/** The records bound anew from the one at `from` on, as someone who owns the database would do it. */
export const boundAnew = (records: readonly Members[], from: number): Members[] => {
  const again = records.slice(0, from)
  for (const record of records.slice(from))
    again.push(bound({ ...record, seq: again.length + 1 }, again.at(-1)?.hash ?? '0'.repeat(64)))
  return again
}

/** The export of these records; the header is the true one of these records unless another is given. */
export const exportOf = (records: readonly Members[], changes: Members = {}): Buffer => {
  const last = records.at(-1)
  const header = {
    county: last?.county ?? 'river',
    exportedAt: '2026-02-01T09:00:00.000Z',
    head: { hash: last?.hash ?? '0'.repeat(64), seq: last?.seq ?? 0 },
    kind: 'journal',
    sanding: 1,
    ...changes,
  }
  const lines = [{ ...header, seal: seal(header) }, ...records].map((each) => `${canonical(each)}\n`)
  return Buffer.from(lines.join(''))
}

/** The anchor that was taken when these were all the records. */
export const anchorOf = (records: readonly Members[]) => {
  const { county, seq, hash } = records.at(-1) as { county: string; seq: number; hash: string }
  return { sanding: 1, kind: 'anchor', county, seq, hash, at: '2026-02-01T09:00:00.000Z' }
}

/** What the checker says of these bytes. */
export const verdictOn = (bytes: Uint8Array, anchor?: ReturnType<typeof anchorOf>): Verdict => {
  const check = new JournalCheck(anchor)
  check.push(bytes)
  return check.end()
}

/** Numbers that look like chance and are the same in every run. */
export const seeded = (seed: string): ((below: number) => number) => {
  let state = seed
  return (below) => {
    state = createHash('sha256').update(state).digest('hex')
    return Number.parseInt(state.slice(0, 12), 16) % below
  }
}
