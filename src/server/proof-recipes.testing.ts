import type { FastifyInstance } from 'fastify'
import type { z } from 'zod'
import { rolesFor } from '../rights/decide.ts'
import type { Database } from '../store/database.ts'
import { documented, type Route } from './kit/route.ts'
import { accountRecipes } from './proof-recipes-accounts.testing.ts'
import { countyRecipes } from './proof-recipes-county.testing.ts'
import { sessionRecipes } from './proof-recipes-session.testing.ts'
import { holding, namesIn, type World } from './proof-world.testing.ts'

/** A request that is answered with 2xx when it is sent once, to a world that was made ready for it. */
export interface Request {
  readonly url: string
  readonly cookie?: string | undefined
  readonly body?: unknown
  readonly headers?: Readonly<Record<string, string>>
  /** The server that it goes to, and the store of that, when they are not the world's own. */
  readonly app?: FastifyInstance
  readonly database?: Database
}

export type Recipe = (world: World) => Promise<Request>

const recipes: Readonly<Record<string, Recipe>> = { ...sessionRecipes, ...accountRecipes, ...countyRecipes }

/** A route as it is called in tests: `POST /api/counties/{county}/plans`. */
export const nameOf = ({ method, path }: Pick<Route, 'method' | 'path'>): string =>
  `${method} ${documented(path)}`

/**
 * The request that a route answers with 2xx: as its recipe has it, or else its address with the names of the furnished
 * county, its body as the document exemplifies it, and the first role that may.
 */
export const requestFor = async (world: World, route: Route): Promise<Request> => {
  const recipe = recipes[nameOf(route)]
  if (recipe !== undefined) return await recipe(world)
  const [role] = rolesFor(route.operation)
  const cookie =
    role === undefined || role === 'public'
      ? undefined
      : (await holding(world.database, role, world.county)).cookie
  return { url: addressOf(route, world.county), cookie, body: exampleOf(route) }
}

/** The address of a route in a county, with names of things that are there. */
export const addressOf = (
  { path }: Route,
  county: string,
  names: Readonly<Record<string, string>> = {},
): string =>
  path.replace(/:(\w+)/g, (_, name: string) => {
    const all: Record<string, string> = { ...namesIn, ...names, county }
    return encodeURIComponent(all[name] ?? 'none')
  })

/** The body that the document gives as an example; undefined for a route without one. */
export const exampleOf = ({ body }: Route): unknown => (body as z.ZodType | undefined)?.meta()?.example
