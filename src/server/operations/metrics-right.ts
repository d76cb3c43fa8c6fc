import { createHash, timingSafeEqual } from 'node:crypto'
import type { RequestFacts } from '../kit/route.ts'

const signsOfProxy = ['forwarded', 'x-forwarded-for', 'x-forwarded-host', 'x-real-ip', 'via']

/**
 * Whether somebody may have the counters: a program on this machine that no proxy speaks for, or whoever bears the
 * token of `SANDING_METRICS_TOKEN` (at least 16 characters).
 */
export const mayMeasure = (
  { address, headers }: RequestFacts,
  token: string | undefined = process.env.SANDING_METRICS_TOKEN,
): boolean => {
  const { authorization } = headers
  if (token !== undefined && token.length >= 16 && authorization !== undefined)
    return timingSafeEqual(hashed(authorization), hashed(`Bearer ${token}`))
  const isLocal = /^(127\.\d+\.\d+\.\d+|::1|::ffff:127\.\d+\.\d+\.\d+)$/.test(address)
  return isLocal && signsOfProxy.every((name) => headers[name] === undefined)
}

const hashed = (text: string): Buffer => createHash('sha256').update(text).digest()
