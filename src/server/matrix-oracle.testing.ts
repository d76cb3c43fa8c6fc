import { policy } from '../rights/policy.ts'

/**
 * What the table of rights promises to who asks, read from its rows alone: none of the code that decides is used here.
 * `in`: let in, whatever comes of it · the other two name the gate's own refusals.
 */
export type Promised = 'in' | 'sign-in' | 'forbidden' | 'not-there'

/** Somebody who asks: his role and where it holds, the unit of it, and which person of which county he is. */
export interface Asker {
  readonly role: string
  readonly over: string
  readonly unit?: string
  readonly home: string
  readonly person?: string
  readonly hasSecondFactor: boolean
}

/** What is asked: the operation, and the county, person and unit of that person that the address names. */
export interface Asked {
  readonly operation: string
  readonly county?: string
  readonly person?: string
  readonly unitOfPerson?: string
}

const needSecondFactor = ['approver', 'system-administrator', 'security-administrator']

/** What an asker is promised; nobody is signed in when there is none. */
export const promised = (asked: Asked, asker: Asker | undefined, isDemo: boolean): Promised => {
  const row: Readonly<Record<string, string>> = policy[asked.operation as keyof typeof policy]
  if (row.public === 'all') return 'in'
  if (asker === undefined) return 'sign-in'
  const scope = scopeOf(row, asked, asker, isDemo)
  if (scope !== undefined && scope !== 'own') return reaches(scope, asked, asker) ? 'in' : 'not-there'
  const isOwn = Object.values(row).includes('own')
  if (isOwn) return asked.county === undefined || isHimself(asked, asker) ? 'in' : 'not-there'
  return asked.county === undefined || knows(asked.county, asker) ? 'forbidden' : 'not-there'
}

const scopeOf = (
  row: Readonly<Record<string, string>>,
  { county }: Asked,
  { role, over, hasSecondFactor }: Asker,
  isDemo: boolean,
): string | undefined => {
  if (needSecondFactor.includes(role) && !hasSecondFactor && !isDemo) return undefined
  if (row[role] === 'all' && over !== '*') return undefined
  return county === undefined || over === '*' || over === county ? row[role] : undefined
}

/** A right over a unit reaches its people, and the lists of them. */
const reaches = (scope: string, asked: Asked, asker: Asker): boolean =>
  scope !== 'unit' ||
  asked.person === undefined ||
  asked.unitOfPerson === asker.unit ||
  isHimself(asked, asker)

const isHimself = ({ county, person }: Asked, asker: Asker): boolean =>
  asker.home === county && (person === undefined || asker.person === person)

const knows = (county: string, { over, home }: Asker): boolean =>
  over === county || over === '*' || home === county
