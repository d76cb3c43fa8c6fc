import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { generate } from 'otplib'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { violations } from './axe.ts'
import { launchBrowser } from './browser.ts'
import { signIn, signOut } from './demonstration.ts'
import { openPage } from './page.ts'
import { type Served, serve } from './served.ts'

let browser: Browser
let served: Served
const data = mkdtempSync(join(tmpdir(), 'sanding-set-up-'))

beforeAll(async () => {
  served = await serve('--data', data)
  browser = await launchBrowser()
}, 120_000)
afterAll(async () => {
  await browser.close()
  await served.stop()
  rmSync(data, { recursive: true, force: true })
})

test('a new installation is set up by two persons, and its administrator works once a second factor is shown', async () => {
  const { page } = await openPage(browser, `${served.origin}/#lang=en`)
  await page.getByRole('heading', { level: 1, name: 'First set-up' }).waitFor()
  expect(await violations(page)).toEqual([])
  const fill = async (code: string) => {
    await page.getByLabel('Set-up code').fill(code)
    const [first, second] = [page.locator('.person').first(), page.locator('.person').last()]
    await first.getByLabel('Username').fill('zhang.san')
    await first.getByLabel('Name', { exact: true }).fill('张三（示例）')
    await first.getByLabel('New password', { exact: true }).fill('four words of my own')
    await first.getByLabel('New password once more').fill('four words of my own')
    await second.getByLabel('Username').fill('li.si')
    await second.getByLabel('Name', { exact: true }).fill('李四（示例）')
    await page.getByRole('button', { name: 'Open both accounts' }).click()
  }
  await fill('ABCD-EFGH')
  await page.getByRole('alert').waitFor()
  await fill(readFileSync(join(data, 'set-up-code'), 'utf8').trim())
  await page.getByRole('heading', { level: 1, name: 'Both accounts are open' }).waitFor()
  const first = await page.locator('.secret code').innerText()
  expect(await violations(page)).toEqual([])
  await page.getByRole('button', { name: 'Sign in' }).click()

  await page.locator('[name=username]').waitFor()
  expect(await page.locator('.roles').count()).toBe(0)
  await signIn(page, 'zhang.san', 'four words of my own')
  await page.getByRole('heading', { level: 1, name: 'My account' }).waitFor()
  expect(await page.locator('main').innerText()).toContain('only once a second factor is set up')
  await page.getByRole('button', { name: 'Set up a second factor' }).click()
  const secret = await page.locator('.secret code').innerText()
  expect(await page.locator('a[href^="otpauth:"]').count()).toBe(1)
  await page.getByLabel('Code').fill(await generate({ secret }))
  await page.getByRole('button', { name: 'Confirm' }).click()
  await page.getByRole('button', { name: 'Accounts and rights' }).click()
  await page.locator('[data-account="li.si"]').waitFor()
  expect(await page.locator('[data-account="li.si"]').innerText()).toContain('first password not changed')

  await signOut(page)
  await signIn(page, 'zhang.san', 'four words of my own')
  await page.getByLabel('Code').waitFor()
  expect(await page.evaluate(() => document.activeElement?.getAttribute('autocomplete'))).toBe(
    'one-time-code',
  )
  expect(await violations(page)).toEqual([])
  await page.getByRole('button', { name: 'Start again' }).click()

  await signIn(page, 'li.si', first)
  await page.getByRole('heading', { level: 1, name: 'Change the first password' }).waitFor()
  await page.context().close()
})
