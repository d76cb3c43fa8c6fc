import { readFile } from 'node:fs/promises'
import { gzipSync } from 'node:zlib'
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
    expect(await page.locator('.promises button').count()).toBeGreaterThan(8)
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
  await page.locator('.sentence [data-figure="supported"]').click()
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

  await expect.poll(() => page.locator('h1').innerText()).toContain('河曲县设')
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
  expect(await page.locator('.needs li .severity.opinion').count()).toBe(1)

  await page.getByRole('button', { name: '审核意见 10 项' }).click()
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

test('a change is tried on a copy of the open plan, on the workbench, and the home page remembers that it is not saved', async () => {
  const { page } = await open('#lang=en')
  expect(await page.locator('.button.primary').count()).toBe(1)

  await page.getByRole('button', { name: 'Try a change' }).click()

  await expect.poll(() => page.url()).toContain('plan=try-1')
  expect(page.url()).toContain('page=workbench')
  await page.locator('main:not([aria-busy])').waitFor()
  await page.goBack()
  await opened(page)
  expect(page.url()).toContain('plan=2020-reform')
  const waiting = page.locator('[data-need="unsaved try-1"] button')
  expect(await waiting.innerText()).toContain('kept in this browser alone')

  await waiting.click()
  await expect.poll(() => page.url()).toContain('plan=try-1')
  await page.goBack()
  await opened(page)
  await page.getByRole('button', { name: 'Try a change' }).click()
  await expect.poll(() => page.url()).toContain('plan=try-2')
  await page.context().close()
})

test('what is found about the plan is a line each, and leads to the plan', async () => {
  const { page } = await open('#lang=en')
  const need = page.locator('.needs li', { has: page.locator('.severity.opinion') })
  expect(await need.count()).toBe(1)

  await need.getByRole('button').click()

  await expect.poll(() => page.url()).toContain('page=workbench')
  await page.context().close()
})

test.each([
  ['the findings', '#findings', 'hequ-2020-reform-findings.csv', 'Severity,Code,Finding'],
  ['the sentences of the plan', '#plan', 'hequ-2021-10-01-2020-reform-sentences.csv', 'No.,In effect'],
  ['the table of the drawing', '.river-box', 'hequ-2021-10-01-organs-people.csv', 'Before,Becomes'],
])('%s go to a file with all their rows', async (_, place, file, header) => {
  const { page } = await open('#lang=en&on=2021-10-01')
  if (place === '.river-box') await page.locator('.view-buttons button').first().click()
  const waiting = page.waitForEvent('download')
  await page.locator(place).getByRole('button', { name: 'Export CSV' }).click()
  const download = await waiting
  const rows = (await readFile(await download.path(), 'utf8')).trim().split('\r\n')

  expect(download.suggestedFilename()).toBe(file)
  expect(rows[0]).toContain(header)
  expect(rows.length).toBeGreaterThan(10)
  await page.context().close()
})

test('the page that is read first comes in few pieces, small, all asked for at once, and nothing moves once it is drawn', async () => {
  const { page } = await open('#lang=zh')
  const loaded = await page.evaluate(() => {
    const scripts = performance
      .getEntriesByType('resource')
      .map((entry) => entry as PerformanceResourceTiming)
      .filter(({ name }) => /\/assets\/(start|first|index)-.*\.(js|css)$/.test(name))
    return scripts.map(({ name }) => name)
  })
  const html = await (await page.request.get(new URL('.', page.url()).href)).text()
  // All that the page is made of stands in the head; nothing is found out only after something else has run.
  expect(loaded.filter((name) => !html.includes(name.split('/').at(-1) ?? ' '))).toEqual([])
  expect(loaded.length).toBeLessThanOrEqual(5)
  let bytes = 0
  for (const name of loaded.filter((file) => file.endsWith('.js')))
    bytes += gzipSync(await (await page.request.get(name)).body()).length
  const words = await page.evaluate(
    () => performance.getEntriesByType('resource').find(({ name }) => /\/zh-.*\.js$/.test(name))?.name,
  )
  bytes += gzipSync(await (await page.request.get(words ?? '')).body()).length
  expect(bytes).toBeLessThan(250_000)

  const moved = await page.evaluate(
    () =>
      new Promise<number>((told) => {
        new PerformanceObserver((list) =>
          told(
            list
              .getEntries()
              .reduce(
                (sum, entry) => sum + (entry as PerformanceEntry & { readonly value: number }).value,
                0,
              ),
          ),
        ).observe({ type: 'layout-shift', buffered: true })
        setTimeout(() => told(0), 1000)
      }),
  )
  // What remains is the faces, which take the place of the machine’s own.
  expect(moved).toBeLessThan(0.05)
  await page.context().close()
})
