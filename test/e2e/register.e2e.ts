import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { violations } from './axe.ts'
import { launchBrowser } from './browser.ts'
import { demonstrating, enterAs } from './demonstration.ts'
import { openPage } from './page.ts'
import { type Served, serve } from './served.ts'

/** The page “Register” over a folder, without accounts. */
let preview: Served
let browser: Awaited<ReturnType<typeof launchBrowser>>
beforeAll(async () => {
  ;[preview, browser] = await Promise.all([serve('--county', 'counties/hequ'), launchBrowser()])
})
afterAll(async () => {
  await browser.close()
  await preview.stop()
})

const visit = async (hash: string, options = {}) => {
  const watched = await openPage(browser, `${preview.origin}/#page=register&${hash}`, options)
  await watched.page.locator('.unit-tree').waitFor()
  return watched
}

/** What axe finds from the top of the page: lower down the bar that stays lies over what is scrolled under it. */
const violationsOf = async (page: Page) => {
  await page.evaluate(() => window.scrollTo({ top: 0 }))
  return violations(page)
}

const active = (page: Page) =>
  page.locator('.unit-tree').evaluate((tree) => {
    const id = tree.getAttribute('aria-activedescendant') ?? ''
    return document.getElementById(id)?.getAttribute('data-node')
  })

const picture = (page: Page) =>
  page.locator('.chart-sheet canvas').evaluate((canvas) => (canvas as HTMLCanvasElement).toDataURL())

/** The canvas is drawn with the next frame. */
const drawn = (page: Page) =>
  page.evaluate(
    () => new Promise<void>((done) => requestAnimationFrame(() => requestAnimationFrame(() => done()))),
  )

test('the county is a tree by keyboard: → opens and goes in, ← goes out and closes, Enter opens the unit card', async () => {
  const { page, errors } = await visit('lang=zh&on=2020-04-01')
  const tree = page.getByRole('tree', { name: '机构树' })
  await tree.focus()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowDown')
  expect(await active(page)).toBe('group:partyOrgan')
  await page.keyboard.press('ArrowRight')
  expect(await page.locator('[data-node="group:partyOrgan"]').getAttribute('aria-expanded')).toBe('true')
  await page.keyboard.press('ArrowRight')
  expect(await active(page)).toBe('discipline')
  const line = page.locator('[data-node="discipline"]')
  expect(await line.getAttribute('aria-level')).toBe('3')
  expect(await line.getAttribute('aria-posinset')).toBe('1')
  await page.keyboard.press('ArrowLeft')
  expect(await active(page)).toBe('group:partyOrgan')
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: '打开单位卡' }).click()
  await page.locator('[data-unit="discipline"]').waitFor()
  expect(page.url()).toContain('unit=discipline')
  await page.locator('.unit-tree').focus()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await page.locator('[data-unit="party-office"]').waitFor()
  expect(await violationsOf(page)).toEqual([])
  expect(errors).toEqual([])
  await page.context().close()
})

test('the chart pans and zooms by keys, buttons and the mouse, and a press opens what is under it', async () => {
  const { page, errors } = await visit('lang=en&on=2020-04-01')
  const sheet = page.locator('.chart-sheet')
  expect(Number(await sheet.getAttribute('data-chart'))).toBeGreaterThan(300)
  await sheet.focus()
  const whole = await picture(page)
  await page.keyboard.press('+')
  await drawn(page)
  const closer = await picture(page)
  expect(closer).not.toBe(whole)
  await page.keyboard.press('ArrowRight')
  await drawn(page)
  expect(await picture(page)).not.toBe(closer)
  await page.keyboard.press('ArrowLeft')
  await drawn(page)
  expect(await picture(page)).toBe(closer)
  const box = await sheet.boundingBox()
  if (box === null) throw new Error('the chart is not on the page')
  await page.mouse.move(box.x + 300, box.y + 200)
  await page.mouse.down()
  await page.mouse.move(box.x + 380, box.y + 260, { steps: 4 })
  await page.mouse.up()
  await drawn(page)
  expect(await picture(page)).not.toBe(closer)
  await page.getByRole('button', { name: 'Whole chart' }).click()
  await page.mouse.move(box.x + 5, box.y + 5)
  await drawn(page)
  expect(await picture(page)).toBe(whole)
  await sheet.focus()
  await page.keyboard.press('Shift+ArrowDown')
  await page.keyboard.press('Shift+ArrowRight')
  await page.keyboard.press('Shift+ArrowDown')
  await page.keyboard.press('Enter')
  await page.locator('[data-unit="discipline"]').waitFor()
  expect(errors).toEqual([])
  await page.context().close()
})

