import { randomUUID } from 'node:crypto'
import cookie from '@fastify/cookie'
import fastify, { type FastifyInstance } from 'fastify'
import { say } from '../kernel/text.ts'
import { policy } from '../rights/policy.ts'
import { answerFaults } from './kit/faults.ts'
import { refuseStrangeHosts } from './kit/hosts.ts'
import { type House, mount } from './kit/mount.ts'
import { servePage } from './kit/page.ts'
import { badRequest, sendProblem } from './kit/problem.ts'
import { documented, type Route } from './kit/route.ts'
import { strictJson } from './kit/strict-json.ts'
import { incidentLine } from './operations/incident.ts'
import { type Log, silent } from './operations/log.ts'
import { watchRequests } from './operations/watch.ts'
import { routes } from './routes/index.ts'

/** What the server is built of: the store and how it was started, and the folder of the built page. */
export interface ServerOptions extends House {
  readonly web: string
  /** Where requests and incidents are told; nowhere when it is left out. */
  readonly log?: Log
  /** Believe one proxy in front what it says of who asks (`X-Forwarded-For`, `-Proto`). */
  readonly trustsProxy?: boolean
}

/** The server of an installation. Throws when a route has no row in the table of rights. */
export const buildServer = (options: ServerOptions): FastifyInstance => {
  const { web, log = silent, trustsProxy = false, ...house } = options
  const app = fastify({
    routerOptions: { maxParamLength: 100 },
    bodyLimit: 1024 * 1024,
    requestTimeout: 30_000,
    genReqId: () => randomUUID(),
    trustProxy: (_address, hop) => trustsProxy && hop === 0,
    // While it stops, health still says so on connections that are open.
    return503OnClosing: false,
    // An address that cannot even be read, such as one with half a percent sign.
    frameworkErrors: (_cause, _request, reply) => void sendProblem(reply, badRequest(unreadableAddress)),
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
  if (!trustsProxy) refuseStrangeHosts(app)
  app.register(cookie)
  servePage(app, web)
  watchRequests(app, { installation: house.installation, log })
  answerFaults(app, (incident, cause, { id }) => {
    house.installation.metrics.failed()
    log.write('error', { id, ...incidentLine(incident, cause) })
  })
  refuseUnruled(routes)
  app.register(async (inner) => {
    for (const route of routes) mount(inner, house, route)
  })
  return app
}

const unreadableAddress = say('地址的写法不对。', 'The address is not written as it should be.')

/** Every route stands in the table of rights, and no address twice. */
const refuseUnruled = (given: readonly Route[]): void => {
  const unruled = given.filter(({ operation }) => !Object.hasOwn(policy, operation))
  if (unruled.length > 0)
    throw new Error(`no rights are set for ${unruled.map(({ path, operation }) => `${path} (${operation})`)}`)
  const addresses = given.map(({ method, path }) => `${method} ${documented(path)}`)
  const twice = addresses.filter((address, at) => addresses.indexOf(address) !== at)
  if (twice.length > 0) throw new Error(`two routes at ${twice}`)
}
