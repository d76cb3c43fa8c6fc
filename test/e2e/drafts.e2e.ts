import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { violations } from './axe.ts'
import { demonstrating } from './demonstration.ts'

const demonstration = demonstrating()
const address = () => `${demonstration.origin()}/api/counties/hequ/plans/2020-reform`

const workbench = async (hash = '') => {
  const watched = await demonstration.open(`#lang=en&page=workbench${hash}`)
  await watched.page.locator('.bench-counters').waitFor()
  return watched
}

/** Moves all operations of a day, which is an edit of many lines at once. */
const moveDay = async (page: Page, from: string, to: string) => {
  await page.getByRole('button', { name: 'Phases', exact: true }).click()
  const field = page.locator(`[data-phase="day ${from}"] input`)
  await field.fill(to)
  await field.press('Enter')
  await page.locator(`[data-phase="day ${to}"]`).waitFor()
}

const kept = (page: Page) => page.locator('.kept-note').innerText()
const textOf = async (page: Page) => (await (await page.request.get(address())).json()).text as string

test('an edit is undone and redone, is found again by the next page, and is kept as a version', async () => {
  const { page, errors } = await workbench()
  expect(await kept(page)).toBe('Saved as version 1')
  await moveDay(page, '2020-12-18', '2020-12-19')
  expect(await kept(page)).toContain('Unsaved changes to version 1')

  await page.keyboard.press('Control+z')
  await page.locator('[data-phase="day 2020-12-18"]').waitFor()
  expect(await kept(page)).toBe('Saved as version 1')
  await page.getByRole('button', { name: 'Redo' }).click()
  await page.locator('[data-phase="day 2020-12-19"]').waitFor()

  await page.reload()
  await page.getByText('Unsaved changes to version 1').waitFor()
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await page.getByText('Saved as version 2').waitFor()
  expect(await textOf(page)).toContain('2020-12-19')
  expect(await violations(page)).toEqual([])
  expect(errors).toEqual([])
  await page.context().close()
})

test('when the line breaks in the middle of an edit it is told, nothing is lost, and saving goes on afterwards', async () => {
  const { page } = await workbench()
  await moveDay(page, '2020-12-31', '2021-01-04')
  await page.context().setOffline(true)
  await page.keyboard.press('Control+s')
  await page.getByRole('alert').waitFor()
  expect(await page.getByRole('alert').innerText()).toContain('cannot be reached')
  expect(await kept(page)).toContain('kept in this browser')

  await page.context().setOffline(false)
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await page.getByText(/Saved as version \d/).waitFor()
  expect(await textOf(page)).toContain('2021-01-04')
  await page.context().close()
})

test('two who edit the same plan meet when the second saves: what both changed is decided, the rest comes together', async () => {
  const { page } = await workbench()
  const { text, version } = await (await page.request.get(address())).json()
  await page.getByRole('button', { name: 'YAML', exact: true }).click()
  const title = page.locator('.cm-line', { hasText: 'titleEn:' })
  await title.click()
  await page.keyboard.press('End')
  await page.keyboard.type(' – mine')
  await page.getByText('Unsaved changes to version').waitFor()
  const theirs = (text as string)
    .replace(/^(titleEn: .*)$/m, '$1 – theirs')
    .replace('# 编办、老干部局并入组织部', '# 老干部局、编办并入组织部')
  expect((await page.request.put(address(), { data: { version, text: theirs } })).status()).toBe(200)

  await page.getByRole('button', { name: 'Save', exact: true }).click()
  const dialog = page.getByRole('dialog')
  await dialog.waitFor()
  expect(await dialog.innerText()).toContain('You both changed 1 places')
  expect(await dialog.innerText()).toContain('– theirs')
  expect(await violations(page)).toEqual([])
  await dialog.getByRole('radio', { name: /What you wrote/ }).check()
  await dialog.getByRole('button', { name: 'Bring together and go on' }).click()
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await page.getByText(`Saved as version ${version + 2}`).waitFor()
  const merged = await textOf(page)
  expect(merged).toContain('– mine')
  expect(merged).not.toContain('– theirs')
  expect(merged).toContain('# 老干部局、编办并入组织部')
  await page.context().close()
})

test('another plan is drawn from one, compared with it, named and kept; a file is opened and saved', async () => {
  const { page } = await workbench()
  await page.getByText('More', { exact: true }).click()
  await page.getByRole('button', { name: 'Draw another one from it' }).click()
  await page.getByText('A new plan, kept in this browser only').waitFor()
  await moveDay(page, '2020-12-01', '2020-12-02')
  await page.getByRole('button', { name: 'Compare', exact: true }).click()
  await page.locator('.small-river .ribbon').first().waitFor()
  expect(await page.locator('.small-river').count()).toBe(2)
  expect(await page.locator('.compare').innerText()).toMatch(/Only in 2020-reform-1: \d+/)
  expect(await violations(page)).toEqual([])
  await page.getByRole('button', { name: 'River', exact: true }).click()

  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await page.getByLabel('Id of the plan').fill('not an id!')
  await page.getByRole('dialog').getByRole('button', { name: 'Save', exact: true }).click()
  await page.getByText('An id has letters, digits').waitFor()
  await page.getByLabel('Id of the plan').fill('second-reform')
  await page.getByRole('dialog').getByRole('button', { name: 'Save', exact: true }).click()
  await page.getByText('Saved as version 1').waitFor()
  await expect.poll(() => page.url()).toContain('plan=second-reform')

  await page.getByText('More', { exact: true }).click()
  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Save as a file' }).click()
  const file = await (await download).path()
  expect((await download).suggestedFilename()).toBe('second-reform.plan.yaml')
  await page.locator('input[type=file]').setInputFiles({
    name: 'from-file.plan.yaml',
    mimeType: 'application/yaml',
    buffer: Buffer.from('sanding: 1\ntitle: [\n'),
  })
  await expect.poll(() => page.url()).toContain('plan=from-file-1')
  await page.locator('.bench-findings').getByText('F01').first().waitFor()
  expect(file).not.toBe('')
  await page.context().close()
})
