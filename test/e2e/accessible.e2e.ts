import { AxeBuilder } from '@axe-core/playwright'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launchBrowser } from './browser.ts'
import { opened, openPage } from './page.ts'
import { type Served, serve } from './served.ts'

let browser: Browser
let served: Served

beforeAll(async () => {
  ;[browser, served] = await Promise.all([launchBrowser(), serve()])
})
afterAll(async () => {
  await browser.close()
  await served.stop()
})

const violations = async (page: Page) => {
  const { violations: found } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
    .analyze()
  return found.map(
    ({ id, nodes }) =>
      `${id}: ${nodes
        .map((node) => node.target.join(' '))
        .slice(0, 3)
        .join(', ')}`,
  )
}

const views = (['zh', 'en'] as const).flatMap((language) =>
  (['light', 'dark'] as const).map((scheme) => [language, scheme] as const),
)

test.each(views)(
  'in %s and %s, axe finds nothing: on the page, in the table, with the rows open',
  async (language, scheme) => {
    const { page } = await openPage(browser, `${served.origin}/#lang=${language}`, { colorScheme: scheme })
    await opened(page)
    expect(await violations(page)).toEqual([])

    await page.locator('.view-buttons button').first().click()
    expect(await violations(page)).toEqual([])

    await page.locator('[data-figure="institutionPosts"]').click()
    await page.getByRole('dialog').waitFor()
    expect(await violations(page)).toEqual([])
    await page.context().close()
  },
)

test('with a unit selected and on a narrow screen, axe finds nothing', async () => {
  const { page } = await openPage(browser, `${served.origin}/#lang=en`, {
    viewport: { width: 800, height: 900 },
  })
  await opened(page)
  await page.locator('.drawing').focus()
  await page.keyboard.press('ArrowDown')

  expect(await violations(page)).toEqual([])
  await page.context().close()
})
