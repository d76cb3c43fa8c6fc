import http from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launchBrowser } from './browser.ts'
import { opened, openPage, shown } from './page.ts'
import { type Served, serve } from './served.ts'

const below = '/county/reform'
let browser: Browser
let served: Served
let proxy: http.Server
let address: string
/** What was asked of the proxy outside the path that it was given. */
const strays: string[] = []

/** A reverse proxy as an IT department sets one up: what stands below the path is handed on without it, the rest is not there. */
const proxyTo = (origin: string): http.Server =>
  http.createServer((request, response) => {
    const path = request.url ?? '/'
    if (!path.startsWith(`${below}/`)) {
      strays.push(path)
      response.writeHead(404).end()
      return
    }
    const onward = http.request(
      `${origin}${path.slice(below.length)}`,
      { method: request.method, headers: request.headers },
      (answer) => {
        response.writeHead(answer.statusCode ?? 502, answer.headers)
        answer.pipe(response)
      },
    )
    onward.on('error', () => response.writeHead(502).end())
    request.pipe(onward)
  })

beforeAll(async () => {
  ;[browser, served] = await Promise.all([launchBrowser(), serve()])
  proxy = proxyTo(served.origin)
  await new Promise<void>((listening) => proxy.listen(0, '127.0.0.1', listening))
  address = `http://127.0.0.1:${(proxy.address() as AddressInfo).port}${below}/`
})
afterAll(async () => {
  await browser.close()
  proxy.closeAllConnections()
  await new Promise((closed) => proxy.close(closed))
  await served.stop()
})

const places = ['workbench', 'proof', 'register', 'promises'] as const

test('below a path of a proxy the page, its pieces, its faces and its questions all stay below that path', async () => {
  const { page, errors, outside } = await openPage(browser, `${address}#lang=zh`)
  const asked: string[] = []
  page.on('request', (request) => asked.push(new URL(request.url()).pathname))
  await opened(page)
  expect(await shown(page, 'organs')).toBe(22)

  for (const place of places) {
    await page.goto(`${address}#lang=zh&page=${place}`)
    await page.reload()
    await page.locator('main:not([aria-busy])').waitFor()
  }
  await page.evaluate(() => document.fonts.ready)

  const kinds = [
    /\/assets\/start-.*\.js$/,
    /\/assets\/.*\.css$/,
    /\.woff2$/,
    /\/api\/counties$/,
    /promises-page.*\.js$/,
  ]
  for (const kind of kinds)
    expect([kind.source, asked.some((path) => kind.test(path))]).toEqual([kind.source, true])
  expect(asked.filter((path) => !path.startsWith(`${below}/`))).toEqual([])
  expect(strays).toEqual([])
  expect(errors).toEqual([])
  expect(outside).toEqual([])
  await page.context().close()
})
