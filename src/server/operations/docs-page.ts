import { createHash } from 'node:crypto'
import type { Language } from '../../kernel/text.ts'
import { type Role, roles } from '../../rights/role.ts'
import { type Html, html } from './docs-html.ts'
import { exampleOf, fieldsOf, inOneLine, nameIn, type Schema } from './docs-shapes.ts'
import { docsStyle } from './docs-style.ts'
import { chapters, rules, statuses, words } from './docs-words.ts'

interface Parameter {
  readonly name: string
  readonly in: 'path' | 'query' | 'header'
  readonly required: boolean
  readonly description?: string
  readonly schema: Schema
}

type Content = Readonly<Record<string, { readonly schema?: Schema }>>

interface Operation {
  readonly operationId: string
  readonly summary: string
  readonly description: string
  readonly tags: readonly string[]
  readonly 'x-roles': readonly Role[]
  readonly parameters: readonly Parameter[]
  readonly requestBody?: { readonly content: Content }
  readonly responses: Readonly<Record<string, { readonly description: string; readonly content?: Content }>>
}

/** As much of an OpenAPI document as the page shows. */
export interface ShownDocument {
  readonly info: { readonly version: string }
  readonly paths: Readonly<Record<string, unknown>>
  readonly components: { readonly schemas: Readonly<Record<string, unknown>> }
}

interface Placed {
  readonly method: string
  readonly path: string
  readonly operation: Operation
}

/** What the page may load: nothing but its own style. */
const policy = `default-src 'none'; style-src 'sha256-${createHash('sha256').update(docsStyle).digest('base64')}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`

/** The API as a page to read and to print, without script, made of its OpenAPI document; and the page's security policy. */
export const docsPage = (document: ShownDocument, language: Language): { html: string; policy: string } => {
  const schemas = document.components.schemas as Readonly<Record<string, Schema>>
  const placed = operationsOf(document)
  const tags = [...new Set(placed.map(({ operation }) => operation.tags[0] ?? ''))]
  const inTag = (tag: string) => placed.filter(({ operation }) => operation.tags[0] === tag)
  const shared = sharedAnswers(placed)
  const body = html`<header><h1>${words.title[language]}</h1>
<p class="quiet">${document.info.version} · <a href="docs?lang=${language === 'zh' ? 'en' : 'zh'}">${words.other[language]}</a> · <a href="api/openapi.json">${words.machine[language]}</a></p></header>
<main><h2>${words.how[language]}</h2><ul>${rules.map((rule) => html`<li>${rule[language]}</li>`)}</ul>
<nav aria-label="${words.contents[language]}"><h2>${words.contents[language]}</h2>${tags.map(
    (tag) =>
      html`<h3>${titleOf(tag, language)}</h3><ul>${inTag(tag).map((each) => entry(each, language))}</ul>`,
  )}</nav>
${tags.map(
  (tag) =>
    html`<section><h2>${titleOf(tag, language)}</h2>${inTag(tag).map((each) => article(each, { schemas, shared }, language))}</section>`,
)}
${refusals(shared, language)}
<section><h2>${words.shapes[language]}</h2>${Object.entries(schemas).map(([name, schema]) => shape(name, schema, language))}</section></main>`
  const page = html`<!doctype html>
<html lang="${language === 'zh' ? 'zh-CN' : 'en'}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${words.title[language]}</title>`
  return { html: `${page.text}<style>${docsStyle}</style></head><body>${body.text}</body></html>\n`, policy }
}

const operationsOf = ({ paths }: ShownDocument): Placed[] =>
  Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods as Record<string, Operation>).map(([method, operation]) => ({
      method: method.toUpperCase(),
      path,
      operation,
    })),
  )

const titleOf = (tag: string, language: Language): string => chapters[tag]?.[language] ?? tag

const summaryOf = ({ summary, description }: Operation, language: Language): string =>
  language === 'zh' ? description : summary

const entry = ({ operation, method, path }: Placed, language: Language): Html =>
  html`<li><a href="#${operation.operationId}">${summaryOf(operation, language)}</a> <code class="quiet">${method} ${path}</code></li>`

