import type { FastifyInstance } from 'fastify'
import { beforeAll, describe, expect, test } from 'vitest'
import { policy } from '../rights/policy.ts'
import { grantableRoles } from '../rights/role.ts'
import { propose } from '../store/accounts/grants.ts'
import type { Route } from './kit/route.ts'
import { signedIn } from './kit/server.testing.ts'
import { operationOf } from './matrix-operations.testing.ts'
import { type Asker, type Promised, promised } from './matrix-oracle.testing.ts'
import { addressOf, exampleOf, nameOf } from './proof-recipes.testing.ts'
import { holding, openWorld, type World } from './proof-world.testing.ts'
import { routes } from './routes/index.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
  return () => world.close()
})

/** An account with a proposed grant, for the addresses that name one: what was done to one tells nothing of the next. */
const namesFor = async ({ path }: Route): Promise<Record<string, string>> => {
  if (!path.includes('/:account')) return {}
  const account = await signedIn(world.database, [])
  const proposal = { role: 'oversight', over: '*', by: 'local:proposer' } as const
  const grant = await propose(world.database, account, proposal)
  return { home: account.home, account: account.id, grant }
}

type Case = Asker & { readonly cookie: string }
type Place = Pick<Partial<Asker>, 'unit' | 'hasSecondFactor'>

type GrantableRole = (typeof grantableRoles)[number]

const known = new Map<string, Case>()
/** Somebody with a role in a county. A route that may end his session gets somebody new each time. */
const asker = async (
  route: Route,
  role: (typeof grantableRoles)[number],
  county: string,
  more: Place = {},
) => {
  if (route.tag === 'session') return await begun(role, county, more)
  const name = JSON.stringify([role, county, more])
  const found = known.get(name) ?? (await begun(role, county, more))
  known.set(name, found)
  return found
}

const begun = async (role: GrantableRole, county: string, more: Place): Promise<Case> => {
  const { unit = 'land', hasSecondFactor = true } = more
  const { cookie, home } = await holding(world.database, role, county, { unit, hasSecondFactor })
  const isOverAll = home === '-'
  return {
    role,
    over: isOverAll ? '*' : county,
    ...(role === 'unit-head' || role === 'unit-clerk' ? { unit } : {}),
    home,
    ...(isOverAll ? {} : { person: 'p1' }),
    hasSecondFactor,
    cookie,
  }
}

interface Sent {
  readonly url: string
  readonly cookie?: string | undefined
  readonly app?: FastifyInstance
}

const send = async (route: Route, { url, cookie, app = world.app }: Sent) => {
  const body = exampleOf(route)
  const answer = await app.inject({
    method: route.method,
    url,
    ...(cookie === undefined ? {} : { headers: { cookie } }),
    ...(body === undefined ? {} : { payload: body as object }),
  })
  return { status: answer.statusCode, body: answer.body, type: answer.headers['content-type'] }
}
type Answer = Awaited<ReturnType<typeof send>>

/** Which refusal of the gate an answer is; a refusal that is about the content of a request is let in. */
const gateOf = ({ status, body }: Answer): Promised => {
  const detail = status >= 400 && body.startsWith('{') ? (JSON.parse(body).message?.en as string) : ''
  if (status === 401 && detail === 'Sign in first.') return 'sign-in'
  if (status === 403 && /^(Your role does not permit this|This role works only with a second)/.test(detail))
    return 'forbidden'
  return status === 404 ? 'not-there' : 'in'
}

/** Addresses that are not there for reasons of their own, whoever asks. */
const notThere = (route: Route, isDemo: boolean) =>
  route.path.startsWith('/api/auth/oidc/') || (route.path === '/api/demo/accounts' && !isDemo)

const withSecondFactor = ['approver', 'system-administrator', 'security-administrator'] as const

const units: Readonly<Record<string, string>> = { p1: 'land', p4: 'water' }

/** What is published of a county is everybody's. */
const isOfCounty = ({ path }: Route) => path.includes('/:county') && !path.startsWith('/api/public/')
const isOfPerson = ({ path }: Route) => path.includes('/:person')

interface Question {
  readonly route: Route
  readonly names: Readonly<Record<string, string>>
  readonly who: Case | undefined
  readonly county?: string
  readonly person?: string
  readonly isDemo?: boolean
}

