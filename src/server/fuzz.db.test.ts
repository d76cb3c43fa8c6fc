import { beforeAll, describe, expect, test } from 'vitest'
import { seeded } from './fuzz-hostile.testing.ts'
import { type Answered, judgeOf } from './fuzz-judge.testing.ts'
import { type Made, nextRequest } from './fuzz-requests.testing.ts'
import { documented, type Route } from './kit/route.ts'
import { nameOf, requestFor } from './proof-recipes.testing.ts'
import { holding, openWorld, type World } from './proof-world.testing.ts'
import { routes } from './routes/index.ts'

/** How many requests each operation gets; SANDING_FUZZ asks for more. */
const count = Number(process.env.SANDING_FUZZ ?? 40)
const seed = Number(process.env.SANDING_FUZZ_SEED ?? 1)

let world: World
let judge: ReturnType<typeof judgeOf>
beforeAll(async () => {
  world = await openWorld()
  judge = judgeOf((await world.app.inject('/api/openapi.json')).json())
  return () => world.close()
})

const ask = async (route: Route, { url, headers, payload }: Made, app = world.app): Promise<Answered> => {
  const began = performance.now()
  const answer = await app.inject({
    method: route.method,
    url,
    headers,
    ...(payload === undefined ? {} : { payload }),
  })
  return {
    status: answer.statusCode,
    type: String(answer.headers['content-type'] ?? ''),
    body: answer.body,
    milliseconds: performance.now() - began,
  }
}

const told = (route: Route, made: Made, answer: Answered, faults: readonly string[]): string[] =>
  faults.map((fault) => {
    const { url, headers, payload = '' } = made
    const sent = `${route.method} ${url.slice(0, 200)} ${JSON.stringify(headers).slice(0, 200)} ${String(payload).slice(0, 200)}`
    return `${fault} ← ${sent} → ${answer.status} ${answer.body.slice(0, 200)}`
  })

/** The address that a request really goes to: a hostile one may be another operation's, or none's. */
const isStill = (route: Route, url: string): boolean => {
  const found = world.app.findRoute({ method: route.method, url: route.path }) !== null
  const pattern = new RegExp(`^${route.path.replace(/:\w+/g, '[^/]+').replaceAll('.', '\\.')}$`)
  return found && pattern.test(url.split('?')[0] ?? '')
}

describe.each(routes.map((route) => [nameOf(route), route] as const))('%s', (_, route) => {
  const path = documented(route.path)

  test('answers a good request with what the document says', async () => {
    const { url, cookie, body, headers = {}, app = world.app } = await requestFor(world, route)
    const made: Made = {
      url,
      headers: {
        ...headers,
        ...(cookie === undefined ? {} : { cookie }),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { payload: JSON.stringify(body) }),
    }
    const answer = await ask(route, made, app)

    expect(told(route, made, answer, judge.faults(path, route.method, answer))).toEqual([])
    expect(answer.status, answer.body).toBeLessThan(400)
  })

  test('refuses a bad one in an orderly way, at once, and as documented', async () => {
    const chance = seeded(seed + path.length * 7919 + route.method.length)
    const good = await requestFor(world, route)
    const { cookie: planner } = await holding(world.database, 'planner', world.county)
    const { cookie: stranger } = await holding(world.database, 'organisation', world.other)
    const base = {
      url: good.url,
      body: good.body,
      cookies: [good.cookie, good.cookie, good.cookie, planner, stranger, undefined],
      parameters: judge.operationAt(path, route.method)?.parameters ?? [],
    }
    const faults: string[] = []
    for (let at = 0; at < count; at += 1) {
      const made = nextRequest(base, chance)
      const answer = await ask(route, made)
      if (isStill(route, made.url) || answer.status >= 500)
        faults.push(...told(route, made, answer, judge.faults(path, route.method, answer)))
    }

    expect(faults).toEqual([])
  })
})
