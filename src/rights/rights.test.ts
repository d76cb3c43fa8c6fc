import { expect, test } from 'vitest'
import { mayKnow, permitted } from './decide.ts'
import { type OperationName, policy, rowOf, scopes } from './policy.ts'
import { grantableRoles, type Role, roleNames, roles, rolesOfUnit, rolesWithSecondFactor } from './role.ts'
import { type Grant, nobody, type Viewer } from './viewer.ts'

const operations = Object.keys(policy) as OperationName[]
const hequ = { county: 'hequ', isDemo: false }

const viewerWith = (...grants: Grant[]): Viewer => ({
  account: { home: 'hequ', id: 'a', username: 'a', displayName: '示例' },
  grants,
  mustChangePassword: false,
  hasSecondFactor: true,
})

const grantOf = (role: Role, over: string): Grant => ({
  role,
  over,
  ...(rolesOfUnit.includes(role) ? { unit: 'land' } : {}),
})

const isFor = (operation: OperationName, role: Role) => rowOf(operation)[role]
const isPublic = (operation: OperationName) => isFor(operation, 'public') !== undefined
const hasOwn = (operation: OperationName) => Object.values(rowOf(operation)).includes('own')

test('every role and every scope of the table is one that exists, and every role can do something', () => {
  for (const operation of operations)
    for (const [role, scope] of Object.entries(rowOf(operation))) {
      expect(roleNames).toContain(role)
      expect(scopes).toContain(scope)
    }
  for (const role of roleNames) expect(operations.some((operation) => isFor(operation, role))).toBe(true)
  for (const { zh, en } of Object.values(roles)) expect(zh && en).not.toBe('')
})

test.each(operations)(
  '%s is open to nobody but the public rows, and to each role as far as its row says',
  (operation) => {
    expect(permitted(nobody, operation, hequ) !== undefined).toBe(isPublic(operation))
    for (const role of grantableRoles) {
      const scope = isPublic(operation)
        ? 'all'
        : (isFor(operation, role) ?? (hasOwn(operation) ? 'own' : undefined))
      const everywhere = permitted(viewerWith(grantOf(role, '*')), operation, hequ)
      expect(everywhere?.scope, role).toBe(scope)
      const elsewhere = permitted(viewerWith(grantOf(role, 'fushan')), operation, hequ)
      const left = isPublic(operation) ? 'all' : hasOwn(operation) ? 'own' : undefined
      expect(elsewhere?.scope, role).toBe(left)
    }
  },
)

test('a right over the installation comes only with a grant over all counties', () => {
  for (const operation of operations.filter(
    (each) => Object.values(rowOf(each)).includes('all') && !isPublic(each),
  ))
    for (const role of grantableRoles.filter((each) => isFor(operation, each) === 'all'))
      expect(permitted(viewerWith(grantOf(role, 'hequ')), operation, hequ)).toBeUndefined()
})

test('a right over a unit names the unit, and two of them add up', () => {
  const head = { role: 'unit-head', over: 'hequ' } as const
  const two = viewerWith({ ...head, unit: 'land' }, { ...head, unit: 'water' })

  expect(permitted(two, 'list-people', hequ)).toEqual({ scope: 'unit', units: ['land', 'water'] })
  expect(permitted(viewerWith(head), 'list-people', hequ)).toBeUndefined()
})

test('while the first password is in use nothing is open but changing it', () => {
  for (const operation of operations.filter((each) => !isPublic(each))) {
    const viewer = {
      ...viewerWith(...grantableRoles.map((role) => grantOf(role, '*'))),
      mustChangePassword: true,
    }
    const permission = permitted(viewer, operation, hequ)
    expect(permission?.scope ?? 'none').toBe(operation === 'change-own-password' ? 'own' : 'none')
  }
})

test('an account that nobody gave a role keeps itself, and opens nothing: no file of a person, no register', () => {
  const open = operations.filter(
    (each) => !isPublic(each) && permitted(viewerWith(), each, hequ) !== undefined,
  )

  expect(open.sort()).toEqual(['change-own-password', 'enrol-second-factor', 'list-counties'])
})

test('roles that need a second factor hold only with one, save in a demonstration', () => {
  for (const operation of operations.filter((each) => !isPublic(each)))
    for (const role of rolesWithSecondFactor.filter(
      (each) => !['own', undefined].includes(isFor(operation, each)),
    )) {
      const viewer = { ...viewerWith(grantOf(role, '*')), hasSecondFactor: false }
      expect(permitted(viewer, operation, hequ)?.scope ?? 'none').toBe(hasOwn(operation) ? 'own' : 'none')
      expect(permitted(viewer, operation, { ...hequ, isDemo: true })?.scope).toBe(isFor(operation, role))
    }
})

test('a county is known to whom it concerns, and to no one else', () => {
  expect(mayKnow(nobody, 'hequ')).toBe(false)
  expect(mayKnow(viewerWith(), 'hequ')).toBe(true)
  expect(mayKnow(viewerWith(), 'fushan')).toBe(false)
  expect(mayKnow(viewerWith({ role: 'oversight', over: '*' }), 'fushan')).toBe(true)
})

test('no one who decides rights can give them, and no one who keeps accounts can decide', () => {
  for (const role of roleNames) {
    const held = ['propose-grant', 'decide-grant'].filter((operation) =>
      isFor(operation as OperationName, role),
    )
    expect(held.length).toBeLessThan(2)
    const plan = ['draft-plan', 'approve-plan'].filter((operation) => isFor(operation as OperationName, role))
    expect(plan.length).toBeLessThan(2)
  }
})
