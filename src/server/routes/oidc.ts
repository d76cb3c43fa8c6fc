import { z } from 'zod'
import { say } from '../../kernel/text.ts'
import { accountLinked, accountOf, isUsable } from '../../store/accounts/account.ts'
import { attemptMinutes, beginAttempt, takeAttempt } from '../../store/accounts/oidc-attempt.ts'
import type { Installation } from '../kit/installation.ts'
import { notFound, Refused, unavailable } from '../kit/problem.ts'
import { type Answer, type Ask, ok, type Route, reading, stepwise } from '../kit/route.ts'
import { textShape } from '../kit/shapes.ts'
import { authorizationAddress, identityFrom, ProviderAway } from '../oidc/client.ts'
import { type OidcProvider, type OidcSetting, readOidcSetting } from '../oidc/setting.ts'
import { decided } from './decided.ts'
import { beginSessionOf, cookieOf, oweSecondFactor, signInNoted } from './session-begin.ts'

/** The cookie that binds an attempt to the browser that began it; it must come along from the provider's page. */
const attemptCookie = 'sanding_oidc'

const params = z.strictObject({ provider: z.string().regex(/^[a-z0-9][a-z0-9-]{0,39}$/) })
const back = z.looseObject({
  state: z.string().max(200).optional(),
  code: z.string().max(4000).optional(),
  error: z.string().max(200).optional(),
})

/** 统一身份认证: who an account of a provider is here, an administrator has said beforehand; nobody is made up. */
export const oidcRoutes: readonly Route[] = [
  reading({
    path: '/api/auth/oidc',
    operation: 'sign-in',
    summary: say('可用的统一身份认证', 'Providers of identities that one may sign in with'),
    tag: 'session',
    answers: {
      200: {
        description: 'Their ids and names',
        schema: z.strictObject({
          providers: z.array(
            z.strictObject({ id: z.string(), name: textShape }).meta({ id: 'OidcProvider' }),
          ),
        }),
      },
    },
    handle: async ({ installation }) =>
      ok({ providers: (settingOf(installation)?.providers ?? []).map(({ id, name }) => ({ id, name })) }),
  }),
  stepwise({
    method: 'GET',
    path: '/api/auth/oidc/:provider/start',
    operation: 'sign-in',
    summary: say('转到统一身份认证', 'Go to a provider of identities'),
    tag: 'session',
    worksReadOnly: true,
    params,
    answers: { 303: { description: 'To the page of the provider' } },
    handle: async ({ database, installation, params: { provider: id }, request }) => {
      const { provider, backTo } = found(installation, id)
      const attempt = await beginAttempt(database, id)
      const address = await orAway(() => authorizationAddress(provider, backTo, attempt))
      const more = { seconds: attemptMinutes * 60, site: 'Lax' } as const
      return to(address, cookieOf(request, attemptCookie, attempt.state, more))
    },
  }),
  stepwise({
    method: 'GET',
    path: '/api/auth/oidc/:provider/callback',
    operation: 'sign-in',
    summary: say('自统一身份认证返回', 'Back from a provider of identities'),
    tag: 'session',
    worksReadOnly: true,
    params,
    query: back,
    answers: {
      303: {
        description:
          'To the page: signed in, or with `?sign-in=second-factor`, `not-linked`, `cancelled` or `refused`',
      },
    },
    handle: async (ask) => cameBack(ask, ask.params.provider, ask.query),
  }),
]

const cameBack = async (
  ask: Pick<Ask<undefined, undefined, undefined>, 'database' | 'installation' | 'request'>,
  id: string,
  query: z.output<typeof back>,
): Promise<Answer> => {
  const { database, installation, request } = ask
  const { provider, backTo } = found(installation, id)
  const { state } = query
  // Only the browser that began may end it: another's state in a link would sign one in as somebody else.
  const isHere = state !== undefined && request.cookies[attemptCookie] === state
  const attempt = isHere ? await takeAttempt(database, id, state) : undefined
  if (attempt === undefined) return to('/?sign-in=refused')
  if (query.error === 'access_denied') return to('/?sign-in=cancelled')
  const identity = await orAway(() => identityFrom(provider, addressOf(backTo, query), attempt))
  return await decided(database, 'public', async (client, now) => {
    const failed = async (how: string, account?: { home: string; id: string }): Promise<Answer> => {
      await signInNoted(client, account, {
        action: 'sign-in-failed',
        detail: { method: `oidc:${id}` },
      })
      return to(`/?sign-in=${how}`)
    }
    if (identity === undefined) return await failed('refused')
    const linked = await accountLinked(client, identity.issuer, identity.subject)
    if (linked === undefined) return await failed('not-linked')
    const account = await accountOf(client, linked, { lock: true })
    if (account === undefined || !isUsable(account, installation)) return await failed('not-linked', linked)
    const entrance = { client, now, installation, request }
    const method = `oidc:${id}`
    const isOwed = account.totpSecret !== undefined
    const { headers } = isOwed
      ? await oweSecondFactor(entrance, account, method)
      : await beginSessionOf(entrance, account, { method, hasSecondFactor: false })
    return to(isOwed ? '/?sign-in=second-factor' : '/', headers?.['set-cookie'])
  })
}

const to = (location: string, cookie?: string): Answer => ({
  status: 303,
  body: {},
  headers: { location, ...(cookie === undefined ? {} : { 'set-cookie': cookie }) },
})

const addressOf = (backTo: string, query: Record<string, unknown>): URL => {
  const address = new URL(backTo)
  for (const [name, value] of Object.entries(query))
    if (typeof value === 'string') address.searchParams.set(name, value)
  return address
}

const found = (
  installation: Installation,
  id: string,
): { readonly provider: OidcProvider; readonly backTo: string } => {
  const setting = settingOf(installation)
  const provider = setting?.providers.find((each) => each.id === id)
  if (setting === undefined || provider === undefined) throw new Refused(notFound)
  return { provider, backTo: new URL(`/api/auth/oidc/${id}/callback`, setting.publicUrl).href }
}

/** What the installation was started with, or else the environment. A demonstration has accounts of its own only. */
const settingOf = ({ oidc, isDemo }: Installation): OidcSetting | undefined => {
  if (oidc !== undefined || isDemo) return oidc
  const { setting, findings } = fromEnvironment()
  if (findings.length > 0)
    throw new Refused(
      unavailable(say('统一身份认证的设置有误。', 'The setting of identity providers is wrong.'), findings),
    )
  return setting
}

let environment: ReturnType<typeof readOidcSetting> | undefined
const fromEnvironment = () => {
  environment ??= readOidcSetting(process.env.SANDING_OIDC)
  return environment
}

const orAway = async <Result>(ask: () => Promise<Result>): Promise<Result> => {
  try {
    return await ask()
  } catch (fault) {
    if (!(fault instanceof ProviderAway)) throw fault
    throw new Refused(
      unavailable(
        say(
          '统一身份认证暂时没有应答，请稍候再试或用密码登录。',
          'The provider of identities does not answer: try again, or use your password.',
        ),
      ),
    )
  }
}
