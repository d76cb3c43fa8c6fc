import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { copyOf } from '../county-copy.ts'
import { violations } from './axe.ts'
import { launchBrowser } from './browser.ts'
import { openPage } from './page.ts'
import { type Served, serve } from './served.ts'

const root = resolve(import.meta.dirname, '../..')
const hequ = resolve(root, 'counties/hequ')
const downloads = mkdtempSync(join(tmpdir(), 'sanding-proof-'))
let browser: Browser
let served: Served
beforeAll(async () => {
  ;[browser, served] = await Promise.all([launchBrowser(), serve('--county', hequ)])
})
afterAll(async () => {
  await browser.close()
  await served.stop()
  rmSync(downloads, { recursive: true, force: true })
})

const open = async (hash: string, options: BrowserContextOptions = {}, origin = served.origin) => {
  const watched = await openPage(browser, `${origin}/#page=proof&${hash}`, options)
  await watched.page.locator('h1').waitFor()
  return watched
}

const opening = async (page: Page, id: string) => {
  await page.locator(`[data-opens="${id}"]`).first().click()
  await page.getByRole('dialog').waitFor()
  return {
    shown: await page.locator('.panel-value').innerText(),
    sum: Number(await page.locator('.panel-sum b').getAttribute('data-sum')),
  }
}

test.each(['zh', 'en'] as const)(
  'in %s the page says what is kept, and a number opens exactly its rows',
  async (lang) => {
    const { page, errors, outside } = await open(`lang=${lang}`)
    await page.locator('.matrix').waitFor()
    expect(await page.locator('h1').innerText()).toMatch(lang === 'zh' ? /样样守恒/ : /are kept/)
    const cell = page.locator('[data-row=duties] [data-opens="duties.in"]')
    const count = Number((await cell.innerText()).replace(/[+,]/g, ''))
    const { sum } = await opening(page, 'duties.in')

    expect(sum).toBe(count)
    const first = await page.locator('.row-list tbody tr td').nth(1).innerText()
    const second = await page.locator('.row-list tbody tr td').nth(2).innerText()
    expect(first).not.toBe('')
    expect(second).not.toBe(first)
    expect([...errors, ...outside]).toEqual([])
    await page.context().close()
  },
)

test('arrow keys go from number to number, and Enter opens one', async () => {
  const { page } = await open('lang=en')
  await page.locator('[data-opens="duties.before"]').focus()
  for (const key of ['ArrowRight', 'ArrowRight', 'ArrowRight', 'ArrowDown']) await page.keyboard.press(key)
  expect(await page.evaluate(() => document.activeElement?.getAttribute('data-opens'))).toBe('quotas.after')
  await page.keyboard.press('Enter')
  await page.getByRole('dialog').waitFor()

  expect(await page.locator('.panel-value').innerText()).toContain('posts')
  await page.context().close()
})

test('a bar of the drawing opens the people who have left, with what they cost', async () => {
  const { page } = await open('lang=en')
  const figure = page.locator('[data-opens="cash.2021"]')
  const table = await figure.innerText()
  await page.locator('[data-bar="cash.2021"]').press('Enter')
  await page.getByRole('dialog').waitFor()

  expect(await page.locator('.panel-value').innerText()).toBe(table)
  expect(await page.locator('.row-list tbody tr').first().innerText()).toMatch(/retired|left|entered/)
  await page.keyboard.press('Escape')
  await page.getByRole('dialog').waitFor({ state: 'hidden' })
  await page.context().close()
})

test('a finding of a rule leads to its line of the plan in the workbench', async () => {
  const { page } = await open('lang=en')
  const line = readFileSync(join(hequ, '2020-reform.plan.yaml'), 'utf8')
    .split('\n')
    .findIndex((each) => each.includes('[statistics'))
  await page.locator('tr[data-rule=M3] + tr .link').click()
  await page.waitForURL(/page=workbench/)
  await page.waitForURL(/line=\d+/)

  expect(line).toBeGreaterThan(0)
  expect(Math.abs(Number(/line=(\d+)/.exec(page.url())?.[1]) - line)).toBeLessThan(3)
  await page.context().close()
})

test('the certificate that is downloaded is the one of the command line, and the independent checker accepts it', async () => {
  const { page } = await open('lang=en', { acceptDownloads: true })
  const coming = page.waitForEvent('download')
  await page.locator('.certificate-buttons .primary').click()
  const download = await coming
  const path = join(downloads, download.suggestedFilename())
  await download.saveAs(path)
  const plan = join(hequ, '2020-reform.plan.yaml')
  const proved = join(downloads, 'proved.json')
  const run = (...args: string[]) => execFileSync(join(root, 'bin/sanding'), args, { encoding: 'utf8' })
  run('prove', plan, '--county', hequ, '-o', proved)

  expect(readFileSync(path, 'utf8')).toBe(readFileSync(proved, 'utf8'))
  expect(run('verify', path, '--county', hequ, '--plan', plan, '--lang', 'en')).toContain('is valid')
  expect(await page.locator('.issued').innerText()).toContain(JSON.parse(readFileSync(path, 'utf8')).seal)
  await page.context().close()
})

