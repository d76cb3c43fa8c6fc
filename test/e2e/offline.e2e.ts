import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { shown } from './page.ts'
import { visiting } from './visit.ts'

const open = visiting()

const pieces = ['workbench-page', 'proof-page', 'register-page', 'promises-page', 'trial']

/** The pieces that are brought when the page has nothing else to do have come, and so have the words of both languages. */
const broughtAhead = (page: Page) =>
  page.waitForFunction(
    (wanted) => {
      const names = performance.getEntriesByType('resource').map(({ name }) => name)
      return wanted.every((piece) => names.some((name) => name.includes(`/${piece}-`)))
    },
    [...pieces, 'zh', 'en'],
    { timeout: 30_000 },
  )

test('with the network cut after loading, the county is read and worked with as before', async () => {
  const { page, outside } = await open('#lang=en&on=2020-12-01')
  await broughtAhead(page)
  await page.context().setOffline(true)

  await page.getByRole('slider').focus()
  await page.keyboard.press('ArrowLeft')
  expect(await shown(page, 'organs')).toBe(36)
  await page.keyboard.press('End')
  await page.locator('.sentence [data-figure="supported"]').click()
  await page.getByRole('dialog').waitFor()
  await page.keyboard.press('Escape')

  for (const name of ['Plan workbench', 'Proof and impact', 'Register', 'Promises']) {
    await page.getByRole('navigation').getByRole('button', { name, exact: true }).click()
    await page.locator('main:not([aria-busy])').waitFor()
    expect(await page.locator('[role=alert]').count()).toBe(0)
  }
  await page.locator('.ledger-table').waitFor()
  await page.getByRole('button', { name: '中', exact: true }).click()
  await expect.poll(() => page.locator('h1').innerText()).toBe('公布数字')
  expect(outside).toEqual([])
  await page.context().close()
})

test('with the network cut, a change is begun, and is still there when the page comes back', async () => {
  const { page } = await open('#lang=en')
  await broughtAhead(page)
  await page.context().setOffline(true)

  await page.getByRole('button', { name: 'Try a change' }).click()
  await expect.poll(() => page.url()).toContain('plan=try-1')
  await page.context().setOffline(false)
  await page.reload()
  await page.getByRole('navigation').getByRole('button', { name: 'County', exact: true }).click()

  await page.locator('[data-need="unsaved try-1"]').waitFor()
  await page.context().close()
})

test('a page that does not come because the line is down says so, and comes when it is asked for again', async () => {
  const { page } = await open('#lang=en&on=2020-12-01')
  await page.route('**/promises-page-*', (route) => route.abort())
  await page.getByRole('navigation').getByRole('button', { name: 'Promises', exact: true }).click()
  await page.getByRole('alert').waitFor()
  expect(await page.getByRole('alert').innerText()).toContain('cannot be reached')

  await page.unroute('**/promises-page-*')
  await page.getByRole('button', { name: 'Try again' }).click()
  await page.locator('.ledger-table').waitFor()
  await page.context().close()
})
