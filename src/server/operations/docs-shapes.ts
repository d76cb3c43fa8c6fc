import type { Language } from '../../kernel/text.ts'
import { type Html, html, type Piece } from './docs-html.ts'
import { words } from './docs-words.ts'

/** As much of a JSON Schema as the page shows. */
export interface Schema {
  readonly $ref?: string
  readonly type?: string
  readonly description?: string
  readonly example?: unknown
  readonly enum?: readonly unknown[]
  readonly const?: unknown
  readonly anyOf?: readonly Schema[]
  readonly allOf?: readonly Schema[]
  readonly oneOf?: readonly Schema[]
  readonly items?: Schema
  readonly properties?: Readonly<Record<string, Schema>>
  readonly required?: readonly string[]
  readonly additionalProperties?: Schema | boolean
  readonly pattern?: string
  readonly minLength?: number
  readonly maxLength?: number
  readonly minItems?: number
  readonly maxItems?: number
  readonly minimum?: number
  readonly maximum?: number
}

/** A shape in one line: its kind, its limits, and a link where it has a name. */
export const inOneLine = (schema: Schema, language: Language): Piece => {
  if (schema.$ref !== undefined) return linked(schema.$ref)
  const choices = schema.anyOf ?? schema.oneOf ?? schema.allOf
  if (choices !== undefined) return joined(choices.map((each) => inOneLine(each, language)))
  if (schema.const !== undefined) return html`<code>${JSON.stringify(schema.const)}</code>`
  if (schema.enum !== undefined)
    return joined(schema.enum.map((each) => html`<code>${JSON.stringify(each)}</code>`))
  if (schema.type === 'array')
    return html`${words.list[language]} ${inOneLine(schema.items ?? {}, language)}${limits(schema, language)}`
  if (schema.properties !== undefined) return html`{ ${Object.keys(schema.properties).join(', ')} }`
  if (typeof schema.additionalProperties === 'object')
    return html`{ …: ${inOneLine(schema.additionalProperties, language)} }`
  return html`${schema.type ?? words.anything[language]}${limits(schema, language)}`
}

/** The members of an object as a table; nothing for other shapes. */
export const fieldsOf = ({ properties, required = [] }: Schema, language: Language): Html | undefined => {
  if (properties === undefined) return undefined
  const rows = Object.entries(properties).map(
    ([name, schema]) => html`<tr><td><code>${name}</code></td><td>${inOneLine(schema, language)}</td>
<td>${required.includes(name) ? words.required[language] : ''}${schema.description === undefined ? '' : ` ${schema.description}`}</td></tr>`,
  )
  return html`<table><thead><tr><th scope="col">${words.name[language]}</th><th scope="col">${words.shape[language]}</th>
<th scope="col">${words.note[language]}</th></tr></thead><tbody>${rows}</tbody></table>`
}

/** An example as it is sent. */
export const exampleOf = ({ example }: Schema, language: Language): Html | undefined =>
  example === undefined
    ? undefined
    : html`<h4>${words.example[language]}</h4><pre>${JSON.stringify(example, undefined, 2)}</pre>`

/** The name that a reference leads to. */
export const nameIn = (reference: string): string => reference.split('/').at(-1) ?? reference

const linked = (reference: string): Html =>
  html`<a href="#shape-${nameIn(reference)}">${nameIn(reference)}</a>`

const joined = (pieces: readonly Piece[]): Piece =>
  pieces.map((piece, at) => (at === 0 ? piece : [' | ', piece]))

const limits = (schema: Schema, language: Language): string => {
  const said = [
    range(schema.minLength, schema.maxLength, words.characters[language]),
    range(schema.minItems, schema.maxItems, words.items[language]),
    range(schema.minimum, schema.maximum, ''),
    schema.pattern === undefined ? '' : `${words.pattern[language]} ${schema.pattern}`,
  ].filter((each) => each !== '')
  return said.length === 0 ? '' : ` (${said.join('; ')})`
}

/** The bounds of whole numbers that a computer has anyway are not worth telling. */
const range = (from: number | undefined, to: number | undefined, unit: string): string => {
  const low = from === undefined || from <= Number.MIN_SAFE_INTEGER ? undefined : from
  const high = to === undefined || to >= Number.MAX_SAFE_INTEGER ? undefined : to
  if (low === undefined && high === undefined) return ''
  const bounds = low === undefined ? `≤ ${high}` : high === undefined ? `≥ ${low}` : `${low}–${high}`
  return `${bounds} ${unit}`.trimEnd()
}
