import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { opened, shown } from './page.ts'
import { visiting } from './visit.ts'

const open = visiting()

test.each([
  ['zh', '河曲县设', '改革后'],
  ['en', 'Hequ has', 'after the reform'],
])(
  'the first page in %s says the county in a sentence and draws its river',
  async (language, sentence, phase) => {
    const { page, errors, outside } = await open(`#lang=${language}`)

    expect(await page.locator('h1').innerText()).toContain(sentence)
    expect(await page.locator('.sentence').innerText()).toContain(phase)
    expect(await shown(page, 'organs')).toBe(22)
    expect(await page.locator('[data-unit^="before:"]').count()).toBeGreaterThanOrEqual(36)
    expect(await page.locator('.ledger-table tbody tr').count()).toBeGreaterThan(40)
    expect(errors).toEqual([])
    expect(outside).toEqual([])
    await page.context().close()
  },
)

test('the slider works by keyboard: a day back over the day of effect, and the county is as it was', async () => {
  const { page } = await open('#lang=en&on=2020-12-01')
  expect(await shown(page, 'organs')).toBe(22)

  await page.getByRole('slider').focus()
  await page.keyboard.press('ArrowLeft')

  expect(await page.getByRole('slider').getAttribute('aria-valuetext')).toBe('30 Nov 2020')
  expect(await shown(page, 'organs')).toBe(36)
  await page.keyboard.press('PageUp')
  expect(await page.getByRole('slider').getAttribute('aria-valuetext')).toBe('30 Dec 2020')
  await page.keyboard.press('Home')
  expect(await shown(page, 'organs')).toBe(36)
  await page.keyboard.press('End')
  expect(await page.locator('.sentence').innerText()).toContain('forecast')
  await page.context().close()
})

test('people leaving along the path move the ratio, though no organ changes any more', async () => {
  const { page } = await open('#lang=en&on=2021-10-01')
  const [people, organs] = [await shown(page, 'supported'), await shown(page, 'organs')]

  await page.getByRole('slider').focus()
  await page.keyboard.press('End')

  expect(await shown(page, 'supported')).toBeLessThan(people)
  expect(await shown(page, 'organs')).toBe(organs)
  await page.context().close()
})

test.each(['organs', 'leadingPosts', 'institutionPosts', 'supported'])(
  'the number of %s opens its rows, and the rows add up to it',
  async (figure) => {
    const { page } = await open('#lang=en')
    const number = await shown(page, figure)

    await page.locator(`.sentence [data-figure="${figure}"]`).click()

    const sum = await page.locator('dialog [data-sum]').getAttribute('data-sum')
    expect(Number(sum)).toBe(number)
    await page.keyboard.press('Escape')
    await page.locator('dialog').waitFor({ state: 'detached' })
    await page.context().close()
  },
)

test('a number of thousands of rows opens, filters and goes to a file', async () => {
  const { page } = await open('#lang=en')
  await page.locator('.ledger-table [data-figure="supportedStaff.before"]').click()
  const dialog = page.getByRole('dialog')
  const all = Number(await dialog.locator('[data-sum]').getAttribute('data-sum'))
  expect(all).toBeGreaterThan(3000)
  expect(await dialog.locator('tbody tr').count()).toBeLessThan(200)

  await dialog.getByRole('searchbox').fill('p-00')
  expect(Number(await dialog.locator('[data-sum]').getAttribute('data-sum'))).toBeLessThan(all)

  const waiting = page.waitForEvent('download')
  await dialog.getByRole('button', { name: 'Export CSV' }).click()
  const text = await readFile(await (await waiting).path(), 'utf8')
  expect(text.split('\r\n')[0]).toBe('\uFEFFAddress,Row,Value')
  await page.context().close()
})

test('the width of the river is switched, and the address keeps the choice', async () => {
  const { page } = await open('#lang=en')
  const people = await page.locator('[data-unit="before:public-security"]').textContent()

  await page.getByRole('button', { name: 'Duties', exact: true }).click()

  expect(await page.locator('[data-unit="before:public-security"]').textContent()).not.toBe(people)
  await expect.poll(() => page.url()).toContain('width=duties')
  await page.reload()
  await opened(page)
  expect(await page.getByRole('button', { name: 'Duties', exact: true }).getAttribute('aria-pressed')).toBe(
    'true',
  )
  await page.context().close()
})

