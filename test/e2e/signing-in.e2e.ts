import { expect, test } from 'vitest'
import { demonstrating, enterAs, signIn, signOut } from './demonstration.ts'
import { opened, shown } from './page.ts'

const demonstration = demonstrating()

test.each([
  ['zh', '演示', '编办拟订岗', '河曲县设'],
  ['en', 'Demonstration', 'Establishment office: planner', 'Hequ has'],
])(
  'a newcomer sees the county of the demonstration at once, and who he is (%s)',
  async (language, mark, role, sentence) => {
    const { page, errors, outside } = await demonstration.open(`#lang=${language}`)
    await opened(page)

    expect(await page.locator('.demo-mark').innerText()).toContain(mark)
    expect(await page.locator('.demo-mark').innerText()).toContain('示例')
    expect(await page.locator('.menu-toggle').innerText()).toContain(role)
    expect(await page.locator('h1').innerText()).toContain(sentence)
    expect(await shown(page, 'organs')).toBe(22)
    expect(errors).toEqual([])
    expect(outside).toEqual([])
    await page.context().close()
  },
)

test('another role is one click away, by mouse or by keyboard, and sees its own pages', async () => {
  const { page } = await demonstration.open('#lang=en')
  await opened(page)
  await enterAs(page, 'City and province oversight')

  expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe('Figures')
  expect(await page.locator('.figures-table tbody tr').count()).toBeGreaterThan(20)
  expect(
    await page.locator('.figures-table [data-figure="supportedStaff.before"] td').nth(1).innerText(),
  ).toMatch(/^[\d,]+ people$/)
  expect(await page.locator('.drawing').count()).toBe(0)

  await page.locator('.menu-toggle').focus()
  await page.keyboard.press('Enter')
  await page.locator('.menu-panel .roles button').first().waitFor()
  await page.keyboard.press('Escape')
  expect(await page.evaluate(() => document.activeElement?.className)).toBe('menu-toggle')
  await page.keyboard.press('Enter')
  await page.locator('.menu-panel .roles button').first().waitFor()
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await opened(page)
  expect(await page.locator('.menu-toggle').innerText()).toContain('planner')
  await page.context().close()
})

test('signing out ends the session; a wrong password is told and a right one leads back to the same address', async () => {
  const { page } = await demonstration.open('#lang=en&county=hequ&on=2020-11-30')
  await opened(page)
  expect(await shown(page, 'organs')).toBe(36)
  await expect.poll(() => page.url()).toContain('plan=')
  const address = page.url()
  await signOut(page)
  expect((await page.request.get(`${demonstration.origin()}/api/counties`)).status()).toBe(401)
  expect(await page.evaluate(() => document.activeElement?.getAttribute('name'))).toBe('username')

  await signIn(page, 'demo-planner', 'not the password')
  await page.getByRole('alert').waitFor()
  expect(await page.getByRole('alert').innerText()).toContain('not right')
  expect(await page.locator('[name=username]').inputValue()).toBe('demo-planner')
  expect(await page.evaluate(() => document.activeElement?.getAttribute('name'))).toBe('password')
  expect(page.url()).toBe(address)

  await signIn(page, 'demo-planner', 'demo-planner-2020')
  await opened(page)
  expect(await shown(page, 'organs')).toBe(36)
  expect(page.url()).toBe(address)
  await page.context().close()
})

test('who tries too often is told the seconds, and may go on afterwards', async () => {
  const { page } = await demonstration.open('#lang=en&page=own')
  await page.getByRole('heading', { level: 1, name: 'My account' }).waitFor()
  await signOut(page)
  const wait = page.getByText(/wait \d+ seconds/)
  for (let attempt = 0; attempt < 6 && (await wait.count()) === 0; attempt += 1) {
    const answer = page.waitForResponse('**/sign-in/username')
    await signIn(page, 'demo-finance', 'not the password')
    await answer
    await page.getByRole('alert').waitFor()
  }

  await wait.waitFor()
  expect(await page.getByRole('button', { name: 'Sign in', exact: true }).isDisabled()).toBe(true)
  await page.getByText('You may try again now').waitFor({ timeout: 40_000 })
  await signIn(page, 'demo-finance', 'demo-finance-2020')
  await page.locator('.menu-who', { hasText: 'Finance' }).waitFor()
  await page.context().close()
})

test('a session that ended in the middle of work asks to sign in and comes back to the same page', async () => {
  const { page } = await demonstration.open('#lang=en&page=audit')
  await page.locator('.menu-who').waitFor()
  await enterAs(page, 'Auditor')
  await page.getByRole('button', { name: 'Audit', exact: true }).click()
  await page.locator('.audit-table tbody tr').first().waitFor()

  await page.context().clearCookies()
  await page.route('**/api/demo/accounts', (route) => route.abort())
  await page.getByRole('button', { name: 'County', exact: true }).click()
  await page.locator('[name=username]').waitFor()
  expect(await page.locator('.lead').innerText()).toContain('session has ended')

  await signIn(page, 'demo-auditor', 'demo-auditor-2020')
  await opened(page)
  expect(page.url()).toContain('page=county')
  await page.context().close()
})

test('an answer to the session before does not end the one that is just beginning', async () => {
  const { page } = await demonstration.open('#lang=en&page=own')
  await page.getByRole('heading', { level: 1, name: 'My account' }).waitFor()
  // The list of counties is asked for by the old session, and answered once that one has ended.
  let end = () => {}
  const ended = new Promise<void>((done) => {
    end = done
  })
  await page.route(
    '**/api/counties',
    async (route) => {
      await ended
      await route.fulfill({ status: 401, json: {} })
    },
    { times: 1 },
  )
  await page.route('**/api/auth/sign-in/username', async (route) => {
    const answer = await route.fetch()
    const refused = page.waitForEvent('response', (response) => response.status() === 401)
    end()
    await refused
    await page.evaluate(
      () => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))),
    )
    await route.fulfill({ response: answer })
  })
  await page.reload()
  await page.locator('.menu-who').waitFor()

  await enterAs(page, 'Auditor')

  expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe('My account')
  expect(await page.locator('.menu-who').innerText()).toBe('Auditor')
  expect(
    (await (await page.request.get(`${demonstration.origin()}/api/auth/session`)).json()).account.username,
  ).toBe('demo-auditor')
  await page.context().close()
})
