import type { FastifyRequest } from 'fastify'

const safe = new Set(['GET', 'HEAD', 'OPTIONS'])

/**
 * Whether a request may change anything, as far as its origin goes: a browser says where the page came from, and only
 * our own pages may. A program without a browser says nothing, and bears no cookie that it was not given.
 */
export const comesFromHere = ({ method, headers }: FastifyRequest): boolean => {
  if (safe.has(method)) return true
  const site = headers['sec-fetch-site']
  if (site !== undefined && site !== 'same-origin' && site !== 'none') return false
  const { origin } = headers
  return origin === undefined || (headers.host !== undefined && hostOf(origin) === headers.host)
}

const hostOf = (origin: string): string | undefined =>
  URL.canParse(origin) ? new URL(origin).host : undefined
