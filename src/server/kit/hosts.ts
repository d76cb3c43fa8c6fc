import type { FastifyInstance } from 'fastify'
import { say } from '../../kernel/text.ts'
import { badRequest, Refused } from './problem.ts'

const loopbackAddress = /^(127\.\d+\.\d+\.\d+|::1|::ffff:127\.\d+\.\d+\.\d+)$/
const loopbackName = /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])(:\d+)?$/i

/**
 * A server that listens to this machine alone answers to the names of this machine alone: a page elsewhere could give
 * its own name our address, and would then be of one origin with us. Behind a proxy that is trusted, any name is right.
 */
export const refuseStrangeHosts = (app: FastifyInstance): void => {
  app.addHook('onRequest', async ({ socket, headers }) => {
    const isHere = loopbackAddress.test(socket.localAddress ?? '')
    if (isHere && !loopbackName.test(headers.host ?? '')) throw new Refused(badRequest(strangeHost))
  })
}

const strangeHost = say(
  '此服务只以本机名称访问；前有代理时请加 --trust-proxy。',
  'This server is reached by the names of this machine only; behind a proxy, start it with --trust-proxy.',
)