test('the whole chart is saved as vectors with the name of every open unit', async () => {
  const { page } = await visit('lang=zh&on=2020-04-01')
  const saving = page.waitForEvent('download')
  await page.getByRole('button', { name: '导出全图 SVG' }).click()
  const file = await saving
  const chunks: Buffer[] = []
  for await (const chunk of await file.createReadStream()) chunks.push(chunk as Buffer)
  const svg = Buffer.concat(chunks).toString('utf8')
  expect(file.suggestedFilename()).toBe('hequ-2020-04-01-register-chart.svg')
  for (const name of ['发改局', '林业局', '西口镇']) expect(svg).toContain(`>${name}<`)
  expect(svg).not.toMatch(/<image|<canvas/)
  await page.context().close()
})

test('search by “/”, pinyin initials, arrows and Enter opens the unit; Esc clears, nothing found says so', async () => {
  const { page, errors } = await visit('lang=zh&on=2020-04-01')
  await page.keyboard.press('/')
  await page.keyboard.type('fgj')
  const first = page.locator('[data-found]').first()
  await page.locator('[data-found="unit:development-reform"]').waitFor()
  expect(await first.getAttribute('data-found')).toBe('unit:development-reform')
  expect(await violationsOf(page)).toEqual([])
  await page.keyboard.press('Enter')
  await page.locator('[data-unit="development-reform"]').waitFor()
  await page.keyboard.press('Escape')
  expect(await page.locator('.register-search input').inputValue()).toBe('')
  await page.keyboard.type('没有这个机构')
  await page.getByText('没有找到“没有这个机构”').waitFor()
  await page.locator('.register-search input').fill('p-0100')
  await page.locator('[data-found="person:p-0100"]').click()
  await page.locator('[data-person="p-0100"]').waitFor()
  expect(await page.locator('[data-part="file"]').innerText()).toContain('没有人员档案')
  expect(errors).toEqual([])
  await page.context().close()
})

test('the unit card adds up, opens its rows, tells its history, and fits a narrow screen', async () => {
  const { page, errors } = await visit('lang=zh&unit=civil-human&on=2021-10-01', {
    viewport: { width: 390, height: 844 },
  })
  await page.locator('[data-unit="civil-human"]').waitFor()
  const duties = page.locator('.unit-figures [data-figure="duties"]')
  const count = await duties.innerText()
  await duties.click()
  expect(await page.locator('.panel [data-sum]').innerText()).toBe(count)
  await page.keyboard.press('Escape')
  expect(await page.locator('[data-part="history"]').innerText()).toContain('尚未入日志')
  expect(await page.locator('.unit-facts').innerText()).toContain('民政局')
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
  expect(await violationsOf(page)).toEqual([])
  expect(errors).toEqual([])
  await page.context().close()
})

test('what changed between two days is counted, opened and taken away', async () => {
  const { page } = await visit('lang=en&on=2021-10-01')
  await page.getByRole('button', { name: 'What changed between two days' }).click()
  const moved = page.locator('[data-change="dutiesMoved"] .figure')
  const count = await moved.innerText()
  await moved.click()
  expect(await page.locator('.panel [data-sum]').innerText()).toBe(count)
  await page.keyboard.press('Escape')
  const saving = page.waitForEvent('download')
  await page.locator('.changes-sheet').getByRole('button', { name: 'Export CSV' }).click()
  expect((await saving).suggestedFilename()).toBe('hequ-2021-10-01-register-changes-2020-03-31.csv')
  await page.getByLabel('From').fill('2021-10-01')
  await page.getByText('Nothing changed between the two days.').waitFor()
  expect(await violationsOf(page)).toEqual([])
  await page.context().close()
})

