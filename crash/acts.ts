import { randomUUID } from 'node:crypto'
import type { FastifyInstance } from 'fastify'
import { line } from '../src/reform/planned.testing.ts'
import { register } from '../src/register/testing.ts'
import type { Route } from '../src/server/kit/route.ts'
import { nameOf, requestFor } from '../src/server/proof-recipes.testing.ts'
import { openWorld, type World } from '../src/server/proof-world.testing.ts'
import { routes } from '../src/server/routes/index.ts'
import { applyPlan } from '../src/store/apply-plan.ts'
import { countiesInMemory } from '../src/store/current.ts'
import type { Client, Database } from '../src/store/database.ts'
import { StoreFault } from '../src/store/fault.ts'
import { importCounty } from '../src/store/import-county.ts'
import { importPeople } from '../src/store/people/import-people.ts'
import { folderFor, openedCounty, planned, smallWorld } from '../src/store/records.testing.ts'
import { type Failing, failing } from './failing.ts'
import { ownerOf } from './tables.ts'

/** A store whose statements can be made to fail, and the owner's sight of all its rows. */
export interface Store {
  readonly failing: Failing
  readonly owner: Client
}

/** What came of an attempt: that the store failed, or an answer. */
export interface Outcome {
  readonly isFault: boolean
  /** As a text, to be compared: the status and what was said. */
  readonly answer: string
  readonly isReplayed: boolean
}

/** Something that was made ready to be done, once and again in the same words. */
export interface Ready {
  readonly store: Store
  attempt(): Promise<Outcome>
}

/** A kind of command, and what its sender may count on when he sends it again. */
export interface Act {
  readonly name: string
  /**
   * `answered again`: the same answer for the same key · `nothing more`: it says that it was done, and writes nothing ·
   * `anew`: it has no key, and is another act.
   */
  readonly whenRepeated: 'answered again' | 'nothing more' | 'anew'
  /** What it leaves when it fails in its middle, on purpose: then it cannot be sent again, only begun anew. */
  readonly spends?: readonly string[]
  ready(): Promise<Ready>
}

/** A world, with the stores in it attached to their faults. */
export interface Crashing {
  readonly acts: readonly Act[]
  close(): Promise<void>
}

export const openCrashing = async (): Promise<Crashing> => {
  const world = await openWorld()
  const stores = new Map<Database, Store>()
  const ends: (() => Promise<void>)[] = []
  const attach = async (database: Database): Promise<Store> => {
    const { client, release } = await ownerOf(database)
    ends.push(release)
    const store = { failing: failing(database), owner: client }
    stores.set(database, store)
    return store
  }
  const main = await attach(world.database)
  const apps = new Map<FastifyInstance, Store>()
  const watched: World = {
    ...world,
    empty: async () => {
      const made = await world.empty()
      apps.set(made.app, await attach(made.database))
      return made
    },
  }
  const storeOf = (app: FastifyInstance) => apps.get(app) ?? main
  const writing = routes.filter(({ kind }) => kind !== 'reading')
  return {
    acts: [
      ...writing.map((route) => actOf(route, watched, storeOf)),
      ...commandLineActs(world.database, main),
    ],
    close: async () => {
      for (const end of ends) await end()
      await world.close()
    },
  }
}

/** A way back from a provider of identities may be gone once, whatever comes of it. */
const spentBy: Readonly<Record<string, readonly string[]>> = {
  'GET /api/auth/oidc/{provider}/callback': ['oidc_attempt: a row less'],
}

const actOf = (route: Route, world: World, storeOf: (app: FastifyInstance) => Store): Act => ({
  name: nameOf(route),
  // Whoever has signed out is nobody when he says so again.
  whenRepeated: route.kind === 'command' && route.operation !== 'sign-out' ? 'answered again' : 'anew',
  ...(spentBy[nameOf(route)] === undefined ? {} : { spends: spentBy[nameOf(route)] ?? [] }),
  ready: async () => {
    const { url, cookie, body, headers = {}, app = world.app } = await requestFor(world, route)
    const key = randomUUID()
    return {
      store: storeOf(app),
      attempt: async () => {
        const answer = await app.inject({
          method: route.method,
          url,
          headers: {
            ...headers,
            ...(cookie === undefined ? {} : { cookie }),
            ...(route.kind === 'command' ? { 'idempotency-key': key } : {}),
          },
          ...(body === undefined ? {} : { payload: body as object }),
        })
        return {
          isFault: answer.statusCode === 503,
          answer: `${answer.statusCode} ${answer.body}`,
          isReplayed: answer.headers['idempotency-replayed'] === 'true',
        }
      },
    }
  },
})

/** What a work at the command line comes to; a fault of the store is what the command line tells and ends with. */
const tried = async (work: () => Promise<unknown>): Promise<Outcome> => {
  try {
    return { isFault: false, answer: JSON.stringify(await work()), isReplayed: false }
  } catch (fault) {
    if (!(fault instanceof StoreFault)) throw fault
    return { isFault: true, answer: fault.message, isReplayed: false }
  }
}

let counties = 0

/** What is written without the server. */
const commandLineActs = (database: Database, store: Store): Act[] => [
  {
    name: 'import',
    whenRepeated: 'nothing more',
    ready: async () => {
      counties += 1
      const folder = folderFor(`imported${counties}-${process.pid}`, register(smallWorld))
      const plans = { first: 'title: 示例方案一\n', second: 'title: 示例方案二\n' }
      const work = () => importCounty(database, { ...folder, plans }, 'local:test')
      return { store, attempt: () => tried(work) }
    },
  },
  {
    name: 'apply',
    whenRepeated: 'answered again',
    ready: async () => {
      const county = await openedCounty(database)
      const plan = planned([line('set-staffing-quota', { unit: 'water', kind: 'administrative', posts: 2 })])
      const memory = countiesInMemory()
      const command = { county, plan, actor: 'local:test', key: randomUUID() }
      return { store, attempt: () => tried(() => applyPlan(database, memory, command)) }
    },
  },
  {
    name: 'import-people',
    // It finds that all is there, and says so in the audit.
    whenRepeated: 'anew',
    ready: async () => {
      const county = await openedCounty(database)
      const rows = ['p1', 'p2'].map((person, at) => ({ line: at + 2, cells: [person, `示例·${person}`] }))
      const table = { header: ['person_id', 'name'], rows }
      const asked = { county, actor: 'local:test', isUpdate: false }
      return { store, attempt: () => tried(() => importPeople(database, table, asked)) }
    },
  },
]
