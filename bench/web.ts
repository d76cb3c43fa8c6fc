import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { gzipSync } from 'node:zlib'
import type { Browser, Page } from 'playwright-core'
import { launchBrowser } from '../test/e2e/browser.ts'
import { type Served, serve } from '../test/e2e/served.ts'
import { type Measurement, ratioOf, summary } from './measure.ts'

/** What a reader waits for, in a real Chromium over the real server of the demonstration. */
export const web = async (): Promise<Measurement[]> => {
  const data = mkdtempSync(join(tmpdir(), 'sanding-bench-web-'))
  const served = await serve('--data', data, '--demo')
  const browser = await launchBrowser()
  try {
    const room = { browser, served }
    return [
      ...weights(),
      ...(await firstScreen(room)),
      ...(await slider(room)),
      ...(await river(room)),
      ...(await typing(room)),
      ...(await shifts(room)),
    ]
  } finally {
    await browser.close()
    await served.stop()
    rmSync(data, { recursive: true, force: true })
  }
}

interface Room {
  readonly browser: Browser
  readonly served: Served
}

const built = resolve(import.meta.dirname, '../dist/web')

/** The script that the first page loads before it shows anything: the entry and what it imports without being asked. */
const weights = (): Measurement[] => {
  const html = readFileSync(join(built, 'index.html'), 'utf8')
  const named = [...html.matchAll(/(?:src|href)="\.\/(assets\/[^"]+\.js)"/g)].map((match) => match[1] ?? '')
  const wanted = new Set<string>()
  const take = (file: string) => {
    if (wanted.has(file)) return
    wanted.add(file)
    const text = readFileSync(join(built, file), 'utf8')
    for (const match of text.matchAll(/(?:from|import)\s*"\.\/([^"]+\.js)"/g)) take(`assets/${match[1]}`)
  }
  for (const file of named) take(file)
  // The entry asks for the page itself and for the words of one language as its first act.
  for (const file of readdirSync(join(built, 'assets')))
    if (/^(start|zh)-.*\.js$/.test(file)) take(`assets/${file}`)
  const bytes = [...wanted].reduce((sum, file) => sum + gzipSync(readFileSync(join(built, file))).length, 0)
  return [summary('web: script of the first page, compressed', 'KB', [bytes / 1024], { goal: 250 })]
}

const fresh = async ({ browser, served }: Room, hash: string) => {
  const context = await browser.newContext({
    viewport: { width: 1440, height: 900 },
    reducedMotion: 'reduce',
  })
  const page = await context.newPage()
  return { page, address: `${served.origin}/${hash}`, close: () => context.close() }
}

/** From navigation until the river stands and the first frame with it was drawn; nothing is in the cache. */
const firstScreen = async (room: Room): Promise<Measurement[]> => {
  const [ours, bare]: [number[], number[]] = [[], []]
  for (let run = 0; run < 7; run += 1) {
    const { page, address, close } = await fresh(room, '#lang=zh')
    await page.addInitScript(whenDrawn)
    await page.goto(address)
    await page.waitForFunction(() => Reflect.get(window, 'drawnAt') !== undefined)
    ours.push(await page.evaluate(() => Reflect.get(window, 'drawnAt') as number))
    bare.push(await bareFirst(page, room.served.origin))
    await close()
  }
  const screen = summary('web: first screen usable, cold cache', 'ms', ours, { goal: 1500 })
  const peer = summary('web: a bare page that only loads and parses the same county', 'ms', bare)
  return [screen, peer, ratioOf('web: first screen against the bare page', screen, peer)]
}

const whenDrawn = () => {
  const look = () => {
    if (document.querySelector('.drawing .ribbon') === null || document.querySelector('h1') === null) {
      requestAnimationFrame(look)
      return
    }
    requestAnimationFrame(() => Reflect.set(window, 'drawnAt', performance.now()))
  }
  requestAnimationFrame(look)
}

/** The same reader, the same county, no page: what loading and parsing alone take. */
const bareFirst = async (page: Page, origin: string): Promise<number> => {
  await page.route('**/bare', (route) =>
    route.fulfill({
      contentType: 'text/html',
      body: `<script type="module">
        await fetch('./api/auth/session').then((answer) => answer.json())
        await fetch('./api/counties').then((answer) => answer.json())
        const book = await fetch('./api/counties/hequ?plan=2020-reform', { cache: 'no-store' }).then((answer) => answer.json())
        document.body.textContent = Object.keys(book.tables).length
        requestAnimationFrame(() => { window.drawnAt = performance.now() })
      </script>`,
    }),
  )
  await page.goto(`${origin}/bare`)
  await page.waitForFunction(() => Reflect.get(window, 'drawnAt') !== undefined)
  return await page.evaluate(() => Reflect.get(window, 'drawnAt') as number)
}

