import { expect, test } from 'vitest'
import { violations } from './axe.ts'
import { demonstrating, enterAs } from './demonstration.ts'
import { opened } from './page.ts'

const demonstration = demonstrating()

test('what the system administrator proposes the security administrator decides, and the auditor finds it in a chain that holds', async () => {
  const { page, errors } = await demonstration.open('#lang=en')
  await opened(page)

  await enterAs(page, 'System administrator')
  const row = page.locator('[data-account="demo-project-centre"]')
  await row.getByRole('button', { name: 'Propose rights: demo-project-centre' }).click()
  await row.getByLabel('Role').selectOption('finance')
  await row.getByRole('button', { name: 'Propose', exact: true }).click()
  await row.getByText('waiting').waitFor()
  expect(await page.locator('.waiting-table').innerText()).toContain('demo-project-centre')
  expect(await page.locator('.waiting-table').getByRole('button').count()).toBe(0)

  await enterAs(page, 'Security administrator')
  await page.getByRole('button', { name: 'Grant: demo-project-centre · Finance bureau' }).click()
  await page.getByText('No rights are waiting.').waitFor()
  expect(await row.innerText()).toContain('Finance bureau')

  await enterAs(page, 'Auditor')
  await page.getByRole('button', { name: 'Audit', exact: true }).click()
  await page.locator('.audit-table tbody tr').first().waitFor()
  await page.getByLabel('Filter').fill('demo-project-centre')
  expect(await page.locator('.audit-table tbody tr').count()).toBeGreaterThanOrEqual(2)
  await page.getByLabel('Filter').fill('words that nobody wrote')
  expect(await page.locator('.audit-table').count()).toBe(0)
  await page.getByRole('button', { name: 'Verify the chain' }).click()
  expect(await page.locator('.check').innerText()).toMatch(/\d+ records, each bound to the one before/)
  expect(errors).toEqual([])
  await page.context().close()
})

test('an audit trail that was altered on its way is told with the number of the record', async () => {
  const { page } = await demonstration.open('#lang=en')
  await opened(page)
  await page.route('**/api/audit?**', async (route) => {
    const answer = await route.fetch()
    const trail = await answer.json()
    trail.records[1].subject = `${trail.records[1].subject}x`
    await route.fulfill({ response: answer, json: trail })
  })
  await enterAs(page, 'Auditor')
  await page.getByRole('button', { name: 'Audit', exact: true }).click()
  await page.getByRole('button', { name: 'Verify the chain' }).click()

  expect(await page.locator('.check').innerText()).toContain('Record 2: its content was altered')
  await page.context().close()
})

test('a new account gets its first password once, and must change it before anything else', async () => {
  const { page } = await demonstration.open('#lang=en')
  await opened(page)
  await enterAs(page, 'System administrator')
  await page.getByLabel('Username').fill('new.clerk')
  await page.getByLabel('Name', { exact: true }).fill('示例')
  await page.getByRole('button', { name: 'Open the account' }).click()
  const password = await page.locator('.secret code').innerText()
  expect(password.length).toBeGreaterThanOrEqual(12)

  await page.locator('.menu-toggle').click()
  await page.getByRole('button', { name: 'Sign out' }).click()
  await page.locator('[name=username]').fill('new.clerk')
  await page.locator('[name=password]').fill(password)
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { level: 1, name: 'Change the first password' }).waitFor()
  expect(await violations(page)).toEqual([])
  await page.getByLabel('Present password').fill(password)
  await page.getByLabel('New password', { exact: true }).fill('four words of my own')
  await page.getByLabel('New password once more').fill('four words of another')
  await page.keyboard.press('Enter')
  expect(await page.locator('.field .wrong').innerText()).toContain('differ')
  await page.getByLabel('New password once more').fill('four words of my own')
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { level: 1, name: 'My account' }).waitFor()
  await page.context().close()
})

const places = [
  ['Establishment office: planner', '编办拟订岗', 'plans'],
  ['City and province oversight', '市、省监管', 'figures'],
  ['Auditor', '审计员', 'audit'],
  ['System administrator', '系统管理员', 'accounts'],
  ['Security administrator', '安全管理员', 'accounts'],
  ['Applicant', '申请人', 'own'],
] as const

test.each([
  ['en', 'light', 1440],
  ['zh', 'dark', 390],
] as const)(
  'in %s and %s, %i px wide, axe finds nothing on any page of any role',
  async (language, scheme, width) => {
    const { page } = await demonstration.open(`#lang=${language}&page=own`, {
      colorScheme: scheme,
      viewport: { width, height: 800 },
    })
    await page.locator('.menu-who').waitFor()
    for (const [en, zh, place] of places) {
      await enterAs(page, language === 'en' ? en : zh)
      await page.evaluate((to) => {
        window.location.hash = window.location.hash.replace(/page=\w+/, `page=${to}`)
      }, place)
      await page.locator('.page-head h1').waitFor()
      await page.locator('[aria-busy=true]').waitFor({ state: 'detached' })
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width)
      expect([place, ...(await violations(page))]).toEqual([place])
    }
    await page.locator('.menu-toggle').click()
    expect(await violations(page)).toEqual([])
    await page.getByRole('button', { name: /^(Sign out|退出登录)$/ }).click()
    await page.locator('[name=username]').waitFor()
    expect(await violations(page)).toEqual([])
    await page.context().close()
  },
)
