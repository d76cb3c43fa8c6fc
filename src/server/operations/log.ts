import type { FastifyReply, FastifyRequest } from 'fastify'
import { notedOf } from '../kit/noted.ts'

/** A line of the log: nothing but what {@link allowed} names is ever written. */
export type Line = Readonly<Partial<Record<(typeof allowed)[number], string | number | readonly string[]>>>

const allowed = [
  'time',
  'level',
  'event',
  'id',
  'method',
  'route',
  'status',
  'ms',
  'account',
  'county',
  'operation',
  'incident',
  'error',
  'message',
  'code',
  'constraint',
  'stack',
  'version',
  'port',
  'freeBytes',
] as const

export const levels = ['info', 'warn', 'error'] as const
export type Level = (typeof levels)[number]

export interface Log {
  write(level: Level, line: Line): void
}

/** Writes one JSON object a line, of the members that are allowed, from a level on. */
export const logTo = (write: (text: string) => void, from: Level = 'info'): Log => ({
  write: (level, line) => {
    if (levels.indexOf(level) < levels.indexOf(from)) return
    const whole: Line = { time: new Date().toISOString(), level, ...line }
    write(`${JSON.stringify(whole, [...allowed])}\n`)
  },
})

export const silent: Log = { write: () => undefined }

/** The pattern of the address, not the address: that may hold ids of people. */
export const patternOf = (request: FastifyRequest): string => request.routeOptions.url ?? '(none)'

/** What is told of a request that was answered. The county is left out where it may not be one, but anything typed. */
export const requestLine = (request: FastifyRequest, reply: FastifyReply): Line => {
  const { account, county, operation } = notedOf(request) ?? {}
  return {
    id: request.id,
    method: request.method,
    route: patternOf(request),
    status: reply.statusCode,
    ms: Math.round(reply.elapsedTime),
    ...(operation === undefined ? {} : { operation }),
    ...(account === undefined ? {} : { account }),
    ...(county === undefined || reply.statusCode === 404 ? {} : { county }),
  }
}
