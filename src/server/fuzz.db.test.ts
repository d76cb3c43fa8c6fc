import { gunzipSync } from 'node:zlib'
import type { FastifyInstance, LightMyRequestResponse } from 'fastify'
import { beforeAll, describe, expect, test } from 'vitest'
import { grantableRoles } from '../rights/role.ts'
import { auditFindings } from '../store/audit-chain.ts'
import { storedCounties } from '../store/journal-store.ts'
import { type Chance, seeded } from './fuzz-hostile.testing.ts'
import { type Answered, type Document, judgeOf } from './fuzz-judge.testing.ts'
import { type Base, type Made, nextRequest } from './fuzz-requests.testing.ts'
import { documented, type Route } from './kit/route.ts'
import { nameOf, type Request, requestFor } from './proof-recipes.testing.ts'
import { holding, openWorld, type World } from './proof-world.testing.ts'
import { routes } from './routes/index.ts'

/** How many requests each operation gets; SANDING_FUZZ asks for more, SANDING_FUZZ_SEED for others. */
const count = Number(process.env.SANDING_FUZZ ?? 40)
const seed = Number(process.env.SANDING_FUZZ_SEED ?? 1)
/** How often an operation is put back to where its good request works, once that was done: every so many requests. */
const renewal = 20

let world: World
let judge: ReturnType<typeof judgeOf>
/** Somebody of each role, somebody of another county, and nobody. */
let everybody: (string | undefined)[]
beforeAll(async () => {
  world = await openWorld()
  judge = judgeOf((await world.app.inject('/api/openapi.json')).json<Document>())
  everybody = [undefined, (await holding(world.database, 'organisation', world.other)).cookie]
  for (const role of grantableRoles)
    everybody.push((await holding(world.database, role, world.county)).cookie)
  return () => world.close()
})

const ask = async (route: Route, made: Made, app: FastifyInstance): Promise<Answered> => {
  const { url, headers, payload, method = route.method } = made
  const began = performance.now()
  const answer = await app.inject({ method, url, headers, ...(payload === undefined ? {} : { payload }) })
  return {
    status: answer.statusCode,
    type: String(answer.headers['content-type'] ?? ''),
    cookies: String(answer.headers['set-cookie'] ?? ''),
    body: textOf(answer),
    milliseconds: performance.now() - began,
  }
}

const textOf = ({ headers, body, rawPayload }: LightMyRequestResponse): string =>
  headers['content-encoding'] === 'gzip' ? gunzipSync(rawPayload).toString('utf8') : body

const told = (route: Route, made: Made, answer: Answered): string[] => {
  const { url, headers, payload = '', method = route.method } = made
  const sent = `${method} ${url.slice(0, 200)} ${JSON.stringify(headers).slice(0, 200)} ${String(payload).slice(0, 200)}`
  return faultsOf(url, method, answer).map(
    (fault) => `${fault} ← ${sent} → ${answer.status} ${answer.body.slice(0, 200)}`,
  )
}

/** The routes by what their addresses look like, those without parameters first. */
const patterns = routes
  .map(({ method, path }) => ({
    method,
    path,
    looksLike: new RegExp(`^${path.replaceAll('.', '\\.').replace(/:\w+/g, '[^/]+')}$`),
  }))
  .sort((one, two) => one.path.split(':').length - two.path.split(':').length)

/** Judges by the operation that the request went to: a hostile address may be another one's, or none's. */
const faultsOf = (url: string, method: string, answer: Answered): string[] => {
  // Dots are taken for steps before anything is sent, as every client does.
  const { pathname: address } = new URL(url, 'http://localhost')
  if (address === '/') return judge.generalFaults(answer)
  const found = patterns.find((each) => each.method === method && each.looksLike.test(address))
  return found === undefined
    ? judge.faultsNowhere(answer)
    : judge.faults(documented(found.path), method, answer)
}

const goodOf = ({ url, cookie, body, headers = {} }: Request): Made => ({
  url,
  headers: {
    ...headers,
    ...(cookie === undefined ? {} : { cookie }),
    ...(body === undefined ? {} : { 'content-type': 'application/json' }),
  },
  ...(body === undefined ? {} : { payload: JSON.stringify(body) }),
})

const baseOf = (route: Route, { url, body, cookie }: Request): Base => {
  const operation = judge.operationAt(documented(route.path), route.method)
  if (operation === undefined) throw new Error(`${nameOf(route)} is not documented`)
  // Half of all requests come from who may do it. Nobody else is asked to end his own session.
  const others = route.tag === 'session' ? [undefined] : everybody
  const cookies = [...others.map(() => cookie), ...others]
  return { url, body, cookies, operation, document: judge.document }
}

/** Sends an operation many requests; gives everything that was wrong with the answers. */
const attacked = async (route: Route, chance: Chance): Promise<string[]> => {
  let good = await requestFor(world, route)
  let isSpent = false
  const faults: string[] = []
  for (let at = 0; at < count; at += 1) {
    if (isSpent && good.database === undefined && at % renewal === 0) {
      good = await requestFor(world, route)
      isSpent = false
    }
    const made = nextRequest(baseOf(route, good), chance)
    const answer = await ask(route, made, good.app ?? world.app)
    isSpent ||= route.kind !== 'reading' && answer.status < 300
    faults.push(...told(route, made, answer))
  }
  return faults
}

describe.each(routes.map((route) => [nameOf(route), route] as const))('%s', (name, route) => {
  test('answers a good request with what the document says', async () => {
    const good = await requestFor(world, route)
    const made = goodOf(good)
    const answer = await ask(route, made, good.app ?? world.app)

    expect(told(route, made, answer)).toEqual([])
    expect(answer.status, answer.body).toBeLessThan(400)
  })

  test('refuses a bad one in an orderly way, at once, and as documented', async () => {
    const faults = await attacked(
      route,
      seeded([...name].reduce((sum, sign) => sum * 31 + sign.charCodeAt(0), seed)),
    )

    expect(faults.slice(0, 20)).toEqual([])
  })
})

test('after all of it the records hold together, and the server works', async () => {
  const counties = (await storedCounties(world.database)).map(({ id }) => id)
  const findings = []
  for (const county of ['-', ...counties])
    findings.push(...(await auditFindings(world.database, county)).findings)
  expect(findings).toEqual([])

  const health = await world.app.inject('/api/health')
  expect(health.json()).toMatchObject({ status: 'ok', heads: 'ok' })
})
