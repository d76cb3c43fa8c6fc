import type { Finding } from '../kernel/finding.ts'
import { say } from '../kernel/text.ts'
import type { Client } from './database.ts'
import { refusal, StoreRefused } from './fault.ts'

const oldest = 18

/** What a server says of itself, as far as the safety of records hangs on it. */
export interface ServerSettings {
  /** Such as 180004. */
  readonly version: number
  readonly fsync: string
  readonly fullPageWrites: string
  readonly encoding: string
}

/** S01: too old · S02: a setting that can lose what was acknowledged, or text that cannot be kept. */
export const unsafeSettings = ({ version, fsync, fullPageWrites, encoding }: ServerSettings): Finding[] => [
  ...(Math.floor(version / 10_000) >= oldest
    ? []
    : [
        refusal(
          'S01',
          say(
            `数据库是 PostgreSQL ${Math.floor(version / 10_000)}，需要 ${oldest} 或更新`,
            `The database is PostgreSQL ${Math.floor(version / 10_000)}; ${oldest} or newer is needed`,
          ),
          say(
            '升级数据库，或不设 DATABASE_URL 而用自带的。',
            'Upgrade it, or use the one that comes with Sanding.',
          ),
        ),
      ]),
  ...unsafe('fsync', fsync, 'on'),
  ...unsafe('full_page_writes', fullPageWrites, 'on'),
  ...unsafe('server_encoding', encoding, 'UTF8'),
]

const unsafe = (setting: string, value: string, needed: string): Finding[] =>
  value === needed
    ? []
    : [
        refusal(
          'S02',
          say(
            `数据库的 ${setting} 为 ${value}，断电时会丢失已确认的记录或无法保存文字`,
            `The database has ${setting} = ${value}: records or texts that were acknowledged could be lost`,
          ),
          say(`设为 ${needed} 后再试。`, `Set it to ${needed} and try again.`),
        ),
      ]

/** Refuses to work on a server that could lose what it acknowledged. */
export const refuseUnsafe = async (client: Client): Promise<void> => {
  const { rows } = await client.query(
    `select current_setting('server_version_num')::int as version, current_setting('fsync') as fsync,
       current_setting('full_page_writes') as "fullPageWrites", current_setting('server_encoding') as encoding`,
  )
  const findings = unsafeSettings(rows[0] as ServerSettings)
  if (findings.length > 0) throw new StoreRefused(findings)
}

/**
 * Makes the roles: `sanding_owner` (with a password: embedded only) owns the tables, `sanding_app` reads and adds.
 * With a server of one's own the account of the URL is the owner and works as `sanding_app`.
 */
export const prepareCluster = async (
  client: Client,
  passwords?: { readonly owner: string; readonly application: string },
): Promise<void> => {
  if (passwords === undefined) return await prepareOwn(client)
  const known = await client.query("select rolname from pg_roles where rolname like 'sanding\\_%'")
  const roles = known.rows.map((row) => row.rolname as string)
  for (const [role, word] of [
    ['sanding_owner', passwords.owner],
    ['sanding_app', passwords.application],
  ] as const)
    if (!roles.includes(role)) await client.query(`create role ${role} login password '${quoted(word)}'`)
  const databases = await client.query("select 1 from pg_database where datname = 'sanding'")
  if (databases.rows.length === 0) await client.query('create database sanding owner sanding_owner')
}

/** Passwords are base64url and need no quoting; this refuses anything else. */
const quoted = (word: string): string => {
  if (!/^[\w-]{16,}$/.test(word)) throw new Error('not a password of ours')
  return word
}

const prepareOwn = async (client: Client): Promise<void> => {
  const { rows } = await client.query("select 1 from pg_roles where rolname = 'sanding_app'")
  try {
    if (rows.length === 0) await client.query('create role sanding_app nologin')
    const member = await client.query("select pg_has_role(current_user, 'sanding_app', 'SET') as may")
    if (member.rows[0]?.may !== true) await client.query('grant sanding_app to current_user with set true')
  } catch (fault) {
    throw new StoreRefused([
      refusal(
        'S03',
        say(
          `DATABASE_URL 的账户无权建立或使用角色 sanding_app（${(fault as Error).message}）`,
          `The account of DATABASE_URL may not make or use the role sanding_app (${(fault as Error).message})`,
        ),
        say(
          '请数据库管理员执行：create role sanding_app; grant sanding_app to 该账户;',
          'Ask its administrator for: create role sanding_app; grant sanding_app to that account;',
        ),
      ),
    ])
  }
}
