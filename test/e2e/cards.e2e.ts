import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { violations } from './axe.ts'
import { launchBrowser } from './browser.ts'
import { openPage } from './page.ts'
import { type Served, serve } from './served.ts'

let browser: Browser
let served: Served
beforeAll(async () => {
  ;[browser, served] = await Promise.all([launchBrowser(), serve('--county', 'counties/hequ')])
})
afterAll(async () => {
  await browser.close()
  await served.stop()
})

const open = async (hash: string) => {
  const watched = await openPage(browser, `${served.origin}/${hash}`)
  await watched.page.locator('.operations').waitFor()
  return watched
}

/** Until it is so: the plan of a county takes its time on a busy machine. */
const within = <Value>(find: () => Promise<Value>) => expect.poll(find, { timeout: 15_000 })

/** What the focus is on, by its accessible name as far as a test needs it. */
const focused = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const at = document.activeElement as HTMLInputElement | null
    if (at === null) return ''
    const label = at.getAttribute('aria-label') ?? at.labels?.[0]?.textContent ?? at.textContent ?? ''
    return label.trim()
  })

/** Goes on with Tab until the focus is on what begins with these words, as somebody without a mouse does. */
const tabTo = async (page: Page, words: string | RegExp): Promise<void> => {
  for (let at = 0; at < 90; at += 1) {
    const name = await focused(page)
    if (typeof words === 'string' ? name.startsWith(words) : words.test(name)) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`no “${words}” within 90 stops; the focus is on “${await focused(page)}”`)
}

/** Fills in a field that takes text. */
const fill = async (page: Page, label: string, text: string) => {
  await tabTo(page, label)
  await page.keyboard.press('ControlOrMeta+a')
  await page.keyboard.type(text)
}

/** Takes the first thing that a box with a list finds for the words. */
const take = async (page: Page, label: string, words: string) => {
  await fill(page, label, words)
  await page.locator('[role=option]').first().waitFor()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await page.locator('[role=listbox]').waitFor({ state: 'detached' })
}

/** The dates of the browser’s own field, digit by digit in the order of the browser’s own language. */
const day = async (page: Page, label: string, iso: string) => {
  await tabTo(page, label)
  const [year, month, date] = iso.split('-')
  await page.keyboard.type(`${month}${date}${year}`)
}

/** A part of each of the first four cards. */
const texts = (page: Page, part: string): Promise<string[]> =>
  page.evaluate(
    (selector) =>
      [...document.querySelectorAll('.card')]
        .slice(0, 4)
        .map((card) => card.querySelector(selector)?.textContent ?? ''),
    part,
  )

/** A plan that says nothing yet, begun from the menu. */
const begin = async (page: Page) => {
  await page.getByText('More', { exact: true }).first().click()
  await page.getByRole('button', { name: 'New blank plan' }).click()
  await page.locator('.operations').getByText('No operations yet.').waitFor()
}

const addLine = async (page: Page, operation: string) => {
  await tabTo(page, /^Add$/)
  await page.keyboard.press('Enter')
  await page.locator('.operation-choice').waitFor()
  await page.keyboard.type(operation)
  await page.keyboard.press('Enter')
  await page.locator('.line-fields').waitFor()
}

const write = async (page: Page) => {
  await tabTo(page, 'Write the line')
  await page.keyboard.press('Enter')
  await page.locator('.line-dialog').waitFor({ state: 'detached' })
}

const planText = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const key = Object.keys(localStorage).find((each) => each.startsWith('sanding.draft.'))
    return key === undefined ? '' : (JSON.parse(localStorage.getItem(key) ?? '{}').text as string)
  })

