import { spawnSync } from 'node:child_process'
import { statSync } from 'node:fs'
import { dirname, parse } from 'node:path'
import { say } from '../../kernel/text.ts'
import { StoreFault } from '../fault.ts'

/** The account that a server started by root runs as; PostgreSQL refuses to run as root. */
export interface Owner {
  readonly uid: number
  readonly gid: number
}

/** The account `postgres`, made when it is missing, when we are root; undefined otherwise: then it is the user's own. */
export const ownerOfServer = (): Owner | undefined => {
  if (process.getuid?.() !== 0) return undefined
  const known = accountOf('postgres')
  if (known !== undefined) return known
  spawnSync('useradd', ['--system', '--no-create-home', '--shell', '/usr/sbin/nologin', 'postgres'])
  const made = accountOf('postgres')
  if (made !== undefined) return made
  throw new StoreFault(
    say(
      '数据库不以 root 运行，而系统里没有、也无法建立账户“postgres”；请换普通用户运行',
      'The database does not run as root, and the account “postgres” is missing and cannot be made; run as an ordinary user',
    ),
  )
}

const accountOf = (name: string): Owner | undefined => {
  const number = (flag: string) => {
    const { status, stdout } = spawnSync('id', [flag, name], { encoding: 'utf8' })
    return status === 0 ? Number(stdout) : Number.NaN
  }
  const [uid, gid] = [number('-u'), number('-g')]
  return Number.isInteger(uid) && Number.isInteger(gid) && uid > 0 ? { uid, gid } : undefined
}

/** The nearest folder on the way to `path` that other accounts may not enter; undefined when the way is open. */
export const unreachable = (path: string): string | undefined => {
  const { root } = parse(path)
  for (let at = path; at !== root; at = dirname(at)) if ((statSync(at).mode & 0o001) === 0) return at
  return undefined
}