const article = (
  { operation, method, path }: Placed,
  { schemas, shared }: { schemas: Readonly<Record<string, Schema>>; shared: Map<string, Answer> },
  language: Language,
): Html => {
  const names = operation['x-roles'].map((role) => roles[role][language])
  const isPublic = operation['x-roles'].includes('public')
  const who = isPublic ? words.everybody[language] : names.join(language === 'zh' ? '、' : ', ')
  return html`<article id="${operation.operationId}"><h3>${summaryOf(operation, language)}</h3>
<p><span class="method">${method}</span><code>${path}</code></p>
<p class="quiet">${words.roles[language]}${language === 'zh' ? '：' : ': '}${who}</p>
${parameters(operation.parameters, language)}${body(operation, schemas, language)}${answers(operation, shared, language)}</article>`
}

const parameters = (given: readonly Parameter[], language: Language): Html | undefined => {
  if (given.length === 0) return undefined
  const rows = given.map(
    (
      each,
    ) => html`<tr><td><code>${each.name}</code></td><td>${words[each.in][language]}</td><td>${inOneLine(each.schema, language)}</td>
<td>${each.required ? words.required[language] : ''}${each.description === undefined ? '' : ` ${each.description}`}</td></tr>`,
  )
  return html`<h4>${words.parameters[language]}</h4><table><thead><tr><th scope="col">${words.name[language]}</th>
<th scope="col">${words.place[language]}</th><th scope="col">${words.shape[language]}</th><th scope="col">${words.note[language]}</th></tr></thead>
<tbody>${rows}</tbody></table>`
}

const body = (
  { requestBody }: Operation,
  schemas: Readonly<Record<string, Schema>>,
  language: Language,
): Html | undefined => {
  const schema = requestBody === undefined ? undefined : Object.values(requestBody.content)[0]?.schema
  if (schema === undefined) return undefined
  const meant = schema.$ref === undefined ? schema : (schemas[nameIn(schema.$ref)] ?? schema)
  return html`<h4>${words.body[language]} ${inOneLine(schema, language)}</h4>${fieldsOf(meant, language)}${exampleOf(meant, language)}`
}

type Answer = Operation['responses'][string]

/** The refusals that most routes share, by status and words: told once, and named by their status elsewhere. */
const sharedAnswers = (placed: readonly Placed[]): Map<string, Answer> => {
  const shared = new Map<string, Answer>()
  const times = new Map<string, number>()
  for (const { operation } of placed)
    for (const [status, answer] of Object.entries(operation.responses)) {
      const key = `${status} ${answer.description}`
      const count = (times.get(key) ?? 0) + 1
      times.set(key, count)
      if (Number(status) >= 400 && count > 3) shared.set(key, answer)
    }
  return shared
}

const answers = ({ responses }: Operation, shared: Map<string, Answer>, language: Language): Html => {
  const all = Object.entries(responses)
  const isShared = ([status, { description }]: [string, Answer]) => shared.has(`${status} ${description}`)
  const others = all.filter(isShared).map(([status]) => status)
  const more =
    others.length === 0
      ? undefined
      : html`<p class="quiet"><a href="#refusals">${words.refusals[language]}</a> ${others.join(' · ')}</p>`
  return html`<h4>${words.answers[language]}</h4>${answerTable(
    all.filter((each) => !isShared(each)),
    language,
  )}${more}`
}

const refusals = (shared: Map<string, Answer>, language: Language): Html => {
  const rows = [...shared].map(([key, answer]): [string, Answer] => [key.slice(0, 3), answer])
  return html`<section id="refusals"><h2>${words.refusals[language]}</h2>${answerTable(
    rows.sort(([a], [b]) => Number(a) - Number(b)),
    language,
  )}</section>`
}

/** What a status means: in Chinese by its number, because routes say what is special to them in English only. */
const answerTable = (given: readonly [string, Answer][], language: Language): Html => {
  const rows = given.map(([status, { description, content = {} }]) => {
    const [[media, { schema } = {}] = []] = Object.entries(content)
    const said =
      language === 'zh'
        ? html`${statuses[status]} <span class="quiet" lang="en">${description}</span>`
        : description
    const what = schema === undefined ? media : inOneLine(schema, language)
    return html`<tr><th scope="row">${status}</th><td>${said}</td><td>${what}</td></tr>`
  })
  return html`<table><tbody>${rows}</tbody></table>`
}

const shape = (name: string, schema: Schema, language: Language): Html =>
  html`<article id="shape-${name}"><h3>${name}</h3>${schema.description === undefined ? undefined : html`<p>${schema.description}</p>`}
${fieldsOf(schema, language) ?? html`<p>${inOneLine(schema, language)}</p>`}${exampleOf(schema, language)}</article>`
