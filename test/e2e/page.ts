import type { Browser, BrowserContextOptions, Page } from 'playwright-core'

/** A page that keeps account of what must never happen: errors in the console, requests to anywhere else. */
export interface WatchedPage {
  readonly page: Page
  readonly errors: string[]
  readonly outside: string[]
}

export const openPage = async (
  browser: Browser,
  address: string,
  options: BrowserContextOptions = {},
): Promise<WatchedPage> => {
  const context = await browser.newContext({
    viewport: { width: 1440, height: 900 },
    reducedMotion: 'reduce',
    locale: 'en-GB',
    ...options,
  })
  const page = await context.newPage()
  const errors: string[] = []
  const outside: string[] = []
  const { origin } = new URL(address)
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') errors.push(message.text())
  })
  page.on('pageerror', (error) => errors.push(error.message))
  page.on('request', (request) => {
    if (!request.url().startsWith(origin) && !/^(data|blob):/.test(request.url())) outside.push(request.url())
  })
  await page.goto(address)
  return { page, errors, outside }
}

/** The page has opened its county: sentence and river are there. */
export const opened = async (page: Page): Promise<void> => {
  await page.locator('h1').waitFor()
  await page.locator('.drawing .ribbon').first().waitFor()
}

/** The number that a figure of the sentence shows. */
export const shown = async (page: Page, figure: string): Promise<number> =>
  Number((await page.locator(`.sentence [data-figure="${figure}"]`).innerText()).replaceAll(',', ''))
