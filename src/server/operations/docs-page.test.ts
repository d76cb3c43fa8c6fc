import { expect, test } from 'vitest'
import { openApiOf } from '../kit/openapi.ts'
import { routes } from '../routes/index.ts'
import { escaped, html } from './docs-html.ts'
import { docsPage } from './docs-page.ts'

const document = openApiOf(routes, '9.9.9')

test.each(['zh', 'en'] as const)(
  'the page in %s tells every operation with its roles, and every shape',
  (language) => {
    const { html: page } = docsPage(document, language)

    for (const [path, methods] of Object.entries(document.paths))
      for (const [method, operation] of Object.entries(methods)) {
        const { operationId, summary, description } = operation as Record<string, string>
        expect(page).toContain(`<article id="${operationId}">`)
        expect(page).toContain(escaped((language === 'zh' ? description : summary) ?? ''))
        expect(page).toContain(`<span class="method">${method.toUpperCase()}</span><code>${path}</code>`)
      }
    for (const name of Object.keys(document.components.schemas)) expect(page).toContain(`id="shape-${name}"`)
    expect(page).toContain(language === 'zh' ? '<html lang="zh-CN">' : '<html lang="en">')
    expect(page).toContain(language === 'zh' ? '审计员' : 'Auditor')
  },
)

test('every link of the page leads to a place on it or to its own server', () => {
  const { html: page } = docsPage(document, 'en')
  const ids = new Set([...page.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id))
  const links = [...page.matchAll(/ href="([^"]+)"/g)].map(([, link]) => link ?? '')

  expect(links.length).toBeGreaterThan(Object.keys(document.paths).length)
  for (const link of links)
    if (link.startsWith('#')) expect(ids).toContain(link.slice(1))
    else expect(['docs?lang=zh', 'api/openapi.json']).toContain(link)
})

test('the page has no script and loads nothing, and its policy allows no more than its own style', () => {
  const { html: page, policy } = docsPage(document, 'zh')

  expect(page).not.toMatch(/<script|<img|<link|<iframe| on\w+=| style=|url\(|@import|javascript:/i)
  expect(policy).toMatch(/^default-src 'none'; style-src 'sha256-[A-Za-z0-9+/=]+'; /)
})

test('whatever stands in the document is shown as it stands', () => {
  const hostile = `<img src=x onerror="alert(1)">&'`
  const operation = {
    operationId: hostile,
    summary: hostile,
    description: hostile,
    tags: [hostile],
    'x-roles': ['planner'],
    parameters: [
      { name: hostile, in: 'query', required: true, description: hostile, schema: { pattern: hostile } },
    ],
    requestBody: { content: { 'application/json': { schema: { $ref: `#/components/schemas/${hostile}` } } } },
    responses: { 299: { description: hostile, content: { [hostile]: {} } } },
  }
  const shape = { description: hostile, enum: [hostile], example: { [hostile]: hostile } }
  const { html: page } = docsPage(
    {
      info: { version: hostile },
      paths: { [hostile]: { get: operation } },
      components: { schemas: { [hostile]: shape } },
    },
    'en',
  )

  expect(page).not.toContain('<img')
  expect(page).not.toMatch(/ onerror="/)
  expect(page.match(/&lt;img src=x/g)?.length).toBeGreaterThan(10)
})

test('what is put into HTML is escaped, and what is HTML already is not escaped twice', () => {
  expect(html`<p title="${'"><'}">${html`<b>${'a & b'}</b>`}${[1, 'x', undefined]}</p>`.text).toBe(
    '<p title="&quot;&gt;&lt;"><b>a &amp; b</b>1x</p>',
  )
})
