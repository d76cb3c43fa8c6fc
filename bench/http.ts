import { Agent, request } from 'node:http'

/** An answer and how long it took until its last byte, in milliseconds. */
export interface Answered {
  readonly status: number
  readonly ms: number
  readonly etag: string | undefined
  readonly body: Buffer
}

/** What is asked: a command has a body, and a key of its own. */
export interface Asked {
  readonly method: 'GET' | 'POST' | 'PUT'
  readonly path: string
  readonly body?: unknown
  readonly cookie?: string
  readonly etag?: string | undefined
}

/** One client with one connection that it keeps, as a browser does between two clicks. */
export interface HttpClient {
  ask(asked: Asked): Promise<Answered>
  end(): void
}

let keys = 0

export const httpClient = (origin: string): HttpClient => {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 })
  const ask = (asked: Asked): Promise<Answered> =>
    new Promise((done, failed) => {
      const began = performance.now()
      const sent = request(
        `${origin}${asked.path}`,
        { agent, method: asked.method, headers: headersOf(asked) },
        (answer) => {
          const parts: Buffer[] = []
          answer.on('data', (part: Buffer) => parts.push(part))
          answer.on('error', failed)
          answer.on('end', () => {
            const { statusCode: status = 0, headers } = answer
            done({ status, ms: performance.now() - began, etag: headers.etag, body: Buffer.concat(parts) })
          })
        },
      )
      sent.on('error', failed)
      sent.end(asked.body === undefined ? undefined : JSON.stringify(asked.body))
    })
  return { ask, end: () => agent.destroy() }
}

const headersOf = ({ method, body, cookie, etag }: Asked): Record<string, string> => {
  keys += 1
  return {
    'accept-encoding': 'gzip',
    ...(cookie === undefined ? {} : { cookie }),
    ...(etag === undefined ? {} : { 'if-none-match': etag }),
    ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    ...(method === 'GET' ? {} : { 'idempotency-key': `bench-${process.pid}-${keys}` }),
  }
}
