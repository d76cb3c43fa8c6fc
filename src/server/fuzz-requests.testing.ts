import { brokenBodies, type Chance, hostileValue, mutated, oneOf, written } from './fuzz-hostile.testing.ts'
import { type Schema, type Schemas, valid } from './fuzz-schema.testing.ts'

/** An operation of the document, as far as requests are made of it. */
export interface Documented {
  readonly parameters: readonly { readonly name: string; readonly in: string; readonly schema: Schema }[]
  readonly requestBody?: {
    readonly content: { readonly 'application/json': { readonly schema: Schema } }
  }
  readonly responses: Readonly<Record<string, { readonly content?: Readonly<Record<string, unknown>> }>>
}

/** A request as it is sent. */
export interface Made {
  readonly url: string
  readonly headers: Readonly<Record<string, string | string[]>>
  readonly payload?: string | Buffer
  /** Another method than that of the operation. */
  readonly method?: (typeof methods)[number]
}

/** What the requests of an operation are made from: one that works, cookies of several people, and the document. */
export interface Base {
  readonly url: string
  readonly body: unknown
  readonly cookies: readonly (string | undefined)[]
  readonly operation: Documented
  readonly document: Schemas
}

const methods = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'] as const

/** Parts of an address, as they stand in it: encoded where they would be. */
const parts = [
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

type Maker = (base: Base, sound: Made, chance: Chance) => Made

const withBody = ({ headers, ...made }: Made, payload: string | Buffer): Made => ({
  ...made,
  headers: { ...headers, ...json },
  payload,
})

/** Anything that can be sent to any address. */
const anywhere: readonly Maker[] = [
  (_, sound) => sound,
  (_, sound, chance) => ({ ...sound, url: strangeUrl(sound.url, chance) }),
  (base, sound, chance) => ({ ...sound, url: strangeQuery(base, chance) }),
  (base, sound, chance) => ({ ...sound, url: validQuery(base, chance) }),
  (_, sound, chance) => ({ ...sound, headers: { ...sound.headers, 'idempotency-key': keyFrom(chance) } }),
  (_, sound, chance) => ({ ...sound, headers: { ...sound.headers, ...strangeHeaders(chance) } }),
  (_, sound, chance) => ({ ...sound, method: oneOf(chance, methods) }),
  ({ body }, sound, chance) => withBody(sound, oneOf(chance, brokenBodies(written(body ?? {})))),
  (_, sound, chance) => withBody(sound, written(hostileValue(chance))),
]

/** What is sent to an operation that takes a body. */
const withBodies: readonly Maker[] = [
  ({ body }, sound, chance) => withBody(sound, written(mutated(body ?? {}, chance))),
  ({ body }, sound, chance) => withBody(sound, written(mutated(mutated(body ?? {}, chance), chance))),
  (base, sound, chance) => withBody(sound, written(validBody(base, chance))),
  (base, sound, chance) => withBody(sound, written(mutated(validBody(base, chance), chance))),
]

/** The next request of an operation: valid, nearly valid or hostile, from somebody or nobody. */
export const nextRequest = (base: Base, chance: Chance): Made => {
  const { url, body, cookies, operation } = base
  const cookie = oneOf(chance, cookies)
  const sound: Made = {
    url,
    headers: { ...(cookie === undefined ? {} : { cookie }), ...(body === undefined ? {} : json) },
    ...(body === undefined ? {} : { payload: written(body) }),
  }
  const takesBody = operation.requestBody !== undefined && chance(2) === 0
  return oneOf(chance, takesBody ? withBodies : anywhere)(base, sound, chance)
}

const validBody = ({ operation, document }: Base, chance: Chance): unknown =>
  valid(operation.requestBody?.content['application/json'].schema ?? {}, document, chance)

const queryOf = ({ operation }: Base) => operation.parameters.filter((each) => each.in === 'query')

const withQuery = (url: string, pairs: readonly string[]): string =>
  pairs.length === 0 ? url : `${url}${url.includes('?') ? '&' : '?'}${pairs.join('&')}`

const validQuery = (base: Base, chance: Chance): string =>
  withQuery(
    base.url,
    queryOf(base)
      .filter(() => chance(2) === 0)
      .map(({ name, schema }) => {
        const value = String(valid(schema, base.document, chance))
        return `${name}=${encodeURIComponent(value.toWellFormed())}`
      }),
  )

const strangeUrl = (url: string, chance: Chance): string => {
  const [path = '', query = ''] = url.split('?')
  const all = path.split('/')
  const at = 2 + chance(Math.max(1, all.length - 2))
  return withQuery(
    all.map((part, index) => (index === at ? oneOf(chance, parts) : part)).join('/'),
    query === '' ? [] : [query],
  )
}

const strangeQuery = (base: Base, chance: Chance): string => {
  const names = [...queryOf(base).map(({ name }) => name), 'unknown', '__proto__']
  const count = 1 + chance(3)
  return withQuery(
    base.url,
    Array.from({ length: count }, () => `${oneOf(chance, names)}=${oneOf(chance, parts)}`),
  )
}

/** Only what a client can put into a header at all. */
const keyFrom = (chance: Chance): string => Buffer.from(oneOf(chance, keys), 'utf8').toString('latin1')

const strangeHeaders = (chance: Chance): Made['headers'] =>
  oneOf<Made['headers']>(chance, [
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
    { 'accept-encoding': 'gzip;q=x, br, *' },
    { host: 'example.org' },
    { authorization: 'Bearer x' },
    { 'content-encoding': 'gzip' },
    { 'content-length': '5' },
    { 'transfer-encoding': 'chunked' },
    { expect: '100-continue' },
  ])
