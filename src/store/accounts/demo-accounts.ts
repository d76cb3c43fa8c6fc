import { grantableRoles, type Role, roles } from '../../rights/role.ts'
import type { Client } from '../database.ts'
import { hashPassword } from './password.ts'

/** An account of the demonstration: synthetic (示例), with a password that everybody may know. */
export interface DemoAccount {
  readonly role: Exclude<Role, 'public'>
  readonly user: string
  readonly password: string
  /** The unit of counties/hequ/units.csv that a role of units holds for. */
  readonly unit: string | null
  /** The county it holds over, `*` for all. */
  readonly over: string
  /** The county that keeps it, `-` for the installation. */
  readonly home: string
  /** The person of the county's register that it belongs to. */
  readonly person?: string
}

/** The county that the demonstration shows. */
export const demoCounty = 'hequ'

const places: Readonly<Partial<Record<Role, Pick<DemoAccount, 'over' | 'home' | 'unit' | 'person'>>>> = {
  'unit-head': { home: demoCounty, over: demoCounty, unit: 'health', person: 'p-0526' },
  'unit-clerk': { home: demoCounty, over: demoCounty, unit: 'health', person: 'p-0533' },
  oversight: { home: '-', over: '*', unit: null },
  'system-administrator': { home: '-', over: '*', unit: null },
  'security-administrator': { home: '-', over: '*', unit: null },
}

/** One account for each role that can be given, in the order of the roles. */
export const demoAccounts: readonly DemoAccount[] = grantableRoles.map((role) => ({
  role,
  user: `demo-${role}`,
  password: `demo-${role}-2020`,
  ...(places[role] ?? { home: demoCounty, over: demoCounty, unit: null }),
}))

/** Writes the accounts of the demonstration that are not there yet. They can sign in nowhere but in a demonstration. */
export const openDemoAccounts = async (client: Client): Promise<void> => {
  for (const account of demoAccounts) {
    const { rows } = await client.query('select 1 from account where county_id = $1 and account_id = $2', [
      account.home,
      account.user,
    ])
    if (rows.length === 0) await opened(client, account)
  }
}

const opened = async (client: Client, account: DemoAccount): Promise<void> => {
  const { role, user, password, unit, over, home, person = null } = account
  await client.query(
    `insert into account (county_id, account_id, username, display_name, password_hash, person_id, is_demo, created_by)
     values ($1, $2, $2, $3, $4, $5, true, 'local:demonstration') on conflict do nothing`,
    [home, user, `${roles[role].zh}（示例）`, await hashPassword(password), person],
  )
  await client.query(
    "insert into sign_in_name (county_id, username, home_county, account_id) values ('-', $1, $2, $1) on conflict do nothing",
    [user, home],
  )
  await client.query(
    `insert into role_grant (county_id, grant_id, account_id, role, over_county, unit, state, proposed_by, decided_by, decided_at)
     values ($1, $2, $2, $3, $4, $5, 'granted', 'local:demonstration', 'local:everybody', now()) on conflict do nothing`,
    [home, user, role, over, unit],
  )
}
