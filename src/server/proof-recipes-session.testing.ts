import { generate } from 'otplib'
import { setPassword } from '../store/accounts/keep.ts'
import { hashPassword } from '../store/accounts/password.ts'
import { beginPending } from '../store/accounts/pending.ts'
import { confirmSecret, newSecret, offerSecret } from '../store/accounts/second-factor.ts'
import { setUpCode } from '../store/accounts/set-up-code.ts'
import { signedIn } from './kit/server.testing.ts'
import type { Recipe } from './proof-recipes.testing.ts'
import type { World } from './proof-world.testing.ts'
import { pendingCookie } from './routes/session-begin.ts'

const password = 'four words of my own'
const hash = hashPassword(password)

const withPassword = async ({ database }: World) => {
  const account = await signedIn(database, [])
  await setPassword(database, account, { hash: await hash, mustChange: false })
  return account
}

/** An account whose second factor is enrolled, and a code of it that works. */
const withCode = async (world: World) => {
  const account = await withPassword(world)
  const secret = newSecret()
  await offerSecret(world.database, account, secret)
  return { account, code: await generate({ secret }) }
}

const address = '/api/auth'

export const sessionRecipes: Readonly<Record<string, Recipe>> = {
  'POST /api/auth/sign-in/username': async (world) => ({
    url: `${address}/sign-in/username`,
    body: { username: (await withPassword(world)).id, password },
  }),
  'POST /api/auth/sign-in/second-factor': async (world) => {
    const { account, code } = await withCode(world)
    await confirmSecret(world.database, account, 1)
    const token = await beginPending(world.database, { ...account, method: 'password' })
    return { url: `${address}/sign-in/second-factor`, cookie: `${pendingCookie}=${token}`, body: { code } }
  },
  'POST /api/auth/password': async (world) => ({
    url: `${address}/password`,
    cookie: (await withPassword(world)).cookie,
    body: { current: password, next: 'five other words of mine' },
  }),
  'POST /api/auth/second-factor': async (world) => ({
    url: `${address}/second-factor`,
    cookie: (await withPassword(world)).cookie,
  }),
  'POST /api/auth/second-factor/confirmation': async (world) => {
    const { account, code } = await withCode(world)
    return { url: `${address}/second-factor/confirmation`, cookie: account.cookie, body: { code } }
  },
  'POST /api/auth/second-factor/removal': async (world) => {
    const { account, code } = await withCode(world)
    await confirmSecret(world.database, account, 1)
    return { url: `${address}/second-factor/removal`, cookie: account.cookie, body: { code, password } }
  },
  'POST /api/set-up': async (world) => {
    const { app, database } = await world.empty()
    const administrator = { username: 'zhang', password, displayName: '张（示例）' }
    const security = { username: 'li', displayName: '李（示例）' }
    return {
      url: '/api/set-up',
      app,
      database,
      body: { code: setUpCode(database.folder), administrator, security },
    }
  },
  'POST /api/auth/sign-out': async (world) => ({
    url: `${address}/sign-out`,
    cookie: (await signedIn(world.database, [])).cookie,
  }),
  'GET /api/auth/oidc/{provider}/start': async (world) => ({
    url: '/api/auth/oidc/city/start',
    app: (await world.identities()).app,
  }),
  'GET /api/auth/oidc/{provider}/callback': async (world) => {
    const { app, gone } = await world.identities()
    return { ...(await gone('clerk')), app }
  },
  'GET /api/public/counties': async ({ demo }) => ({ url: '/api/public/counties', app: demo }),
  'GET /api/public/counties/{county}': async ({ demo, county }) => ({
    url: `/api/public/counties/${county}`,
    app: demo,
  }),
  'GET /api/demo/accounts': async ({ demo }) => ({ url: '/api/demo/accounts', app: demo }),
}
