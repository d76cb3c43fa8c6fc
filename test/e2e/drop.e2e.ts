import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { violations } from './axe.ts'
import { visiting } from './visit.ts'

const open = visiting()

const parts = ['.bench-river', '.bench-findings'] as const

/** The counter of the head, as “22” after the plan. */
const organs = async (page: Page): Promise<number> =>
  Number((await page.locator('.bench-counters [data-counter=organs] b').innerText()).split('→')[1])

const untilOrgans = (page: Page, count: number) =>
  page.waitForFunction(
    (wanted) =>
      document.querySelector('.bench-counters [data-counter=organs] b')?.textContent?.endsWith(`→ ${wanted}`),
    count,
  )

const bar = async (page: Page, unit: string) => {
  const box = await page.locator(`[data-unit="${unit}"] text`).last().boundingBox()
  if (box === null) throw new Error(`no ${unit} in the drawing`)
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 }
}

/** Takes a unit with the mouse and carries it over another. */
const carry = async (page: Page, moved: string, onto: string) => {
  const [from, to] = [await bar(page, moved), await bar(page, onto)]
  await page.mouse.move(from.x, from.y)
  await page.mouse.down()
  await page.mouse.move(from.x + 4, from.y + 12)
  await page.mouse.move(to.x, to.y, { steps: 4 })
}

const allTried = (page: Page) => page.locator('.drop-body [role=status]:empty').waitFor({ state: 'attached' })

test('a unit dragged upon a unit opens what can be done; writing a line moves the counters, undo takes it back', async () => {
  const { page, errors } = await open('#page=workbench&lang=en')
  const before = await organs(page)

  await carry(page, 'before:water', 'before:agriculture')
  expect(await page.locator('.drop-ghost').innerText()).toContain('Agriculture')
  await page.mouse.up()
  await page.locator('[data-op=absorb-unit]:not([data-line])').waitFor()
  await allTried(page)
  expect(await page.locator('[data-op=absorb-unit]:not([data-line])').innerText()).toContain('Organs −1')
  expect(await violations(page, '.drop-dialog')).toEqual([])
  await page.locator('[data-op=absorb-unit]:not([data-line])').getByRole('button').click()

  await untilOrgans(page, before - 1)
  expect(await page.locator('.drop-said').innerText()).toContain('Absorb')
  await page.getByRole('button', { name: 'Undo', exact: true }).first().click()
  await untilOrgans(page, before)
  expect(errors).toEqual([])
  await page.context().close()
})

test('Esc ends a drag, and so does a drop beside every unit', async () => {
  const { page } = await open('#page=workbench&lang=zh')

  await carry(page, 'before:water', 'before:agriculture')
  await page.keyboard.press('Escape')
  expect(await page.locator('.drop-ghost').count()).toBe(0)
  await page.mouse.up()
  expect(await page.locator('dialog[open]').count()).toBe(0)

  const from = await bar(page, 'before:water')
  await page.mouse.move(from.x, from.y)
  await page.mouse.down()
  await page.mouse.move(from.x, from.y - 20, { steps: 3 })
  await page.mouse.move(700, 60, { steps: 3 })
  await page.mouse.up()
  expect(await page.locator('dialog[open], .drop-ghost').count()).toBe(0)
  await page.context().close()
})

test('the whole way by keyboard: a unit of the drawing, the menu, another unit, a line', async () => {
  const { page } = await open('#page=workbench&lang=zh')
  const before = await organs(page)

  await page.locator('.bench-river .drawing').focus()
  const focused = () => page.locator('.flow-card h2').innerText()
  await page.keyboard.press('ArrowDown')
  while (!(await focused()).includes('水利')) await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('合并到…')
  await page.keyboard.press('Enter')
  await page.keyboard.type('农业农村')
  await page.keyboard.press('Enter')
  await page.locator('[data-op=co-locate-units]').waitFor()
  await allTried(page)
  await page.locator('[data-op=co-locate-units] button').focus()
  await page.keyboard.press('Enter')

  await untilOrgans(page, before - 1)
  await page.context().close()
})

test('a merger asks for its name in the form of a line, and is written from there', async () => {
  const { page } = await open('#page=workbench&lang=en')
  const before = await organs(page)

  await carry(page, 'after:water', 'after:agriculture')
  await page.mouse.up()
  await page.locator('[data-op=merge-units] button').click()
  const form = page.getByRole('dialog')
  await form.locator('input').first().waitFor()
  expect(await form.innerText()).toContain('Merge')
  await form.locator('button[type=submit]').click()

  await untilOrgans(page, before - 1)
  await page.context().close()
})

