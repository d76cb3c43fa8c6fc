import { beforeAll, expect, test } from 'vitest'
import { openDatabase } from '../../store/database.ts'
import { freshData, openedCounty } from '../../store/records.testing.ts'
import { parseArguments } from '../arguments.ts'
import type { Command } from '../command.ts'
import { asof } from './asof.ts'
import { verifyJournal } from './verify-journal.ts'

let data = ''
let county = ''
const open = async () => {
  const database = await openDatabase({ data })
  const id = await openedCounty(database)
  await database.close()
  return id
}

beforeAll(async () => {
  data = await freshData()
  county = await open()
}, 60_000)

const call = async (command: Command, ...words: string[]) => {
  const lines: string[] = []
  const print = (text: string) => void lines.push(text)
  const args = parseArguments([...words, '--data', data], command)
  const status = await command.run(args, { language: 'en', json: true, print, error: print })
  return { status, answer: JSON.parse(lines.join('\n')) }
}

test('the only county need not be named; of several one must be, and they are listed', async () => {
  const alone = await call(asof, '2030-01-01')
  const other = await open()
  const several = await call(asof, '2030-01-01')
  const named = await call(asof, '2030-01-01', '--county', county)

  expect(alone).toMatchObject({ status: 0, answer: { county, on: '2030-01-01', known: 1 } })
  expect(several.status).toBe(1)
  expect(several.answer.findings).toMatchObject([{ code: 'B21' }])
  for (const id of [county, other]) expect(several.answer.findings[0].remedy.en).toContain(id)
  expect(named).toEqual(alone)
  const verified = await call(verifyJournal)
  expect(verified.answer.journals.map((journal: { county: string }) => journal.county).sort()).toEqual(
    [county, other].sort(),
  )
})

test('a day that is none, and one before the register begins, are findings', async () => {
  expect((await call(asof, '2020-02-30')).status).toBe(2)
  const early = await call(asof, '1990-01-01', '--county', county)
  expect([early.status, early.answer.findings[0].code]).toEqual([1, 'J07'])
})
