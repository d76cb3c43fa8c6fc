import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { Page } from 'playwright-core'
import { transformWithOxc } from 'vite'
import { expect, test } from 'vitest'
import config from '../../vite.config.ts'
import { launchBrowser } from './browser.ts'
import { opened, openPage } from './page.ts'
import { serve } from './served.ts'

const root = resolve(import.meta.dirname, '../..')
const assets = join(root, 'dist/web/assets')
const target = (config as { readonly build: { readonly target: string[] } }).build.target

/** What the compiler makes of a script for the given browsers; where nothing is too new for them, it changes nothing. */
const madeFor = async (code: string, browsers: string | string[]): Promise<string> =>
  (await transformWithOxc(code, 'chunk.js', { target: browsers, sourcemap: false })).code

test('the oldest browsers that are promised stand in the guide for the IT department', () => {
  const guide = readFileSync(join(root, 'docs/guides/it.md'), 'utf8')

  expect(target).toEqual(['chrome109', 'firefox115'])
  expect(guide).toContain('Chromium 109')
  expect(guide).toContain('Firefox 115')
})

test('a compiler for the oldest browsers finds nothing to write otherwise in any script of the page', async () => {
  for (const tooNew of ['{ using held = take(); use(held) }', 'const letters = /[\\p{L}--a]/v'])
    expect(await madeFor(tooNew, target)).not.toBe(await madeFor(tooNew, 'esnext'))
  const scripts = readdirSync(assets).filter((file) => file.endsWith('.js'))
  expect(scripts.length).toBeGreaterThan(5)
  for (const file of scripts) {
    const code = readFileSync(join(assets, file), 'utf8')
    expect([file, (await madeFor(code, target)) === (await madeFor(code, 'esnext'))]).toEqual([file, true])
  }
})

/** A column that is wider where the browser knows the selector, and else as wide as without the editor. */
const onlyWider = '.bench-columns:not(.is-alone):has(.plan-editor)'

test('the style sheets ask for nothing that the oldest browsers do not know', () => {
  for (const file of readdirSync(assets).filter((name) => name.endsWith('.css'))) {
    const css = readFileSync(join(assets, file), 'utf8').replaceAll(onlyWider, '')
    // Firefox 121; Chrome 117; Chrome 112; Chrome 118.
    for (const tooNew of [
      ':has(',
      'subgrid',
      '&:',
      '@scope',
      '@starting-style',
      'anchor-name',
      'light-dark(',
    ])
      expect([file, tooNew, css.includes(tooNew)]).toEqual([file, tooNew, false])
  }
})

/** Takes away what came to the language after Chrome 109, so that whatever leans on it breaks as it would there. */
const grownOld = (page: Page) =>
  page.addInitScript(() => {
    const gone: readonly (readonly [object, readonly string[]])[] = [
      [Array.prototype, ['toSorted', 'toReversed', 'toSpliced', 'with']],
      [Object.getPrototypeOf(Uint8Array.prototype), ['toSorted', 'toReversed', 'with']],
      [Uint8Array.prototype, ['toBase64', 'toHex', 'setFromBase64', 'setFromHex']],
      [Uint8Array, ['fromBase64', 'fromHex']],
      [Array, ['fromAsync']],
      [Object, ['groupBy']],
      [Map, ['groupBy']],
      [Map.prototype, ['getOrInsert', 'getOrInsertComputed']],
      [Promise, ['withResolvers', 'try']],
      [String.prototype, ['isWellFormed', 'toWellFormed']],
      [ArrayBuffer.prototype, ['transfer', 'transferToFixedLength', 'resize']],
      [
        Set.prototype,
        [
          'union',
          'intersection',
          'difference',
          'symmetricDifference',
          'isSubsetOf',
          'isSupersetOf',
          'isDisjointFrom',
        ],
      ],
      [
        Object.getPrototypeOf(Object.getPrototypeOf([].values())),
        ['map', 'filter', 'take', 'drop', 'flatMap', 'reduce', 'toArray', 'forEach', 'some', 'every', 'find'],
      ],
      [URL, ['canParse', 'parse']],
      [RegExp, ['escape']],
      [Math, ['sumPrecise', 'f16round']],
      [Error, ['isError']],
      [AbortSignal, ['any']],
      [HTMLElement.prototype, ['showPopover', 'togglePopover', 'hidePopover']],
      [Document.prototype, ['startViewTransition']],
      [Element.prototype, ['checkVisibility', 'setHTMLUnsafe', 'moveBefore']],
      [Response, ['json']],
      [window, ['Iterator', 'scheduler', 'navigation']],
    ]
    for (const [from, names] of gone) for (const name of names) Reflect.deleteProperty(from, name)
  })

test('every page of the county works without what came after the oldest browsers', async () => {
  const [browser, served] = await Promise.all([launchBrowser(), serve()])
  try {
    const { page, errors } = await openPage(browser, 'about:blank')
    await grownOld(page)
    await page.goto(`${served.origin}/#lang=en`)
    await opened(page)
    expect(await page.evaluate(() => 'toSorted' in Array.prototype)).toBe(false)
    expect(await page.locator('#too-old').isVisible()).toBe(false)
    for (const name of ['Plan workbench', 'Proof and impact', 'Register', 'Promises']) {
      await page.getByRole('navigation').getByRole('button', { name, exact: true }).click()
      await page.locator('main:not([aria-busy])').waitFor()
      expect([name, await page.locator('[role=alert]').count()]).toEqual([name, 0])
    }
    expect(errors).toEqual([])
  } finally {
    await browser.close()
    await served.stop()
  }
})

test('a browser that is too old is told so plainly in both languages, and so is one without scripts', async () => {
  const [browser, served] = await Promise.all([launchBrowser(), serve()])
  try {
    const { page } = await openPage(browser, 'about:blank')
    await page.addInitScript(() => {
      Reflect.deleteProperty(window, 'MathMLElement')
    })
    // An older browser does not get through the page’s own scripts.
    await page.route('**/assets/*.js', (route) =>
      route.fulfill({ contentType: 'text/javascript', body: '{' }),
    )
    await page.goto(served.origin)
    expect(await page.locator('#too-old').innerText()).toMatch(
      /浏览器版本过旧[\s\S]*Chromium 109, Firefox 115/,
    )

    const without = await browser.newContext({ javaScriptEnabled: false })
    const bare = await without.newPage()
    await bare.goto(served.origin)
    expect(await bare.locator('noscript').innerText()).toMatch(/需要 JavaScript[\s\S]*needs JavaScript/)
    expect(await bare.locator('#too-old').isVisible()).toBe(false)
  } finally {
    await browser.close()
    await served.stop()
  }
})
