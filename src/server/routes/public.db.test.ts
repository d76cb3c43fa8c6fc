import { beforeAll, expect, test } from 'vitest'
import { publicColumns } from '../../register/public-view.ts'
import { countiesFolder, readCountyFolder } from '../../store/county-folder.ts'
import { type Database, openDatabase } from '../../store/database.ts'
import { importCounty } from '../../store/import-county.ts'
import { freshData } from '../../store/records.testing.ts'
import { serverOver } from '../kit/server.testing.ts'

let database: Database
let open: ReturnType<typeof serverOver>
let closed: ReturnType<typeof serverOver>

beforeAll(async () => {
  database = await openDatabase({ data: await freshData() })
  open = serverOver(database, { publishes: true })
  closed = serverOver(database)
  await importCounty(database, readCountyFolder(`${countiesFolder}/hequ`), 'local:test')
  return async () => {
    await open.close()
    await closed.close()
    await database.close()
  }
}, 60_000)

test('everybody may read functions and structure, by the columns that are public and no others', async () => {
  const answer = await open.inject('/api/public/counties/hequ')
  const { units } = answer.json() as { units: Record<string, unknown>[] }

  expect(answer.statusCode).toBe(200)
  expect(units.length).toBeGreaterThan(100)
  const columns = new Set(units.flatMap((unit) => Object.keys(unit)))
  const allowed = [...publicColumns.units, 'nameplates', 'sections', 'duties'] as readonly string[]
  expect([...columns].filter((column) => !allowed.includes(column))).toEqual([])
  const duties = units.flatMap((unit) => unit.duties as Record<string, unknown>[])
  expect(duties.length).toBeGreaterThan(500)
  expect([...new Set(duties.flatMap((duty) => Object.keys(duty)))].sort()).toEqual(
    publicColumns.duties.filter((column) => column !== 'nameEn').sort(),
  )
})

test('no person, post, room or sum of money is in what is published', async () => {
  const { tables } = readCountyFolder(`${countiesFolder}/hequ`)
  const { body } = await open.inject('/api/public/counties/hequ')
  const { header = [], rows = [] } = tables.people ?? {}
  const people = rows.map(({ cells }) => cells[header.indexOf('id')] as string)

  expect(people.length).toBeGreaterThan(1000)
  expect(people.filter((id) => body.includes(`"${id}"`))).toEqual([])
  for (const word of ['posts', 'people', 'amount', 'area', 'leaders']) expect(body).not.toContain(`"${word}`)
})

test('an installation that does not publish has nothing here, whoever asks', async () => {
  for (const path of ['/api/public/counties', '/api/public/counties/hequ'])
    expect((await closed.inject(path)).statusCode).toBe(404)
  expect((await open.inject('/api/public/counties/none')).statusCode).toBe(404)
  expect((await open.inject('/api/public/counties')).json()).toEqual({
    counties: [{ id: 'hequ', name: expect.objectContaining({ zh: expect.stringContaining('河曲') }) }],
  })
})
