import { existsSync, statfsSync, statSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { say, type Text } from '../kernel/text.ts'
import type { Client, Database, Location } from './database.ts'
import { isAlive } from './embedded/file-lock.ts'
import { postmasterOf } from './embedded/server.ts'
import { shippedMigrations } from './migrate.ts'

/** One thing that was looked at. */
export interface Check {
  /** Such as `fsync` or `chain hequ`. */
  readonly check: string
  readonly title: Text
  readonly ok: boolean
  readonly found: string
  /** What to do when it is not as it should be. */
  readonly remedy: Text
}

/** Less free space than this may not outlast a day of work and a backup: bytes. */
const enoughSpace = 1024 ** 3
/** Records are timed by the database, terms by the host: they may not differ by more. Milliseconds. */
const clockTolerance = 2000

/** The Node that runs this. */
export const nodeCheck = (): Check => {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  return {
    check: 'node',
    title: say('Node 版本', 'Node version'),
    ok: major > 22 || (major === 22 && minor >= 18),
    found: process.versions.node,
    remedy: say('换用 Node 24。', 'Use Node 24.'),
  }
}

/** The folder of data before anything is opened: who may read it, room on its disk, and a server somebody left behind. */
export const folderChecks = (location: Location): Check[] => {
  if ('url' in location) return []
  const path = resolve(location.data)
  return [permissions(path), freeSpace(path)]
}

/** The process number of a server that runs on this folder already; undefined when none does. */
export const runningServer = (location: Location): number | undefined => {
  if ('url' in location) return undefined
  const pid = postmasterOf({ cluster: join(resolve(location.data), 'postgres') })?.pid
  return pid !== undefined && isAlive(pid) ? pid : undefined
}

/** What only the open database can say. `running` is the server that was found before it was opened, and since when. */
export const databaseChecks = async (
  database: Database,
  running: { readonly pid: number | undefined; readonly sinceMs: number },
): Promise<Check[]> => [
  ...(await settings(database)),
  await clock(database),
  await schema(database),
  await orphan(database, running),
]

const permissions = (path: string): Check => {
  const secret = join(path, 'secret.json')
  const cluster = join(path, 'postgres')
  // Run by root, the server's own account must pass through the folder: 0711 is as closed as it can be.
  const open = [
    [path, 0o066],
    [secret, 0o077],
    [cluster, 0o077],
  ].filter(([each, bits]) => existsSync(each as string) && (modeOf(each as string) & (bits as number)) !== 0)
  const modes = [path, secret, cluster]
    .filter(existsSync)
    .map((each) => modeOf(each).toString(8).padStart(4, '0'))
  return {
    check: 'permissions',
    title: say('数据文件夹权限', 'Permissions of the data folder'),
    ok: process.platform === 'win32' || open.length === 0,
    found: modes.join(' '),
    remedy: say(
      `收回其他账户的权限：chmod go-rw ${path}；chmod 600 ${secret}；chmod 700 ${cluster}`,
      `Take the rights of other accounts away: chmod go-rw ${path}; chmod 600 ${secret}; chmod 700 ${cluster}`,
    ),
  }
}

const modeOf = (path: string): number => statSync(path).mode & 0o777

const freeSpace = (path: string): Check => {
  const { bavail, bsize } = statfsSync(path)
  const free = bavail * bsize
  return {
    check: 'disk',
    title: say('数据盘剩余空间', 'Free space of the data folder'),
    ok: free >= enoughSpace,
    found: `${(free / 1024 ** 3).toFixed(1)} GiB`,
    remedy: say('腾出空间，至少 1 GiB。', 'Make room: at least 1 GiB.'),
  }
}

const settings = async (asked: Client): Promise<Check[]> => {
  const { rows } = await asked.query(
    "select current_setting('server_version') as version, current_setting('server_version_num')::int as number",
  )
  const { version, number } = rows[0] as { version: string; number: number }
  const on = async (name: string, remedy: Text): Promise<Check> => {
    const { rows } = await asked.query('select current_setting($1) as value', [name])
    const found = String(rows[0]?.value)
    return { check: name, title: say(name, name), ok: found === 'on', found, remedy }
  }
  const set = (name: string) => say(`在数据库中设 ${name} = on。`, `Set ${name} = on in the database.`)
  return [
    {
      check: 'postgres',
      title: say('PostgreSQL 版本', 'PostgreSQL version'),
      ok: number >= 180_000,
      found: version,
      remedy: say('升级到 PostgreSQL 18 或更新。', 'Upgrade to PostgreSQL 18 or newer.'),
    },
    await on('fsync', set('fsync')),
    await on('full_page_writes', set('full_page_writes')),
    await on(
      'data_checksums',
      say('停机后运行 pg_checksums --enable。', 'Stop the database and run pg_checksums --enable.'),
    ),
  ]
}

const clock = async (asked: Client): Promise<Check> => {
  const before = Date.now()
  const { rows } = await asked.query('select extract(epoch from clock_timestamp())::float8 * 1000 as now')
  const difference = Math.round(Number(rows[0]?.now) - (before + Date.now()) / 2)
  return {
    check: 'clock',
    title: say('数据库与本机的时钟差', 'Clock of the database against this machine'),
    ok: Math.abs(difference) <= clockTolerance,
    found: `${difference} ms`,
    remedy: say('为两台机器启用时间同步（NTP）。', 'Have both machines keep time with NTP.'),
  }
}

const schema = async (asked: Client): Promise<Check> => {
  const { rows } = await asked.query('select coalesce(max(version), 0)::int as version from migration')
  const [found, known] = [rows[0]?.version as number, shippedMigrations().at(-1)?.version ?? 0]
  return {
    check: 'schema',
    title: say('数据结构版本', 'Schema version'),
    ok: found === known,
    found: `${found}/${known}`,
    remedy: say('换用与数据相应的程序版本。', 'Use the version of the program that fits the data.'),
  }
}

/** A server that ran before us with nobody connected was left by a run that was killed; it is adopted, and stopped. */
const orphan = async (
  asked: Client,
  { pid, sinceMs }: { readonly pid: number | undefined; readonly sinceMs: number },
): Promise<Check> => {
  const { rows } = await asked.query(
    `select count(*)::int as others from pg_stat_activity where backend_type = 'client backend'
     and backend_start < clock_timestamp() - make_interval(secs => $1::float8 / 1000)`,
    [performance.now() - sinceMs],
  )
  const isOrphan = pid !== undefined && rows[0]?.others === 0
  return {
    check: 'server',
    title: say('遗留的数据库进程', 'A server left behind'),
    ok: !isOrphan,
    found: isOrphan ? `pid ${pid}` : '—',
    remedy: say(
      '上次运行被强行终止，其数据库进程遗留；本次检查已接管，并在结束时正常停止它。请再检查一次。',
      'An earlier run was killed and left its server; this check took it over and stops it in order. Check once more.',
    ),
  }
}
