import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Database, openDatabase } from '../../store/database.ts'
import { StoreRefused } from '../../store/fault.ts'
import { databaseNow, writeAudit } from '../../store/journal-store.ts'
import { freshData, openedCounty } from '../../store/records.testing.ts'
import { parseArguments } from '../arguments.ts'
import type { Command } from '../command.ts'
import { anchor } from './anchor.ts'
import { backup } from './backup.ts'
import { doctor } from './doctor.ts'
import { exportJournal } from './export-journal.ts'
import { restore } from './restore.ts'
import { verifyJournal } from './verify-journal.ts'

let data = ''
let folder = ''
let county = ''

const file = (name: string) => join(folder, name)

beforeAll(async () => {
  data = await freshData()
  folder = mkdtempSync(`${data}-files-`)
  const database = await openDatabase({ data })
  county = await openedCounty(database)
  await openedCounty(database)
  await database.close()
}, 60_000)

afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** Runs a command here: its exit code, and what it printed as JSON and for a reader in each language. */
const call = async (command: Command, ...words: string[]) => {
  const args = parseArguments(words, command)
  expect(args.problems).toEqual([])
  const printed: string[] = []
  const print = (text: string) => void printed.push(text)
  const status = await command.run(args, { language: 'en', json: true, print, error: print })
  return { status, answer: JSON.parse(printed.join('\n')) }
}

const textOf = async (command: Command, language: 'zh' | 'en', ...words: string[]) => {
  const printed: string[] = []
  const print = (text: string) => void printed.push(text)
  await command.run(parseArguments(words, command), { language, json: false, print, error: print })
  return printed.join('\n')
}

const codes = (answer: { findings: { code: string }[] }) => answer.findings.map(({ code }) => code)

test('export, anchor and verify go together, and each answers in JSON', async () => {
  const [exported, anchored] = [file('journal.jsonl'), file('anchor.json')]
  const first = await call(exportJournal, exported, '--county', county, '--data', data)
  const second = await call(anchor, anchored, '--county', county, '--data', data)
  const verdict = await call(verifyJournal, '--file', exported, '--anchor', anchored)

  expect([first.status, second.status, verdict.status]).toEqual([0, 0, 0])
  expect(first.answer).toMatchObject({ county, head: { seq: 1 }, findings: [] })
  expect(JSON.parse(readFileSync(anchored, 'utf8'))).toEqual(second.answer.anchor)
  expect(Object.keys(second.answer.anchor)).toEqual(['sanding', 'kind', 'county', 'seq', 'hash', 'at'])
  expect(verdict.answer).toMatchObject({ valid: true, journals: [{ county, records: 1, findings: [] }] })
})

test('an audit trail that was cut, or written anew, is found against its anchor; one that only grew is not', async () => {
  const own = await freshData()
  const open = async (work: (database: Database) => Promise<unknown>) => {
    const database = await openDatabase({ data: own })
    await work(database).finally(() => database.close())
  }
  const note = (subject: string) => (database: Database) =>
    database.transaction(async (client) => {
      const at = await databaseNow(client)
      await writeAudit(client, { county: '-', at, actor: 'local:test', action: 'test', subject, detail: {} })
    })
  const paper = file('audit-anchor.json')
  const wrong = async () =>
    (await call(doctor, '--data', own, '--anchor', paper)).answer
      .filter(({ ok }: { ok: boolean }) => !ok)
      .map(({ check }: { check: string }) => check)
  for (const subject of ['one', 'two']) await open(note(subject))
  const made = await call(anchor, paper, '--audit', '--county', '-', '--data', own)
  expect([made.status, made.answer.anchor]).toMatchObject([0, { kind: 'audit-anchor', county: '-', seq: 2 }])

  await open(note('three'))
  expect(await wrong()).toEqual([])
  const remove = (from: number) => (database: Database) =>
    database.asOwner((client) =>
      client.query("delete from audit where county_id = '-' and seq >= $1", [from]),
    )
  await open(remove(2))
  expect(await wrong()).toEqual(['audit-anchor -'])
  await open(note('another two'))
  expect(await wrong()).toEqual(['audit-anchor -'])
  expect(codes((await call(doctor, '--data', own, '--anchor', file('none'))).answer)).toEqual(['K10'])
})

test('an altered export is refused with the record that was altered', async () => {
  const exported = file('altered.jsonl')
  await call(exportJournal, exported, '--county', county, '--data', data)
  writeFileSync(exported, readFileSync(exported, 'utf8').replace('"open-county"', '"open-count"'))

  const { status, answer } = await call(verifyJournal, '--file', exported)

  expect(status).toBe(1)
  expect(answer.journals[0].findings[0]).toMatchObject({ code: 'K04', at: `journal:${county}#1` })
  expect(await textOf(verifyJournal, 'zh', '--file', exported)).toContain('第1号记录')
})

