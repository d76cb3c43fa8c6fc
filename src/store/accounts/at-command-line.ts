import type { Finding } from '../../kernel/finding.ts'
import { say } from '../../kernel/text.ts'
import type { Client, Database } from '../database.ts'
import { localActor } from '../import-county.ts'
import { databaseNow, writeAudit } from '../journal-store.ts'
import { accountNamed } from './account.ts'
import { auditTurn } from './audit-turn.ts'
import { setPassword } from './keep.ts'
import { firstPassword, hashPassword } from './password.ts'
import { removeSecret } from './second-factor.ts'
import { type AccountKey, endSessionsOf } from './session.ts'
import { setUp } from './set-up.ts'
import { forgetSetUpCode } from './set-up-code.ts'

/** Who works at the machine itself may do what nobody else can any more; the audit says that it was done there. */

interface Told {
  readonly username: string
  readonly firstPassword: string
}

type Made<Result> = Result | { readonly finding: Finding }

/** Opens the first two accounts, each with a first password that must be changed. R05 when there is any already. */
export const firstAccounts = async (
  database: Database,
  names: { readonly administrator: string; readonly security: string },
): Promise<Made<{ readonly administrator: Told; readonly security: Told }>> => {
  const persons = {
    administrator: await withPassword(names.administrator),
    security: await withPassword(names.security),
  }
  const made = await database.transaction(async (client) => {
    const done = await setUp(
      client,
      { administrator: persons.administrator.person, security: persons.security.person },
      localActor(),
    )
    if (done === undefined) return undefined
    const detail = { administrator: done.administrator.id, security: done.security.id }
    await noted(client, done.administrator, { action: 'set-up', detail })
    return done
  })
  if (made === undefined) return { finding: isSetUp }
  forgetSetUpCode(database.folder)
  return { administrator: persons.administrator.told, security: persons.security.told }
}

/** A new first password for an account, and no second factor any more. R32 when nobody has that name. */
export const resetAccount = async (database: Database, name: string): Promise<Made<Told>> => {
  const first = firstPassword()
  const hash = await hashPassword(first)
  return await database.transaction(async (client) => {
    const account = await accountNamed(client, name)
    if (account === undefined || account.isDemo) return { finding: unknown(name) }
    await setPassword(client, account, { hash, mustChange: true })
    await removeSecret(client, account)
    await endSessionsOf(client, account)
    await noted(client, account, { action: 'reset-account', detail: {} })
    return { username: account.username, firstPassword: first }
  })
}

const withPassword = async (username: string) => {
  const first = firstPassword()
  const passwordHash = await hashPassword(first)
  return {
    person: { username, displayName: username, passwordHash, mustChangePassword: true },
    told: { username, firstPassword: first },
  }
}

const noted = async (
  client: Client,
  { home, id }: AccountKey,
  { action, detail }: { readonly action: string; readonly detail: unknown },
): Promise<void> => {
  await auditTurn(client, home)
  const at = await databaseNow(client)
  await writeAudit(client, {
    county: home,
    at,
    actor: localActor(),
    action,
    subject: `account:${id}`,
    detail,
  })
}

const isSetUp: Finding = {
  code: 'R05',
  severity: 'error',
  at: 'database',
  message: say('已经有账户', 'There are accounts already'),
  remedy: say(
    '请用已有账户登录；失去密码的用 --reset。',
    'Sign in with one of them; --reset helps who lost the password.',
  ),
}

const unknown = (name: string): Finding => ({
  code: 'R32',
  severity: 'error',
  at: 'database',
  message: say(`没有账户“${name}”`, `There is no account “${name}”`),
  remedy: say('不带选项运行 accounts 可列出账户。', 'accounts without an option lists them.'),
})
