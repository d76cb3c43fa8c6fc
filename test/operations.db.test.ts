import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { delimiter, dirname, join, resolve } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { builtPage } from '../src/server/kit/built-page.testing.ts'

const root = resolve(import.meta.dirname, '..')
const guide = readFileSync(join(root, 'docs/guides/operations.md'), 'utf8')

/** The indented lines of the page: what an administrator copies. */
const commands = guide
  .split('\n')
  .filter((line) => line.startsWith('    '))
  .map((line) => line.trim())

const folder = mkdtempSync(join(tmpdir(), 'sanding-guide-'))
for (const name of ['bin', 'counties', 'journal-verifier', 'scripts'])
  symlinkSync(join(root, name), join(folder, name))

let served: ChildProcess | undefined
beforeAll(builtPage)
afterAll(() => {
  served?.kill('SIGKILL')
  rmSync(folder, { recursive: true, force: true })
})

const freePort = () =>
  new Promise<number>((done) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => done(typeof address === 'object' && address !== null ? address.port : 0))
    })
  })
const port = await freePort()

const { DATABASE_URL: _, ...others } = process.env
const env = {
  ...others,
  LC_ALL: 'C',
  PORT: String(port),
  PATH: [dirname(process.execPath), process.env.PATH ?? ''].join(delimiter),
}
const run = (command: string) => spawnSync('sh', ['-c', command], { cwd: folder, encoding: 'utf8', env })

/** What stays in its own window, until Ctrl-C. Gives what it printed once it answers. */
const begin = (command: string) =>
  new Promise<string>((done, failed) => {
    const child = spawn('sh', ['-c', `exec ${command}`], { cwd: folder, env })
    served = child
    let said = ''
    const hear = (part: Buffer) => {
      said += part
      if (said.includes(`http://127.0.0.1:${port}`)) done(said)
    }
    child.stdout.on('data', hear)
    child.stderr.on('data', hear)
    child.once('exit', () => failed(new Error(`${command} ended: ${said}`)))
  })

const stop = async (): Promise<number | null> => {
  const child = served
  if (child === undefined) return null
  served = undefined
  const ended = new Promise<number | null>((done) => child.once('exit', done))
  child.kill('SIGINT')
  return await ended
}

test('every command of the operations guide works as written: accounts, import, apply, verify, serve, back up, destroy, restore, verify', async () => {
  const answers: (readonly [string, string])[] = []
  for (const command of commands) {
    // The page is built for all tests before; the service is stopped where the guide says so.
    if (command === 'npm run build') continue
    if (command === 'mv data lost') expect(await stop()).toBe(0)
    if (command.includes(' serve ')) answers.push([command, await begin(command)])
    else {
      const { status, stdout, stderr } = run(command)
      expect(status, `${command}\n${stdout}${stderr}`).toBe(0)
      answers.push([command, stdout])
    }
  }
  expect(await stop()).toBe(0)
  const answersOf = (words: string) =>
    answers.filter(([command]) => command.includes(words)).map(([, stdout]) => stdout)

  expect(commands.length).toBeGreaterThan(18)
  const [once, again] = answersOf(' apply ')
  expect(again).toBe(once)
  const [beforeReform, before, after] = answersOf(' asof ')
  expect(after).toBe(before)
  expect(before).not.toBe(beforeReform)
  const verified = answersOf('verify-journal')
  expect(verified).toHaveLength(2)
  expect(verified[1]).toBe(verified[0])
  const [first = '', listed = '', restored] = answersOf('bin/sanding accounts')
  expect(first).toContain('first password')
  expect(listed).toContain('System administrator')
  expect(restored).toBe(listed)
  for (const health of answersOf('/api/health')) expect(JSON.parse(health).status).toBe('ok')
  expect(answersOf('/api/health')).toHaveLength(2)
  expect(existsSync(join(folder, 'data/postgres/postmaster.pid'))).toBe(false)
}, 400_000)
