import { z } from 'zod'
import type { OperationName } from '../../rights/policy.ts'
import { type Role, roles } from '../../rights/role.ts'
import { type Answered, getJson, send, text, Unavailable } from './ask.ts'

/** Who is signed in, and the addresses of signing in and out. */

const role = z.custom<Role>((value) => typeof value === 'string' && Object.hasOwn(roles, value))

export const sessionShape = z.object({
  account: z
    .object({ home: z.string(), id: z.string(), username: z.string(), displayName: z.string() })
    .nullable(),
  grants: z.array(z.object({ role, over: z.string(), unit: z.string().optional() })),
  mustChangePassword: z.boolean(),
  hasSecondFactor: z.boolean(),
  secondFactorEnrolled: z.boolean(),
  operations: z.array(z.custom<OperationName>((value) => typeof value === 'string')),
  needsSetUp: z.boolean(),
  isDemo: z.boolean(),
  /** Functions and structure are published for everybody. */
  publishes: z.boolean().catch(false),
  isReadOnly: z.boolean(),
  version: z.string(),
})

/** What the server knows of who asks: the account, if any, its roles, and what they permit. */
export type Who = z.output<typeof sessionShape>

/** Who is signed in; undefined where there are no accounts at all (a preview of county folders). */
export const fetchWho = async (signal: AbortSignal): Promise<Who | undefined> => {
  try {
    return await getJson(sessionShape.or(z.literal(null)), 'api/auth/session', signal).then(
      (who) => who ?? undefined,
    )
  } catch (error) {
    if (error instanceof Unavailable && error.reason === 'unknown') return undefined
    throw error
  }
}

const signedInShape = z.union([sessionShape, z.object({ secondFactorNeeded: z.literal(true) })])
/** Signing in gives a session, or asks for the second factor first. */
export type SignedIn = z.output<typeof signedInShape>

const post = <Shape>(shape: z.ZodType<Shape>, path: string, body: unknown): Promise<Answered<Shape>> =>
  send(shape, { method: 'POST', path, body })

export const signIn = (username: string, password: string): Promise<Answered<SignedIn>> =>
  post(signedInShape, 'api/auth/sign-in/username', { username, password })

export const showSecondFactor = (code: string): Promise<Answered<Who>> =>
  post(sessionShape, 'api/auth/sign-in/second-factor', { code })

export const signOut = (): Promise<Answered<unknown>> => post(z.unknown(), 'api/auth/sign-out', {})

const demoShape = z.object({
  accounts: z.array(
    z.object({
      role,
      roleName: text,
      user: z.string(),
      password: z.string(),
      unit: z.string().nullable(),
    }),
  ),
})
/** The public accounts of a demonstration, one for each role. */
export type DemoAccounts = z.output<typeof demoShape>['accounts']

export const fetchDemoAccounts = async (signal: AbortSignal): Promise<DemoAccounts> =>
  (await getJson(demoShape, 'api/demo/accounts', signal)).accounts

const providersShape = z.object({
  providers: z.array(z.object({ id: z.string(), name: text.or(z.string()) })),
})
export const fetchProviders = async (signal: AbortSignal) =>
  (await getJson(providersShape, 'api/auth/oidc', signal)).providers
