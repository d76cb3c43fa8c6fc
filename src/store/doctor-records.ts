import { say } from '../kernel/text.ts'
import { rolesWithSecondFactor } from '../rights/role.ts'
import { auditFindings } from './audit-chain.ts'
import type { Client, Database } from './database.ts'
import type { Check } from './doctor.ts'
import { storedCounties } from './journal-store.ts'

/** How long somebody may have a role that needs a second factor without enrolling one. Days. */
const graceDays = 7

/** What the records themselves say of how they are kept: audit trails, accounts, retention. */
export const recordChecks = async (database: Database): Promise<Check[]> => [
  ...(await auditChecks(database)),
  await secondFactors(database),
  await retention(database),
  await checksumFailures(database),
]

/** The audit trail of each county, and of the installation (`-`), from its first record to its last. */
const auditChecks = async (asked: Client): Promise<Check[]> => {
  const checks: Check[] = []
  for (const id of ['-', ...(await storedCounties(asked)).map((county) => county.id)]) {
    const { records, findings } = await auditFindings(asked, id)
    const [first] = findings
    checks.push({
      check: `audit ${id}`,
      title:
        id === '-'
          ? say('本安装的审计链', 'Audit of the installation')
          : say(`${id} 的审计链`, `Audit of ${id}`),
      ok: first === undefined,
      found: String(records),
      remedy: say(
        `停止使用，从最近一次核验无误的备份恢复。${first?.message.zh ?? ''}`,
        `Stop using it and restore the last backup that verifies. ${first?.message.en ?? ''}`.trimEnd(),
      ),
    })
  }
  return checks
}

/** Without a second factor such a role does not work; after a week it is told, because nobody may be left to act. */
const secondFactors = async (asked: Client): Promise<Check> => {
  const { rows } = await asked.query<{ name: string; late: boolean }>(
    `select a.username as name, bool_or(g.decided_at < now() - make_interval(days => $2)) as late
     from account a join role_grant g on g.county_id = a.county_id and g.account_id = a.account_id
     where g.state = 'granted' and g.role = any ($1) and a.totp_confirmed_at is null and a.disabled_at is null
       and not a.is_demo
       and not exists (select from oidc_link l where l.home_county = a.county_id and l.account_id = a.account_id)
     group by a.username order by a.username`,
    [rolesWithSecondFactor, graceDays],
  )
  return {
    check: 'second-factor',
    title: say('须双因素而未启用的账户', 'Accounts that still need a second factor'),
    ok: rows.every(({ late }) => !late),
    found: rows.length === 0 ? '0' : rows.map(({ name }) => name).join(' '),
    remedy: say(
      '请其登录后在“本人账户”中启用；启用之前，这些角色不起作用。',
      'Have them enrol one on their own account page; until then these roles do not work.',
    ),
  }
}

/**
 * Journal and audit are kept for good, so for more than the 180 days that GB/T 22239-2019 asks of an audit (待核): the
 * account that works here must not be able to change or remove a record.
 */
const retention = async (asked: Client): Promise<Check> => {
  const { rows } = await asked.query<{ may: string[]; oldest: string | null }>(
    `select array(select t || ' ' || p from unnest(array['entry', 'audit']) t, unnest(array['UPDATE', 'DELETE', 'TRUNCATE']) p
       where has_table_privilege('sanding_app', t, p)) as may, (select min(at) from audit) as oldest`,
  )
  const { may = [], oldest = null } = rows[0] ?? {}
  return {
    check: 'retention',
    title: say('日志与审计长期保存', 'Journal and audit are kept for good'),
    ok: may.length === 0,
    found: may.length === 0 ? (oldest?.slice(0, 10) ?? '—') : may.join(', '),
    remedy: say(
      '收回角色 sanding_app 对 entry、audit 的 UPDATE、DELETE、TRUNCATE 权限。',
      'Revoke UPDATE, DELETE and TRUNCATE on entry and audit from the role sanding_app.',
    ),
  }
}

/** Pages of the database that did not fit their checksum when they were read. */
const checksumFailures = async (asked: Client): Promise<Check> => {
  const { rows } = await asked.query<{ count: number }>(
    'select coalesce(sum(checksum_failures), 0)::int as count from pg_stat_database',
  )
  const count = rows[0]?.count ?? 0
  return {
    check: 'pages',
    title: say('数据页校验失败次数', 'Pages that failed their checksum'),
    ok: count === 0,
    found: String(count),
    remedy: say(
      '磁盘可能已坏：立即备份，换盘，从最近一次核验无误的备份恢复。',
      'The disk may be failing: back up at once, replace it, and restore the last backup that verifies.',
    ),
  }
}