const demonstration = demonstrating()
const plan = `sanding: 1
title: 林业局更名（示例）
titleEn: Renaming (sample)
authority: 河编发〔2021〕5号（示例）
effectiveOn: 2021-01-01
lines:
  - {op: rename-unit, unit: forestry, name: 河曲县林业和草原局, nameEn: Hequ County Bureau of Forestry and Grassland, short: 林草局, shortEn: Forestry and grassland, opinions: [{rule: P3, document: 市政府批复（示例）}]}
`

/** Takes a plan from draft to journal over the API, by the hands of two. */
const carryOut = async (page: Page) => {
  const base = `${demonstration.origin()}/api/counties/hequ/plans`
  const post = async (path: string, data: object) => {
    const answer = await page.request.post(`${base}${path}`, { data })
    expect([path, answer.status(), answer.ok() ? '' : await answer.text()]).toEqual([path, 201, ''])
    return answer.json()
  }
  await post('', { plan: 'rename', text: plan })
  const stage = (name: string, document: string, heldOn: string) =>
    post('/rename/stages', { stage: name, version: 1, document, heldOn })
  await stage('initiation', '县委编委会议纪要〔2020〕1号（示例）', '2020-10-15')
  await stage('argument', '论证报告（示例）', '2020-11-02')
  await enterAs(page, '编办审批岗')
  const decided = { version: 1, document: '县委编委会议纪要〔2020〕3号（示例）', heldOn: '2020-11-10' }
  const { approval } = await post('/rename/approval', decided)
  await enterAs(page, '编办拟订岗')
  await post('/rename/application', { approval })
}

test('over records the register answers by both clocks, and the server agrees with what the page works out', async () => {
  const { page, errors } = await demonstration.open('#lang=zh&page=register&unit=forestry&on=2021-06-01')
  await page.locator('[data-agreement="agrees"]').waitFor()
  await carryOut(page)
  await page.reload()
  await page.locator('[data-unit="forestry"]').waitFor()
  const title = page.locator('#unit-title')
  expect(await title.innerText()).toContain('河曲县林业和草原局')
  expect(await page.locator('[data-part="history"]').innerText()).toContain('河编发〔2021〕5号（示例）')
  expect(await page.locator('[data-part="history"]').innerText()).toContain('日志第 2 号')
  await page.locator('[data-agreement="agrees"]').waitFor()

  await page.getByLabel('生效日（填写）').fill('2020-12-31')
  await page.getByText('2020年12月31日：').waitFor()
  expect(await title.innerText()).toContain('河曲县林业局')
  await page.getByLabel('生效日（填写）').fill('2021-06-01')
  await page.getByText('2021年6月1日：').waitFor()
  await page.getByRole('button', { name: '上一号记录' }).click()
  await page.getByText('第 1 号记录，共 2 号').waitFor()
  expect(await title.innerText()).toContain('河曲县林业局')
  expect(await page.locator('[data-part="history"]').innerText()).toContain('没有涉及本单位的记录')
  await page.locator('[data-agreement="agrees"]').waitFor()
  expect(await violationsOf(page)).toEqual([])
  await page.getByRole('button', { name: '回到今日所知' }).click()
  expect(await title.innerText()).toContain('河曲县林业和草原局')
  expect(errors).toEqual([])
  await page.context().close()
}, 120_000)

test('a file is masked; behind the mask one looks for a purpose, on record; who has no right is told so', async () => {
  const { page, errors } = await demonstration.open('#lang=en&page=register&person=p-0100&on=2020-04-01')
  await page.getByText('Your role does not open the files of others.').waitFor()
  expect(await page.getByText('Look behind the mask').count()).toBe(0)
  await enterAs(page, 'Organisation department')
  const phone = page.locator('[data-column="phone"]')
  await phone.waitFor()
  expect(await phone.innerText()).toContain('*')
  await page.getByText('Look behind the mask').click()
  await page.getByLabel('Name', { exact: true }).uncheck()
  await page.getByLabel('Telephone').check()
  await page.getByLabel('What for').selectOption('placement')
  await page.getByRole('button', { name: 'Show and put on record' }).click()
  await page.getByText('unmasked').waitFor()
  expect(await phone.innerText()).not.toContain('*')
  const looks = page.locator('[data-part="looks"] tbody tr').first()
  await looks.getByText('Placement').waitFor()
  expect(await looks.innerText()).toContain('Telephone')
  expect(await violationsOf(page)).toEqual([])
  expect(errors).toEqual([])
  await page.context().close()
}, 60_000)
