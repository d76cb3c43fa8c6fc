import staticFiles from '@fastify/static'
import fastify, { type FastifyInstance, type FastifyReply } from 'fastify'
import { countyStore } from './county-store.ts'

/** Everything comes from this server; nothing may be framed, sniffed or fetched from elsewhere. */
const headers = {
  'content-security-policy':
    "default-src 'self'; img-src 'self' data: blob:; object-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
}

/** What the server needs: the folder of the built page, and a county folder of the user's own, if any. */
export interface ServerOptions {
  readonly web: string
  readonly county?: string
}

/** RFC 9457: a problem as JSON, in both languages, without a word about the insides. */
const problem = (reply: FastifyReply, status: number, title: string, detail: string) =>
  reply.code(status).type('application/problem+json').send({ type: 'about:blank', title, status, detail })

/**
 * The server of the page: it hands out the files of counties and the built page, and writes nothing.
 * `GET /api/counties` lists them, `GET /api/counties/:id` gives one. Unknown addresses are 404, whatever they name.
 */
export const buildServer = ({ web, county }: ServerOptions): FastifyInstance => {
  const counties = countyStore(county)
  const app = fastify({ routerOptions: { maxParamLength: 80 }, bodyLimit: 1024 })
  app.addHook('onSend', async (_request, reply) => {
    for (const [name, value] of Object.entries(headers)) reply.header(name, value)
  })

  app.get('/api/counties', async (_request, reply) => {
    const list = counties.list()
    const first = list.find(({ id }) => county === undefined && id === 'hequ') ?? list[0]
    reply.header('cache-control', 'no-cache')
    return { counties: list.map(({ id, name, plans }) => ({ id, name, plans })), default: first?.id ?? null }
  })

  app.get<{ Params: { id: string } }>('/api/counties/:id', async (request, reply) => {
    const text = counties.open(request.params.id)
    if (text === undefined) return notFound(reply)
    reply.header('cache-control', 'no-cache').header('etag', text.tag)
    if (request.headers['if-none-match'] === text.tag) return reply.code(304).send()
    return reply.type('application/json; charset=utf-8').send(text.body)
  })

  app.register(staticFiles, {
    root: web,
    // Names of built files carry their hash; the page itself is asked for anew each time.
    setHeaders: (reply, path) => {
      const isHashed = path.includes('/assets/')
      reply.header('cache-control', isHashed ? 'public, max-age=31536000, immutable' : 'no-cache')
    },
  })
  app.setNotFoundHandler((_request, reply) => notFound(reply))
  app.setErrorHandler((fault: { statusCode?: number; message: string }, _request, reply) => {
    const status = fault.statusCode ?? 500
    if (status >= 500) process.stderr.write(`系统故障 / fault: ${fault.message}\n`)
    return status >= 500
      ? problem(
          reply,
          500,
          '系统故障 Fault',
          '服务器未能完成请求，请稍后再试。The server could not do this; try again.',
        )
      : problem(
          reply,
          status,
          '请求有误 Bad request',
          '请求的写法不对。The request is not written correctly.',
        )
  })
  return app
}

const notFound = (reply: FastifyReply) =>
  problem(reply, 404, '没有此页 Not found', '没有这个地址。There is nothing at this address.')
