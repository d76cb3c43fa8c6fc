import staticFiles from '@fastify/static'
import type { FastifyInstance } from 'fastify'

/** Everything comes from this server; nothing may be framed, sniffed or fetched from elsewhere. */
const headers = {
  'content-security-policy':
    "default-src 'self'; img-src 'self' data: blob:; object-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
}

/** Hands out the built page, and puts the headers that guard it on every answer that has none of its own. */
export const servePage = (app: FastifyInstance, web: string): void => {
  app.addHook('onSend', async (_request, reply) => {
    for (const [name, value] of Object.entries(headers)) if (!reply.hasHeader(name)) reply.header(name, value)
  })
  app.register(staticFiles, {
    root: web,
    // Names of built files carry their hash; the page itself is asked for anew each time.
    setHeaders: (reply, path) => {
      const isHashed = path.includes('/assets/')
      reply.header('cache-control', isHashed ? 'public, max-age=31536000, immutable' : 'no-cache')
    },
  })
}