test('the journals of an installation are verified, all or one, and an anchor of a county that is not there is refused', async () => {
  const all = await call(verifyJournal, '--data', data)
  const one = await call(verifyJournal, '--data', data, '--county', county)
  const foreign = file('foreign.json')
  const at = '2026-01-01T00:00:00Z'
  writeFileSync(
    foreign,
    JSON.stringify({ sanding: 1, kind: 'anchor', county: 'hill', seq: 1, hash: 'a'.repeat(64), at }),
  )
  const none = await call(verifyJournal, '--data', data, '--anchor', foreign)

  expect([all.status, all.answer.journals.length, one.answer.journals.length]).toEqual([0, 2, 1])
  expect(one.answer.journals[0]).toMatchObject({ county, audit: 1, valid: true })
  expect([none.status, codes(none.answer)]).toEqual([1, ['B21']])
})

test('with several counties a command that needs one asks which, and names them', async () => {
  const { status, answer } = await call(anchor, file('which.json'), '--data', data)

  expect([status, codes(answer)]).toEqual([1, ['B21']])
  expect(answer.findings[0].remedy.en).toContain(county)
  expect(codes((await call(exportJournal, file('x'), '--county', 'hill', '--data', data)).answer)).toEqual([
    'B21',
  ])
})

test('a file that is not there, and one that cannot be written, are findings', async () => {
  for (const words of [
    ['--file', file('none')],
    ['--data', data, '--anchor', file('none')],
  ])
    expect(codes((await call(verifyJournal, ...words)).answer)).toEqual(['F00'])
  expect(codes((await call(restore, file('none'), '--data', file('new'))).answer)).toEqual(['F00'])
  const nowhere = join(folder, 'no-folder', 'file')
  for (const command of [exportJournal, anchor])
    expect(codes((await call(command, nowhere, '--county', county, '--data', data)).answer)).toEqual(['B08'])
  expect(codes((await call(backup, nowhere, '--data', data)).answer)).toEqual(['B08'])
})

test('a call that is not understood is told with its usage, and nothing is opened', async () => {
  for (const [command, words] of [
    [verifyJournal, ['--file', 'a', '--data', data]],
    [exportJournal, []],
    [anchor, []],
    [backup, []],
    [restore, [file('b')]],
  ] as [Command, string[]][]) {
    const { status, answer } = await call(command, ...words)
    expect([command.name, status, answer.usage]).toEqual([command.name, 2, command.usage])
  }
})

test('a folder without records is refused, and none are made in it', async () => {
  const empty = mkdtempSync(file('empty-'))
  for (const [command, words] of [
    [verifyJournal, []],
    [backup, [file('none.sanding')]],
  ] as [Command, string[]][])
    await expect(call(command, ...words, '--data', empty)).rejects.toBeInstanceOf(StoreRefused)
  const { status, answer } = await call(doctor, '--data', empty)
  expect([status, answer.at(-1)]).toMatchObject([1, { check: 'data', ok: false }])
})

test('the doctor looks at everything, and an altered record is told with what to do', async () => {
  const sound = await call(doctor, '--data', data)
  expect(sound.status).toBe(0)
  for (const each of sound.answer) expect(Object.keys(each)).toEqual(['check', 'ok', 'found', 'remedy'])
  expect(sound.answer.map((each: { check: string }) => each.check)).toContain(`chain ${county}`)

  const database = await openDatabase({ data })
  await database.asOwner((client) =>
    client.query("update entry set authority = 'x' where county_id = $1", [county]),
  )
  await database.close()
  const { status, answer } = await call(doctor, '--data', data)
  const altered = answer.filter((each: { ok: boolean }) => !each.ok)
  expect([status, altered.length, altered[0].check]).toEqual([1, 1, `chain ${county}`])
  expect(altered[0].remedy.en).toContain('Record 1')
  expect(await textOf(doctor, 'zh', '--data', data)).toContain('第1号记录')

  const saved = await call(backup, file('altered.sanding'), '--data', data)
  expect([saved.status, codes(saved.answer)]).toEqual([1, ['K04']])
})

test('evidence and backups are not written over by what is none of theirs (B26, B27), and a folder of others is left alone (S12)', async () => {
  const own = await freshData()
  const database = await openDatabase({ data: own })
  const id = await openedCounty(database)
  await database.close()
  const kept = file('kept.json')
  expect((await call(anchor, kept, '--county', id, '--data', own)).status).toBe(0)
  expect((await call(anchor, kept, '--county', id, '--data', own)).status).toBe(0)
  const other = await call(anchor, kept, '--audit', '--county', id, '--data', own)
  expect(other.answer.findings[0].code).toBe('B27')

  const empty = await freshData()
  const full = file('full.sanding')
  expect((await call(backup, full, '--data', own)).status).toBe(0)
  const replaced = await call(backup, full, '--data', empty)
  expect([replaced.status, replaced.answer.findings[0].code]).toEqual([1, 'B26'])

  const foreign = mkdtempSync(`${data}-foreign-`)
  writeFileSync(join(foreign, 'letter.txt'), '示例')
  await expect(openDatabase({ data: foreign })).rejects.toMatchObject({ findings: [{ code: 'S12' }] })
  rmSync(foreign, { recursive: true, force: true })
})
