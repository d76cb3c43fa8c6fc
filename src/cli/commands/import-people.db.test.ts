import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { openDatabase } from '../../store/database.ts'
import { eraseFile } from '../../store/people/erasure.ts'
import { checkCharacter } from '../../store/people/identity-number.ts'
import { inView } from '../../store/people/view.ts'
import { freshData, openedCounty } from '../../store/records.testing.ts'
import { parseArguments } from '../arguments.ts'
import { importPeopleCommand } from './import-people.ts'

let data = ''
let folder = ''
let county = ''
beforeAll(async () => {
  data = await freshData()
  folder = mkdtempSync(`${data}-files-`)
})
beforeEach(async () => {
  county = await withDatabase((database) => openedCounty(database))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const withDatabase = async <Result>(
  work: (database: Awaited<ReturnType<typeof openDatabase>>) => Promise<Result>,
) => {
  const database = await openDatabase({ data })
  try {
    return await work(database)
  } finally {
    await database.close()
  }
}

const head = 'person_id,name,identity_number,phone,appraisal'
const numbered = (digits: string) => digits + checkCharacter(digits)
const [one, two] = [numbered('14093019800101001'), numbered('14093019810101001')]

const call = async (content: string | Uint8Array, ...words: string[]) => {
  const path = join(folder, 'people.csv')
  writeFileSync(path, content)
  const args = parseArguments([path, '--county', county, '--data', data, ...words], importPeopleCommand)
  const printed: string[] = []
  const print = (text: string) => void printed.push(text)
  const status = await importPeopleCommand.run(args, { language: 'en', json: true, print, error: print })
  const answer = JSON.parse(printed.join('\n'))
  const found = answer.findings.map(
    ({ code, place }: { code: string; place?: { line: number } }) => `${code} ${place?.line}`,
  )
  return { status, answer, found, text: printed.join('\n') }
}

const files = () =>
  withDatabase((database) =>
    database.transaction((client) =>
      inView(client, { county, people: '*' }, async () => {
        const { rows } = await client.query(
          'select person_id, name, phone, version from person_file where county_id = $1 order by 1',
          [county],
        )
        return rows.map(({ person_id, name, phone, version }) => [person_id, name, phone, version].join(' '))
      }),
    ),
  )

test('a table becomes files, in one transaction that the audit tells of in numbers alone', async () => {
  const { status, answer } = await call(
    `\ufeff${head}\np1,示例·甲,${one},13900000001,称职\np2,示例·乙,,,"熟悉业务，\n作风扎实"\n`,
  )

  expect([status, answer.written, answer.begun, answer.findings]).toEqual([0, true, 2, []])
  expect(await files()).toEqual(['p1 示例·甲 13900000001 1', 'p2 示例·乙  1'])
  const detail = await withDatabase(async (database) => {
    const { rows } = await database.query(
      "select detail from audit where county_id = $1 and action = 'import-people'",
      [county],
    )
    return rows
  })
  expect(detail).toEqual([{ detail: { begun: 2, changed: 0, same: 0 } }])
})

test('everything that is wrong is told at once with its line, no value is told, and nothing is written', async () => {
  const bad = one.slice(0, 17) + (one.endsWith('1') ? '2' : '1')
  const { status, answer, found, text } = await call(
    [
      head,
      `p1,示例·甲,${one},,`,
      `p2,示例·乙,${bad},,`,
      `p3,=示例丙,,,`,
      `p9,示例·丁,,,`,
      `p4,示例·戊,${one},,`,
      `p1,示例·己,,,`,
      `p4,示例·庚,,,,多一格`,
    ].join('\n'),
  )

  expect([status, answer.written]).toEqual([1, false])
  expect(found.sort()).toEqual(['B03 8', 'B04 7', 'Y02 4', 'Y03 3', 'Y06 6', 'Y07 5'])
  for (const value of [one, bad, '=示例丙', '示例·丁']) expect(text).not.toContain(value)
  expect(await files()).toEqual([])
})

test('a file in GBK, without its columns or with another separator is refused as what it is', async () => {
  const gbk = Buffer.concat([Buffer.from(`${head}\np1,`), Buffer.from([0xcd, 0xf5]), Buffer.from(',,,\n')])
  const refused = await call(gbk)
  expect([refused.status, refused.answer.findings[0].code]).toEqual([1, 'B06'])
  expect(refused.text).toContain('GBK')
  expect((await call('person_id,phone\np1,13900000001\n')).answer.findings[0].code).toBe('B02')
  expect((await call('person_id;name\np1;甲\n')).answer.findings[0].code).toBe('B02')
  expect(await files()).toEqual([])
})

test('the same table again changes nothing; another one overwrites only when that is said', async () => {
  const first = `${head}\np1,示例·甲,${one},13900000001,\np2,示例·乙,${two},,\n`
  await call(first)
  const same = await call(first)
  expect([same.status, same.answer.same]).toEqual([0, 2])
  const swapped = `${head}\np1,示例·甲,${two},13900000009,\np2,示例·乙,${one},,\n`
  const other = await call(swapped)
  expect([other.status, other.found]).toEqual([1, ['Y08 2', 'Y08 3']])
  const told = await call(swapped, '--update')
  expect([told.status, told.answer.changed]).toEqual([0, 2])
  expect(await files()).toEqual(['p1 示例·甲 13900000009 2', 'p2 示例·乙  2'])
  const taken = await call(`${head}\np3,示例·丙,${one},,\n`)
  expect(taken.found).toEqual(['Y06 2'])
})

test('who was erased is not imported again', async () => {
  await withDatabase((database) =>
    database.transaction((client) =>
      eraseFile(client, {
        county,
        person: 'p1',
        document: '示组发〔2026〕1号',
        by: 'account:a',
        at: '2026-01-01T00:00:00.000Z',
        reason: 'retention-ended',
      }),
    ),
  )
  const { status, found } = await call(`${head}\np1,示例·甲,,,\np2,示例·乙,,,\n`)

  expect([status, found]).toEqual([1, ['Y09 2']])
  expect(await files()).toEqual([])
})

test('a county that is not there is told, and so is a file', async () => {
  const strange = parseArguments(['no.csv', '--county', county, '--data', data], importPeopleCommand)
  const printed: string[] = []
  const print = (text: string) => void printed.push(text)
  const io = { language: 'zh', json: false, print, error: print } as const
  expect(await importPeopleCommand.run(strange, io)).toBe(1)
  expect(printed.join('\n')).toContain('找不到文件“no.csv”')
  county = 'nowhere'
  expect((await call(`${head}\n`)).answer.findings[0].code).toBe('B21')
})