test('an empty plan is written by keyboard alone: its heading, a merger, a nameplate, and duties that go on dates of their own', async () => {
  const { page, errors, outside } = await open('#lang=en&page=workbench')
  await tabTo(page, 'More')
  await page.keyboard.press('Enter')
  await tabTo(page, 'New blank plan')
  await page.keyboard.press('Enter')
  await page.locator('.operations').getByText('No operations yet.').waitFor()
  expect(await violations(page)).toEqual([])

  await tabTo(page, 'Heading')
  await page.keyboard.press('Enter')
  await fill(page, 'Title', '河曲县机构改革方案（试写）')
  await fill(page, 'Title in English', 'Reform of Hequ County (trial)')
  await fill(page, 'Approval document', '河编发〔2020〕9号（示例）')
  await day(page, 'Takes effect on', '2020-12-01')
  await tabTo(page, 'Take the register as it is now')
  await page.keyboard.press('Enter')
  await page.locator('.heading-card > summary').filter({ hasNotText: 'Missing' }).waitFor()
  const heading = await planText(page)
  expect(heading).toContain('title: 河曲县机构改革方案（试写）')
  expect(heading).toContain('effectiveOn: 2020-12-01')
  expect(heading).toMatch(/base:\n {2}register: 2020-03-31\n {2}hash: sha256:[0-9a-f]{64}\n/)

  await addLine(page, 'merge')
  await take(page, 'Units that are merged', 'civil-affairs')
  await take(page, 'Units that are merged', 'human-resources')
  await fill(page, 'Full name in Chinese', '河曲县民政和人力资源社会保障局')
  await fill(page, 'Full name in English', 'Hequ County Bureau of Civil Affairs and Human Resources')
  await page.locator('[data-counter=organs]', { hasText: '−1' }).waitFor()
  // While one types, the rehearsal of the line follows a moment behind.
  await page
    .locator('.trial-sentence', {
      hasText: 'form the Hequ County Bureau of Civil Affairs and Human Resources;',
    })
    .waitFor()
  expect(await violations(page)).toEqual([])
  await write(page)
  await page.locator('.card').nth(0).waitFor()

  await addLine(page, '加挂牌子')
  await take(page, 'Unit', 'organisation')
  await fill(page, 'Name on the plate', '县委编办')
  await fill(page, 'Full name in English', 'Establishment Office')
  await write(page)
  await page.locator('.card').nth(1).waitFor()

  await addLine(page, 'transfer-duty')
  await take(page, 'Giving unit', 'science-education')
  // The unit that the first line brings into being is there to be chosen.
  await take(page, 'Receiving unit', 'civil-affairs-human-resources')
  await tabTo(page, 'Filter Duties')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Tab')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Space')
  await fill(page, 'Administrative posts', '1')
  await day(page, 'Day on which the duties go', '2021-01-01')
  await day(page, 'Day on which people, posts and sections go', '2021-03-01')
  await write(page)
  await page.locator('.card').nth(2).waitFor()

  expect((await planText(page)).split('lines:\n')[1]).toBe(`  - op: merge-units
    units: [civil-affairs, human-resources]
    name: 河曲县民政和人力资源社会保障局
    nameEn: Hequ County Bureau of Civil Affairs and Human Resources
    into: civil-affairs-human-resources
  - op: add-nameplate
    unit: organisation
    name: 县委编办
    nameEn: Establishment Office
    plate: np-establishment
  - op: transfer-duty
    from: science-education
    to: civil-affairs-human-resources
    duties: [d-science-education-03]
    posts: {administrative: 1}
    dates: {duty: 2021-01-01, people: 2021-03-01}
`)
  expect(await page.locator('.card').nth(0).locator('.card-effect').innerText()).toContain('−1')
  expect(await violations(page)).toEqual([])
  expect([errors, outside]).toEqual([[], []])
  await page.context().close()
})

