import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Provider } from 'oidc-provider'

/** A real provider of identities on this machine, whose pages for signing in are walked through as a browser would. */

export const clientId = 'sanding'
export const clientSecret = 'a secret between the two'

/** A place on this machine where nobody listens yet. */
export const freePort = async (): Promise<number> => {
  const server = createServer()
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const { port } = server.address() as AddressInfo
  await new Promise<void>((done) => server.close(() => done()))
  return port
}

/** Starts the provider; whoever signs in under a name is its subject of that name. */
export const startProvider = async (port: number, back: string): Promise<{ close(): Promise<void> }> => {
  const provider = new Provider(`http://127.0.0.1:${port}`, {
    clients: [{ client_id: clientId, client_secret: clientSecret, redirect_uris: [back] }],
    cookies: { keys: ['only for tests'] },
    features: { devInteractions: { enabled: true } },
    pkce: { required: () => true },
    ttl: {
      Interaction: 600,
      Session: 600,
      Grant: 600,
      AccessToken: 600,
      IdToken: 600,
      AuthorizationCode: 60,
    },
  })
  const server: Server = createServer(provider.callback())
  await new Promise<void>((done) => server.listen(port, '127.0.0.1', done))
  return {
    close: () =>
      new Promise<void>((done) => {
        server.closeAllConnections()
        server.close(() => done())
      }),
  }
}

/** Walks from the provider's first page through login and consent; gives the address that it sends the browser back to. */
export const walkThrough = async (
  start: string,
  back: string,
  name: string,
  options: { readonly aborts?: boolean } = {},
): Promise<string> => {
  const cookies = new Map<string, string>()
  const ask = async (address: string, form?: Record<string, string>) => {
    const answer = await fetch(address, {
      redirect: 'manual',
      headers: { cookie: [...cookies].map(([key, value]) => `${key}=${value}`).join('; ') },
      ...(form === undefined ? {} : { method: 'POST', body: new URLSearchParams(form) }),
    })
    for (const cookie of answer.headers.getSetCookie()) {
      const [pair = ''] = cookie.split(';')
      cookies.set(pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1))
    }
    return answer
  }
  let address = start
  for (let steps = 0; steps < 20; steps += 1) {
    if (address.startsWith(back)) return address
    let answer = await ask(address)
    if (answer.status === 200) {
      const page = await answer.text()
      const action = /<form[^>]*action="([^"]+)"/.exec(page)?.[1] ?? ''
      const prompt = /name="prompt" value="(\w+)"/.exec(page)?.[1] ?? ''
      const target = new URL(action, address).href
      if (options.aborts === true) answer = await ask(`${target}/abort`)
      else
        answer = await ask(target, prompt === 'login' ? { prompt, login: name, password: 'any' } : { prompt })
    }
    const location = answer.headers.get('location')
    if (location === null) throw new Error(`the provider answered ${answer.status} at ${address}`)
    address = new URL(location, address).href
  }
  throw new Error('the provider went in circles')
}
