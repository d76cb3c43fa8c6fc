import { readFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { readPdf } from '../../src/web/pdf/testing.ts'
import { opened } from './page.ts'
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
  const { page } = await visit('#lang=en&on=2021-10-01', { viewport: { width: 390, height: 844 } })
  await page.route('**/*.woff', (route) => route.abort())
  await page.getByRole('button', { name: 'PDF', exact: true }).click()
  await page.getByText('No PDF was made: the fonts it needs did not arrive.').waitFor()
  expect(await page.locator('.drawing > *').count()).toBe(1)
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)

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
    const text = pages[0]?.text.replaceAll('\n', '')

    expect(words.length).toBeGreaterThan(3)
    for (const word of ['一张图', '逐年变化', ...words]) expect(text).toContain(word)
    expect(picturesIn(pages[0]?.operators)).toEqual([])
    await page.context().close()
  },
)

test('a drawing made for export only is read as well, cut where it is cut; a filter is refused, not left out', async () => {
  const { page } = await visit('#lang=zh&on=2021-10-01')
  await saved(page, '导出 PDF')
  const made = (attribute: string) => `(async () => {
    const { name } = performance.getEntriesByType('resource').find(({ name }) => name.includes('save-drawing-pdf'))
    const { saveDrawingPdf } = await import(name)
    const text = '<svg xmlns="http://www.w3.org/2000/svg" width="300" height="100"><clipPath id="c"><rect width="80" height="80"/></clipPath><g clip-path="url(#c)"><circle cx="40" cy="40" r="60" fill="#2A4F8C"/><text x="4" y="20" font-size="12" ${attribute}>县委编办</text></g></svg>'
    const svg = new DOMParser().parseFromString(text, 'image/svg+xml').documentElement
    await saveDrawingPdf(svg, 'made', { title: '一张图', description: '剪裁' })
  })()`
  const waiting = page.waitForEvent('download')
  await page.evaluate(made(''))
  const { pages } = await readPdf(await readFile(await (await waiting).path()))

  expect(pages[0]?.text).toContain('县委编办')
  expect(pages[0]?.operators).toContain('clip')
  await expect(page.evaluate(made('filter="blur(2px)"'))).rejects.toThrow('filter or a mask')
  expect(await page.evaluate(() => document.querySelectorAll('body > svg').length)).toBe(0)
  await page.context().close()
})

test('when it takes over a second the page counts what has arrived and can be told to stop; no file comes', async () => {
  const { page } = await visit('#lang=en&on=2021-10-01')
  let held = 0
  await page.route('**/*.woff', async (route) => {
    held += 1
    if (held === 1) await route.continue()
  })
  const downloads: string[] = []
  page.on('download', (download) => downloads.push(download.suggestedFilename()))
  await page.getByRole('button', { name: 'PDF', exact: true }).click()
  await page.getByText(/Making the PDF: fonts \d+\/\d+/).waitFor()
  await page.getByRole('button', { name: 'Cancel', exact: true }).click()

  expect(await page.locator('.pdf-said').innerText()).toBe('')
  await page.unroute('**/*.woff')
  await saved(page, 'PDF')
  expect(downloads.length).toBe(1)
  await page.context().close()
})

test('below the path of a proxy the faces are found as well', async () => {
  const { page: straight } = await visit('#lang=zh&on=2021-10-01')
  const { origin } = new URL(straight.url())
  const asked: string[] = []
  const proxy = createServer(async ({ url = '' }, response) => {
    asked.push(url)
    const answer = await fetch(`${origin}${url.replace(/^\/reform/, '')}`)
    const type = answer.headers.get('content-type') ?? ''
    const policy = answer.headers.get('content-security-policy') ?? ''
    response.writeHead(answer.status, { 'content-type': type, 'content-security-policy': policy })
    response.end(Buffer.from(await answer.arrayBuffer()))
  })
  await new Promise<void>((ready) => proxy.listen(0, '127.0.0.1', ready))
  const { port } = proxy.address() as AddressInfo
  await straight.goto(`http://127.0.0.1:${port}/reform/#lang=zh&on=2021-10-01`)
  await opened(straight)

  expect((await saved(straight, '导出 PDF')).pages[0]?.text).toContain('公安局')
  expect(asked.filter((url) => !url.startsWith('/reform/'))).toEqual([])
  expect(asked.some((url) => url.endsWith('.woff'))).toBe(true)
  await straight.context().close()
  proxy.close()
})

test('the certificate of the proof page is one A4 page of text with its digests', async () => {
  const { page } = await visit('#lang=zh')
  await page.evaluate(() => {
    location.hash = '#lang=zh&page=proof'
  })
  const { pages, size, info, name } = await saved(page, '下载一页证书（PDF）')
  const text = pages[0]?.text.replaceAll('\n', '') ?? ''

  expect(name).toMatch(/^hequ.*\.pdf$/)
  expect(pages.length).toBe(1)
  expect(Math.round(pages[0]?.height ?? 0)).toBe(842)
  for (const word of ['守恒证书', '河曲县', '守恒成立', '领导职数', 'bin/sanding verify hequ'])
    expect(text).toContain(word)
  expect(text.match(/sha256:[0-9a-f]{64}/g)?.length).toBe(4)
  expect(info.Subject).toMatch(/^sha256:/)
  expect(await page.locator('.issued').innerText()).toContain(info.Subject)
  expect(picturesIn(pages[0]?.operators)).toEqual([])
  expect(size).toBeLessThan(150_000)
  await page.context().close()
})
