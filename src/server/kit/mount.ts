import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { say } from '../../kernel/text.ts'
import { mayKnow, permitted, type Target } from '../../rights/decide.ts'
import type { Viewer } from '../../rights/viewer.ts'
import { viewerOf } from '../../store/accounts/session.ts'
import type { Counties } from '../../store/current.ts'
import type { Client, Database } from '../../store/database.ts'
import { shortOfSpace } from '../operations/free-space.ts'
import { actorOf } from './actor.ts'
import { carriedOut } from './command.ts'
import type { Installation } from './installation.ts'
import { note } from './noted.ts'
import { comesFromHere } from './origin.ts'
import { parsed } from './parse.ts'
import {
  badRequest,
  forbidden,
  mustChangeFirst,
  notFound,
  notSignedIn,
  Refused,
  secondFactorFirst,
  unavailable,
} from './problem.ts'
import type { Answer, Ask, Route } from './route.ts'

/** What every request is answered with. */
export interface House {
  readonly database: Database
  readonly counties: Counties
  readonly installation: Installation
}

/** The name of the cookie that a session's token is in. */
export const sessionCookie = 'sanding_session'

/** Puts a route at its address: rights first, then shapes, then its work; a command in its one transaction. */
export const mount = (app: FastifyInstance, house: House, route: Route): void => {
  app.route({
    method: route.method,
    url: route.path,
    ...(route.bodyLimit === undefined ? {} : { bodyLimit: route.bodyLimit }),
    handler: async (request, reply) => {
      const asked = await admitted(house, route, request)
      const { answer, isReplayed } =
        route.kind === 'command'
          ? await commanded(house, route, asked, request)
          : { answer: await route.handle(asked), isReplayed: false }
      answer.after?.()
      if (isReplayed) reply.header('idempotency-replayed', 'true')
      return send(reply, answer)
    },
  })
}

type AnyAsk = Ask<undefined, undefined, undefined>

/** Who asks, whether he may, and what he asks; thrown as 401, 403, 404 or 400 otherwise, in this order. */
const admitted = async (house: House, route: Route, request: FastifyRequest): Promise<AnyAsk> => {
  const { database, counties, installation } = house
  if (!comesFromHere(request)) throw new Refused(forbidden)
  if (route.kind !== 'reading' && route.worksReadOnly !== true && installation.isReadOnly())
    throw new Refused(readOnly)
  const viewer = await viewerOf(database, request.cookies[sessionCookie], installation)
  const county = (request.params as { county?: string }).county
  const target = { isDemo: installation.isDemo, ...(county === undefined ? {} : { county }) }
  const permission = permitted(viewer, route.operation, target)
  if (permission === undefined) throw new Refused(refusalFor(viewer, route, target))
  if (county !== undefined && permission.scope === 'own' && viewer.account?.home !== county)
    throw new Refused(notFound)
  note(request, {
    operation: route.operation,
    kind: route.kind,
    ...(viewer.account === undefined ? {} : { account: viewer.account.id }),
    ...(county === undefined ? {} : { county }),
  })
  return {
    viewer,
    permission,
    params: parsed(route.params, 'path', request.params) as undefined,
    query: parsed(route.query, 'query', request.query) as undefined,
    body: parsed(route.body, 'body', request.body) as undefined,
    client: database,
    database,
    counties,
    installation,
    now: '',
    request: {
      address: request.ip,
      headers: request.headers as Record<string, string | undefined>,
      cookies: request.cookies,
    },
  }
}

const refusalFor = (viewer: Viewer, { operation }: Route, target: Target) => {
  const { county } = target
  if (viewer.account === undefined) return notSignedIn
  if (viewer.mustChangePassword) return mustChangeFirst
  if (permitted({ ...viewer, hasSecondFactor: true }, operation, target) !== undefined)
    return secondFactorFirst
  return county === undefined || mayKnow(viewer, county) ? forbidden : notFound
}

const commanded = (house: House, route: Route, asked: AnyAsk, request: FastifyRequest) =>
  carriedOut(
    house.database,
    {
      actor: asked.viewer.account === undefined ? 'public' : actorOf(asked.viewer),
      county: (request.params as { county?: string }).county ?? '-',
      key: keyIn(request),
      content: [route.method, request.url, request.body ?? null],
    },
    (client: Client, now: string) => route.handle({ ...asked, client, now }),
  )

/** The Idempotency-Key that was sent; 400 when it is none that can be kept. */
const keyIn = (request: FastifyRequest): string | undefined => {
  const key = request.headers['idempotency-key']
  if (key === undefined) return undefined
  if (typeof key === 'string' && /^[\x21-\x7e]{1,100}$/.test(key)) return key
  throw new Refused(
    badRequest(
      say('Idempotency-Key 应为 1 至 100 个可见字符。', 'Idempotency-Key is 1 to 100 visible characters.'),
    ),
  )
}

const send = (reply: FastifyReply, { status, body, headers = {}, type }: Answer) => {
  reply.code(status).header('cache-control', 'no-store')
  for (const [name, value] of Object.entries(headers)) reply.header(name, value)
  if (type !== undefined) return reply.type(type).send(body)
  if (status === 204 || (status >= 300 && status < 400)) return reply.send()
  return reply.type('application/json; charset=utf-8').send(JSON.stringify(body))
}

const readOnly = unavailable(
  say('磁盘将满，目前只读。请联系系统管理员。', 'The disk is nearly full: records can be read, not written.'),
  [shortOfSpace],
)
