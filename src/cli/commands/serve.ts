import { existsSync, readFileSync, statSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { Finding } from '../../kernel/finding.ts'
import { say, type Text } from '../../kernel/text.ts'
import { incidentLine } from '../../server/operations/incident.ts'
import { type Level, type Log, levels, logTo } from '../../server/operations/log.ts'
import { type Running, serverOf } from '../../server/operations/running.ts'
import { buildPreview } from '../../server/preview.ts'
import { hasAccounts } from '../../store/accounts/account.ts'
import { setUpCode } from '../../store/accounts/set-up-code.ts'
import { countyPath, noCounty } from '../../store/county-folder.ts'
import { type Database, openDatabase } from '../../store/database.ts'
import { demonstrationIn, openDemonstration } from '../../store/demo.ts'
import { type Arguments, type Command, exit, type Io } from '../command.ts'
import { exitFor, misused, notThere, printFindings, printJson } from '../print.ts'
import { recordsOf } from '../records.ts'

const root = resolve(import.meta.dirname, '../../..')
const web = join(root, 'dist/web')
const loopback = '127.0.0.1'

/** Serves an installation with accounts and records, or the page over county folders; until it is told to stop. */
export const serve: Command = {
  name: 'serve',
  summary: say(
    '启动服务：台账与账户（--data），演示（--demo），或只看县文件夹（--county）',
    'Serve an installation (--data), the demonstration (--demo), or only the page over county folders (--county)',
  ),
  usage: 'serve [--data DIR [--demo] [--public]] [--county DIR] [--port N] [--host ADDRESS] [--trust-proxy]',
  takes: 0,
  options: {
    county: true,
    port: true,
    data: true,
    demo: false,
    public: false,
    host: true,
    'trust-proxy': false,
  },
  run: async (args, io) => {
    const port = Number(args.options.get('port') ?? (process.env.PORT || 4310))
    const wrong = wrongIn(args, port)
    if (wrong !== undefined) return misused(serve, wrong, io)
    if (!existsSync(join(web, 'index.html'))) return notThere(noPage, io)
    return isInstallation(args) ? await serveRecords(args, port, io) : await servePreview(args, port, io)
  },
}

const isInstallation = ({ options }: Arguments): boolean =>
  !options.has('county') && (options.has('data') || Boolean(process.env.DATABASE_URL))

const wrongIn = (args: Arguments, port: number): Text | undefined => {
  const { options } = args
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    return say('端口应为 0 至 65535 的整数', 'The port must be a whole number from 0 to 65535')
  if (options.has('county') && (options.has('data') || options.has('demo')))
    return say(
      '--county 只看文件夹，不能与 --data、--demo 同用',
      '--county only shows a folder; it does not go with --data or --demo',
    )
  if (options.has('demo') && !isInstallation(args))
    return say('演示请用 --data 指明一个文件夹', 'Name a folder for the demonstration with --data')
  if (options.has('demo') && (options.has('host') || options.has('trust-proxy')))
    return say(
      '演示的密码是公开的，只在本机提供：不能用 --host、--trust-proxy',
      'The passwords of the demonstration are public, so it is served on this machine only: no --host, no --trust-proxy',
    )
  if (options.has('public') && !isInstallation(args))
    return say('--public 须与 --data 同用', '--public goes with --data')
  if ((options.has('host') || options.has('trust-proxy')) && !isInstallation(args))
    return say('--host、--trust-proxy 须与 --data 同用', '--host and --trust-proxy go with --data')
  return undefined
}

const servePreview = async ({ options }: Arguments, port: number, io: Io): Promise<number> => {
  const named = options.get('county')
  const county = named === undefined ? undefined : countyPath(named)
  if (county !== undefined && !(existsSync(county) && statSync(county).isDirectory()))
    return notThere(noCounty(county), io)
  const app = buildPreview({ web, ...(county === undefined ? {} : { county }) })
  const stop = async () => {
    await app.close()
  }
  return await listen({ app, stop }, { host: loopback, port }, io)
}

const serveRecords = async (args: Arguments, port: number, io: Io): Promise<number> => {
  const isDemo = args.options.has('demo')
  const database = await openDatabase(recordsOf(args))
  let running: Running | undefined
  try {
    const findings = isDemo ? await openDemonstration(database) : await demonstrationIn(database)
    if (findings.length > 0) {
      if (io.json) printJson({ findings }, io)
      else printFindings(findings, io)
      return exitFor(findings)
    }
    const log = logTo((line) => void process.stderr.write(line), levelOf(isDemo))
    endOnCrash(log)
    const trustsProxy = args.options.has('trust-proxy')
    running = serverOf({
      database,
      isDemo,
      publishes: args.options.has('public'),
      trustsProxy,
      version: versionOf(),
      web,
      log,
    })
    const host = args.options.get('host') ?? loopback
    return await listen(running, { host, port }, io, await greetingOf(database, isDemo))
  } finally {
    // A server that was made closes the store when it stops.
    if (running === undefined) await database.close()
  }
}

/** A mistake of ours that nobody caught: told without values, and the next start begins from what was committed. */
const endOnCrash = (log: Log): void => {
  process.on('uncaughtException', (fault) => {
    log.write('error', incidentLine('crash', fault))
    process.exit(exit.fault)
  })
}

/** What is told beside the address. */
interface Greeting {
  readonly demonstration?: boolean
  readonly setUpCode?: string
}

const greetingOf = async (database: Database, isDemo: boolean): Promise<Greeting> => {
  if (isDemo) return { demonstration: true }
  return (await hasAccounts(database)) ? {} : { setUpCode: setUpCode(database.folder) }
}

interface Place {
  readonly host: string
  readonly port: number
}

/** Listens until a signal comes. A stop that takes too long is given up: the next start takes over what is left. */
const listen = async (
  { app, stop }: Running,
  place: Place,
  io: Io,
  greeting: Greeting = {},
): Promise<number> => {
  const told = untilTold()
  try {
    greet(await app.listen(place), greeting, io)
  } catch (fault) {
    await stop()
    const busy = busyText(fault as NodeJS.ErrnoException, place)
    if (busy === undefined) throw fault
    io.error(busy[io.language])
    return exit.usage
  }
  await told
  setTimeout(() => process.exit(exit.fault), longestStop).unref()
  await stop()
  return exit.fine
}

const longestStop = 25_000

/** A second Ctrl-C ends at once. A second SIGTERM does not: what started us may send it until we are gone. */
const untilTold = (): Promise<void> =>
  new Promise((told) => {
    let isTold = false
    const tell = () => {
      isTold = true
      told()
    }
    process.on('SIGTERM', tell)
    process.on('SIGINT', () => {
      if (isTold) process.exit(130)
      tell()
    })
  })

const greet = (address: string, greeting: Greeting, io: Io): void => {
  if (io.json) {
    printJson({ address, ...greeting }, io)
    return
  }
  const print = (zh: string, en: string) => io.print(say(zh, en)[io.language])
  print(`三定已就绪：${address}`, `Sanding is ready: ${address}`)
  if (greeting.demonstration === true)
    print(
      '演示：人员均为示例；各角色的账户见 bin/sanding accounts --demo',
      'Demonstration: all people are invented; an account for each role: bin/sanding accounts --demo',
    )
  if (greeting.setUpCode !== undefined)
    print(
      `尚无账户。打开上述网页，凭此一次性代码设立系统管理员和安全管理员：${greeting.setUpCode}`,
      `There is no account yet. Open the page and set up the system and the security administrator with this code, which works once: ${greeting.setUpCode}`,
    )
}

const busyText = ({ code }: NodeJS.ErrnoException, { host, port }: Place): Text | undefined => {
  if (code === 'EADDRINUSE')
    return say(
      `端口 ${port} 已被占用，请换一个：--port N 或 PORT=N npm start`,
      `Port ${port} is in use: choose another with --port N, or PORT=N npm start`,
    )
  if (code === 'EACCES')
    return say(
      `无权使用端口 ${port}，请换 1024 以上的端口`,
      `Port ${port} is not permitted: use one above 1024`,
    )
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND')
    return say(`本机没有地址“${host}”`, `This machine has no address “${host}”`)
  return undefined
}

/** `SANDING_LOG` says from which level on; a demonstration in a terminal tells only what went wrong. */
const levelOf = (isDemo: boolean): Level => {
  const asked = levels.find((level) => level === process.env.SANDING_LOG)
  return asked ?? (isDemo && process.stderr.isTTY ? 'warn' : 'info')
}

const versionOf = (): string =>
  (JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string }).version

const noPage: Finding = {
  code: 'B07',
  severity: 'error',
  at: 'page',
  message: say('网页尚未生成', 'The page has not been built yet'),
  remedy: say('运行 npm run build。', 'Run npm run build.'),
}
