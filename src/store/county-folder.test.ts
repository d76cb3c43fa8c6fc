import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readCountyFolder } from './county-folder.ts'
import { writeWhole } from './whole-file.ts'

const folderOf = (files: Readonly<Record<string, string | Uint8Array>>): string => {
  const folder = mkdtempSync(join(tmpdir(), 'sanding-folder-'))
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content)
  return folder
}
const remarks = (files: Readonly<Record<string, string | Uint8Array>>) =>
  readCountyFolder(folderOf(files)).findings.map(({ code, at, place }) => `${code} ${at} ${place?.line}`)

test('tables are cells with the line each row stands on, whatever the line ends are', () => {
  const { tables } = readCountyFolder(
    folderOf({ 'units.csv': '\uFEFFid,name\r\nu1,"甲,局"\r\n\r\nu2,乙局\r\n' }),
  )

  expect(tables.units).toEqual({
    header: ['id', 'name'],
    rows: [
      { line: 2, cells: ['u1', '甲,局'] },
      { line: 4, cells: ['u2', '乙局'] },
    ],
  })
})

test('what is not UTF-8 or not CSV is told with its file and line, and the other tables are still read', () => {
  const files = {
    'units.csv': Uint8Array.from([0x69, 0x64, 0x0a, 0xb9, 0xfa, 0xff]),
    'duties.csv': 'id,name\nd1,"never closed\n',
    'seals.csv': 'id\ns1\n',
  }

  expect(remarks(files)).toEqual(['B06 table:duties.csv#2 2', 'B06 table:units.csv#1 1'])
  expect(readCountyFolder(folderOf(files)).tables.seals?.rows.length).toBe(1)
})

test('a folder that only looks like a table is told, not stumbled over', () => {
  const folder = folderOf({})
  mkdirSync(join(folder, 'units.csv'))

  expect(readCountyFolder(folder).findings.map((finding) => finding.code)).toEqual(['B06'])
})

test('a county that is not there is one finding', () => {
  expect(readCountyFolder('/nowhere/at-all').findings.map((finding) => finding.code)).toEqual(['B00'])
})

test('a file is written whole, or what stood there before still does', () => {
  const folder = folderOf({ 'cert.json': 'before' })

  expect(writeWhole(join(folder, 'cert.json'), 'after')).toEqual([])
  expect(readFileSync(join(folder, 'cert.json'), 'utf8')).toBe('after')
  expect(writeWhole(join(folder, 'missing/cert.json'), 'x').map((finding) => finding.code)).toEqual(['B08'])
  mkdirSync(join(folder, 'taken'))
  expect(writeWhole(join(folder, 'taken'), 'x').map((finding) => finding.code)).toEqual(['B08'])
  expect(readdirSync(folder).filter((name) => name.endsWith('.part'))).toEqual([])
  expect(existsSync(join(folder, 'taken'))).toBe(true)
})
