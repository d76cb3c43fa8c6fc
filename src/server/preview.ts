import fastify, { type FastifyInstance } from 'fastify'
import { countyStore } from './county-store.ts'
import { answerFaults } from './kit/faults.ts'
import { refuseStrangeHosts } from './kit/hosts.ts'
import { servePage } from './kit/page.ts'
import { notFound, sendProblem } from './kit/problem.ts'

/** What the preview needs: the folder of the built page, and a county folder of the user's own, if any. */
export interface PreviewOptions {
  readonly web: string
  readonly county?: string
}

/**
 * The page over folders of counties, without records and without accounts: it hands out their files as they stand and
 * writes nothing. `GET /api/counties` lists them, `GET /api/counties/:id` gives one. Unknown addresses are 404.
 */
export const buildPreview = ({ web, county }: PreviewOptions): FastifyInstance => {
  const counties = countyStore(county)
  const app = fastify({ routerOptions: { maxParamLength: 80 }, bodyLimit: 1024 })
  refuseStrangeHosts(app)
  servePage(app, web)
  answerFaults(app)

  // There are no accounts here; said as an answer, because a 404 would stand in the console of every reader.
  app.get('/api/auth/session', async (_request, reply) =>
    reply.header('cache-control', 'no-store').type('application/json; charset=utf-8').send('null'),
  )

  app.get('/api/counties', async (_request, reply) => {
    const list = counties.list()
    const first = list.find(({ id }) => county === undefined && id === 'hequ') ?? list[0]
    reply.header('cache-control', 'no-cache')
    return { counties: list.map(({ id, name, plans }) => ({ id, name, plans })), default: first?.id ?? null }
  })

  app.get<{ Params: { id: string } }>('/api/counties/:id', async (request, reply) => {
    const text = counties.open(request.params.id)
    if (text === undefined) return sendProblem(reply, notFound)
    reply.header('cache-control', 'no-cache').header('etag', text.tag)
    if (request.headers['if-none-match'] === text.tag) return reply.code(304).send()
    return reply.type('application/json; charset=utf-8').send(text.body)
  })
  return app
}
