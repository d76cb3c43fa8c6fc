import { type ChildProcess, spawn } from 'node:child_process'
import { connect } from 'node:net'
import { join, resolve } from 'node:path'
import { afterEach, beforeAll, expect, test } from 'vitest'
import { builtPage } from '../../server/kit/built-page.testing.ts'
import { openDatabase } from '../../store/database.ts'
import { postmasterOf } from '../../store/embedded/server.ts'
import { freshData, openedCounty } from '../../store/records.testing.ts'
import { parseArguments } from '../arguments.ts'
import { serve } from './serve.ts'

const main = resolve(import.meta.dirname, '../main.ts')
const children: ChildProcess[] = []

beforeAll(builtPage)

afterEach(async () => {
  for (const child of children.splice(0)) {
    if (child.exitCode !== null || child.signalCode !== null) continue
    const gone = new Promise((done) => child.once('exit', done))
    child.kill('SIGKILL')
    await gone
  }
})

/** The command line as a process of its own; `address` is what it prints once it answers. */
const started = (words: readonly string[], more: NodeJS.ProcessEnv = {}) => {
  const { DATABASE_URL: _, PORT: __, ...env } = process.env
  const child = spawn(process.execPath, [main, 'serve', '--port', '0', ...words], {
    env: { ...env, LC_ALL: 'C', ...more },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  children.push(child)
  const said = { out: '', err: '' }
  child.stderr.on('data', (part) => {
    said.err += part
  })
  const ended = new Promise<number | null>((done) => child.once('exit', (code) => done(code)))
  const address = new Promise<string>((done, failed) => {
    child.stdout.on('data', (part) => {
      said.out += part
      const found = /http:\/\/[\d.]+:\d+/.exec(said.out)?.[0]
      if (found !== undefined) done(found)
    })
    child.once('exit', () => failed(new Error(`it ended: ${said.out}${said.err}`)))
  })
  address.catch(() => undefined)
  return { child, said, ended, address }
}

const json = async (address: string, path: string) => await (await fetch(`${address}${path}`)).json()

test('the demonstration opens in an empty folder, answers once it prints its address, and stops in order', async () => {
  const data = await freshData()
  const { child, said, ended, address } = started(['--data', data, '--demo'])
  const at = await address

  expect(await json(at, '/api/health')).toMatchObject({ status: 'ok', heads: 'ok' })
  expect(await json(at, '/api/auth/session')).toMatchObject({
    isDemo: true,
    needsSetUp: false,
    account: null,
  })
  expect(said.out).toContain('Demonstration')
  child.kill('SIGTERM')
  expect(await ended).toBe(0)
  expect(
    said.err
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line).event ?? JSON.parse(line).route),
  ).toEqual(['/api/health', '/api/auth/session', 'stopping', 'stopped'])
  expect(postmasterOf({ cluster: join(data, 'postgres') })).toBeUndefined()

  // The same folder in earnest: its passwords are public.
  const earnest = started(['--data', data, '--json'])
  expect(await earnest.ended).toBe(1)
  expect(JSON.parse(earnest.said.out).findings[0].code).toBe('Z03')
})

test('a folder of its own without accounts tells the code that the first administrator needs', async () => {
  const data = await freshData()
  const { child, said, ended, address } = started(['--data', data, '--json'])
  const at = await address
  expect(await json(at, '/api/auth/session')).toMatchObject({ isDemo: false, needsSetUp: true })
  child.kill('SIGINT')
  expect(await ended).toBe(0)

  const told = JSON.parse(said.out)
  expect(told.address).toBe(at)
  expect(told.setUpCode).toMatch(/^[A-Z2-9-]{20,}$/)
})

test('what was begun is ended when it is told to stop, and meanwhile health says stopping', async () => {
  const { child, ended, address } = started(['--data', await freshData()])
  const { hostname, port } = new URL(await address)
  const open = async () => {
    const socket = connect(Number(port), hostname)
    await new Promise((done) => socket.once('connect', done))
    return socket
  }
  const heard = (socket: Awaited<ReturnType<typeof open>>, what: RegExp) =>
    new Promise<string>((done) => {
      let all = ''
      socket.on('data', (part) => {
        all += part
        if (what.test(all)) done(all)
      })
    })
  const [slow, other] = [await open(), await open()]
  const head = 'Host: localhost\r\ncontent-type: application/json\r\n'
  slow.write(
    `POST /api/auth/sign-in/username HTTP/1.1\r\n${head}content-length: 40\r\n\r\n{"username":"nobody",`,
  )
  // An answer on the second connection: by then the server has begun the first.
  const first = heard(other, /"status":"ok"/)
  other.write('GET /api/health HTTP/1.1\r\nHost: localhost\r\n\r\n')
  await first
  child.kill('SIGTERM')
  const asked = setInterval(() => other.write('GET /api/health HTTP/1.1\r\nHost: localhost\r\n\r\n'), 20)
  const health = await heard(other, /"status":"stopping"/)
  clearInterval(asked)
  const answer = heard(slow, /\r\n\r\n.*\}/s)
  slow.write('"password":"n-n-n"}'.padEnd(19))

  expect(health).toContain('503')
  expect(await answer).toMatch(/^HTTP\/1\.1 4\d\d/)
  expect(await ended).toBe(0)
})

test('a server that was killed leaves nothing in the way of the next start', async () => {
  const data = await freshData()
  const first = started(['--data', data])
  await first.address
  first.child.kill('SIGKILL')
  await first.ended
  const second = started(['--data', data])

  expect(await json(await second.address, '/api/health')).toMatchObject({ status: 'ok' })
  second.child.kill('SIGTERM')
  expect(await second.ended).toBe(0)
  expect(postmasterOf({ cluster: join(data, 'postgres') })).toBeUndefined()
})

test('the demonstration is refused over a county of somebody’s own', async () => {
  const data = await freshData()
  const database = await openDatabase({ data })
  await openedCounty(database)
  await database.close()
  const { ended, said } = started(['--data', data, '--demo', '--json'])

  expect(await ended).toBe(1)
  expect(JSON.parse(said.out).findings.map(({ code }: { code: string }) => code)).toEqual(['Z01'])
  expect(postmasterOf({ cluster: join(data, 'postgres') })).toBeUndefined()
})

test('a port that is taken is told, and the store is closed', async () => {
  const data = await freshData()
  const first = started([])
  const { port } = new URL(await first.address)
  const second = started(['--data', data, '--port', port])

  expect(await second.ended).toBe(2)
  expect(second.said.err).toContain(`Port ${port} is in use`)
  expect(postmasterOf({ cluster: join(data, 'postgres') })).toBeUndefined()
})

test('calls that do not fit together are told with their usage', async () => {
  const { DATABASE_URL: url } = process.env
  delete process.env.DATABASE_URL
  const called = async (...words: string[]) => {
    const printed: string[] = []
    const print = (text: string) => void printed.push(text)
    const status = await serve.run(parseArguments(words, serve), {
      language: 'en',
      json: false,
      print,
      error: print,
    })
    return [status, printed.join(' ').includes(serve.usage)]
  }
  for (const words of [
    ['--demo'],
    ['--host', '0.0.0.0'],
    ['--trust-proxy'],
    ['--county', 'counties/hequ', '--data', 'd'],
    ['--county', 'counties/hequ', '--demo'],
    ['--data', 'd', '--demo', '--host', '0.0.0.0'],
    ['--data', 'd', '--demo', '--trust-proxy'],
    ['--data', 'd', '--port', '70000'],
  ])
    expect(await called(...words), words.join(' ')).toEqual([2, true])
  if (url !== undefined) process.env.DATABASE_URL = url
})
