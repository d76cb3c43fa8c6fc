import { beforeAnyRole, beforeOwnPassword, type OperationName, rowOf, type Scope, scopes } from './policy.ts'
import { type Role, rolesWithSecondFactor } from './role.ts'
import type { Grant, Viewer } from './viewer.ts'

/** What somebody may do with an operation: how far it reaches, and for which units when it reaches no further. */
export interface Permission {
  readonly scope: Scope
  /** The units of scope `unit`; empty with the others. */
  readonly units: readonly string[]
}

/** What the operation is done to: a county, or nothing in particular. `isDemo` waives the second factor. */
export interface Target {
  readonly county?: string
  readonly isDemo: boolean
}

/**
 * What a viewer may do, or undefined: denied unless a row of the table and a grant that holds here say otherwise. Own
 * rights hold for every account that was given any role; while its first password is in use, for changing that alone.
 */
export const permitted = (
  viewer: Viewer,
  operation: OperationName,
  target: Target,
): Permission | undefined => {
  const row = rowOf(operation)
  if (row.public !== undefined) return { scope: row.public, units: [] }
  if (viewer.account === undefined) return undefined
  const own = ownRight(viewer, operation)
  if (viewer.mustChangePassword) return own
  const found = viewer.grants
    .filter((grant) => holds(grant, viewer, target))
    .flatMap((grant) => permissionOf(row[grant.role], grant))
  return widest(own === undefined ? found : [own, ...found])
}

const ownRight = (viewer: Viewer, operation: OperationName): Permission | undefined => {
  const waits = viewer.mustChangePassword
    ? !beforeOwnPassword.includes(operation)
    : viewer.grants.length === 0 && !beforeAnyRole.includes(operation)
  const isOwn = Object.values(rowOf(operation)).includes('own')
  return isOwn && !waits ? { scope: 'own', units: [] } : undefined
}

/** May the viewer know that this county is here at all? Who may not gets the same answer as for one that is not. */
export const mayKnow = (viewer: Viewer, county: string): boolean =>
  viewer.account?.home === county || viewer.grants.some(({ over }) => over === county || over === '*')

const holds = ({ role, over }: Grant, { hasSecondFactor }: Viewer, { county, isDemo }: Target): boolean =>
  (isDemo || hasSecondFactor || !rolesWithSecondFactor.includes(role)) &&
  (county === undefined || over === '*' || over === county)

const permissionOf = (scope: Scope | undefined, { over, unit }: Grant): Permission[] => {
  if (scope === undefined || (scope === 'all' && over !== '*')) return []
  if (scope !== 'unit') return [{ scope, units: [] }]
  return unit === undefined ? [] : [{ scope, units: [unit] }]
}

const widest = (found: readonly Permission[]): Permission | undefined => {
  const scope = [...scopes].reverse().find((each) => found.some((permission) => permission.scope === each))
  if (scope === undefined) return undefined
  const units = scope === 'unit' ? found.flatMap((permission) => permission.units) : []
  return { scope, units: [...new Set(units)] }
}

/** The roles that may do an operation, as far as the table goes; an operation of the public is everybody's. */
export const rolesFor = (operation: OperationName): Role[] => Object.keys(rowOf(operation)) as Role[]
