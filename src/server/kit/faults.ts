import { randomUUID } from 'node:crypto'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { say } from '../../kernel/text.ts'
import { StoreFault, StoreRefused } from '../../store/fault.ts'
import { badRequest, fault, notFound, type Problem, Refused, sendProblem, unavailable } from './problem.ts'

/** What a request that failed is told about, for the log: never shown to who asked. */
export type Told = (incident: string, cause: unknown, request: FastifyRequest) => void

const toStderr: Told = (incident, cause) =>
  void process.stderr.write(
    `系统故障 / fault ${incident}: ${cause instanceof Error ? cause.message : cause}\n`,
  )

/** Maps everything that is thrown to a problem, once for all routes; nothing of the insides is ever told. */
export const answerFaults = (app: FastifyInstance, told: Told = toStderr): void => {
  app.setNotFoundHandler((_request, reply) => sendProblem(reply, notFound))
  app.setErrorHandler((cause: Error & { statusCode?: number }, request, reply) =>
    sendProblem(
      reply,
      problemOf(cause, (incident) => told(incident, cause, request)),
    ),
  )
}

const problemOf = (cause: Error & { statusCode?: number }, told: (incident: string) => void): Problem => {
  if (cause instanceof Refused) return cause.problem
  const incident = randomUUID().slice(0, 8)
  if (cause instanceof StoreFault || cause instanceof StoreRefused) {
    told(incident)
    const findings = cause instanceof StoreRefused ? cause.findings : []
    return unavailable(
      say(`数据库暂不可用（${incident}）。`, `The records are not available (${incident}).`),
      findings,
    )
  }
  const status = cause.statusCode ?? 500
  if (status === 413)
    return { status, title: say('内容过大', 'Too large'), detail: say('请缩小后再发。', 'Send less.') }
  if (status === 415)
    return {
      status,
      title: say('格式不受理', 'Not a format we take'),
      detail: say('请以 JSON 发送。', 'Send JSON.'),
    }
  if (status < 500) return badRequest(say('请求的写法不对。', 'The request is not written as it should be.'))
  told(incident)
  return fault(incident)
}
