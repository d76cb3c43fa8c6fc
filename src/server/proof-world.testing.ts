import type { FastifyInstance } from 'fastify'
import type { Role } from '../rights/role.ts'
import { type Database, openDatabase } from '../store/database.ts'
import { correctFile } from '../store/people/write.ts'
import { freshData, openedCounty } from '../store/records.testing.ts'
import { asking, serverOver, signedIn } from './kit/server.testing.ts'
import { type Identities, openIdentities } from './proof-identities.testing.ts'
import { approved, office, planText, posts } from './routes/plans.testing.ts'

/** One installation with two counties, a server over it, and one that shows a demonstration. */
export interface World {
  readonly database: Database
  readonly app: FastifyInstance
  /** The same store, served as a demonstration. */
  readonly demo: FastifyInstance
  /** The county that requests are about; everything that an address can name is there. */
  readonly county: string
  /** Another one, which most must not know of. */
  readonly other: string
  /** Another installation, without any account. */
  empty(): Promise<{ readonly database: Database; readonly app: FastifyInstance }>
  /** The same store, served where people also sign in at a provider of identities, which runs. */
  identities(): Promise<Identities>
  close(): Promise<void>
}

export const openWorld = async (): Promise<World> => {
  const database = await openDatabase({ data: await freshData() })
  const app = serverOver(database, { publishes: true })
  const demo = serverOver(database, { isDemo: true, publishes: true })
  const [county, other] = [await openedCounty(database), await openedCounty(database)]
  await Promise.all([app.ready(), demo.ready()])
  const open: (() => Promise<void>)[] = [
    () => demo.close(),
    async () => {
      await app.close()
      await database.close()
    },
  ]
  const empty = async () => {
    const none = await openDatabase({ data: await freshData() })
    const made = { database: none, app: serverOver(none) }
    open.unshift(async () => {
      await made.app.close()
      await none.close()
    })
    return made
  }
  let provided: Promise<Identities & { close(): Promise<void> }> | undefined
  const identities = () => {
    if (provided === undefined) {
      provided = openIdentities(database)
      open.unshift(async () => (await provided)?.close())
    }
    return provided
  }
  const close = async () => {
    for (const end of open) await end()
  }
  for (const id of [county, other]) await furnished({ database, app, county: id })
  return { database, app, demo, county, other, empty, identities, close }
}

/** What the addresses of a furnished county name. */
export const namesIn = {
  plan: 'reform',
  person: 'p1',
  unit: 'land',
  seq: '1',
  version: '1',
  comment: '1',
} as const

/** Gives a county a plan that is commented on and approved, and a file to everybody in it. */
const furnished = async ({ database, app, county }: Pick<World, 'database' | 'app' | 'county'>) => {
  const here = await office(database, app as ReturnType<typeof serverOver>, county)
  await here.planner.send('POST', '/plans', { plan: namesIn.plan, text: planText([posts('water', 2)]) })
  await here.approver.send('POST', `/plans/${namesIn.plan}/comments`, {
    version: 1,
    kind: 'question',
    text: '？',
  })
  await approved(here, namesIn.plan)
  for (const person of ['p1', 'p2', 'p3', 'p4']) await filed(database, county, person)
}

let files = 0
/** Begins the file of a person with invented values. */
export const filed = async (database: Database, county: string, person: string) => {
  files += 1
  const changes = {
    name: `示例·欧阳${String.fromCodePoint(0x5200 + (files % 500))}`,
    phone: `100${String(10_000_000 + files)}`,
    appraisal: '称职。',
  }
  await database.transaction((client) => correctFile(client, { county, person, version: 0, changes }))
  return changes
}

const overAll: readonly Role[] = ['oversight', 'system-administrator', 'security-administrator']

/** A new session of an account that holds a role over a county (or the installation, as the role is) and nothing else. */
export const holding = (
  database: Database,
  role: Role,
  county: string,
  more: { readonly unit?: string; readonly home?: string; readonly hasSecondFactor?: boolean } = {},
) => {
  const { unit = 'land', home = county, hasSecondFactor = true } = more
  const isOverAll = overAll.includes(role)
  const grant = {
    role,
    over: isOverAll ? '*' : county,
    ...(role === 'unit-head' || role === 'unit-clerk' ? { unit } : {}),
  }
  const place = isOverAll ? { home: '-' } : { home, person: namesIn.person }
  return signedIn(database, [grant], { ...place, hasSecondFactor })
}

/** Asks with a session of that role. */
export const askingAs = async (
  { database, app }: Pick<World, 'database' | 'app'>,
  role: Role,
  county: string,
) => asking(app, (await holding(database, role, county)).cookie)
