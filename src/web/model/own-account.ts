import { z } from 'zod'
import { type Answered, send } from './ask.ts'
import { sessionShape, type Who } from './who.ts'

/** What somebody does with his own account. Each of these goes on with a session under a new number. */

const post = <Shape>(shape: z.ZodType<Shape>, path: string, body?: unknown): Promise<Answered<Shape>> =>
  send(shape, { method: 'POST', path, body })

export const changePassword = (passwords: {
  readonly current: string
  readonly next: string
}): Promise<Answered<Who>> => post(sessionShape, 'api/auth/password', passwords)

const offerShape = z.object({ secret: z.string(), address: z.string() })
/** A second factor that was begun: the secret is shown once, and works after its first code. */
export type Offer = z.output<typeof offerShape>

export const beginSecondFactor = (): Promise<Answered<Offer>> => post(offerShape, 'api/auth/second-factor')

export const confirmSecondFactor = (code: string): Promise<Answered<Who>> =>
  post(sessionShape, 'api/auth/second-factor/confirmation', { code })

export const removeSecondFactor = (proof: {
  readonly password: string
  readonly code: string
}): Promise<Answered<Who>> => post(sessionShape, 'api/auth/second-factor/removal', proof)

const firstShape = z.object({ security: z.object({ username: z.string(), firstPassword: z.string() }) })
/** The second person of a new installation, with a password that must be changed; shown once. */
export type First = z.output<typeof firstShape>

export interface SetUp {
  readonly code: string
  readonly administrator: {
    readonly username: string
    readonly password: string
    readonly displayName: string
  }
  readonly security: { readonly username: string; readonly displayName: string }
}

export const setUp = (body: SetUp): Promise<Answered<First>> => post(firstShape, 'api/set-up', body)
