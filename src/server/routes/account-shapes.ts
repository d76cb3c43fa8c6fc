import { z } from 'zod'
import { grantableRoles } from '../../rights/role.ts'
import { isSignInName, signInName } from '../../store/accounts/sign-in-name.ts'
import { idShape } from '../kit/shapes.ts'

/** Shapes of accounts and grants: what is sent and answered under `/api/accounts`. */

export const usernameShape = z.string().min(2).max(40).transform(signInName).refine(isSignInName, {
  error: '2 to 40 letters, digits, “.”, “_” or “-”, beginning with a letter or digit',
})

/** What others see; no control characters, nothing that cannot be kept. */
export const displayNameShape = z
  .string()
  .trim()
  .min(1)
  .max(60)
  .regex(/^[^\p{Cc}\p{Cs}\u2028\u2029]+$/u)

/** A password as it is sent: its rules answer with findings of their own. */
export const passwordShape = z.string().min(1).max(512)

/** The id of a person in a county’s register. */
const personShape = z.string().regex(/^[\p{L}\p{N}][\p{L}\p{N}_.:/@#+-]{0,79}$/u)

/** The county that keeps an account, `-` for the installation. */
export const homeShape = z.union([z.literal('-'), idShape])

export const accountParams = z.strictObject({ home: homeShape, account: idShape })
export const grantParams = z.strictObject({ home: homeShape, account: idShape, grant: idShape })

export const grantShape = z
  .strictObject({
    id: z.string(),
    role: z.enum(grantableRoles),
    over: z.string(),
    unit: z.string().nullable(),
    state: z.enum(['proposed', 'granted', 'refused', 'revoked']),
    proposedBy: z.string(),
    proposedAt: z.string(),
    decidedBy: z.string().nullable(),
    decidedAt: z.string().nullable(),
  })
  .meta({ id: 'Grant', description: '授权: proposed by one, decided by another' })

export const accountShape = z
  .strictObject({
    home: z.string(),
    id: z.string(),
    username: z.string(),
    displayName: z.string(),
    person: z.string().nullable(),
    isDisabled: z.boolean(),
    isDemo: z.boolean(),
    mustChangePassword: z.boolean(),
    hasPassword: z.boolean(),
    secondFactorEnrolled: z.boolean(),
    oidc: z.strictObject({ issuer: z.string(), subject: z.string() }).nullable(),
    createdBy: z.string(),
    createdAt: z.string(),
    grants: z.array(grantShape),
  })
  .meta({ id: 'Account' })

export const firstPasswordShape = z
  .strictObject({
    account: accountShape,
    firstPassword: z.string().nullable().meta({
      description:
        'Shown this once, and to be changed at the first sign-in; null when the command is sent again',
    }),
  })
  .meta({ id: 'AccountWithFirstPassword' })

export const newAccountShape = z
  .strictObject({
    home: homeShape,
    username: usernameShape,
    displayName: displayNameShape,
    person: personShape.optional(),
  })
  .meta({
    id: 'NewAccount',
    example: { home: '-', username: 'zhang.san', displayName: '张三（示例）' },
  })

export const proposalShape = z
  .strictObject({
    role: z.enum(grantableRoles),
    over: z.union([z.literal('*'), idShape]),
    unit: idShape.optional(),
  })
  .meta({ id: 'GrantProposal', example: { role: 'oversight', over: '*' } })

export const decisionShape = z
  .strictObject({ decision: z.enum(['grant', 'refuse']) })
  .meta({ id: 'GrantDecision', example: { decision: 'grant' } })

/** An issuer is an https address, or one of this machine. */
export const oidcLinkShape = z
  .strictObject({
    issuer: z
      .string()
      .max(300)
      .regex(/^https?:\/\/[\x21-\x7e]+$/),
    subject: z.string().regex(/^[\x21-\x7e]{1,255}$/),
  })
  .meta({ id: 'OidcLink', example: { issuer: 'https://id.example.gov.cn', subject: '248289761001' } })
