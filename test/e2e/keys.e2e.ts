import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { opened, shown } from './page.ts'
import { visiting } from './visit.ts'

const visit = visiting()
const open = async (hash: string, options = {}) => (await visit(hash, options)).page

const focused = (page: Page) =>
  page.evaluate(() => document.activeElement?.getAttribute('data-view') ?? document.activeElement?.tagName)

test('P shows drawing, sentence and days in letters for a projector; the arrows change the day, Esc leads back', async () => {
  const page = await open('#lang=zh&on=2020-12-01', { viewport: { width: 1920, height: 1080 } })
  await page.getByRole('button', { name: '投影' }).focus()
  await page.keyboard.press('p')

  expect(Number(await page.locator('.drawing svg').getAttribute('font-size'))).toBeGreaterThanOrEqual(20)
  expect(await page.locator('.rail').isVisible()).toBe(false)
  expect(await focused(page)).toBe('drawing')
  expect(await page.locator('h1').innerText()).toContain('河曲县 · 2020年12月1日 · 22个党政机构')
  await page.keyboard.press('ArrowLeft')
  expect(await page.locator('h1').innerText()).toContain('2020年11月30日 · 36个党政机构')
  await page.keyboard.press('PageUp')
  expect(await page.locator('h1').innerText()).toContain('2020年12月30日')
  await page.keyboard.press('End')
  expect(await page.locator('.present-line').innerText()).toContain('预测')
  expect(await page.evaluate(() => document.documentElement.scrollHeight)).toBeLessThanOrEqual(1080)

  await page.keyboard.press('Escape')
  expect(await page.locator('.rail').isVisible()).toBe(true)
  expect(await page.evaluate(() => document.activeElement?.textContent)).toContain('投影')
  await page.keyboard.press('p')
  await page.keyboard.press('p')
  expect(await page.locator('.rail').isVisible()).toBe(true)
  await page.context().close()
})

test('T and P work on a fresh page, and T leads back to where the reader was', async () => {
  const page = await open('#lang=en')
  await page.keyboard.press('t')
  expect(await page.locator('[data-view="table"]').count()).toBe(1)
  await page.keyboard.press('t')
  expect(await page.locator('[data-view="drawing"]').count()).toBe(1)

  await page.locator('.drawing').focus()
  await page.keyboard.press('t')
  expect(await focused(page)).toBe('table')
  await page.keyboard.press('t')
  expect(await focused(page)).toBe('drawing')
  await page.context().close()
})

test('letters are text in a field, and can be switched off for good', async () => {
  const page = await open('#lang=en')
  await page.getByRole('combobox', { name: 'County' }).focus()
  await page.keyboard.press('t')
  expect(await page.locator('[data-view="drawing"]').count()).toBe(1)

  await page.getByRole('checkbox', { name: 'Keys T and P' }).uncheck()
  await page.reload()
  await opened(page)
  await page.keyboard.press('t')
  await page.locator('.drawing').focus()
  await page.keyboard.press('p')
  expect(await page.locator('[data-view="drawing"]').count()).toBe(1)
  expect(await page.locator('.rail').isVisible()).toBe(true)
  expect(await page.locator('.view-buttons kbd').count()).toBe(0)
  await page.context().close()
})

test('Back returns to the county before, days do not fill the history', async () => {
  const page = await open('#lang=en&county=hequ&on=2020-12-01')
  await page.getByRole('slider').focus()
  for (const key of ['ArrowLeft', 'ArrowLeft', 'PageUp']) await page.keyboard.press(key)
  await page.getByRole('combobox', { name: 'County' }).selectOption('fushan')
  await expect.poll(() => page.locator('h1').innerText()).toContain('Fushan')
  await expect.poll(() => page.url()).toContain('plan=')

  await page.goBack()

  // The county is read and rehearsed anew, which a busy machine takes longer for than a poll waits by itself.
  await expect.poll(() => page.locator('h1').innerText(), { timeout: 10_000 }).toContain('Hequ')
  expect(await page.getByRole('slider').getAttribute('aria-valuetext')).toBe('29 Dec 2020')
  expect(await page.getByRole('combobox', { name: 'County' }).inputValue()).toBe('hequ')
  expect(await shown(page, 'organs')).toBe(22)
  await page.context().close()
})

test.each([640, 720])(
  '%i px wide, only the drawing scrolls sideways, and its names are reached',
  async (width) => {
    const page = await open('#lang=en', { viewport: { width, height: 800 } })
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width)

    await page.locator('.drawing').focus()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('ArrowRight')
    const edge = await page.evaluate(() =>
      Math.max(
        ...[...document.querySelectorAll('[data-unit^="after:"] text')].map(
          (text) => text.getBoundingClientRect().right,
        ),
      ),
    )
    expect(edge).toBeLessThanOrEqual(width)
    await page.context().close()
  },
)