test('cards are walked, moved and taken away by keyboard, and each can be undone', async () => {
  const { page } = await open('#lang=en&page=workbench&line=2')
  const ops = () => texts(page, '.card-term')
  await page.locator('[data-line="2"].is-chosen').waitFor()
  const before = await ops()
  await page.locator('[data-line="2"] .card-head').focus()

  await page.keyboard.press('ArrowDown')
  await page.locator('[data-line="3"].is-chosen').waitFor()
  expect(
    await page.locator('[data-line="3"] .card-head').evaluate((head) => head === document.activeElement),
  ).toBe(true)

  await page.keyboard.press('Alt+ArrowUp')
  await page.locator('[data-line="2"].is-chosen', { hasText: before[2] ?? '' }).waitFor()
  expect(await ops()).toEqual([before[0], before[2], before[1], before[3]])

  await page.keyboard.press('Delete')
  await within(async () => (await ops()).slice(0, 3)).toEqual([before[0], before[1], before[3]])
  await page.keyboard.press('ControlOrMeta+z')
  await page.keyboard.press('ControlOrMeta+z')
  await within(ops).toEqual(before)
  await page.context().close()
})

test('a card is dragged to another place, and the chapter it stood in keeps its head', async () => {
  const { page } = await open('#lang=en&page=workbench')
  await page.locator('.card').first().waitFor()
  const [first, second] = await texts(page, '.card-about')
  const chapter = await page.locator('.card-chapter').first().innerText()

  // A face that comes late makes cards higher.
  await page.evaluate(() => document.fonts.ready.then(() => undefined))
  const target = page.locator('[data-line="2"]')
  const { height = 0 } = (await target.boundingBox()) ?? {}
  await page.locator('[data-line="1"]').dragTo(target, { targetPosition: { x: 100, y: height - 4 } })
  await within(async () => (await texts(page, '.card-about')).slice(0, 2)).toEqual([second, first])
  expect(await page.locator('.cards > li').first().innerText()).toBe(chapter)
  await page.context().close()
})

test('a line is found, edited in its form, and what the form does not show stays', async () => {
  const { page } = await open('#lang=en&page=workbench')
  await page.getByLabel('Filter by operation, unit, id').fill('np-establishment')
  await within(() => page.locator('.card').count()).toBe(1)
  await page.locator('.card .card-head').click()
  await page.getByRole('button', { name: 'Edit', exact: true }).click()
  await page.getByLabel('Full name in English').fill('Establishment Commission Office')
  await page.getByRole('button', { name: 'Rewrite the line' }).click()
  await page.locator('.card-detail pre', { hasText: 'nameEn: Establishment Commission Office' }).waitFor()
  expect(await planText(page)).toContain('    nameEn: Establishment Commission Office\n')
  await page.context().close()
})

test('what is missing is said at its field, the focus goes there, and a line closed unwritten is there again', async () => {
  const { page } = await open('#lang=en&page=workbench')
  await begin(page)
  await page.getByRole('button', { name: 'Add', exact: true }).click()
  await page.locator('.operation', { hasText: '合并组建' }).click()
  await page.getByLabel('Full name in Chinese').fill('县综合局')
  await page.getByRole('button', { name: 'Write the line' }).click()
  await within(() => focused(page)).toContain('Units that are merged')
  expect(await page.locator('.field-notes .wrong').first().isVisible()).toBe(true)
  expect(await violations(page)).toEqual([])

  await page.keyboard.press('Escape')
  await page.locator('.line-dialog').waitFor({ state: 'detached' })
  await page.getByRole('button', { name: 'Add', exact: true }).click()
  expect(await page.getByLabel('Full name in Chinese').inputValue()).toBe('县综合局')
  await page.context().close()
})

test('posts of many units are settled on one sheet and undone in one step', async () => {
  const { page } = await open('#lang=en&page=workbench')
  await begin(page)
  const before = await planText(page)
  await page.getByRole('button', { name: 'Table of posts' }).click()
  const cells = page.locator('.quota-box tbody input')
  await cells.nth(0).fill('3')
  await cells.nth(1).fill('4')
  expect(await violations(page)).toEqual([])
  await page.getByRole('button', { name: 'Write 2 lines' }).click()
  await within(() => page.locator('#operations-title small').innerText()).toBe('2')
  await page.getByRole('button', { name: 'Undo' }).click()
  await within(() => page.locator('#operations-title small').innerText()).toBe('0')
  expect(await planText(page)).toBe(before)
  await page.context().close()
})
