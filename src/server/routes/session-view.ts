import { z } from 'zod'
import { permitted } from '../../rights/decide.ts'
import { type OperationName, policy } from '../../rights/policy.ts'
import { roleNames } from '../../rights/role.ts'
import type { Viewer } from '../../rights/viewer.ts'
import { accountOf, hasAccounts } from '../../store/accounts/account.ts'
import type { Client } from '../../store/database.ts'
import type { Installation } from '../kit/installation.ts'

/** Who is signed in here, what he may do somewhere, and how the installation stands. */
export const sessionShape = z
  .strictObject({
    account: z
      .strictObject({
        home: z.string(),
        id: z.string(),
        username: z.string(),
        displayName: z.string(),
        person: z.string().optional(),
      })
      .nullable(),
    grants: z.array(
      z.strictObject({ role: z.enum(roleNames), over: z.string(), unit: z.string().optional() }),
    ),
    mustChangePassword: z.boolean(),
    hasSecondFactor: z.boolean().meta({ description: 'It was shown in this session' }),
    secondFactorEnrolled: z.boolean(),
    operations: z.array(z.enum(Object.keys(policy) as [OperationName, ...OperationName[]])),
    needsSetUp: z.boolean(),
    isDemo: z.boolean(),
    publishes: z.boolean().meta({ description: 'Functions and structure are published for everybody' }),
    isReadOnly: z.boolean(),
    version: z.string(),
  })
  .meta({ id: 'Session' })

export const sessionView = async (client: Client, viewer: Viewer, installation: Installation) => {
  const { account, grants, mustChangePassword, hasSecondFactor } = viewer
  const { isDemo, publishes, version } = installation
  const stored = account === undefined ? undefined : await accountOf(client, account)
  return {
    account: account ?? null,
    grants,
    mustChangePassword,
    hasSecondFactor,
    secondFactorEnrolled: stored?.totpSecret !== undefined,
    operations: (Object.keys(policy) as OperationName[]).filter(
      (operation) => permitted(viewer, operation, { isDemo }) !== undefined,
    ),
    needsSetUp: account === undefined && !(await hasAccounts(client)),
    isDemo,
    publishes,
    isReadOnly: installation.isReadOnly(),
    version,
  }
}