/** One day of the slider: from the input until the page is laid out anew. */
const slider = async (room: Room): Promise<Measurement[]> => {
  const { page, address, close } = await fresh(room, '#lang=zh&on=2020-11-01')
  await page.goto(address)
  await page.locator('.drawing .ribbon').first().waitFor()
  const times = await page.evaluate(async () => {
    const input = document.querySelector<HTMLInputElement>('input[type=range]')
    const set = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set
    const [all, bare]: [number[], number[]] = [[], []]
    for (let step = 0; step < 60 && input !== null; step += 1) {
      const began = performance.now()
      set?.call(input, String(Number(input.value) + 1))
      input.dispatchEvent(new Event('input', { bubbles: true }))
      input.getBoundingClientRect()
      all.push(performance.now() - began)
      await new Promise((next) => requestAnimationFrame(next))
      // The same drawing taken out and put in: what laying it out costs the browser by itself.
      const drawing = document.querySelector('.drawing')
      const again = performance.now()
      const copy = drawing?.cloneNode(true)
      if (copy !== undefined) drawing?.parentElement?.append(copy)
      input.getBoundingClientRect()
      bare.push(performance.now() - again)
      if (copy instanceof Element) copy.remove()
      await new Promise((next) => requestAnimationFrame(next))
    }
    return { all, bare }
  })
  await close()
  const step = summary('web: a step of the date slider', 'ms', times.all, { goal: 50 })
  const peer = summary('web: the drawing alone put in and laid out', 'ms', times.bare)
  return [step, peer, ratioOf('web: a slider step against the bare drawing', step, peer)]
}

/** Drawing all organs and all institutions of the county anew: reckoned, laid out and put into the page. */
const river = async (room: Room): Promise<Measurement[]> => {
  const { page, address, close } = await fresh(room, '#lang=zh')
  await page.goto(address)
  await page.locator('.drawing .ribbon').first().waitFor()
  const times = await page.evaluate(async () => {
    const frame = () => new Promise((next) => requestAnimationFrame(next))
    const named = (word: string) =>
      [...document.querySelectorAll<HTMLButtonElement>('.segmented button')].find(
        (button) => button.textContent === word,
      )
    const drawn = async (word: string) => {
      await frame()
      const began = performance.now()
      named(word)?.click()
      await new Promise((next) => setTimeout(next, 0))
      document.querySelector('.drawing')?.getBoundingClientRect()
      const took = performance.now() - began
      return [took, document.querySelectorAll('.drawing [data-unit^="before:"]').length] as const
    }
    const all: number[] = []
    let units = 0
    for (let run = 0; run < 12; run += 1) {
      const [institutions, some] = await drawn('事业单位')
      const [organs, others] = await drawn('党政机构')
      if (run >= 2) all.push(institutions + organs)
      units = some + others
    }
    return { all, units }
  })
  await close()
  return [
    summary('web: the river of all organs and institutions drawn anew', 'ms', times.all, {
      goal: 100,
      note: `${times.units} bars before the reform, in two drawings`,
    }),
  ]
}

/** A letter typed into the text of the plan, until its findings are in the page and laid out. */
const typing = async (room: Room): Promise<Measurement[]> => {
  const { page, address, close } = await fresh(room, '#lang=zh&page=workbench&line=2')
  await page.goto(address)
  await page.getByRole('button', { name: 'YAML' }).click()
  await page.locator('.cm-content').waitFor()
  const place = page.locator('.cm-line', { hasText: 'units: [' }).first()
  await place.click()
  await page.keyboard.press('End')
  await page.keyboard.press('ArrowLeft')
  await page.evaluate(watchFindings)
  for (let run = 0; run < 20; run += 1) {
    const before = await page.evaluate(() => (Reflect.get(window, 'found') as number[]).length)
    await page.keyboard.press(run % 2 === 0 ? 'x' : 'Backspace')
    await page.waitForFunction((count) => (Reflect.get(window, 'found') as number[]).length > count, before)
  }
  const found = await page.evaluate(() => Reflect.get(window, 'found') as number[])
  await close()
  return [
    summary('web: a letter typed into the plan until its findings stand', 'ms', found.slice(4), {
      goal: 100,
    }),
  ]
}

/** Every key sets a clock; a change of the findings stops it, once what changed was drawn. */
const watchFindings = () => {
  const found: number[] = []
  Reflect.set(window, 'found', found)
  let began: number | undefined
  document.addEventListener(
    'keydown',
    () => {
      began = performance.now()
    },
    true,
  )
  // That the findings are a moment behind is told at once; only what is found counts.
  const said = () =>
    [...document.querySelectorAll('.bench-finding > p:first-child')].map((each) => each.textContent).join()
  let before = said()
  new MutationObserver(() => {
    const now = said()
    if (began === undefined || now === before) return
    before = now
    const from = began
    began = undefined
    document.body.getBoundingClientRect()
    found.push(performance.now() - from)
  }).observe(document.body, { childList: true, subtree: true, characterData: true })
}

/** How much of the page jumps while it loads; the sum of what the browser counts. */
const shifts = async (room: Room): Promise<Measurement[]> => {
  const sums: number[] = []
  for (const hash of ['#lang=zh', '#lang=en', '#lang=en&page=workbench', '#lang=zh&page=proof']) {
    const { page, address, close } = await fresh(room, hash)
    await page.addInitScript(() => {
      Reflect.set(window, 'shifted', 0)
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries())
          Reflect.set(
            window,
            'shifted',
            (Reflect.get(window, 'shifted') as number) + (Reflect.get(entry, 'value') as number),
          )
      }).observe({ type: 'layout-shift', buffered: true })
    })
    await page.goto(address)
    await page.locator('h1').waitFor()
    await page.waitForLoadState('networkidle')
    sums.push(await page.evaluate(() => Reflect.get(window, 'shifted') as number))
    await close()
  }
  return [
    summary('web: layout shift while a page comes', '', sums, { goal: 0.01, note: 'home, workbench, proof' }),
  ]
}
