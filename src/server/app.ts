import cookie from '@fastify/cookie'
import fastify, { type FastifyInstance } from 'fastify'
import { policy } from '../rights/policy.ts'
import { answerFaults } from './kit/faults.ts'
import { type House, mount } from './kit/mount.ts'
import { servePage } from './kit/page.ts'
import { documented, type Route } from './kit/route.ts'
import { strictJson } from './kit/strict-json.ts'
import { routes } from './routes/index.ts'

/** What the server is built of: the store and how it was started, and the folder of the built page. */
export interface ServerOptions extends House {
  readonly web: string
}

/** The server of an installation. Throws when a route has no row in the table of rights. */
export const buildServer = ({ web, ...house }: ServerOptions): FastifyInstance => {
  const app = fastify({
    routerOptions: { maxParamLength: 100 },
    bodyLimit: 1024 * 1024,
    requestTimeout: 30_000,
  })
  app.removeAllContentTypeParsers()
  app.addContentTypeParser(
    'application/json',
    { parseAs: 'buffer' },
    async (_request: unknown, body: Buffer) => {
      try {
        return strictJson(body)
      } catch (cause) {
        throw Object.assign(new Error('not JSON', { cause }), { statusCode: 400 })
      }
    },
  )
  app.register(cookie)
  servePage(app, web)
  answerFaults(app)
  refuseUnruled(routes)
  app.register(async (inner) => {
    for (const route of routes) mount(inner, house, route)
  })
  return app
}

/** Every route stands in the table of rights, and no address twice. */
const refuseUnruled = (given: readonly Route[]): void => {
  const unruled = given.filter(({ operation }) => !Object.hasOwn(policy, operation))
  if (unruled.length > 0)
    throw new Error(`no rights are set for ${unruled.map(({ path, operation }) => `${path} (${operation})`)}`)
  const addresses = given.map(({ method, path }) => `${method} ${documented(path)}`)
  const twice = addresses.filter((address, at) => addresses.indexOf(address) !== at)
  if (twice.length > 0) throw new Error(`two routes at ${twice}`)
}
