import { existsSync, statSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { Finding } from '../../kernel/finding.ts'
import { say } from '../../kernel/text.ts'
import { buildPreview } from '../../server/preview.ts'
import { countyPath, noCounty } from '../../store/county-folder.ts'
import { type Command, exit, type Io } from '../command.ts'
import { misused, notThere, printJson } from '../print.ts'

const web = resolve(import.meta.dirname, '../../../dist/web')
const loopback = '127.0.0.1'

/** Serves the page until it is told to stop; on loopback only, and without writing anything. */
export const serve: Command = {
  name: 'serve',
  summary: say('在本机提供网页', 'Serve the page on this machine'),
  usage: 'serve [--county DIR] [--port N]',
  takes: 0,
  options: { county: true, port: true },
  run: async (args, io) => {
    const port = Number(args.options.get('port') ?? (process.env.PORT || 4310))
    if (!Number.isInteger(port) || port < 0 || port > 65_535)
      return misused(
        serve,
        say('端口应为 0 至 65535 的整数', 'The port must be a whole number from 0 to 65535'),
        io,
      )
    const named = args.options.get('county')
    const county = named === undefined ? undefined : countyPath(named)
    if (county !== undefined && !(existsSync(county) && statSync(county).isDirectory()))
      return notThere(noCounty(county), io)
    if (!existsSync(join(web, 'index.html'))) return notThere(noPage, io)
    return await listen(buildPreview({ web, ...(county === undefined ? {} : { county }) }), port, io)
  },
}

const listen = async (app: ReturnType<typeof buildPreview>, port: number, io: Io): Promise<number> => {
  try {
    const address = await app.listen({ host: loopback, port })
    if (io.json) printJson({ address }, io)
    else io.print(`${say('三定已就绪：', 'Sanding is ready: ')[io.language]}${address}`)
  } catch (fault) {
    if ((fault as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw fault
    io.error(
      say(
        `端口 ${port} 已被占用，请换一个：--port N 或 PORT=N npm start`,
        `Port ${port} is in use: choose another with --port N, or PORT=N npm start`,
      )[io.language],
    )
    return exit.usage
  }
  await new Promise<void>((stopped) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stopped())
  })
  await app.close()
  return exit.fine
}

const noPage: Finding = {
  code: 'B07',
  severity: 'error',
  at: 'page',
  message: say('网页尚未生成', 'The page has not been built yet'),
  remedy: say('运行 npm start。', 'Run npm start.'),
}
