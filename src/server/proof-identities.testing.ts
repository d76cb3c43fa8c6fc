import type { FastifyInstance } from 'fastify'
import { vi } from 'vitest'
import type { Database } from '../store/database.ts'
import { serverOver } from './kit/server.testing.ts'
import { clientId, clientSecret, freePort, startProvider, walkThrough } from './oidc/provider.testing.ts'

/** A server that people sign in to at a provider of identities. */
export interface Identities {
  readonly app: FastifyInstance
  /** Somebody goes to the provider and signs in there: where he comes back to, and with which cookie. */
  gone(name: string): Promise<{ readonly url: string; readonly cookie: string }>
}

const publicUrl = 'http://127.0.0.1:4310'
const back = `${publicUrl}/api/auth/oidc/city/callback`

export const openIdentities = async (
  database: Database,
): Promise<Identities & { close(): Promise<void> }> => {
  // The provider warns that its pages are for development, which is what they are here for.
  for (const kind of ['warn', 'info', 'error'] as const)
    vi.spyOn(console, kind).mockImplementation(() => undefined)
  const port = await freePort()
  const provider = {
    id: 'city',
    name: { zh: '市统一身份认证', en: 'City identities' },
    issuer: `http://127.0.0.1:${port}`,
    clientId,
    clientSecret,
  }
  const app = serverOver(database, { oidc: { publicUrl, providers: [provider] } })
  const running = await startProvider(port, back)
  const gone = async (name: string) => {
    const { headers } = await app.inject('/api/auth/oidc/city/start')
    const address = await walkThrough(String(headers.location), back, name)
    return { url: address.slice(publicUrl.length), cookie: String(headers['set-cookie']).split(';')[0] ?? '' }
  }
  const close = async () => {
    await running.close()
    await app.close()
    vi.restoreAllMocks()
  }
  return { app, gone, close }
}