test('the river is walked with the arrows, opened with Enter, turned into a table with T', async () => {
  const { page } = await open('#lang=en')
  await page.locator('.drawing').focus()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowRight')
  expect(await page.locator('.river .ring').count()).toBe(1)
  expect(await page.locator('.unit-card').innerText()).toContain('On this day')

  await page.keyboard.press('Enter')
  await page.getByRole('dialog').waitFor()
  await page.keyboard.press('Escape')
  await page.getByRole('dialog').waitFor({ state: 'detached' })

  await page.locator('.drawing').focus()
  await page.keyboard.press('Escape')
  expect(await page.locator('.river .ring').count()).toBe(0)
  await page.keyboard.press('t')
  expect(await page.locator('.table-box tfoot').first().innerText()).toContain('Total')
  await page.context().close()
})

test('the language is switched in place and found again', async () => {
  const { page } = await open('')
  expect(await page.locator('h1').innerText()).toContain('Hequ has')

  await page.getByRole('button', { name: '中', exact: true }).click()

  expect(await page.locator('h1').innerText()).toContain('河曲县设')
  expect(await page.locator('html').getAttribute('lang')).toBe('zh-CN')
  const { origin } = new URL(page.url())
  await page.goto('about:blank')
  await page.goto(origin)
  await opened(page)
  expect(await page.locator('h1').innerText()).toContain('河曲县设')
  await page.context().close()
})

test('warnings in the sentence lead to the findings, each with its remedy', async () => {
  const { page } = await open('#lang=en')

  await page.locator('h1 button').last().click()

  expect(await page.evaluate(() => document.activeElement?.id)).toBe('findings')
  expect(await page.locator('.findings li').first().innerText()).toContain('Remedy')
  await page.context().close()
})

test('the findings are counted by what they ask for, said in the words of the command line, and each leads on', async () => {
  const { page } = await open('#lang=zh')
  expect(await page.locator('h1').innerText()).toContain('方案有1项须附意见、3项提示')
  expect(await page.locator('.rail .brief li').count()).toBe(4)

  await page.getByRole('button', { name: '全部 10 项' }).click()
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('findings')
  const findings = page.locator('.findings li')
  expect(await page.locator('.findings').innerText()).not.toContain('plan:')
  const attached = findings.filter({ hasText: '已附' })
  expect(await attached.count()).toBeGreaterThan(0)
  expect(await attached.filter({ hasText: '建议' }).count()).toBe(0)
  expect(await attached.first().locator('.severity').innerText()).toContain('说明')

  await findings.getByRole('button', { name: '统计局' }).click()
  expect(await page.locator('.unit-card').innerText()).toContain('统计局')
  await page.context().close()
})

test.each([
  ['zh', 1440, '生效'],
  ['en', 1280, 'In effect'],
])('in %s at %i px the ruler names the day of effect', async (language, width, label) => {
  const { page } = await open(`#lang=${language}`, { viewport: { width, height: 900 } })
  expect(await page.locator('.axis .mark-label').allTextContents()).toContain(label)
  await page.context().close()
})

test('another county is chosen at the top, and shares its address', async () => {
  const { page } = await open('#lang=en')
  const counties = page.getByRole('combobox', { name: 'County' })
  expect(await counties.locator('option').count()).toBeGreaterThan(1)

  await counties.selectOption('fushan')
  await expect.poll(() => page.locator('h1').innerText()).not.toContain('Hequ')
  await opened(page)

  await expect.poll(() => page.url()).toContain('county=fushan')
  await page.context().close()
})

test('moving the slider by a day redraws quickly (printed, not judged)', async () => {
  const { page } = await open('#lang=zh&on=2020-11-25')
  const times = await page.evaluate(async () => {
    const slider = document.querySelector<HTMLInputElement>('input[type=range]')
    const set = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set
    const all: number[] = []
    for (let step = 0; step < 30 && slider !== null; step += 1) {
      const began = performance.now()
      set?.call(slider, String(Number(slider.value) + 1))
      slider.dispatchEvent(new Event('input', { bubbles: true }))
      slider.getBoundingClientRect()
      all.push(performance.now() - began)
      await new Promise((next) => requestAnimationFrame(next))
    }
    return all.sort((a, b) => a - b)
  })

  console.log(`slider step: p50 ${times[15]?.toFixed(1)} ms, worst ${times.at(-1)?.toFixed(1)} ms`)
  expect(times.length).toBe(30)
  await page.context().close()
})
