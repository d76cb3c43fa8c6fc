import { brokenBodies, type Chance, hostileValue, mutated, oneOf, written } from './fuzz-hostile.testing.ts'

/** An operation of the document, as far as requests are made of it. */
export interface Documented {
  readonly parameters: readonly { readonly name: string; readonly in: string }[]
  readonly responses: Readonly<Record<string, { readonly content?: Readonly<Record<string, unknown>> }>>
}

/** A request as it is sent. */
export interface Made {
  readonly url: string
  readonly headers: Readonly<Record<string, string | string[]>>
  readonly payload?: string | Buffer
}

/** What the requests of an operation are made from: one that works, and cookies of several people. */
export interface Base {
  readonly url: string
  readonly body: unknown
  readonly cookies: readonly (string | undefined)[]
  readonly parameters: Documented['parameters']
}

const texts = [
  '..',
  '%2e%2e%2fetc%2fpasswd',
  '%00',
  'a%00b',
  '%ff',
  '%ed%a0%80',
  "'%20or%201=1--",
  '%F0%A0%AE%B7',
  '-',
  '*',
  '__proto__',
  'constructor',
  '0',
  '-1',
  '1e999',
  'Infinity',
  '999999999999999',
  '99999999999999999999',
  '9'.repeat(99),
  '长'.repeat(30),
  'x'.repeat(400),
  '2020-02-30',
  '%',
  '%0d%0aset-cookie:x=y',
]

const strangeUrl = (url: string, chance: Chance): string => {
  const [path = '', query = ''] = url.split('?')
  const parts = path.split('/')
  const at = 2 + chance(Math.max(1, parts.length - 2))
  const changed = parts.map((part, index) => (index === at ? oneOf(chance, texts) : part)).join('/')
  return query === '' ? changed : `${changed}?${query}`
}

const strangeQuery = ({ url, parameters }: Base, chance: Chance): string => {
  const names = [
    ...parameters.filter((each) => each.in === 'query').map(({ name }) => name),
    'unknown',
    '__proto__',
  ]
  const count = 1 + chance(3)
  const pairs = Array.from({ length: count }, () => `${oneOf(chance, names)}=${oneOf(chance, texts)}`)
  return `${url}${url.includes('?') ? '&' : '?'}${pairs.join('&')}`
}

const keys = ['k', 'x'.repeat(100), 'x'.repeat(101), '', ' ', '示例', "' or 1=1", '%00', 'a,b']
const kinds = [
  'text/plain',
  'application/xml',
  'multipart/form-data; boundary=x',
  'application/json; charset=gbk',
  'x',
  '',
]

const json = { 'content-type': 'application/json' }

/** The next request of an operation: valid, nearly valid or hostile, from somebody or nobody. */
export const nextRequest = (base: Base, chance: Chance): Made => {
  const cookie = oneOf(chance, base.cookies)
  const who = cookie === undefined ? {} : { cookie }
  const { url, body } = base
  const plain = { url, headers: { ...who, ...(body === undefined ? {} : json) } }
  const payload = body === undefined ? {} : { payload: written(body) }
  switch (chance(10)) {
    case 0:
      return { ...plain, ...payload, url: strangeUrl(url, chance) }
    case 1:
      return { ...plain, ...payload, url: strangeQuery(base, chance) }
    case 2:
      return {
        ...plain,
        ...payload,
        headers: { ...plain.headers, 'idempotency-key': header(oneOf(chance, keys)) },
      }
    case 3:
      return { ...plain, ...payload, headers: strangeHeaders(plain.headers, chance) }
    case 4:
      return {
        ...plain,
        headers: { ...who, ...json },
        payload: oneOf(chance, brokenBodies(written(body ?? {}))),
      }
    case 5:
      return { ...plain, headers: { ...who, ...json }, payload: written(hostileValue(chance)) }
    default:
      return { ...plain, headers: { ...who, ...json }, payload: written(mutated(body ?? {}, chance)) }
  }
}

/** Only what a client can put into a header at all. */
const header = (text: string): string => Buffer.from(text, 'utf8').toString('latin1')

const strangeHeaders = (headers: Made['headers'], chance: Chance): Made['headers'] => {
  const more: readonly Made['headers'][] = [
    { 'content-type': oneOf(chance, kinds) },
    { origin: 'https://example.org' },
    { origin: 'null' },
    { 'sec-fetch-site': 'cross-site' },
    { cookie: `sanding_session=${'x'.repeat(3000)}` },
    { cookie: 'sanding_session=-.%00; sanding_session=-.b' },
    { 'if-match': '"x"' },
    { 'if-none-match': `"${'0'.repeat(2000)}"` },
    { 'idempotency-key': ['a', 'b'] },
    { 'x-forwarded-for': "127.0.0.1, ' or 1=1" },
    { accept: 'application/xml' },
    { 'accept-language': 'en;q=NaN' },
    { host: 'example.org' },
    { authorization: 'Bearer x' },
    { 'content-encoding': 'gzip' },
    { 'content-length': '5' },
  ]
  return { ...headers, ...oneOf(chance, more) }
}