test('the certificate as one page, and the drawing of the years, are taken away as PDF and SVG', async () => {
  const { page, errors } = await open('lang=zh', { acceptDownloads: true, colorScheme: 'dark' })
  const taken = async (button: string) => {
    const coming = page.waitForEvent('download')
    await page.getByRole('button', { name: button, exact: true }).click()
    const path = join(downloads, (await coming).suggestedFilename())
    await (await coming).saveAs(path)
    return readFileSync(path)
  }
  expect((await taken('下载一页证书（PDF）')).subarray(0, 5).toString()).toBe('%PDF-')
  expect((await taken('导出 PDF')).subarray(0, 5).toString()).toBe('%PDF-')
  const svg = (await taken('导出 SVG')).toString()

  expect(svg).toContain('<pattern')
  expect(svg).toContain('rgb(42, 79, 140)')
  expect(svg).not.toContain('var(')
  expect(errors).toEqual([])
  await page.context().close()
})

const views = (['zh', 'en'] as const).flatMap((language) =>
  (['light', 'dark'] as const).map((scheme) => [language, scheme] as const),
)
test.each(views)(
  'in %s and %s, axe finds nothing: on the page, and with rows open',
  async (language, scheme) => {
    const { page } = await open(`lang=${language}`, { colorScheme: scheme })
    await page.locator('.matrix').waitFor()
    expect(await violations(page)).toEqual([])

    await opening(page, 'people.in')
    expect(await violations(page)).toEqual([])
    await page.context().close()
  },
)

test('on a phone the page does not scroll sideways, and axe finds nothing', async () => {
  const { page } = await open('lang=en', { viewport: { width: 390, height: 844 } })
  await page.locator('.matrix').waitFor()

  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390)
  expect(await violations(page)).toEqual([])
  await page.context().close()
})

test('on paper the tables are whole: no buttons, the digests at the head', async () => {
  const { page } = await open('lang=zh')
  await page.locator('.matrix').waitFor()
  await page.emulateMedia({ media: 'print' })

  expect(await page.locator('.print-only').isVisible()).toBe(true)
  expect(await page.locator('.proof .button:visible').count()).toBe(0)
  expect((await page.pdf({ preferCSSPageSize: true })).length).toBeGreaterThan(20_000)
  await page.context().close()
})

test('a plan that blocks gets no certificate, only what stands against it; one that cannot be read says so', async () => {
  const folder = copyOf('hequ')
  const plan = join(folder, '2020-reform.plan.yaml')
  const text = readFileSync(plan, 'utf8')
  writeFileSync(
    join(folder, 'refused.plan.yaml'),
    text.replace('units: [development-reform', 'units: [nowhere, development-reform'),
  )
  writeFileSync(join(folder, 'broken.plan.yaml'), 'sanding: 1\nlines: [oops\n')
  const other = await serve('--county', folder)
  try {
    const refused = await open('lang=en&plan=refused', {}, other.origin)
    await refused.page.locator('#certificate-title').waitFor()
    expect(await refused.page.locator('.certificate-buttons').count()).toBe(0)
    expect(
      await refused.page.locator('section[aria-labelledby=certificate-title] li').count(),
    ).toBeGreaterThan(0)
    expect(await violations(refused.page)).toEqual([])

    const broken = await open('lang=en&plan=broken', {}, other.origin)
    await broken.page.locator('.proof-findings li').first().waitFor()
    expect(await violations(broken.page)).toEqual([])
    await broken.page.getByRole('button', { name: 'To the plan workbench' }).click()
    await broken.page.waitForURL(/page=workbench/)
  } finally {
    await other.stop()
    rmSync(folder, { recursive: true, force: true })
  }
})

test('without a plan the page says so, and leads to the workbench', async () => {
  const folder = copyOf('hequ')
  rmSync(join(folder, '2020-reform.plan.yaml'))
  const other = await serve('--county', folder)
  try {
    const { page } = await open('lang=zh', {}, other.origin)
    await page.getByText('没有方案，就没有可以证明的。').waitFor()
    expect(await violations(page)).toEqual([])
    await page.getByRole('button', { name: '到方案工作台' }).click()
    await page.waitForURL(/page=workbench/)
  } finally {
    await other.stop()
    rmSync(folder, { recursive: true, force: true })
  }
})
