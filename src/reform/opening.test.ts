import { expect, test } from 'vitest'
import { countyColumns } from '../register/county.ts'
import { tableColumns, tableNames } from '../register/register.ts'
import { manifestOf, openRegister, type RawTable, type RawTables } from './opening.ts'

const empty: RawTables = Object.fromEntries(
  tableNames.map((name) => [name, { header: Object.keys(tableColumns[name]), rows: [] }]),
)
const county: RawTable = {
  header: Object.keys(countyColumns),
  rows: [{ line: 2, cells: ['test', '990000', '试验县', 'Test County', 'none', '2020-03-31', '', ''] }],
}
const duties = (...rows: string[][]): RawTable => ({
  header: Object.keys(tableColumns.duties),
  rows: rows.map((cells, at) => ({ line: at + 2, cells })),
})
const units = (...ids: string[]): RawTable => ({
  header: Object.keys(tableColumns.units),
  rows: ids.map((id, at) => ({
    line: at + 2,
    cells: [
      id,
      '',
      `${id}局`,
      id,
      id,
      id,
      '政府部门',
      'section',
      '',
      'territorial',
      'full',
      'organ',
      '部门',
      '否',
      '',
      '1',
      '',
      '',
    ],
  })),
})

test('every bad cell is reported with its line and column, and the good rows are kept', () => {
  const { register, findings } = openRegister({
    ...empty,
    county,
    units: units('land'),
    duties: duties(
      ['d1', 'land', '', '规划', 'plan', '规划', '行政许可', 'yes', '城乡规划法', ''],
      ['d2', 'land', '', '', 'plan', '规划', 'licence', 'perhaps', '城乡规划法', ''],
      ['d1', 'land', '', '规划', 'plan', '规划', 'licence', 'yes', '城乡规划法', ''],
    ),
  })

  expect(findings.map(({ code, at }) => `${code} ${at}`)).toEqual([
    'B03 table:duties.csv#3:name',
    'B03 table:duties.csv#3:statutory',
    'B04 table:duties.csv#4:id',
  ])
  expect([...register.duties.values()].map((duty) => [duty.id, duty.power])).toEqual([['d1', 'licence']])
})

test('a row that belongs to nobody is found when the county is opened', () => {
  const { findings } = openRegister({
    ...empty,
    county,
    duties: duties(['d1', 'ghost', '', '规划', 'plan', '规划', 'licence', 'yes', '城乡规划法', '']),
  })

  expect(findings.map(({ code, at }) => `${code} ${at}`)).toEqual(['B05 duties:d1'])
})

test('missing tables, unknown columns and missing columns are all told at once', () => {
  const { seals: _, ...rest } = empty
  const { findings } = openRegister({
    ...rest,
    county,
    archives: { header: ['id', 'unit', 'colour'], rows: [] },
  })

  expect(findings.map(({ code, at }) => `${code} ${at}`)).toEqual([
    'B17 table:archives.csv#1',
    'B02 table:archives.csv#1',
    'B01 table:seals.csv',
  ])
})

test('the manifest does not depend on the order of rows or columns, and moves with every cell', () => {
  const rows = duties(
    ['d1', 'land', '', 'a', 'a', 'c', 'licence', 'yes', 'x', ''],
    ['d2', 'land', '', 'b', 'b', 'c', 'licence', 'yes', 'x', ''],
  )
  const turned: RawTable = {
    header: [...rows.header].reverse(),
    rows: [...rows.rows].reverse().map(({ line, cells }) => ({ line, cells: [...cells].reverse() })),
  }
  const changed = duties(
    ['d1', 'land', '', 'a', 'a', 'c', 'licence', 'yes', 'x', ''],
    ['d2', 'land', '', 'b', 'b', 'c', 'licence', 'no', 'x', ''],
  )

  expect(manifestOf({ duties: turned }).digest).toBe(manifestOf({ duties: rows }).digest)
  expect(manifestOf({ duties: changed }).digest).not.toBe(manifestOf({ duties: rows }).digest)
})

test('a row with a cell too many is refused, because every cell after the comma is in the wrong column', () => {
  const cells = ['d1', 'land', '', '规划', 'plan', '规划', 'licence', 'yes', '城乡规划法', '']

  const { findings } = openRegister({ ...empty, county, units: units('land'), duties: duties(cells) })
  expect(findings).toEqual([])

  const more = openRegister({ ...empty, county, units: units('land'), duties: duties([...cells, '市局']) })
  expect(more.findings.map(({ code, at }) => `${code} ${at}`)).toContain('B03 table:duties.csv#2')
})

test('a column that stands twice is told, and the first one counts', () => {
  const [first = '', ...rest] = duties().header
  const twice = { header: [first, first, ...rest], rows: [] }

  const { findings } = openRegister({ ...empty, county, duties: twice })

  expect(findings.map(({ code, place }) => `${code} ${place?.column}`)).toEqual(['B17 2'])
})

test('a name that carries characters nobody sees is refused', () => {
  const cells = ['d1', 'land', '', '规划\u202E', 'plan', '规划', 'licence', 'yes', '城乡规划法', '']

  const { findings } = openRegister({ ...empty, county, units: units('land'), duties: duties(cells) })

  expect(findings.map(({ code, at }) => `${code} ${at}`)).toEqual(['B03 table:duties.csv#2:name'])
})
