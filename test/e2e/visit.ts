import type { Browser, BrowserContextOptions } from 'playwright-core'
import { afterAll, beforeAll } from 'vitest'
import { launchBrowser } from './browser.ts'
import { opened, openPage, type WatchedPage } from './page.ts'
import { type Served, serve } from './served.ts'

/** A browser and a server for all tests of a file; opens the page at an address of its own and waits until it is drawn. */
export const visiting = () => {
  let browser: Browser
  let served: Served
  beforeAll(async () => {
    ;[browser, served] = await Promise.all([launchBrowser(), serve()])
  })
  afterAll(async () => {
    await browser.close()
    await served.stop()
  })
  return async (hash: string, options: BrowserContextOptions = {}): Promise<WatchedPage> => {
    const watched = await openPage(browser, `${served.origin}/${hash}`, options)
    await opened(watched.page)
    return watched
  }
}
