import { beforeAll, expect, test } from 'vitest'
import { type Database, openDatabase } from './database.ts'
import { recordChecks } from './doctor-records.ts'
import { databaseNow, writeAudit } from './journal-store.ts'
import { freshData, openedCounty } from './records.testing.ts'

let database: Database
let county: string
beforeAll(async () => {
  database = await openDatabase({ data: await freshData() })
  county = await openedCounty(database)
  await database.transaction(async (client) => {
    const at = await databaseNow(client)
    for (const subject of ['a', 'b'])
      await writeAudit(client, { county: '-', at, actor: 'local:test', action: 'test', subject, detail: {} })
  })
  return () => database.close()
})

const found = async () => {
  const checks = await recordChecks(database)
  return {
    wrong: checks.filter(({ ok }) => !ok).map(({ check }) => check),
    of: (name: string) => checks.find(({ check }) => check === name)?.found,
    checks,
  }
}

const asOwner = (statement: string, values: unknown[] = []) =>
  database.asOwner((client) => client.query(statement, values))

test('sound records are sound in every point: the audit of each county and of the installation, accounts, retention, pages', async () => {
  const { wrong, of, checks } = await found()

  expect(wrong).toEqual([])
  expect(checks.map(({ check }) => check)).toEqual([
    'audit -',
    `audit ${county}`,
    'second-factor',
    'retention',
    'pages',
  ])
  expect([of('audit -'), of(`audit ${county}`)]).toEqual(['2', '1'])
  expect(of('retention')).toMatch(/^\d{4}-\d\d-\d\d$/)
})

test('an altered audit record of the installation, and one of a county, are told', async () => {
  for (const id of ['-', county]) {
    await asOwner("update audit set actor = actor || 'x' where county_id = $1 and seq = 1", [id])
    const { wrong, checks } = await found()
    await asOwner("update audit set actor = rtrim(actor, 'x') where county_id = $1 and seq = 1", [id])

    expect(wrong).toEqual([`audit ${id}`])
    expect(checks.find(({ ok }) => !ok)?.remedy.en).toContain('Audit record 1')
  }
  expect((await found()).wrong).toEqual([])
})

test('who needs a second factor and has none is named, and told as wrong after a week; who has one, is shut or a demonstration’s is not', async () => {
  const account = (id: string, columns: string, values: string) =>
    asOwner(
      `insert into account (county_id, account_id, username, display_name, created_by${columns}) values ('-', $1, $1, '示例', 'x'${values})`,
      [id],
    )
  const granted = (id: string, role: string, days: number) =>
    asOwner(
      `insert into role_grant (county_id, grant_id, account_id, role, over_county, state, proposed_by, decided_by, decided_at)
       values ('-', $1, $2, $3, '*', 'granted', 'x', 'y', now() - make_interval(days => $4))`,
      [`${id}-${role}`, id, role, days],
    )
  await account('secured', ', totp_secret, totp_confirmed_at', ", 'x', now()")
  await account('shut', ', disabled_at', ', now()')
  await account('shown', ', is_demo', ', true')
  await account('planner', '', '')
  await account('fresh', '', '')
  for (const id of ['secured', 'shut', 'shown']) await granted(id, 'approver', 30)
  await granted('planner', 'planner', 30)
  await granted('fresh', 'security-administrator', 1)
  const within = await found()
  expect([within.wrong, within.of('second-factor')]).toEqual([[], 'fresh'])

  await granted('fresh', 'approver', 8)
  expect((await found()).wrong).toEqual(['second-factor'])
})

test('a right to take audit records away is told', async () => {
  await asOwner('grant delete on audit to sanding_app')
  const { wrong, of } = await found()
  await asOwner('revoke delete on audit from sanding_app')

  expect([wrong.filter((each) => each !== 'second-factor'), of('retention')]).toEqual([
    ['retention'],
    'audit DELETE',
  ])
})
