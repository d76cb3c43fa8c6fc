import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { readPdf } from '../../src/web/pdf/testing.ts'
import { visiting } from './visit.ts'

const visit = visiting()

/** Presses the button and reads the file that comes. */
const saved = async (page: Page, button: string) => {
  const waiting = page.waitForEvent('download')
  await page.getByRole('button', { name: button, exact: true }).click()
  const download = await waiting
  const bytes = await readFile(await download.path())
  return { name: download.suggestedFilename(), size: bytes.length, ...(await readPdf(bytes)) }
}
const picturesIn = (operators: ReadonlySet<string> | undefined) =>
  [...(operators ?? [])].filter((name) => /image/i.test(name))

test.each([
  [
    'zh',
    'light',
    '导出 PDF',
    ['河曲县 · 2021年10月1日 · 党政机构', '公安局', '县委机构编制委员会办公室', '合署办公'],
  ],
  [
    'en',
    'dark',
    'PDF',
    ['Hequ County · 1 Oct 2021 · Organs', 'Public security', 'Establishment Commission Office', 'Co-located'],
  ],
] as const)(
  'the river in %s is a small PDF of vectors whose words are text',
  async (language, colorScheme, button, words) => {
    const { page, errors, outside } = await visit(`#lang=${language}&on=2021-10-01`, { colorScheme })
    const names = await page.locator('.drawing .river text').allTextContents()
    const { name, size, pages, info } = await saved(page, button)
    const lines = pages[0]?.text.split('\n') ?? []

    expect(name).toBe('hequ-2021-10-01-organs-people.pdf')
    expect(pages.length).toBe(1)
    expect(Math.round(pages[0]?.width ?? 0)).toBe(1191)
    for (const word of [...words, ...names, '1 / 1']) expect(lines).toContain(word)
    expect(lines.some((line) => line.includes('示例'))).toBe(true)
    expect(info.Title).toBe(words[0])
    expect(picturesIn(pages[0]?.operators)).toEqual([])
    expect(size).toBeLessThan(150_000)
    expect(errors).toEqual([])
    expect(outside).toEqual([])
    expect(await page.locator('.pdf-said').innerText()).toContain(name)
    await page.context().close()
  },
)

test('the institutions, too many for one sheet, go on over several, every name on one of them', async () => {
  const { page } = await visit('#lang=zh&on=2021-10-01&units=institutions')
  const names = await page.locator('.drawing .river text').allTextContents()
  const { pages, size } = await saved(page, '导出 PDF')
  const lines = pages.flatMap(({ text }) => text.split('\n'))

  expect(names.length).toBeGreaterThan(200)
  expect(names.filter((name) => !lines.includes(name))).toEqual([])
  expect(lines).toContain(`${pages.length} / ${pages.length}`)
  expect(size).toBeLessThan(400_000)
  await page.context().close()
})

test('when a face does not arrive, the page says so and what to do; pressed again it is made', async () => {
  const { page } = await visit('#lang=en&on=2021-10-01')
  await page.route('**/*.woff', (route) => route.abort())
  await page.getByRole('button', { name: 'PDF', exact: true }).click()
  await page.getByText('No PDF was made: the fonts it needs did not arrive.').waitFor()
  expect(await page.locator('.drawing > *').count()).toBe(1)

  await page.unroute('**/*.woff')
  expect((await saved(page, 'PDF')).pages.length).toBe(1)
  await page.context().close()
})

test('a selected unit, a dark page and a pointer on a ribbon leave no trace in the file', async () => {
  const { page } = await visit('#lang=zh&on=2021-10-01')
  const plain = (await saved(page, '导出 PDF')).size
  await page.locator('.drawing').focus()
  await page.keyboard.press('ArrowDown')
  await page.emulateMedia({ colorScheme: 'dark' })
  expect(await page.locator('.river.is-active').count()).toBe(1)

  expect((await saved(page, '导出 PDF')).size).toBe(plain)
  expect(await page.locator('.river.is-active').count()).toBe(1)
  await page.context().close()
})

/** Written as text: what the page runs is the built chunk that the button has brought, not this file. */
const exportOf = (selector: string) => `(async () => {
  const { name } = performance.getEntriesByType('resource').find(({ name }) => name.includes('save-drawing-pdf'))
  const { saveDrawingPdf } = await import(name)
  const svg = document.querySelector('${selector}')
  await saveDrawingPdf(svg, 'a-drawing', { title: '一张图', description: '逐年变化' })
  return Array.from(svg.querySelectorAll('text'), (text) => text.textContent.replaceAll(/\\s+/g, ' ').trim())
})()`

test.each(['.axis svg', '.path svg'])(
  'a drawing without a legend, %s, gets its title and keeps its words',
  async (selector) => {
    const { page } = await visit('#lang=zh&on=2021-10-01')
    await saved(page, '导出 PDF')
    const waiting = page.waitForEvent('download')
    const words: string[] = await page.evaluate(exportOf(selector))
    const { pages } = await readPdf(await readFile(await (await waiting).path()))
    const lines = pages[0]?.text.split('\n') ?? []

    expect(words.length).toBeGreaterThan(3)
    for (const word of ['一张图', '逐年变化', ...words]) expect(text).toContain(word)
    expect(picturesIn(pages[0]?.operators)).toEqual([])
    await page.context().close()
  },
)
