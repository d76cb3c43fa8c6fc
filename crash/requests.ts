import { randomUUID } from 'node:crypto'
import type { Question } from './effects.ts'

/** One command as a writer sends it: always twice at once, under one key. */
export interface Sent {
  readonly key: string
  /** The account that sends it, in the demonstration also its role. */
  readonly account: string
  readonly method: 'POST' | 'PUT' | 'PATCH'
  readonly path: string
  readonly body: unknown
  /** Where the answer to its key and its audit record are kept. */
  readonly county: string
  readonly audit: Question
  /** Counts what it wrote: 1 when it is there, 0 when it is not. */
  readonly rows?: Question
}

export const sent = (facts: Omit<Sent, 'key'>): Sent => ({ key: randomUUID(), ...facts })

/** What an answer means to its sender. */
export type Heard =
  | { readonly kind: 'done'; readonly text: string; readonly body: Readonly<Record<string, unknown>> }
  | { readonly kind: 'refused'; readonly text: string }
  /** Cut off, or the store failed: nobody knows yet. */
  | { readonly kind: 'in doubt' }

/** Sends a command once. */
export const say = async (
  origin: string,
  cookie: string,
  { key, method, path, body }: Sent,
): Promise<Heard> => {
  try {
    const answer = await fetch(`${origin}${path}`, {
      method,
      headers: { cookie, 'content-type': 'application/json', 'idempotency-key': key },
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(40_000),
    })
    const text = await answer.text()
    if (answer.status === 503) return { kind: 'in doubt' }
    const said = JSON.parse(text) as Record<string, unknown> & { codes?: string[] }
    // Y11: done before; of what is personal the answer is not kept.
    if (answer.status === 409 && said.codes?.includes('Y11')) return { kind: 'done', text: '', body: {} }
    if (answer.ok) return { kind: 'done', text: shown({ status: answer.status, ...said }), body: said }
    return { kind: 'refused', text: `${answer.status} ${text.slice(0, 500)}` }
  } catch {
    return { kind: 'in doubt' }
  }
}

/** A first password is shown once and never again. */
const shown = ({ firstPassword: _, ...answer }: Record<string, unknown>): string => JSON.stringify(answer)

/** Signs in with an account of the demonstration and gives its cookie. */
export const signedInTo = async (origin: string, user: string, password: string): Promise<string> => {
  const answer = await fetch(`${origin}/api/auth/sign-in/username`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ username: user, password }),
  })
  const cookie = answer.headers.get('set-cookie')?.split(';')[0]
  if (!answer.ok || cookie === undefined) throw new Error(`${user} cannot sign in: ${answer.status}`)
  return cookie
}
