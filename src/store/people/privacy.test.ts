import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { permitted } from '../../rights/decide.ts'
import type { Role } from '../../rights/role.ts'
import type { Viewer } from '../../rights/viewer.ts'
import { columnClasses } from './column-classes.ts'

const file = join(import.meta.dirname, '../../../docs/guides/privacy.md')
const page = readFileSync(file, 'utf8')

const listed = (columns: readonly string[] = []) =>
  columns.length === 0 ? '—' : columns.map((column) => `\`${column}\``).join(' ')

/** The rows of the last table of the page, as the classes say. */
const rows = Object.entries(columnClasses)
  .filter(([, { personal, sensitive }]) => personal !== undefined || sensitive !== undefined)
  .map(([table, { personal, sensitive }]) => `| ${table} | ${listed(personal)} | ${listed(sensitive)} |`)
  .join('\n')

/** To write the rows anew: UPDATE=1 node scripts/run.mjs node_modules/vitest/vitest.mjs run src/store/people/privacy.test.ts */
test('the page names the columns about people as they are classed', () => {
  const end = page.lastIndexOf('|---|---|---|\n') + '|---|---|---|\n'.length
  if (process.env.UPDATE === '1') writeFileSync(file, `${page.slice(0, end)}${rows}\n`)
  expect(readFileSync(file, 'utf8').slice(end)).toBe(`${rows}\n`)
})

test('the page says who may see what as the table of rights does', () => {
  const words = { county: '全县', unit: '本单位', own: '本人', all: '全部' } as const
  const reach = (role: Role, operation: Parameters<typeof permitted>[1]) => {
    const viewer: Viewer = {
      account: { home: 'hequ', id: 'a', username: 'a', displayName: '示例', person: 'p' },
      grants: [{ role, over: 'hequ', unit: 'land' }],
      mustChangePassword: false,
      hasSecondFactor: true,
    }
    const scope = permitted(viewer, operation, { county: 'hequ', isDemo: false })?.scope
    return scope === undefined ? '—' : words[scope]
  }
  const cells = (title: string) =>
    page
      .split('\n')
      .find((line) => line.startsWith(`| ${title} `))
      ?.split('|')
      .slice(2, -1)
      .map((cell) => cell.trim().split(' ')[0])
  const said = {
    组织部: 'organisation',
    单位负责人: 'unit-head',
    单位经办人: 'unit-clerk',
    其他账户: 'finance',
  } as const

  for (const [title, role] of Object.entries(said))
    expect(cells(title), title).toEqual([
      reach(role, 'read-person'),
      reach(role, 'reveal-person'),
      reach(role, 'correct-person'),
      reach(role, 'export-person'),
    ])
})
