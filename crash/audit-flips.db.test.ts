import { beforeAll, expect, test } from 'vitest'
import { seeded } from '../journal-verifier/journal.testing.ts'
import { type AuditRecord, auditSealed, emptyHead } from '../src/kernel/chain.ts'
import { auditFindings } from '../src/store/audit-chain.ts'
import { type Database, openDatabase } from '../src/store/database.ts'
import { freshData, openedCounty } from '../src/store/records.testing.ts'

const count = 10_000
/** Flips so far apart do not touch each other's neighbours. */
const apart = 5
const columns = ['at', 'actor', 'action', 'subject', 'detail', 'prev', 'hash'] as const
type Column = (typeof columns)[number]

let database: Database
let county: string
let records: readonly AuditRecord[]
beforeAll(async () => {
  database = await openDatabase({ data: await freshData() })
  county = await openedCounty(database)
  records = await sealedTrail()
  return () => database.close()
})

/** A long trail behind the one record that opening the county left. */
const sealedTrail = async (): Promise<AuditRecord[]> => {
  const { rows } = await database.query<{ seq: number; hash: string }>(
    'select seq, hash from audit where county_id = $1 order by seq desc limit 1',
    [county],
  )
  const trail: AuditRecord[] = []
  let head = rows[0] ?? emptyHead
  for (let at = 0; at < count; at += 1) {
    const record = auditSealed(head, {
      county,
      at: `2026-01-01T08:00:00.${String(at % 1000).padStart(3, '0')}Z`,
      actor: `account:a-${at % 7}`,
      action: ['save-plan', 'reveal-person', 'approve-plan'][at % 3] ?? '',
      subject: `plan:示例-${at % 90}`,
      detail: { version: at, document: `示编发〔2026〕${at}号`, columns: ['name'], isWhole: at % 2 === 0 },
    })
    trail.push(record)
    head = record
  }
  await database.query(
    `insert into audit (county_id, seq, at, actor, action, subject, detail, prev, hash)
     select county, seq, at, actor, action, subject, detail, prev, hash
     from jsonb_to_recordset($1::jsonb) as given (county text, seq bigint, at text, actor text, action text,
       subject text, detail jsonb, prev text, hash text)`,
    [JSON.stringify(trail)],
  )
  return trail
}

const cellOf = (record: AuditRecord, column: Column): string =>
  column === 'detail' ? JSON.stringify(record.detail) : record[column]

/** Whether the database could hold it at all, as something else than before: other flips it finds by itself. */
const isHeld = (bytes: Buffer, column: Column, before: string): boolean => {
  const text = bytes.toString()
  if (!Buffer.from(text).equals(bytes) || text.includes('\0') || text === before) return false
  if (column !== 'detail') return true
  try {
    return JSON.stringify(JSON.parse(text)) !== before && !text.includes('\\u0000')
  } catch {
    return false
  }
}

/** A cell with one of its bytes flipped, at any place, in any of its bits. */
const flipped = (record: AuditRecord, column: Column, chance: (below: number) => number): string => {
  const before = cellOf(record, column)
  for (;;) {
    const bytes = Buffer.from(before)
    const at = chance(bytes.length)
    bytes[at] = (bytes[at] as number) ^ (1 + chance(255))
    if (isHeld(bytes, column, before)) return bytes.toString()
  }
}

interface Altered {
  readonly seq: number
  readonly column: Column
  readonly to: string
}

/** Puts cells in place as nobody but the owner of the tables can. */
const put = (cells: readonly Altered[]) =>
  database.asOwner(async (owner) => {
    for (const column of columns) {
      const own = cells.filter((cell) => cell.column === column)
      const given = column === 'detail' ? 'given.to::jsonb' : 'given.to'
      await owner.query(
        `update audit set ${column} = ${given} from jsonb_to_recordset($2::jsonb) as given (seq bigint, "to" text)
         where county_id = $1 and audit.seq = given.seq`.replaceAll('given.to', 'given."to"'),
        [county, JSON.stringify(own)],
      )
    }
  })

const named = async (): Promise<ReadonlySet<number>> => {
  const { findings } = await auditFindings(database, county)
  return new Set(findings.map(({ at }) => Number(at.split('#')[1])))
}

test('of 10,000 audit records each has a byte flipped in turn, and each is found and named, and no other', async () => {
  const chance = seeded('audit flips')
  const missed: Altered[] = []
  const wronged: number[] = []
  for (let round = 0; round < apart; round += 1) {
    const hit = records.filter((_, at) => at % apart === round)
    const cells = hit.map((record): Altered => {
      const column = columns[chance(columns.length)] ?? 'hash'
      return { seq: record.seq, column, to: flipped(record, column, chance) }
    })
    await put(cells)
    const found = await named()
    missed.push(...cells.filter(({ seq }) => !found.has(seq)))
    // A hash that was flipped no longer is what the next record is bound to: one of the two was replaced.
    const excused = new Set(cells.flatMap(({ seq, column }) => (column === 'hash' ? [seq, seq + 1] : [seq])))
    wronged.push(...[...found].filter((seq) => !excused.has(seq)))
    await put(hit.flatMap((record, at) => restoredOf(record, cells[at])))
  }

  expect(missed).toEqual([])
  expect(wronged).toEqual([])
  expect((await auditFindings(database, county)).findings).toEqual([])
})

const restoredOf = (record: AuditRecord, cell: Altered | undefined): Altered[] =>
  cell === undefined ? [] : [{ ...cell, to: cellOf(record, cell.column) }]

test('a record that was moved to another number, or to another county, is missed where it was', async () => {
  const other = await openedCounty(database)
  const seq = 5000
  await database.asOwner((owner) =>
    owner.query('update audit set seq = seq + 1000000 where county_id = $1 and seq = $2', [county, seq]),
  )
  expect([...(await named())]).toEqual([seq + 1, seq + 1_000_000])
  await database.asOwner((owner) =>
    owner.query('update audit set seq = $2, county_id = $3 where county_id = $1 and seq = $4', [
      county,
      2,
      other,
      seq + 1_000_000,
    ]),
  )
  expect([...(await named())]).toEqual([seq + 1])
  expect((await auditFindings(database, other)).findings).toHaveLength(1)
})
