import { tmpdir } from 'node:os'
import { resolve } from 'node:path'
import { Ajv2020 } from 'ajv/dist/2020.js'
import type { Documented } from './fuzz-requests.testing.ts'

/** An answer, as far as it is judged. */
export interface Answered {
  readonly status: number
  readonly type: string
  readonly body: string
  readonly milliseconds: number
}

interface Document {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Documented>>>>
}

const longest = 3000
const root = resolve(import.meta.dirname, '../..')

/** What belongs to the insides: places of files, lines of a stack, words of the database. None of it was ever sent. */
const insides = [
  root,
  tmpdir(),
  'node_modules',
  'node:internal',
  /\n\s+at \S+ /,
  /\.ts:\d+/,
  /\bselect\s[^"]{1,80}\sfrom\s/i,
  /\binsert into\s/i,
  /\bsyntax error at\b/,
  /\bviolates\b/,
  /\brelation "/,
  /\bcolumn "/,
  /invalid (byte sequence|input syntax)/,
  /\bECONN|\bpg_catalog/,
]

const hasSchema = (media: unknown): boolean =>
  typeof media === 'object' && media !== null && 'schema' in media

/** Judges answers against the document of the API. */
export const judgeOf = (document: Document) => {
  const ajv = new Ajv2020({ strict: false, allErrors: false, validateFormats: false })
  ajv.addSchema(document, 'api')
  const pointer = (...parts: string[]) =>
    parts.map((part) => encodeURIComponent(part.replaceAll('~', '~0').replaceAll('/', '~1'))).join('/')
  const operationAt = (path: string, method: string) => document.paths[path]?.[method.toLowerCase()]
  const schemaFaults = (path: string, method: string, { status, type, body }: Answered): string[] => {
    const media = type.split(';')[0] ?? ''
    const content = operationAt(path, method)?.responses[status]?.content
    if (content === undefined) return body === '' ? [] : [`a body that the document does not know (${media})`]
    if (!Object.hasOwn(content, media)) return [`the media type ${media} is not documented`]
    if (!hasSchema(content[media])) return []
    const place = pointer(
      'paths',
      path,
      method.toLowerCase(),
      'responses',
      String(status),
      'content',
      media,
      'schema',
    )
    const validate = ajv.getSchema(`api#/${place}`)
    if (validate === undefined) return ['no schema']
    return validate(JSON.parse(body))
      ? []
      : [`not as documented: ${ajv.errorsText(validate.errors).slice(0, 200)}`]
  }
  /** Everything that is wrong with an answer; nothing as a rule. */
  const faults = (path: string, method: string, answer: Answered): string[] => {
    const { status, body, milliseconds } = answer
    if (operationAt(path, method)?.responses[status] === undefined) return [`${status} is not documented`]
    const isOpen = path === '/docs' || path === '/api/openapi.json'
    return [
      ...(status >= 500 ? [`${status}`] : []),
      ...(milliseconds > longest ? [`${Math.round(milliseconds)} ms`] : []),
      ...insides
        .filter((each) => (typeof each === 'string' ? body.includes(each) : each.test(body)) && !isOpen)
        .map((each) => `tells of the insides: ${each}`),
      ...schemaFaults(path, method, answer),
    ]
  }
  return { faults, operationAt }
}
