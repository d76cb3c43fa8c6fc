import {
  allowInsecureRequests,
  authorizationCodeGrant,
  buildAuthorizationUrl,
  ClientError,
  Configuration,
  calculatePKCECodeChallenge,
  discovery,
  enableNonRepudiationChecks,
  None,
} from 'openid-client'
import type { OidcAttempt } from '../../store/accounts/oidc-attempt.ts'
import { isLoopback, type OidcProvider } from './setting.ts'

/** The provider cannot be asked at present: nothing is wrong with who came from there. */
export class ProviderAway extends Error {}

const seconds = 10
const known = new Map<string, Configuration>()

/** What a provider says of itself, asked again at each use until it answers; its signatures are always looked at. */
const configurationOf = async (provider: OidcProvider): Promise<Configuration> => {
  const key = JSON.stringify(provider)
  const found = known.get(key)
  if (found !== undefined) return found
  const { issuer, clientId, clientSecret, endpoints } = provider
  const proof = clientSecret === undefined ? None() : undefined
  const insecure = isLoopback(issuer) && issuer.startsWith('http:') ? [allowInsecureRequests] : []
  const configuration =
    endpoints === undefined
      ? await away(() =>
          discovery(new URL(issuer), clientId, clientSecret, proof, { execute: insecure, timeout: seconds }),
        )
      : new Configuration(
          {
            issuer,
            authorization_endpoint: endpoints.authorization,
            token_endpoint: endpoints.token,
            jwks_uri: endpoints.keys,
          },
          clientId,
          clientSecret,
          proof,
        )
  configuration.timeout = seconds
  for (const allow of insecure) allow(configuration)
  enableNonRepudiationChecks(configuration)
  known.set(key, configuration)
  return configuration
}

/** Where a browser is sent to say who sits there. */
export const authorizationAddress = async (
  provider: OidcProvider,
  back: string,
  { state, nonce, verifier }: OidcAttempt,
): Promise<string> => {
  const configuration = await configurationOf(provider)
  return buildAuthorizationUrl(configuration, {
    redirect_uri: back,
    scope: 'openid',
    state,
    nonce,
    code_challenge: await calculatePKCECodeChallenge(verifier),
    code_challenge_method: 'S256',
  }).href
}

/**
 * Who somebody is by the word of the provider: its issuer and the subject of an identity token that is signed, meant
 * for us and for this very attempt. Undefined when anything of it does not hold; throws {@link ProviderAway}.
 */
export const identityFrom = async (
  provider: OidcProvider,
  back: URL,
  { state, nonce, verifier }: OidcAttempt,
): Promise<{ issuer: string; subject: string } | undefined> => {
  const configuration = await configurationOf(provider)
  try {
    const tokens = await authorizationCodeGrant(configuration, back, {
      expectedState: state,
      expectedNonce: nonce,
      pkceCodeVerifier: verifier,
      idTokenExpected: true,
    })
    const claims = tokens.claims()
    return claims === undefined ? undefined : { issuer: claims.iss, subject: claims.sub }
  } catch (fault) {
    if (isAway(fault)) throw new ProviderAway('the provider does not answer', { cause: fault })
    return undefined
  }
}

const away = async <Result>(ask: () => Promise<Result>): Promise<Result> => {
  try {
    return await ask()
  } catch (fault) {
    throw new ProviderAway('the provider does not answer', { cause: fault })
  }
}

/** No connection, no answer in time, or one that is a fault of the provider's own. */
const isAway = (fault: unknown): boolean => {
  if (fault instanceof ClientError && fault.code === 'OAUTH_TIMEOUT') return true
  const cause = fault instanceof Error ? fault.cause : undefined
  return (
    (fault instanceof TypeError && fault.message === 'fetch failed') ||
    (cause instanceof TypeError && cause.message === 'fetch failed') ||
    (cause instanceof Response && cause.status >= 500)
  )
}
