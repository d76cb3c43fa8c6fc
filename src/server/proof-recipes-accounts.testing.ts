import type { Role } from '../rights/role.ts'
import { decide, propose } from '../store/accounts/grants.ts'
import { signedIn } from './kit/server.testing.ts'
import type { Recipe } from './proof-recipes.testing.ts'
import { holding, type World } from './proof-world.testing.ts'

let names = 0
const freshName = () => {
  names += 1
  return `example-${process.pid}-${names}`
}

const by = async (world: World, role: Role) => (await holding(world.database, role, world.county)).cookie

/** An account that nobody acts with, and the address of something to be done with it. */
const about =
  (role: Role, what: string, body?: () => unknown): Recipe =>
  async (world) => {
    const { id, home } = await signedIn(world.database, [])
    return { url: `/api/accounts/${home}/${id}${what}`, cookie: await by(world, role), body: body?.() }
  }

const aboutGrant =
  (what: string, isGranted: boolean, body?: unknown): Recipe =>
  async (world) => {
    const account = await signedIn(world.database, [])
    const { id, home } = account
    const grant = await propose(world.database, account, {
      role: 'oversight',
      over: '*',
      by: 'local:proposer',
    })
    if (isGranted)
      await decide(world.database, { home, id: grant }, { state: 'granted', by: 'local:decider' })
    const cookie = await by(world, 'security-administrator')
    return { url: `/api/accounts/${home}/${id}/grants/${grant}${what}`, cookie, body }
  }

const keeper = 'system-administrator'

export const accountRecipes: Readonly<Record<string, Recipe>> = {
  'POST /api/accounts': async (world) => ({
    url: '/api/accounts',
    cookie: await by(world, keeper),
    body: { home: '-', username: freshName(), displayName: '张三（示例）' },
  }),
  'POST /api/accounts/{home}/{account}/disabling': about(keeper, '/disabling'),
  'POST /api/accounts/{home}/{account}/enabling': about(keeper, '/enabling'),
  'POST /api/accounts/{home}/{account}/password-reset': about(keeper, '/password-reset'),
  'POST /api/accounts/{home}/{account}/second-factor-reset': about(
    'security-administrator',
    '/second-factor-reset',
  ),
  'PUT /api/accounts/{home}/{account}/oidc': about(keeper, '/oidc', () => ({
    issuer: 'https://id.example.gov.cn',
    subject: freshName(),
  })),
  'DELETE /api/accounts/{home}/{account}/oidc': about(keeper, '/oidc'),
  'POST /api/accounts/{home}/{account}/grants': about(keeper, '/grants', () => ({
    role: 'oversight',
    over: '*',
  })),
  'POST /api/accounts/{home}/{account}/grants/{grant}/decision': aboutGrant('/decision', false, {
    decision: 'grant',
  }),
  'POST /api/accounts/{home}/{account}/grants/{grant}/revocation': aboutGrant('/revocation', true),
}