/** Asks, and says where answer and promise differ. */
const differing = async (question: Question): Promise<string[]> => {
  const { route, names, who, county = world.county, person = 'p1', isDemo = false } = question
  const asked = {
    operation: route.operation,
    ...(isOfCounty(route) ? { county } : {}),
    ...(isOfPerson(route) ? { person, unitOfPerson: units[person] ?? '' } : {}),
  }
  const expected = notThere(route, isDemo) ? 'not-there' : promised(asked, who, isDemo)
  const url = addressOf(route, county, { ...names, person })
  const answer = await send(route, { url, cookie: who?.cookie, app: isDemo ? world.demo : world.app })
  const found = gateOf(answer)
  const label = `${nameOf(route)} as ${who === undefined ? 'nobody' : `${who.role} over ${who.over} of ${who.home}`}`
  return found === expected && answer.status < 500
    ? []
    : [
        `${label}${isDemo ? ' (demonstration)' : ''}: ${expected} was promised, ${answer.status} ${found} came`,
      ]
}

test('every route stands under the row of the table that was decided for it', () => {
  expect(Object.fromEntries(routes.map((route) => [nameOf(route), route.operation]))).toEqual(operationOf)
  for (const operation of Object.values(operationOf)) expect(Object.keys(policy)).toContain(operation)
})

test('the audit of another chain than one may read is not there, whether there is one or not', async () => {
  const ask = async (who: Case, county: string) => {
    const { statusCode, body } = await world.app.inject({
      url: `/api/audit?county=${county}`,
      headers: { cookie: who.cookie },
    })
    return statusCode === 404 ? body : statusCode
  }
  const auditor = await begun('auditor', world.county, {})
  const security = await begun('security-administrator', world.county, {})
  const none = await ask(auditor, 'nowhere')

  expect(JSON.parse(String(none)).status).toBe(404)
  expect(await ask(auditor, world.county)).toBe(200)
  expect([await ask(auditor, world.other), await ask(auditor, '-')]).toEqual([none, none])
  expect([await ask(security, '-'), await ask(security, world.county)]).toEqual([200, 200])
})

/** Asks everything at once; the answers stand in the order of the questions. */
const allDiffering = async (questions: readonly Promise<Question>[]): Promise<string[]> =>
  (await Promise.all(questions.map(async (question) => differing(await question)))).flat()

describe.each(routes.map((route) => [nameOf(route), route] as const))('%s', (_, route) => {
  const asked = async (role: GrantableRole, county: string, more: Place & Partial<Question> = {}) => {
    const { unit = 'land', hasSecondFactor = true, ...rest } = more
    const who = await asker(route, role, county, { unit, hasSecondFactor })
    return { route, names: await namesFor(route), who, ...rest }
  }

  test('lets each role in as far as the table says, and nobody else', async () => {
    const nobody = namesFor(route).then((names) => ({ route, names, who: undefined }))
    const questions = grantableRoles.map((role) => asked(role, world.county))

    expect(await allDiffering([nobody, ...questions])).toEqual([])
  })

  test('works for a role that needs a second factor only with one, save in a demonstration', async () => {
    const questions = withSecondFactor.flatMap((role) =>
      [false, true].map((isDemo) => asked(role, world.county, { hasSecondFactor: false, isDemo })),
    )

    expect(await allDiffering(questions)).toEqual([])
  })

  if (isOfPerson(route))
    test('reaches nobody of another unit through a right over one', async () => {
      const questions = (['unit-head', 'unit-clerk'] as const).flatMap((role) =>
        ['land', 'water'].flatMap((unit) =>
          ['p1', 'p4'].map((person) => asked(role, world.county, { unit, person })),
        ),
      )

      expect(await allDiffering(questions)).toEqual([])
    })

  test('tells who has no business there nothing of another county, not even that it is one', async () => {
    expect(await allDiffering(grantableRoles.map((role) => asked(role, world.other)))).toEqual([])
    if (!isOfCounty(route)) return
    for (const role of grantableRoles) {
      const { cookie, over } = await asker(route, role, world.other)
      const seen = await send(route, { url: addressOf(route, world.county), cookie })
      const none = await send(route, { url: addressOf(route, 'nowhere'), cookie })
      if (over !== '*') expect(seen, role).toEqual(none)
    }
  })
})
