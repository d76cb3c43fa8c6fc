import type { FastifyRequest } from 'fastify'
import type { Route } from './route.ts'

/** What is known of a request once it was let in: ids only, for the log and the counters. */
export interface Noted {
  readonly operation: string
  readonly kind: Route['kind']
  readonly account?: string
  readonly county?: string
}

const notes = new WeakMap<FastifyRequest, Noted>()

/** Remembers who asked for what, as long as the request lasts. */
export const note = (request: FastifyRequest, noted: Noted): void => void notes.set(request, noted)

/** What was remembered; undefined for what is no route, or was not let in. */
export const notedOf = (request: FastifyRequest): Noted | undefined => notes.get(request)
