import { beforeAll, expect, test } from 'vitest'
import { openCounty } from '../../ledger/opening.ts'
import { countyPath, readCountyFolder } from '../county-folder.ts'
import { type Database, openDatabase } from '../database.ts'
import { importCounty } from '../import-county.ts'
import { freshData } from '../records.testing.ts'
import { demoFiles, writeDemoPeople } from './demo-people.ts'
import { wrongIn } from './identity-number.ts'

let database: Database
beforeAll(async () => {
  database = await openDatabase({ data: await freshData() })
  return () => database.close()
})

const folder = readCountyFolder(countyPath('hequ'))
const { register } = openCounty(folder.tables)

test('every person of the county gets one invented file, marked as such, that nobody real can have', () => {
  const files = demoFiles(register)

  expect(files.map(({ person_id }) => person_id).sort()).toEqual(
    [...register.people.values()].map(({ id }) => id).sort(),
  )
  expect(files.every(({ name }) => /^示例·\p{Script=Han}{3}$/u.test(name))).toBe(true)
  expect(
    files.every(
      ({ identity_number }) => identity_number.startsWith('000000') && wrongIn(identity_number) === undefined,
    ),
  ).toBe(true)
  expect(files.every(({ phone }) => /^100\d{8}$/.test(phone))).toBe(true)
  expect(new Set(files.flatMap(({ identity_number, phone }) => [identity_number, phone])).size).toBe(
    files.length * 2,
  )
  expect(demoFiles(register)).toEqual(files)
})

test('they are written in a moment, and written again they stay as they are', async () => {
  await importCounty(database, folder, 'local:test')
  const before = performance.now()
  const written = await database.transaction((client) => writeDemoPeople(client, 'hequ', register))
  const took = performance.now() - before
  const again = await database.transaction((client) => writeDemoPeople(client, 'hequ', register))

  expect(written).toBe(register.people.size)
  expect(again).toBe(0)
  expect(took).toBeLessThan(10_000)
})
