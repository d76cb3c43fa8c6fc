import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll } from 'vitest'
import { launchBrowser } from './browser.ts'
import { openPage, type WatchedPage } from './page.ts'
import { type Served, serve } from './served.ts'

/** A browser and a demonstration of its own, in an empty folder that is removed afterwards. */
export const demonstrating = () => {
  let browser: Browser
  let served: Served
  const data = mkdtempSync(join(tmpdir(), 'sanding-demo-'))
  beforeAll(async () => {
    served = await serve('--data', data, '--demo')
    browser = await launchBrowser()
  }, 120_000)
  afterAll(async () => {
    await browser.close()
    await served.stop()
    rmSync(data, { recursive: true, force: true })
  })
  return {
    open: (hash: string, options: BrowserContextOptions = {}): Promise<WatchedPage> =>
      openPage(browser, `${served.origin}/${hash}`, options),
    origin: () => served.origin,
  }
}

const menu = (page: Page) => page.locator('.menu-toggle')

/** Takes another role of the demonstration from the account menu. */
export const enterAs = async (page: Page, role: string): Promise<void> => {
  // A page that is still on its way takes the focus when it comes, and the menu closes.
  await page.locator('main:not([aria-busy])').waitFor()
  await menu(page).click()
  await page.locator('.menu-panel').getByRole('button', { name: role, exact: true }).click()
  await page.locator('.menu-panel').waitFor({ state: 'hidden' })
  await page.locator('.menu-who', { hasText: role }).waitFor()
}

/** Signs out by the account menu; the sign-in page is there afterwards. */
export const signOut = async (page: Page): Promise<void> => {
  await menu(page).click()
  await page.getByRole('button', { name: /^(Sign out|退出登录)$/ }).click()
  await page.locator('[name=username]').waitFor()
}

/** Fills in the sign-in page and sends it. */
export const signIn = async (page: Page, username: string, password: string): Promise<void> => {
  await page.locator('[name=username]').fill(username)
  await page.locator('[name=password]').fill(password)
  await page.keyboard.press('Enter')
}
