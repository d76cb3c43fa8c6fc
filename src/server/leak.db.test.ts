import { createHash } from 'node:crypto'
import type { FastifyInstance } from 'fastify'
import { beforeAll, expect, test } from 'vitest'
import type { z } from 'zod'
import { register } from '../register/testing.ts'
import { rolesFor } from '../rights/decide.ts'
import { rowOf } from '../rights/policy.ts'
import { grantableRoles, type Role } from '../rights/role.ts'
import { importCounty } from '../store/import-county.ts'
import { folderFor, smallWorld } from '../store/records.testing.ts'
import type { Route } from './kit/route.ts'
import { serverOver } from './kit/server.testing.ts'
import { busy, plansOfBusy } from './leak-busy.testing.ts'
import { addressOf, nameOf } from './proof-recipes.testing.ts'
import { holding, namesIn, openWorld, type World } from './proof-world.testing.ts'
import { routes } from './routes/index.ts'

/** Addresses whose answers are not what is kept of a county, and why. */
const others: Readonly<Record<string, string>> = {
  'GET /metrics': 'counts the requests of the process itself',
  'GET /api/auth/oidc/{provider}/start': 'writes a number that is made anew each time',
  'GET /api/auth/oidc/{provider}/callback': 'ends a sign-in',
  'GET /api/demo/accounts': 'is there in a demonstration only',
  'GET /api/public/counties': 'names every county of an installation that publishes',
}

/** What the parameters of a question may be; a new one has to be given a value here. */
const samples = (county: string): Readonly<Record<string, readonly string[]>> => ({
  on: ['2026-10-01', '2099-12-31'],
  known: ['1', '2', '2099-12-31'],
  plan: [namesIn.plan, plansOfBusy.done],
  version: ['1'],
  after: ['0', '1', 'p1', `${county}~`, '-~zzz'],
  limit: ['1', '200'],
  latest: ['3'],
  unit: ['land'],
  query: ['p'],
  home: [county],
  county: [county],
  lang: ['en'],
})

const asked = routes.filter((route) => route.method === 'GET' && others[nameOf(route)] === undefined)

const namesOfQuery = ({ query }: Route): string[] =>
  query === undefined ? [] : Object.keys((query as z.ZodObject).shape)

/** Every address of a route about a county: with each of its plans, and with each value of each parameter of the question. */
const addressesOf = (route: Route, county: string): string[] => {
  const bare = addressOf(route, county)
  const given = samples(county)
  const plans = route.path.includes(':plan') ? Object.values(plansOfBusy) : []
  return [
    bare,
    ...plans.map((plan) => addressOf(route, county, { plan })),
    ...namesOfQuery(route).flatMap((name) =>
      (given[name] ?? []).map((value) => `${bare}?${name}=${encodeURIComponent(value)}`),
    ),
  ]
}

/** Whoever looks after all counties is told of all; of him only what names the one county is compared. */
const overAll: readonly Role[] = ['oversight', 'system-administrator', 'security-administrator']
const isOf = (url: string, county: string) => url.includes(encodeURIComponent(county))

let world: World
const cookies = new Map<string, string>()
const cookieOf = async (role: Role, county: string): Promise<string | undefined> => {
  if (role === 'public') return undefined
  const name = `${role} ${county}`
  const cookie = cookies.get(name) ?? (await holding(world.database, role, county)).cookie
  cookies.set(name, cookie)
  return cookie
}

const rolesThatMay = ({ operation }: Route): readonly Role[] => {
  const roles = rolesFor(operation)
  return roles.includes('public') ? ['public', ...grantableRoles] : roles
}

/** One who is told is enough to see that something moved. */
const firstThatMay = (route: Route) => rolesThatMay(route).slice(0, 1)

/** All that is told about a county to everybody who may ask, each by who asked for what: status, tag and bytes. */
const toldOf = async (
  county: string,
  { app = world.app, rolesOf = rolesThatMay }: { app?: FastifyInstance; rolesOf?: typeof rolesThatMay } = {},
): Promise<Map<string, string>> => {
  const told = new Map<string, string>()
  for (const route of asked)
    for (const role of rolesOf(route)) {
      const cookie = await cookieOf(role, county)
      const urls = addressesOf(route, county).filter((url) => !overAll.includes(role) || isOf(url, county))
      const answers = await Promise.all(
        urls.map((url) => app.inject({ url, headers: cookie === undefined ? {} : { cookie } })),
      )
      for (const [at, { statusCode, headers, rawPayload }] of answers.entries()) {
        const hash = createHash('sha256').update(rawPayload).digest('hex')
        told.set(`${nameOf(route)} ${role} ${urls[at]}`, `${statusCode} ${headers.etag ?? ''} ${hash}`)
      }
    }
  return told
}

