import { beforeAll, expect, test } from 'vitest'
import { say } from '../../kernel/text.ts'
import { auditFindings } from '../../store/audit-chain.ts'
import { type Client, type Database, openDatabase } from '../../store/database.ts'
import { freshData, openedCounty } from '../../store/records.testing.ts'
import { carriedOut, type Sent } from './command.ts'
import { blocked, Refused } from './problem.ts'
import type { Answer } from './route.ts'

let database: Database
let county: string
beforeAll(async () => {
  database = await openDatabase({ data: await freshData() })
  county = await openedCounty(database)
  return () => database.close()
})

let keys = 0
const sent = (content: unknown, more: Partial<Sent> = {}): Sent => {
  keys += 1
  return { actor: 'account:a', county, key: `key-${keys}`, content, ...more }
}

/** A command whose work is one row, and which says so in the audit. */
const noting =
  (subject: string, where = county) =>
  async (client: Client): Promise<Answer> => {
    const { rows } = await client.query('select count(*)::int as count from audit where county_id = $1', [
      where,
    ])
    return {
      status: 201,
      body: { subject, before: rows[0]?.count },
      audit: { county: where, action: 'test', subject, detail: {} },
    }
  }

const auditOf = async (where: string, subject: string) =>
  (await database.query('select seq from audit where county_id = $1 and subject = $2', [where, subject])).rows

test('a command sent again under its key is answered again, byte for byte, and done once', async () => {
  const one = sent({ a: 1 })
  const first = await carriedOut(database, one, noting('test:again'))
  const second = await carriedOut(database, one, noting('test:again'))

  expect([first.isReplayed, second.isReplayed]).toEqual([false, true])
  expect(JSON.stringify(second.answer.body)).toBe(JSON.stringify(first.answer.body))
  expect(await auditOf(county, 'test:again')).toHaveLength(1)
})

test('sent ten times at once it is done once, and everybody gets the same answer', async () => {
  const one = sent({ a: 2 })
  const all = await Promise.all(
    Array.from({ length: 10 }, () => carriedOut(database, one, noting('test:at-once'))),
  )

  expect(all.filter(({ isReplayed }) => !isReplayed)).toHaveLength(1)
  expect(new Set(all.map(({ answer }) => JSON.stringify(answer.body))).size).toBe(1)
  expect(await auditOf(county, 'test:at-once')).toHaveLength(1)
})

test('a key is the sender’s own, and holds for one command only (J02)', async () => {
  const one = sent({ a: 3 })
  await carriedOut(database, one, noting('test:own-key'))
  await carriedOut(database, { ...one, actor: 'account:b' }, noting('test:own-key'))
  const other = carriedOut(database, { ...one, content: { a: 4 } }, noting('test:own-key'))

  await expect(other).rejects.toMatchObject({ problem: { status: 409, findings: [{ code: 'J02' }] } })
  expect(await auditOf(county, 'test:own-key')).toHaveLength(2)
})

test('what is refused leaves nothing behind, and may be sent again under its key', async () => {
  const one = sent({ a: 5 })
  const refusing = async (client: Client): Promise<Answer> => {
    await noting('test:refused')(client)
    await client.query(
      "insert into answer (county_id, key, request_hash, answer) values ($1, 'left-behind', '', '{}')",
      [county],
    )
    throw new Refused(blocked([{ code: 'X', severity: 'error', at: 'test', message: say('不行', 'no') }]))
  }
  await expect(carriedOut(database, one, refusing)).rejects.toMatchObject({ problem: { status: 422 } })

  const { rows } = await database.query("select 1 from answer where key like '%left-behind%'")
  expect(rows).toEqual([])
  expect((await carriedOut(database, one, noting('test:refused'))).isReplayed).toBe(false)
})

test('commands of many at once take their turn in the chains of the county and of the installation', async () => {
  await Promise.all(
    Array.from({ length: 30 }, (_, at) => {
      const where = at % 2 === 0 ? county : '-'
      return carriedOut(database, sent({ at }, { county: where }), noting(`test:turn-${at}`, where))
    }),
  )

  for (const where of [county, '-']) {
    const { records, findings } = await auditFindings(database, where)
    expect(records).toBeGreaterThanOrEqual(15)
    expect(findings).toEqual([])
  }
})
