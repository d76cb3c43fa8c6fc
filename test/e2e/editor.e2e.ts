import type { BrowserContextOptions, Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { violations } from './axe.ts'
import { visiting } from './visit.ts'

const open = visiting()
const opened = async (hash = 'lang=en&line=5', options: BrowserContextOptions = {}) => {
  const watched = await open(`#page=workbench&${hash}`, options)
  await watched.page.getByRole('button', { name: 'YAML' }).click()
  await editor(watched.page).waitFor()
  return watched
}
const editor = (page: Page) => page.locator('.cm-content')
const findings = (page: Page) => page.locator('.bench-findings')
const atEndOf = async (page: Page, row: string) => {
  await page.locator('.cm-line', { hasText: row }).first().click()
  await page.keyboard.press('End')
}
const suggestion = (page: Page) => page.locator('.cm-tooltip-autocomplete li[aria-selected]')
/** Takes the suggestion in hand, once it is that one. In its first moment a list takes no Enter, lest it be one that was meant for the text. */
const take = async (page: Page, word: string) => {
  await expect.poll(() => suggestion(page).innerText()).toContain(word)
  const seen = performance.now()
  await expect.poll(() => performance.now() - seen).toBeGreaterThan(150)
  await page.keyboard.press('Enter')
  await suggestion(page).waitFor({ state: 'detached' })
}
const rows = (page: Page) => page.locator('.cm-line').allInnerTexts()

test('what is typed is found, marked in the text, and gone from both when it is undone', async () => {
  const { page, errors, outside } = await opened()
  await atEndOf(page, 'into: united-front')
  await page.keyboard.type('ier')

  await expect.poll(() => findings(page).innerText()).toContain('“united-frontier”')
  await page.locator('.cm-lint-marker-error').first().waitFor()
  expect(await page.locator('.cm-lintRange-error').count()).toBeGreaterThan(0)

  await page.keyboard.press('Control+z')
  await expect.poll(() => findings(page).innerText()).not.toContain('united-frontier')
  expect(await rows(page)).toContain('    into: united-front')
  expect([errors, outside]).toEqual([[], []])
  await page.context().close()
})

test('an operation and an id are completed by keyboard alone', async () => {
  const { page } = await opened()
  await atEndOf(page, 'into: united-front')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Backspace')
  await page.keyboard.type('- op: rename')
  await take(page, 'rename-unit')
  await page.keyboard.press('Enter')
  await page.keyboard.type('un')
  await take(page, 'unit')
  await page.keyboard.type('fina')
  await take(page, 'finance')

  const written = (await rows(page)).map((row) => row.trim())
  expect(written).toContain('- op: rename-unit')
  expect(written).toContain('unit: finance')
  await page.context().close()
})

test('a whole line is suggested in Chinese, and Tab goes from one place of it to the next', async () => {
  const { page } = await opened('lang=zh&line=5')
  await atEndOf(page, 'into: united-front')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Backspace')
  await page.keyboard.type('- 合并')
  await take(page, '合并组建')
  await page.keyboard.type('finance')
  await page.keyboard.press('Escape')
  await page.keyboard.press('Tab')
  await page.keyboard.type('new-finance')

  const written = (await rows(page)).map((row) => row.trim())
  expect(written).toEqual(expect.arrayContaining(['- op: 合并组建', 'units: [finance]', 'into: new-finance']))
  await page.context().close()
})

test('cards and text are one plan with one history', async () => {
  const { page } = await opened()
  await atEndOf(page, 'into: united-front')
  await page.keyboard.type('ier')
  await expect.poll(() => findings(page).innerText()).toContain('“united-frontier”')
  await page.getByRole('button', { name: 'Cards', exact: true }).click()
  await editor(page).waitFor({ state: 'detached' })

  await page.getByRole('button', { name: 'Undo', exact: true }).click()
  await expect.poll(() => findings(page).innerText()).not.toContain('united-frontier')
  await page.getByRole('button', { name: 'Redo', exact: true }).click()
  await page.getByRole('button', { name: 'YAML' }).click()

  await expect.poll(() => rows(page)).toContain('    into: united-frontier')
  await page.context().close()
})

test('Tab leaves the editor', async () => {
  const { page } = await opened()
  await editor(page).focus()
  await page.keyboard.press('Tab')

  expect(await page.evaluate(() => document.activeElement?.className)).not.toContain('plan-text')
  await page.context().close()
})

test('F8 goes from finding to finding and tells it', async () => {
  const { page } = await opened()
  await atEndOf(page, 'into: united-front')
  await page.keyboard.type('ier')
  await page.locator('.cm-lint-marker-error').first().waitFor()
  await page.keyboard.press('Control+Home')
  await page.keyboard.press('F8')

  await expect.poll(() => page.locator('.cm-at-cursor').innerText()).toContain('“united-frontier”')
  await page.context().close()
})

test('a line chosen elsewhere comes into sight, and the line of the cursor is the chosen one', async () => {
  const { page } = await opened('lang=en&line=40')
  await expect.poll(() => page.locator('.cm-activeLine').innerText()).toContain('- op:')
  await page.locator('.cm-line', { hasText: '- op:' }).first().click()

  await expect.poll(() => page.url()).not.toContain('line=40')
  expect(page.url()).toMatch(/line=\d+/)
  await page.context().close()
})

test('a text that is no YAML says at which row, and is mended by undoing', async () => {
  const { page } = await opened()
  await atEndOf(page, 'into: united-front')
  await page.keyboard.press('Enter')
  await page.keyboard.type('"')

  await expect.poll(() => page.locator('.editor-notice').innerText()).toMatch(/not valid YAML.*Row \d+/)
  await page.keyboard.press('Control+z')
  await expect.poll(() => page.locator('.editor-notice').count()).toBe(0)
  await page.context().close()
})

test.each(['light', 'dark'] as const)(
  'in %s the text, its suggestions and its search have no fault of access',
  async (colorScheme) => {
    const { page } = await opened('lang=zh&line=5', { colorScheme })
    await atEndOf(page, 'into: united-front')
    await page.keyboard.type('i')
    await page.locator('.cm-lint-marker-error').first().waitFor()
    expect(await violations(page)).toEqual([])
    await page.keyboard.press('Control+Space')
    await page.keyboard.press('Control+f')
    await page.locator('.cm-search').waitFor()
    expect(await page.locator('.cm-search').innerText()).toContain('区分大小写')
    expect(await violations(page)).toEqual([])
    await page.context().close()
  },
)

test('from a keystroke to the painted findings (printed, not judged)', async () => {
  const { page } = await opened()
  await atEndOf(page, 'into: united-front')
  await page.keyboard.type('x')
  await expect.poll(() => findings(page).innerText()).toContain('“united-frontx”')
  await page.evaluate(watchFindings)
  let word = 'united-frontx'
  for (const key of 'abcdefghijklmnopqrst') {
    word += key
    await page.evaluate((said) => Object.assign(window, { awaited: said }), `“${word}”`)
    await page.keyboard.press(key)
    await page.waitForFunction(
      (said) => document.querySelector('.bench-findings')?.textContent?.includes(said),
      `“${word}”`,
    )
    await page.waitForTimeout(60)
  }
  const times = await page.evaluate(() =>
    (window as unknown as { painted: number[] }).painted.sort((a, b) => a - b),
  )

  console.log(
    `keystroke to findings: p50 ${times[10]?.toFixed(0)} ms, p90 ${times[18]?.toFixed(0)} ms, worst ${times.at(-1)?.toFixed(0)} ms`,
  )
  expect(times.length).toBe(20)
  await page.context().close()
})

/** From each keydown to the end of the frame that paints the findings that came of it. */
const watchFindings = () => {
  const painted: number[] = []
  Object.assign(window, { painted })
  let began: number | undefined
  document.addEventListener(
    'keydown',
    () => {
      began = performance.now()
    },
    true,
  )
  const list = document.querySelector('.bench-findings')
  new MutationObserver(() => {
    const from = began
    const { awaited } = window as unknown as { readonly awaited?: string }
    if (from === undefined || awaited === undefined || !list?.textContent?.includes(awaited)) return
    began = undefined
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel()
      port1.onmessage = () => painted.push(performance.now() - from)
      port2.postMessage(0)
    })
  }).observe(list as Element, { subtree: true, childList: true, characterData: true })
}