const differing = (before: Map<string, string>, after: Map<string, string>): string[] =>
  [...new Set([...before.keys(), ...after.keys()])].filter((key) => before.get(key) !== after.get(key))

/** What each table keeps of other counties than one, as a digest. */
const rowsBeside = (county: string): Promise<Map<string, string>> =>
  world.database.asOwner(async (client) => {
    const { rows: tables } = await client.query(
      "select table_name as name from information_schema.columns where table_schema = 'public' and column_name = 'county_id'",
    )
    const digests = new Map<string, string>()
    for (const { name } of tables) {
      const { rows } = await client.query(
        `select coalesce(md5(string_agg(t::text, ' ' order by t::text)), '') as digest
         from "${name}" t where county_id not in ($1, '-')`,
        [county],
      )
      digests.set(name as string, rows[0]?.digest as string)
    }
    return digests
  })

/** Tables that keep everything with the installation, whatever county it is about. */
const ofInstallation = ['oidc_attempt', 'oidc_link', 'sign_in_failure', 'sign_in_name']

/** The first record of a county is the one that opened it, and a sealed record never changes. */
const unchanging = ['GET /api/counties/{county}/journal/{seq}', 'GET /api/public/counties/{county}']

let before: {
  readonly told: Map<string, string>
  readonly other: Map<string, string>
  readonly rows: Map<string, string>
}
beforeAll(async () => {
  world = await openWorld()
  const { county, other, database } = world
  await busy(world, county)
  before = {
    told: await toldOf(county),
    other: await toldOf(other, { rolesOf: firstThatMay }),
    rows: await rowsBeside(county),
  }
  await busy(world, other)
  const third = folderFor(`third-${process.pid}`, register(smallWorld))
  const more = { policies: [{ name: 'policy.yaml', text: '' }], plans: { reform: 'title: 示例\n' } }
  await importCounty(database, { ...third, ...more }, 'local:test')
  return () => world.close()
})

test('every parameter of every question is asked with', () => {
  const known = Object.keys(samples('x'))
  expect(asked.flatMap(namesOfQuery).filter((name) => !known.includes(name))).toEqual([])
  expect(Object.keys(others).filter((name) => !routes.some((route) => nameOf(route) === name))).toEqual([])
})

test('whoever may ask is answered, so that there is something to compare', () => {
  const isAnswered = ({ path, operation }: Route, role: Role) =>
    !overAll.includes(role) || (path.includes(':county') && rowOf(operation)[role] !== 'own')
  const unanswered = asked.flatMap((route) =>
    rolesThatMay(route)
      .filter((role) => isAnswered(route, role))
      .map((role) => `${nameOf(route)} ${role} ${addressOf(route, world.county)}`)
      .filter((key) => !before.told.get(key)?.startsWith('200')),
  )
  expect(unanswered).toEqual([])
  expect(before.told.size).toBeGreaterThan(400)
})

test('what is added changes every table, and in the answers about the county that it was added to', async () => {
  const { county, other } = world
  const rows = await rowsBeside(county)
  const same = [...rows.keys()].filter((name) => rows.get(name) === before.rows.get(name))
  expect(same.sort()).toEqual(ofInstallation)

  const moved = differing(before.other, await toldOf(other, { rolesOf: firstThatMay })).map((key) =>
    key.split(' ').slice(0, 2).join(' '),
  )
  const still = asked.map(nameOf).filter((name) => name.includes('{county}') && !moved.includes(name))
  expect(still.sort()).toEqual(unchanging)
})

test('nothing that is told of a county changes by a byte when rows are added to others', async () => {
  expect(differing(before.told, await toldOf(world.county))).toEqual([])
})

test('nor does it at a server that was started after that', async () => {
  const fresh = serverOver(world.database, { publishes: true })
  const told = await toldOf(world.county, { app: fresh })
  await fresh.close()

  expect(differing(before.told, told)).toEqual([])
})

test('the counters name no county', async () => {
  const { body } = await world.app.inject('/metrics')
  for (const county of [world.county, world.other]) expect(body).not.toContain(county)
})
