// Builds the web pages into dist/web. With --if-changed only when their sources differ from last time.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { root } from './node.mjs'

const stamp = path.join(root, 'dist/web.sha256')

/** All that can change the pages: the whole of src (pages share code with the server) and the tools. */
const sources = () => {
  const tests = /\.test\.tsx?$/
  const src = fs
    .readdirSync(path.join(root, 'src'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !tests.test(entry.name))
    .map((entry) => path.relative(root, path.join(entry.parentPath, entry.name)))
  return [...src.sort(), 'package-lock.json', 'vite.config.ts', 'tsconfig.json']
}

const hash = () => {
  const sum = createHash('sha256')
  for (const file of sources()) {
    const bytes = fs.readFileSync(path.join(root, file))
    sum.update(`${file} ${bytes.length}\n`).update(bytes)
  }
  return sum.digest('hex')
}

export const upToDate = () =>
  fs.existsSync(path.join(root, 'dist/web/index.html')) &&
  fs.existsSync(stamp) &&
  fs.readFileSync(stamp, 'utf8') === hash()

/**
 * Returns the exit code. Vite runs as a process of its own, so that a server started next stays small. The pages are built
 * beside and put in place at once: whoever is served meanwhile has the old ones or the new ones, never half of them.
 */
export const build = () => {
  const before = hash()
  const [place, fresh, old] = ['web', `web-${process.pid}-new`, `web-${process.pid}-old`].map((name) =>
    path.join(root, 'dist', name),
  )
  const vite = path.join(root, 'node_modules/vite/bin/vite.js')
  const options = ['--logLevel', 'warn', '--outDir', fresh, '--emptyOutDir']
  const { status } = spawnSync(process.execPath, [vite, 'build', ...options], {
    cwd: root,
    // A test that starts a server would hand its own on, and the pages would be those of developers.
    env: { ...process.env, NODE_ENV: 'production' },
    stdio: ['ignore', 2, 2],
  })
  if (status === 0) {
    fs.rmSync(stamp, { force: true })
    if (fs.existsSync(place)) fs.renameSync(place, old)
    fs.renameSync(fresh, place)
    fs.writeFileSync(stamp, before)
  }
  for (const folder of [fresh, old]) fs.rmSync(folder, { recursive: true, force: true })
  return status ?? 1
}

export const buildIfChanged = () => {
  if (upToDate()) return 0
  process.stderr.write('sanding: building the web pages into dist/web\n')
  return build()
}

if (process.argv[1] === import.meta.filename) {
  process.exitCode = process.argv.includes('--if-changed') ? buildIfChanged() : build()
}
