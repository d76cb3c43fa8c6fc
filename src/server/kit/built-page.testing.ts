import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { locked } from '../../store/embedded/file-lock.ts'

const root = resolve(import.meta.dirname, '../../..')

/** The built page, for tests that start the real server: made when there is none, by one test at a time. */
export const builtPage = (): Promise<void> =>
  locked(join(tmpdir(), `sanding-page-${process.getuid?.() ?? 0}.lock`), async () => {
    if (existsSync(join(root, 'dist/web/index.html'))) return
    const { status } = spawnSync(process.execPath, [join(root, 'scripts/build.mjs')], { stdio: 'inherit' })
    if (status !== 0) throw new Error('the page could not be built')
  })