test('what a body has to stay for is told with the line, and what cannot be is folded with its reason', async () => {
  const { page } = await open('#page=workbench&lang=en')

  await carry(page, 'after:audit', 'after:finance')
  await page.mouse.up()
  await page.locator('[data-op=absorb-unit]:not([data-line])').waitFor()
  await allTried(page)

  expect(await page.locator('[data-op=absorb-unit]:not([data-line])').innerText()).toContain('M2')
  expect(await page.locator('.drop-list > li').first().getAttribute('data-op')).not.toBe('absorb-unit')
  await page.context().close()
})

test('an opinion that is asked for is attached from its finding, told, and taken back', async () => {
  const { page } = await open('#page=workbench&lang=en')
  const finding = page.locator('[data-finding=M3]')
  const opinions = page.locator('#bench-opinion')

  await finding.locator('.asking summary').click()
  await finding.locator('[name=answer]').fill('Opinion 12')
  await finding.locator('.asking button').click()

  await opinions.waitFor({ state: 'detached' })
  expect(await page.locator('.remedy-said').innerText()).toContain('Attach the document')
  await page.locator('.remedy-said').getByRole('button', { name: 'Undo' }).click()
  await opinions.waitFor()
  await page.context().close()
})

test.each(['zh', 'en'] as const)(
  'in %s axe finds nothing with a line, a unit and a ribbon in hand',
  async (language) => {
    const { page, errors } = await open(`#page=workbench&lang=${language}&line=7`)
    await page.locator('.line-effect').waitFor()
    expect(await page.locator('.line-effect [data-counter=organs] dd').innerText()).toBe('−3')
    await page.locator('[data-unit="before:water"] .bar').click()
    await page.locator('.flow-card').waitFor()
    expect(await violations(page, ...parts)).toEqual([])
    await page.locator('.flow-card ul .link').first().click()
    expect(await page.locator('.flow-card .figure').count()).toBeGreaterThan(3)
    expect(await violations(page, ...parts)).toEqual([])
    expect(errors).toEqual([])
    await page.context().close()
  },
)

test.each(['zh', 'en'] as const)(
  'in %s axe finds nothing in the table, and on a narrow screen nothing runs out of the page',
  async (language) => {
    const { page } = await open(`#page=workbench&lang=${language}`)
    await page.locator('.bench-river .drawing').press('t')
    await page.locator('.bench-river [data-view=table]').waitFor()
    await page.setViewportSize({ width: 390, height: 844 })
    expect(await violations(page, ...parts)).toEqual([])
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390)
    await page.context().close()
  },
)

test('a finger that rests on a unit takes it; one that swipes does not', async () => {
  const { page } = await open('#page=workbench&lang=en', { hasTouch: true })
  const touch = await page.context().newCDPSession(page)
  const send = (type: 'touchStart' | 'touchMove' | 'touchEnd', at?: { x: number; y: number }) =>
    touch.send('Input.dispatchTouchEvent', { type, touchPoints: at === undefined ? [] : [at] })
  const first = await bar(page, 'before:water')
  await send('touchStart', first)
  await send('touchMove', { x: first.x, y: first.y + 30 })
  await send('touchEnd')
  expect(await page.locator('dialog[open], .drop-ghost').count()).toBe(0)

  // The swipe may have scrolled the page.
  const [from, to] = [await bar(page, 'before:water'), await bar(page, 'before:agriculture')]
  await send('touchStart', from)
  await page.locator('.drop-ghost').waitFor()
  await send('touchMove', { x: to.x, y: to.y - 4 })
  await send('touchMove', to)
  await send('touchEnd')
  await page.locator('[data-op=absorb-unit]:not([data-line])').waitFor()
  await page.context().close()
})

test('a number of what flows opens its rows, and they add up to it', async () => {
  const { page } = await open('#page=workbench&lang=en')
  await page.locator('[data-unit="after:development"] .bar').click()
  await page.locator('.flow-card ul .link').first().click()
  const figure = page.locator('.flow-card .figure').first()
  const shown = Number.parseInt(await figure.innerText(), 10)

  await figure.click()

  expect(Number(await page.locator('dialog [data-sum]').getAttribute('data-sum'))).toBe(shown)
  await page.context().close()
})
