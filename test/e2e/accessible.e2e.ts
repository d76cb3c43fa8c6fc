import { expect, test } from 'vitest'
import { violations } from './axe.ts'
import { visiting } from './visit.ts'

const open = visiting()

const views = (['zh', 'en'] as const).flatMap((language) =>
  (['light', 'dark'] as const).map((scheme) => [language, scheme] as const),
)

test.each(views)(
  'in %s and %s, axe finds nothing: on the page, in the table, with the rows open',
  async (language, scheme) => {
    const { page } = await open(`#lang=${language}`, { colorScheme: scheme })
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
  const { page } = await open(`#lang=en`, {
    viewport: { width: 800, height: 900 },
  })
  await page.locator('.drawing').focus()
  await page.keyboard.press('ArrowDown')

  expect(await violations(page)).toEqual([])
  await page.context().close()
})
