import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { visiting } from './visit.ts'

const visit = visiting()
const open = async (hash: string, options = {}) => (await visit(hash, options)).page

test('on paper the drawing has the width of the sheet, nothing selected, headings over their columns', async () => {
  const page = await open('#lang=zh', { viewport: { width: 1280, height: 800 } })
  await page.locator('.drawing').focus()
  await page.keyboard.press('ArrowDown')
  expect(await page.locator('.river.is-active').count()).toBe(1)

  await page.emulateMedia({ media: 'print' })
  await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')))
  const printed = await page.evaluate(() => {
    const box = (selector: string) => document.querySelector(selector)?.getBoundingClientRect()
    return {
      drawing: box('.drawing svg')?.width ?? 0,
      active: document.querySelectorAll('.river.is-active, .river .ring').length,
      outline: getComputedStyle(document.querySelector('.drawing') as Element).outlineStyle,
      heading: box('.ends p:last-child')?.left ?? 0,
      bar: box('[data-unit^="after:"] .bar')?.left ?? 0,
      bottom: box('.strip')?.bottom ?? 0,
      head: document.querySelector('.print-only')?.textContent ?? '',
    }
  })
  await page.evaluate(() => window.dispatchEvent(new Event('afterprint')))

  const sheet = { width: (420 - 24) * (96 / 25.4), height: (297 - 24) * (96 / 25.4) }
  expect(printed.drawing / sheet.width).toBeGreaterThan(0.98)
  expect(printed.drawing / sheet.width).toBeLessThanOrEqual(1)
  expect(printed.bottom).toBeLessThanOrEqual(sheet.height)
  expect(printed).toMatchObject({ active: 0, outline: 'none' })
  expect(Math.abs(printed.heading - printed.bar)).toBeLessThan(4)
  expect(printed.head).toMatch(/台账摘要 [0-9a-f]{16}.*方案摘要 [0-9a-f]{16}/)
  await page.emulateMedia({ media: 'screen' })
  expect(await page.locator('.river.is-active').count()).toBe(1)
  await page.context().close()
})

test('the drawing is one sheet across, the tables follow upright', async () => {
  const page = await open('#lang=en', { viewport: { width: 1280, height: 800 } })
  const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1')
  const across = [...pdf.matchAll(/\/MediaBox \[([\d. ]+)\]/g)].filter((match) => {
    const [, , width = 0, height = 0] = (match[1] ?? '').split(' ').map(Number)
    return width > height
  })

  expect(across.length).toBe(1)
  await page.context().close()
})

test('the exported drawing says what it is: title, county, day and legend, named by county and day', async () => {
  const page = await open('#lang=zh&on=2021-10-01')
  const waiting = page.waitForEvent('download')
  await page.getByRole('button', { name: '导出 SVG' }).click()
  const download = await waiting
  const text = await readFile(await download.path(), 'utf8')

  expect(download.suggestedFilename()).toBe('hequ-2021-10-01-organs-people.svg')
  expect(text).toContain('<pattern id="hatch"')
  expect(text).toContain('公安局')
  expect(text).not.toContain('var(--')
  expect(text).toMatch(/<title[^>]*>河曲县 · 2021年10月1日 · 党政机构<\/title>/)
  expect(text).toMatch(/<desc[^>]*>左：改革前 2020年3月31日 36 个党政机构.*带宽：人员。<\/desc>/)
  for (const word of ['保留', '划转', '合署办公', '加挂牌子']) expect(text).toContain(`>${word}</text>`)
  expect(text.slice(0, text.indexOf('>', text.indexOf('<svg')))).not.toContain('aria-hidden')
  await page.context().close()
})

test('rows go to a file named by county and day', async () => {
  const page = await open('#lang=en&on=2021-10-01')
  await page.locator('.sentence [data-figure="organs"]').click()
  const waiting = page.waitForEvent('download')
  await page.getByRole('dialog').getByRole('button', { name: 'Export CSV' }).click()

  expect((await waiting).suggestedFilename()).toBe('hequ-2021-10-01-organs.csv')
  await page.context().close()
})
