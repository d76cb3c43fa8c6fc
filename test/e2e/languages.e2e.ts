import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { demonstrating, enterAs } from './demonstration.ts'

const root = resolve(import.meta.dirname, '../..')
const demonstration = demonstrating()

const textsIn = (folder: string, ending: RegExp) =>
  readdirSync(join(root, folder))
    .filter((file) => ending.test(file))
    .map((file) => readFileSync(join(root, folder, file), 'utf8'))

/** What the county and the law are called: data, which stands in the page as it is, in whatever language. */
const data = [
  ...textsIn('counties/hequ', /\.(csv|yaml)$/),
  ...textsIn('policy', /./),
  ...textsIn('src/reform/rules', /\.ts$/).flatMap((code) =>
    code.split('\n').filter((line) => /source:|^\s*'[^']*法/.test(line)),
  ),
].join('\n')

/** Roles that between them open every page there is. */
const visits = [
  [
    'Establishment office: planner',
    '编办拟订岗',
    ['county', 'workbench', 'proof', 'register', 'promises', 'plans', 'own'],
  ],
  ['Establishment office: approver', '编办审批岗', ['county', 'plans']],
  ['Organisation department', '组织部', ['county']],
  ['Finance bureau', '财政局', ['county']],
  ['Head of a unit', '单位负责人', ['unit', 'figures', 'plans']],
  ['City and province oversight', '市、省监管', ['figures']],
  ['Auditor', '审计员', ['audit']],
  ['System administrator', '系统管理员', ['accounts']],
  ['Security administrator', '安全管理员', ['accounts']],
] as const

/** Everything that the page says, also to a screen reader; not what is quoted in its own language, nor the text of the plan. */
const said = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const aside = '[lang="zh-CN"]:not(html), [lang="en"]:not(html), script, noscript, .cm-editor, .languages'
    const all: string[] = []
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    for (let node = texts.nextNode(); node !== null; node = texts.nextNode())
      if (node.parentElement?.closest(aside) === null) all.push(node.textContent ?? '')
    for (const name of ['aria-label', 'title', 'placeholder', 'alt'])
      for (const element of document.querySelectorAll(`[${name}]`))
        if (element.closest(aside) === null) all.push(element.getAttribute(name) ?? '')
    return all
  })

const unfilled = (texts: readonly string[]) =>
  texts.filter((text) => /\bundefined\b|\{\w+\}|\bNaN\b|\[object /.test(text))

const foreign = {
  /** Chinese that is neither data nor one of the two marks; people of the demonstration are named …（示例）. */
  en: (texts: readonly string[]) =>
    texts.flatMap((text) =>
      [...text.matchAll(/[\u3400-\u9FFF][\u3400-\u9FFF0-9〔〕（）《》，·．：“”—-]*/g)]
        .map(([run]) => run)
        .filter((run) => !/^(示例|待核|.*（示例）)$/.test(run) && !data.includes(run)),
    ),
  /** Three English words in a row that are not data. */
  zh: (texts: readonly string[]) =>
    texts.flatMap((text) =>
      [...text.matchAll(/[A-Za-z]{2,} [a-z]{2,} [a-z]{2,}[a-z ]*/g)]
        .map(([run]) => run.trim())
        .filter((run) => !data.includes(run)),
    ),
}

test.each(['en', 'zh'] as const)(
  'in %s no page of any role has a word missing, a place unfilled or a sentence of the other language',
  async (language) => {
    const { page, errors } = await demonstration.open(`#lang=${language}&page=own`)
    await page.locator('.menu-who').waitFor()
    for (const [en, zh, places] of visits) {
      await enterAs(page, language === 'en' ? en : zh)
      for (const place of places) {
        await page.evaluate((hash) => {
          window.location.hash = hash
          // The page of before is gone once the next has been drawn.
          return new Promise((drawn) => {
            requestAnimationFrame(() => requestAnimationFrame(drawn))
          })
        }, `#lang=${language}&page=${place}`)
        await page.locator('main:not([aria-busy])').waitFor()
        await page.locator('[aria-busy=true]').waitFor({ state: 'detached' })
        const texts = await said(page)
        expect(texts.length).toBeGreaterThan(20)
        expect([en, place, ...unfilled(texts)]).toEqual([en, place])
        expect([en, place, ...foreign[language](texts)]).toEqual([en, place])
      }
    }
    expect(errors).toEqual([])
    await page.context().close()
  },
  180_000,
)

test('what a role needs now stands on its first page, with a way to it', async () => {
  const { page } = await demonstration.open('#lang=en')
  await page.locator('[data-need^="turn "]').waitFor()
  expect(await page.locator('.needs').innerText()).toContain('waits for its initiation')
  expect(await page.getByRole('button', { name: 'Try a change' }).count()).toBe(1)
  await page.locator('[data-need^="turn "] button').click()
  await expect.poll(() => page.url()).toContain('page=plans')

  await enterAs(page, 'Establishment office: approver')
  await page.getByRole('button', { name: 'County', exact: true }).click()
  await page.locator('[data-need="needBlocked"]').waitFor()
  expect(await page.getByRole('button', { name: 'Try a change' }).count()).toBe(0)

  await enterAs(page, 'Organisation department')
  await page.locator('[data-need="figure surplusStaff"] button').click()
  await expect.poll(() => page.url()).toContain('page=promises')

  await enterAs(page, 'Auditor')
  await page.getByRole('button', { name: 'County', exact: true }).click()
  await page.locator('.needs .empty', { hasText: 'Nothing is waiting for you' }).waitFor()

  await enterAs(page, 'Security administrator')
  await page.getByText('No rights are waiting.').waitFor()
  await page.context().close()
})
