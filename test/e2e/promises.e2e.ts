import { readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { copyOf } from '../county-copy.ts'
import { violations } from './axe.ts'
import { launchBrowser } from './browser.ts'
import { openPage } from './page.ts'
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

const open = async (hash: string, options: BrowserContextOptions = {}) => {
  const watched = await openPage(browser, `${served.origin}/${hash}`, options)
  await watched.page.locator('.ledger-table').waitFor()
  return watched
}

const line = (page: Page, id: string) => page.locator(`[id="figure-${id}"]`)
const numberIn = async (page: Page, figure: string) =>
  Number((await page.locator(`[data-figure="${figure}"]`).innerText()).replaceAll(',', ''))
const allCurves = (page: Page) =>
  page.waitForFunction(() => {
    const lines = document.querySelectorAll('.ledger-table .opener').length
    return document.querySelectorAll('.ledger-table .curve-cell .curve').length === lines
  })

test.each([
  ['zh', '公布数字'],
  ['en', 'Promises'],
])('in %s every published figure stands beside what the rows make of it', async (language, title) => {
  const { page, errors, outside } = await open(`#page=promises&lang=${language}`)

  expect(await page.locator('h1').innerText()).toBe(title)
  expect(await page.locator('.ledger-table .opener').count()).toBeGreaterThan(40)
  expect(await numberIn(page, 'organs.after')).toBe(22)
  expect(await page.locator('.ledger-table .severity.error').count()).toBe(0)
  await allCurves(page)
  expect(await page.locator('.curve-progress').innerText()).toBe('')
  expect(errors).toEqual([])
  expect(outside).toEqual([])
  await page.context().close()
})

test('on a day before the reform a promise is not met yet; by then the address says which day', async () => {
  const { page } = await open('#page=promises&lang=en&on=2021-10-01')
  expect(await line(page, 'organs.after').innerText()).toContain('agrees')

  await page.getByLabel('Day looked at').fill('2020-06-30')

  await expect.poll(() => numberIn(page, 'organs.after.today')).toBe(36)
  expect(await line(page, 'organs.after').innerText()).toContain('agrees at the end, not yet')
  await expect.poll(() => page.url()).toContain('on=2020-06-30')
  await page.getByLabel('Day looked at').fill('2025-06-30')
  await page.locator('.promise-tools .badge', { hasText: 'forecast' }).waitFor()
  await page.context().close()
})

test('a figure opens by keyboard to its quote, source, definition and curve, with the table of the curve', async () => {
  const { page } = await open('#page=promises&lang=en')
  await line(page, 'ratio.after').locator('.opener').focus()
  await page.keyboard.press('Enter')

  const detail = page.locator('.promise-detail')
  for (const term of ['As printed', 'Source', 'Definition', 'Formula'])
    expect(await detail.locator('dt', { hasText: term }).count()).toBe(1)
  expect(await detail.locator('dd').first().innerText()).toContain('40:1')
  const drawing = detail.locator('svg[role=img]')
  await drawing.waitFor()
  expect(await drawing.getAttribute('aria-label')).toContain('40:1')
  expect(await drawing.locator('.rest').count()).toBe(1)
  expect(await drawing.textContent()).toContain('forecast')
  await detail.locator('summary').click()
  expect(await detail.locator('.curve-table tbody tr').count()).toBeGreaterThan(10)
  expect(await detail.locator('.curve-table tbody tr').last().innerText()).toContain('forecast')
  expect(await violations(page)).toEqual([])

  await line(page, 'ratio.after').locator('.opener').focus()
  await page.keyboard.press('Enter')
  expect(await detail.count()).toBe(0)
  await page.context().close()
})

test('the number of the day and that of the end each open their rows', async () => {
  const { page } = await open('#page=promises&lang=en&on=2020-06-30')
  for (const figure of ['organs.after.today', 'organs.after', 'supportedStaff.target']) {
    const shown = await numberIn(page, figure)
    await page.locator(`[data-figure="${figure}"]`).click()
    expect(Number(await page.locator('dialog [data-sum]').getAttribute('data-sum'))).toBe(shown)
    await page.keyboard.press('Escape')
    await page.locator('dialog').waitFor({ state: 'detached' })
  }
  await page.context().close()
})

test('the table is narrowed to what is not met or has a warning, and goes to a file as it is shown', async () => {
  const { page } = await open('#page=promises&lang=en&on=2020-06-30')
  const all = await page.locator('.ledger-table .opener').count()
  await page.getByRole('button', { name: 'With a warning' }).click()
  const warned = await page.locator('.ledger-table .opener').count()
  expect(warned).toBeGreaterThan(0)
  expect(warned).toBeLessThan(all)
  expect(await page.locator('.ledger-table tbody tr .severity.warning').count()).toBeGreaterThanOrEqual(
    warned,
  )
  await page.getByRole('button', { name: 'Not met' }).click()
  expect(await line(page, 'organs.before').count()).toBe(0)
  expect(await line(page, 'organs.after').count()).toBe(1)

  const waiting = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Export CSV' }).click()
  const download = await waiting
  const rows = (await readFile(await download.path(), 'utf8')).trim().split('\r\n')
  expect(download.suggestedFilename()).toBe('hequ-2020-06-30-promises.csv')
  expect(rows[0]).toContain('Published,2020-06-30')
  expect(rows.length - 1).toBe(await page.locator('.ledger-table .opener').count())
  await page.context().close()
})

test('while the curves are computed the page answers, and the computation can be cancelled and taken up again', async () => {
  const { page } = await open('#page=promises&lang=en')
  await allCurves(page)
  // A machine on which every slice takes long: the curves of another plan of the county begin anew.
  await page.evaluate(() => {
    const now = performance.now.bind(performance)
    let extra = 0
    performance.now = () => {
      extra += 20
      return now() + extra
    }
    window.requestIdleCallback = ((work: IdleRequestCallback) =>
      window.setTimeout(() => work({ didTimeout: true, timeRemaining: () => 0 }), 40)) as never
  })
  await page.getByRole('button', { name: 'County', exact: true }).click()
  await page.locator('.sentence').waitFor()
  await page.getByRole('button', { name: 'Promises', exact: true }).click()
  await page.getByRole('button', { name: 'Cancel' }).click()
  const said = await page.locator('.curve-progress').innerText()
  expect(said).toMatch(/Curves cancelled at \d+ of \d+/)
  await page.getByRole('button', { name: 'Not met' }).click()

  await page.getByRole('button', { name: 'Go on' }).click()
  expect(await page.locator('.curve-progress').innerText()).toContain('Computing curves')
  await page.context().close()
})

test('on paper the table is upright on A4, with what stands behind each figure and without controls', async () => {
  const { page } = await open('#page=promises&lang=zh')
  await allCurves(page)
  await page.emulateMedia({ media: 'print' })
  await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')))

  expect(await page.locator('.promise-detail').count()).toBe(
    await page.locator('.ledger-table .opener').count(),
  )
  expect(await page.locator('.promise-tools').isVisible()).toBe(false)
  expect(await page.locator('.print-only').textContent()).toMatch(/台账摘要 [0-9a-f]{16}/)
  const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1')
  const sheets = [...pdf.matchAll(/\/MediaBox \[([\d. ]+)\]/g)].map((match) =>
    (match[1] ?? '').split(' ').map(Number),
  )
  expect(sheets.length).toBeGreaterThan(1)
  expect(sheets.every(([, , width = 0, height = 0]) => width < height)).toBe(true)
  await page.context().close()
})

test.each([
  ['zh', 'light', 1440],
  ['en', 'dark', 390],
] as const)(
  'in %s and %s, %i px wide, axe finds nothing and only the table scrolls sideways',
  async (language, scheme, width) => {
    const { page } = await open(`#page=promises&lang=${language}`, {
      colorScheme: scheme,
      viewport: { width, height: 844 },
    })
    await allCurves(page)
    await line(page, 'organs.after').locator('.opener').click()
    await page.locator('.promise-detail').waitFor()

    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width)
    expect(
      await page.evaluate(
        () => document.querySelector('.promise-detail')?.getBoundingClientRect().right ?? 0,
      ),
    ).toBeLessThanOrEqual(width)
    expect(await violations(page)).toEqual([])
    await page.context().close()
  },
)

test('a county without a plan says why there is nothing to see, and leads on', async () => {
  const folder = copyOf('hequ')
  await rm(join(folder, '2020-reform.plan.yaml'))
  const bare = await serve('--county', folder)
  try {
    const { page } = await openPage(browser, `${bare.origin}/#page=promises&lang=en`)
    await page.locator('main .empty').waitFor()

    expect(await page.locator('main .empty').innerText()).toContain('No plan can be read')
    await page.getByRole('button', { name: 'To the workbench' }).click()
    await expect.poll(() => page.url()).toContain('page=workbench')
    await page.context().close()
  } finally {
    await bare.stop()
  }
})
