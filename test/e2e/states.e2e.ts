import { cpSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { copyOf, edit } from '../county-copy.ts'
import { launchBrowser } from './browser.ts'
import { opened, openPage } from './page.ts'
import { type Served, serve } from './served.ts'

let browser: Browser

beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser.close())

const withServer = async (args: readonly string[], run: (served: Served) => Promise<void>) => {
  const served = await serve(...args)
  try {
    await run(served)
  } finally {
    await served.stop()
  }
}

test('a table with a bad cell is told with its line, and the rest is still shown', async () => {
  const folder = copyOf('hequ')
  edit(folder, 'people', ([header = '', first = '', ...rest]) => [
    header,
    first.replace(/\d{4}-\d{2}/, 'never'),
    ...rest,
  ])

  await withServer(['--county', folder], async ({ origin }) => {
    const { page, errors } = await openPage(browser, `${origin}/#lang=en`)
    await opened(page)

    expect(await page.locator('h1').innerText()).toContain('error')
    expect(await page.locator('.findings').innerText()).toContain('people.csv line 2')
    expect(errors).toEqual([])
    await page.context().close()
  })
})

test('a plan that is not YAML is told with its line, and the county is shown as it is', async () => {
  const folder = copyOf('hequ')
  writeFileSync(join(folder, '2020-reform.plan.yaml'), 'sanding: 1\nlines: [oops\n')

  await withServer(['--county', folder], async ({ origin }) => {
    const { page } = await openPage(browser, `${origin}/#lang=en`)
    await page.locator('h1').waitFor()

    expect(await page.locator('h1').innerText()).toContain('36 organs')
    expect(await page.locator('.findings').innerText()).toContain('F01')
    await page.context().close()
  })
})

test('a server that has gone is told, and trying again brings the page back', async () => {
  await withServer([], async ({ origin }) => {
    const { page } = await openPage(browser, 'about:blank')
    await page.route('**/api/**', (route) => route.abort())
    await page.goto(`${origin}/#lang=en`)
    await page.getByRole('alert').waitFor()
    expect(await page.getByRole('alert').innerText()).toContain('cannot be reached')

    await page.unroute('**/api/**')
    await page.getByRole('button', { name: 'Try again' }).click()
    await opened(page)
    await page.context().close()
  })
})

test('an unknown county is told by its name', async () => {
  await withServer([], async ({ origin }) => {
    const { page } = await openPage(browser, `${origin}/#lang=en&county=atlantis`)
    expect(await page.getByRole('alert').innerText()).toContain('no county “atlantis”')
    expect(await page.getByRole('combobox', { name: 'County' }).inputValue()).toBe('')
    await page.getByRole('combobox', { name: 'County' }).selectOption('hequ')
    await opened(page)
    await page.context().close()
  })
})

test('an unknown plan is told by its name, not replaced in silence', async () => {
  await withServer([], async ({ origin }) => {
    const { page } = await openPage(browser, `${origin}/#lang=en&county=hequ&plan=nosuch`)
    expect(await page.getByRole('alert').innerText()).toContain('no plan “nosuch”')
    expect(await page.getByRole('combobox', { name: 'Plan' }).inputValue()).toBe('')
    await page.getByRole('button', { name: 'Open the county' }).click()
    await opened(page)
    await expect.poll(() => page.url()).not.toContain('nosuch')
    await page.context().close()
  })
})

test('a folder with nothing but a name and a plan says what is missing, without a fault', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'sanding-bare-'))
  for (const file of ['county.csv', '2020-reform.plan.yaml'])
    cpSync(join(copyOf('hequ'), file), join(folder, file))

  await withServer(['--county', folder], async ({ origin }) => {
    const { page, errors } = await openPage(browser, `${origin}/#lang=en`)
    await page.locator('h1').waitFor()

    expect(await page.locator('.findings').innerText()).toContain('units.csv is missing')
    expect(await page.locator('.sheet').innerText()).toContain('no organs in the register yet')
    expect(errors).toEqual([])
    await page.context().close()
  })
})
