import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { say } from '../../kernel/text.ts'
import type { Installation } from '../kit/installation.ts'
import { notedOf } from '../kit/noted.ts'
import { sendProblem, unavailable } from '../kit/problem.ts'
import { type Log, patternOf, requestLine } from './log.ts'

/** The address that is answered to the last: it says that the server stops. */
export const healthPath = '/api/health'

/** Counts, times and logs every request, and begins none any more once the server was told to stop. */
export const watchRequests = (
  app: FastifyInstance,
  { installation, log }: { readonly installation: Installation; readonly log: Log },
): void => {
  app.addHook('onRequest', async (request, reply) => {
    opened(installation, log, request, reply)
    if (!installation.isStopping() || patternOf(request) === healthPath) return
    reply.header('connection', 'close')
    return sendProblem(reply, stopping)
  })
  app.addHook('onResponse', async (request, reply) => {
    counted(installation, request, reply)
    log.write(reply.statusCode >= 500 ? 'warn' : 'info', requestLine(request, reply))
  })
}

/** Open until its last byte was handed over, or who asked went away: then there is no answer, and a line says so. */
const opened = ({ metrics }: Installation, log: Log, request: FastifyRequest, reply: FastifyReply): void => {
  let isOver = false
  const over = (isAborted: boolean) => {
    if (isOver) return
    isOver = true
    metrics.open -= 1
    if (isAborted) log.write('info', { event: 'aborted', ...requestLine(request, reply) })
  }
  metrics.open += 1
  reply.raw.once('finish', () => over(false))
  reply.raw.once('close', () => over(true))
}

const counted = ({ metrics }: Installation, request: FastifyRequest, reply: FastifyReply): void => {
  const seconds = reply.elapsedTime / 1000
  const { method } = request
  metrics.requested({ method, route: patternOf(request), status: reply.statusCode }, seconds)
  const noted = notedOf(request)
  if (noted === undefined || noted.kind === 'reading') return
  metrics.commanded(noted.operation, outcomeOf(reply), seconds)
}

const outcomeOf = (reply: FastifyReply): string => {
  if (reply.getHeader('idempotency-replayed') !== undefined) return 'replayed'
  if (reply.statusCode < 400) return 'done'
  return reply.statusCode < 500 ? 'refused' : 'failed'
}

const stopping = unavailable(say('服务正在停止。', 'The service is stopping.'))
