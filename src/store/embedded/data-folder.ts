import { randomBytes } from 'node:crypto'
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { join, resolve } from 'node:path'
import type { Finding } from '../../kernel/finding.ts'
import { say } from '../../kernel/text.ts'
import { refusal, StoreFault, StoreRefused } from '../fault.ts'
import { type Owner, unreachable } from './owner.ts'

/** Passwords of the embedded server, made once for each folder of data and never shown. */
export interface Secret {
  /** The account that made the cluster; used to set it up and to stop it, never to work. */
  readonly superuser: string
  /** Owns the tables and changes their shape. */
  readonly owner: string
  /** Reads and adds. */
  readonly application: string
}

/** Where everything of one installation lies. */
export interface DataFolder {
  readonly path: string
  readonly cluster: string
  readonly log: string
  readonly lock: string
  readonly secret: Secret
}

/** The folder of data with its secret, made when it is new. */
export const dataFolder = (path: string, owner: Owner | undefined): DataFolder => {
  const full = resolve(path)
  const stat = statSync(full, { throwIfNoEntry: false })
  if (stat?.isDirectory() === false || (stat !== undefined && isSomebodyElses(full)))
    throw new StoreRefused([notOurs(path)])
  if (stat === undefined) mkdirSync(full, { recursive: true, mode: 0o700 })
  // Only Linux can hand an open folder to another account; elsewhere it must be able to walk there.
  if (owner !== undefined && process.platform !== 'linux') {
    chmodSync(full, 0o711)
    const closed = unreachable(full)
    if (closed !== undefined)
      throw new StoreFault(
        say(
          `以 root 运行时，数据库用账户“postgres”，而它进不了“${closed}”；请把 --data 放到别处，或换普通用户运行`,
          `Run by root, the database uses the account “postgres”, which may not enter “${closed}”; put --data elsewhere or run as an ordinary user`,
        ),
      )
  }
  return {
    path: full,
    cluster: join(full, 'postgres'),
    log: join(full, 'postgres.log'),
    lock: join(full, 'server.lock'),
    secret: secretIn(full),
  }
}

/** A folder that holds something, and nothing that says it is for records. */
const isSomebodyElses = (folder: string): boolean => {
  const names = readdirSync(folder)
  return (
    !names.includes('secret.json') &&
    names.some(
      (name) => !/^(\.|lost\+found$|postgres|secret\.json|server\.lock|port$|set-up-code)/.test(name),
    )
  )
}

/** S12: what was named as the folder of records is a file, or a folder with other things in it. */
const notOurs = (path: string): Finding =>
  refusal(
    'S12',
    say(`“${path}”不是台账的数据文件夹`, `“${path}” is no folder of records`),
    say(
      '用 --data 指定空的、新的或已有台账的文件夹。',
      'Name an empty or new folder, or one with records, with --data.',
    ),
  )

const secretIn = (folder: string): Secret => {
  const file = join(folder, 'secret.json')
  if (existsSync(file)) return JSON.parse(readFileSync(file, 'utf8')) as Secret
  const fresh = () => randomBytes(24).toString('base64url')
  const secret: Secret = { superuser: fresh(), owner: fresh(), application: fresh() }
  const part = `${file}.${process.pid}`
  writeFileSync(part, JSON.stringify(secret), { mode: 0o600, flush: true })
  renameSync(part, file)
  return secret
}
