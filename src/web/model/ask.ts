import { z } from 'zod'
import type { Finding } from '../../kernel/finding.ts'
import type { Text } from '../../kernel/text.ts'

/** Asking the server. The page checks the shape of every answer, because another version may answer. */

export const text = z.object({ zh: z.string(), en: z.string() })
export const findings = z.array(
  z.custom<Finding>((value) => typeof value === 'object' && value !== null && 'message' in value),
)

/** Why nothing came: no answer, nothing there, not readable, nobody signed in, or not for this role. */
export class Unavailable extends Error {
  readonly reason: 'unreachable' | 'unknown' | 'unreadable' | 'signedOut' | 'forbidden'
  constructor(reason: Unavailable['reason']) {
    super(reason)
    this.reason = reason
  }
}

/** A command that the server refused, and what it says of it. */
export interface Refusal {
  /** The status of HTTP; 0 when the server could not be reached or understood. */
  readonly status: number
  readonly message: Text
  readonly findings: readonly Finding[]
  /** Seconds after which it is worth trying again. */
  readonly retryAfter: number | undefined
  /** The other members of the problem, such as the versions of a conflict. */
  readonly more: Readonly<Record<string, unknown>>
}

export type Answered<Value> =
  | { readonly isDone: true; readonly value: Value }
  | { readonly isDone: false; readonly refusal: Refusal }

const reached = async (path: string, init: RequestInit): Promise<Response> => {
  try {
    return await fetch(new URL(path, document.baseURI), init)
  } catch (error) {
    if (init.signal?.aborted === true) throw error
    throw new Unavailable('unreachable')
  }
}

const shaped = async <Shape>(shape: z.ZodType<Shape>, response: Response): Promise<Shape> => {
  const read = shape.safeParse(await response.json().catch(() => undefined))
  if (!read.success) throw new Unavailable('unreadable')
  return read.data
}

const reasons: Readonly<Record<number, Unavailable['reason']>> = {
  401: 'signedOut',
  403: 'forbidden',
  404: 'unknown',
}

/** Reads an address below the page's own. Throws {@link Unavailable}. */
export const getJson = async <Shape>(
  shape: z.ZodType<Shape>,
  path: string,
  signal: AbortSignal,
): Promise<Shape> => {
  const response = await reached(path, { signal })
  if (!response.ok) throw new Unavailable(reasons[response.status] ?? 'unreachable')
  return shaped(shape, response)
}

/** The method and address of a command, its body, and the key that makes a repetition harmless. */
export interface Command {
  readonly method: 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  readonly path: string
  readonly body?: unknown
  readonly key?: string
}

/** Sends a command. A refusal is a value; only what cannot be told from one is thrown. */
export const send = async <Shape>(
  shape: z.ZodType<Shape>,
  { method, path, body, key }: Command,
): Promise<Answered<Shape>> => {
  try {
    const response = await reached(path, {
      method,
      headers: {
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...(key === undefined ? {} : { 'idempotency-key': key }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
    if (!response.ok) return { isDone: false, refusal: await refusalIn(response) }
    return { isDone: true, value: await shaped(shape, response) }
  } catch (error) {
    if (error instanceof Unavailable) return { isDone: false, refusal: withoutAnswer(error.reason) }
    throw error
  }
}

/** A key of its own for each command; `crypto.randomUUID` is missing where the page does not come over TLS. */
export const commandKey = (): string =>
  [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('')

const problem = z
  .object({ status: z.number(), message: text.catch({ zh: '', en: '' }), findings: findings.catch([]) })
  .loose()

const refusalIn = async (response: Response): Promise<Refusal> => {
  const read = problem.safeParse(await response.json().catch(() => undefined))
  const seconds = Number(response.headers.get('retry-after'))
  const said = read.success ? read.data : { message: { zh: '', en: '' }, findings: [] }
  return {
    status: response.status,
    message: said.message,
    findings: said.findings,
    retryAfter: seconds > 0 ? Math.ceil(seconds) : undefined,
    more: said,
  }
}

const withoutAnswer = (reason: Unavailable['reason']): Refusal => ({
  status: 0,
  message: { zh: '', en: '' },
  findings: [],
  retryAfter: undefined,
  more: { reason },
})
