import { tmpdir } from 'node:os'
import { resolve } from 'node:path'
import { Ajv2020 } from 'ajv/dist/2020.js'
import type { Documented } from './fuzz-requests.testing.ts'
import type { Schemas } from './fuzz-schema.testing.ts'

/** An answer, as far as it is judged. */
export interface Answered {
  readonly status: number
  readonly type: string
  readonly cookies: string
  readonly body: string
  readonly milliseconds: number
}

/** The document of the API, as far as it is needed here. */
export interface Document extends Schemas {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Documented>>>>
}

/** How long an answer may take. Milliseconds. */
const longest = 3000
const root = resolve(import.meta.dirname, '../..')

/** What belongs to the insides: places of files, lines of a stack, words of the database. None of it was ever sent. */
const insides = [
  root,
  tmpdir(),
  'node_modules',
  'node:internal',
  /root:.*:0:0:/,
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

/** Everything that a body tells and should not. */
export const toldOfInsides = (body: string): string[] =>
  insides
    .filter((each) => (typeof each === 'string' ? body.includes(each) : each.test(body)))
    .map((each) => `tells of the insides: ${each}`)

const pointer = (...parts: string[]) =>
  parts.map((part) => encodeURIComponent(part.replaceAll('~', '~0').replaceAll('/', '~1'))).join('/')

const asJson = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** Judges answers against the document of the API. */
export const judgeOf = (document: Document) => {
  const ajv = new Ajv2020({ strict: false, allErrors: false, validateFormats: false })
  ajv.addSchema(document, 'api')
  const misfits = (place: string, body: string): string[] => {
    const validate = ajv.getSchema(`api#/${place}`)
    if (validate === undefined) return [`there is no schema at ${place}`]
    return validate(asJson(body))
      ? []
      : [`not as documented: ${ajv.errorsText(validate.errors).slice(0, 200)}`]
  }
  const operationAt = (path: string, method: string) => document.paths[path]?.[method.toLowerCase()]
  const contentFaults = (path: string, method: string, { status, type, body }: Answered): string[] => {
    const media = type.split(';')[0] ?? ''
    const content = operationAt(path, method)?.responses[status]?.content
    if (content === undefined) return body === '' ? [] : [`a body that the document does not know (${media})`]
    const documented = content[media]
    if (typeof documented !== 'object' || documented === null)
      return [`the media type ${media} is not documented`]
    const steps = [
      'paths',
      path,
      method.toLowerCase(),
      'responses',
      String(status),
      'content',
      media,
      'schema',
    ]
    return 'schema' in documented ? misfits(pointer(...steps), body) : []
  }
  /** What is wrong with an answer wherever it comes from, such as the page. */
  const generalFaults = ({ status, body, cookies, milliseconds }: Answered): string[] => [
    ...(status >= 500 ? [`${status}`] : []),
    ...(milliseconds > longest ? [`${Math.round(milliseconds)} ms`] : []),
    ...(/x=y/.test(cookies) ? ['sets a cookie that it was sent'] : []),
    ...toldOfInsides(body),
  ]
  /** Everything that is wrong with the answer of an operation; nothing as a rule. */
  const faults = (path: string, method: string, answer: Answered): string[] =>
    operationAt(path, method)?.responses[answer.status] === undefined
      ? [`${answer.status} is not documented`]
      : [...generalFaults(answer), ...contentFaults(path, method, answer)]
  /** The same for an address that is no operation's: the problem of an address that is not there. */
  const faultsNowhere = (answer: Answered): string[] => [
    ...generalFaults(answer),
    ...([400, 404, 413, 415].includes(answer.status) ? [] : [`${answer.status} for no operation at all`]),
    ...misfits(pointer('components', 'schemas', 'Problem'), answer.body),
  ]
  return { faults, faultsNowhere, generalFaults, operationAt, document }
}
