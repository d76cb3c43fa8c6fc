import { setTimeout as sleep } from 'node:timers/promises'
import type { FastifyInstance } from 'fastify'
import { countiesInMemory } from '../../store/current.ts'
import type { Database } from '../../store/database.ts'
import { buildServer } from '../app.ts'
import { type FreeSpace, freeSpaceOf } from './free-space.ts'
import { installationOf } from './installation.ts'
import type { Log } from './log.ts'

/** How an installation is to be served. */
export interface ServeOptions {
  readonly database: Database
  readonly isDemo: boolean
  /** Functions and structure are published for everybody. */
  readonly publishes: boolean
  readonly trustsProxy: boolean
  readonly version: string
  /** The folder of the built page. */
  readonly web: string
  readonly log: Log
}

/** How long open requests may take once the server was told to stop. Milliseconds. */
const longestEnd = 10_000

/** A server that can be told to listen and to stop. */
export interface Running {
  readonly app: FastifyInstance
  /** Ends what is open within ten seconds, then the connections to the store and the server of its folder. */
  stop(): Promise<void>
}

/** The server of an installation, with its disk watched. */
export const serverOf = (options: ServeOptions): Running => {
  const { database, isDemo, publishes, trustsProxy, version, web, log } = options
  const space = freeSpaceOf(database.folder)
  const installation = installationOf({ isDemo, publishes: publishes || isDemo, version, space })
  const counties = countiesInMemory()
  const app = buildServer({ database, counties, installation, web, log, trustsProxy })
  const watch = watched(space, log)
  return {
    app,
    stop: async () => {
      log.write('info', { event: 'stopping' })
      installation.beginStopping()
      const until = performance.now() + longestEnd
      while (installation.metrics.open > 0 && performance.now() < until) await sleep(20)
      if (installation.metrics.open > 0) app.server.closeAllConnections()
      await app.close()
      clearInterval(watch)
      await database.close()
      log.write('info', { event: 'stopped' })
    },
  }
}

/** Tells the log when the disk becomes short of space and when it is no more, asked for or not. */
const watched = (space: FreeSpace, log: Log): NodeJS.Timeout => {
  let wasShort = false
  const look = () => {
    const isShort = space.isShort()
    if (isShort !== wasShort)
      log.write(isShort ? 'warn' : 'info', {
        event: isShort ? 'read-only' : 'writable',
        freeBytes: space.bytes() ?? 0,
      })
    wasShort = isShort
  }
  look()
  return setInterval(look, 5000).unref()
}
