import pg from 'pg'
import { type DataFolder, dataFolder } from './embedded/data-folder.ts'
import { locked } from './embedded/file-lock.ts'
import { ownerOfServer } from './embedded/owner.ts'
import { startServer, stopServer } from './embedded/server.ts'
import { asFault, GivenUp, StoreFault } from './fault.ts'
import { migrate } from './migrate.ts'
import { prepareCluster, refuseUnsafe } from './server-check.ts'

/** Whatever can be asked one statement: the store, or one connection inside a transaction. */
export interface Client {
  query<Row extends pg.QueryResultRow = pg.QueryResultRow>(
    text: string,
    values?: unknown[],
  ): Promise<{ readonly rows: Row[] }>
}

/** An open store of one installation. All its work is done as a role that can
 * read and add, not change the journal. A broken connection is thrown as StoreFault. */
export interface Database extends Client {
  readonly pool: pg.Pool
  /** Where the embedded server keeps its files; undefined for a server of one's own. */
  readonly folder: string | undefined
  /**
   * All statements of `work` or none; it is done again when it and another transaction waited for each other. A commit
   * whose answer was lost is a StoreFault: then nobody knows yet.
   */
  transaction<Result>(work: (client: Client) => Promise<Result>): Promise<Result>
  /** The connection of the tables' owner, for set-up, backup and restore. */
  asOwner<Result>(work: (client: Client) => Promise<Result>): Promise<Result>
  /** Ends all connections; the embedded server is stopped when no other process uses it. */
  close(): Promise<void>
}

/** Where the records are: a folder of data with a server of its own, or a PostgreSQL of one's own. */
export type Location = { readonly data: string } | { readonly url: string }

/**
 * Opens the store, sets it up when it is new, and brings its tables to this version. Throws StoreRefused with findings
 * (S01 version · S02 setting · S03 rights · S10 newer schema · S11 changed migration) and StoreFault.
 */
export const openDatabase = async (location: Location): Promise<Database> => {
  try {
    return 'url' in location ? await openUrl(location.url) : await openEmbedded(location.data)
  } catch (fault) {
    throw asFault(fault)
  }
}

/** `DATABASE_URL` when it is set, otherwise the folder. */
export const locationOf = (data: string): Location => {
  const url = process.env.DATABASE_URL
  return url === undefined || url === '' ? { data } : { url }
}

/** Days stay texts and counts numbers: no value of the store is ever turned into a clock's Date. */
const types: pg.CustomTypesConfig = {
  getTypeParser: ((oid: number, format?: 'text' | 'binary') => {
    if (oid === pg.types.builtins.INT8) return Number
    if (oid === pg.types.builtins.DATE) return (text: string) => text
    return pg.types.getTypeParser(oid, format)
  }) as pg.CustomTypesConfig['getTypeParser'],
}

const common = {
  types,
  application_name: 'sanding',
  connectionTimeoutMillis: 10_000,
  statement_timeout: 300_000,
  keepAlive: true,
} as const

const openUrl = async (url: string): Promise<Database> => {
  const owner = { ...common, connectionString: url }
  await once(owner, async (client) => {
    await refuseUnsafe(client)
    await prepareCluster(client)
    await migrate(client)
  })
  const pool = poolOf({ ...owner, options: '-c role=sanding_app' })
  return database({ pool, owner, folder: undefined, end: () => pool.end() })
}

const openEmbedded = async (path: string): Promise<Database> => {
  const folder = dataFolder(path, ownerOfServer())
  const server = sharedServer(folder)
  const port = await server.start()
  const { secret } = folder
  const owner = accountOn(port, 'sanding_owner', secret.owner)
  const pool = poolOf(accountOn(port, 'sanding_app', secret.application))
  const end = async () => {
    await pool.end()
    await server.leave(port)
  }
  try {
    await once(owner, async (client) => {
      await refuseUnsafe(client)
      await migrate(client)
    })
  } catch (fault) {
    await end()
    throw fault
  }
  const revive = async () => (await server.start()) === port
  return database({ pool, owner, folder: folder.path, end, revive })
}

const accountOn = (port: number, user: string, password: string, name = 'sanding'): pg.ClientConfig => ({
  ...common,
  host: '127.0.0.1',
  port,
  user,
  password,
  database: name,
})

/** The folder's server, shared with other processes: a connection held open tells them that somebody needs it. */
const sharedServer = (folder: DataFolder) => {
  const { superuser, owner, application } = folder.secret
  const rootOn = (port: number) => accountOn(port, 'postgres', superuser, 'postgres')
  let presence: pg.Client | undefined
  let starting: Promise<number> | undefined
  const begin = () =>
    locked(folder.lock, async () => {
      const port = await startServer(folder)
      await once(rootOn(port), (client) => prepareCluster(client, { owner, application }))
      await presence?.end().catch(() => undefined)
      presence = await connected(accountOn(port, 'sanding_app', application))
      return port
    })
  return {
    start: (): Promise<number> => {
      starting ??= begin().finally(() => {
        starting = undefined
      })
      return starting
    },
    leave: async (port: number): Promise<void> => {
      await presence?.end().catch(() => undefined)
      await locked(folder.lock, () => stopUnused(folder, rootOn(port)))
    },
  }
}

const stopUnused = async (folder: DataFolder, root: pg.ClientConfig): Promise<void> => {
  const others = await once(root, async (client) => {
    const { rows } = await client.query(
      "select count(*)::int as count from pg_stat_activity where backend_type = 'client backend' and pid <> pg_backend_pid()",
    )
    return rows[0]?.count as number
  }).catch(() => 0)
  if (others === 0) await stopServer(folder)
}

const connected = async (config: pg.ClientConfig): Promise<pg.Client> => {
  const client = new pg.Client(config)
  client.on('error', () => undefined)
  await client.connect()
  return client
}

const once = async <Result>(
  config: pg.ClientConfig,
  work: (client: Client) => Promise<Result>,
): Promise<Result> => {
  const client = await connected(config)
  try {
    return await work(client)
  } finally {
    await client.end().catch(() => undefined)
  }
}

const poolOf = (config: pg.PoolConfig): pg.Pool => {
  const pool = new pg.Pool({ ...config, max: 10, idleTimeoutMillis: 30_000 })
  // An idle connection that breaks is replaced at the next use; it must not end the process.
  pool.on('error', () => undefined)
  pool.on('connect', (client) => client.on('error', () => undefined))
  return pool
}

interface Parts {
  readonly pool: pg.Pool
  readonly owner: pg.ClientConfig
  readonly folder: string | undefined
  end(): Promise<void>
  /** Starts the server again that was killed under us; false when it cannot be had at its old port. */
  revive?(): Promise<boolean>
}

const database = ({ pool, owner, folder, end, revive }: Parts): Database => {
  const client = async (): Promise<pg.PoolClient> => {
    try {
      return await pool.connect()
    } catch (fault) {
      if (revive === undefined || !(await revive())) throw fault
      return await pool.connect()
    }
  }
  return {
    pool,
    folder,
    query: <Row extends pg.QueryResultRow>(text: string, values: unknown[] = []) =>
      using(client, (it) => it.query<Row>(text, values)),
    transaction: (work) =>
      again(() =>
        using(client, async (it) => {
          await it.query('begin isolation level read committed')
          try {
            const result = await work(it)
            // A transaction in which a statement failed ends as a rollback, and PostgreSQL tells it without an error.
            const { command } = await it.query('commit')
            if (command !== 'COMMIT') throw new Error('the transaction was rolled back')
            return result
          } catch (fault) {
            const isRolledBack = await it.query('rollback').then(
              () => true,
              () => false,
            )
            // What could not be rolled back is no connection to go on with, whatever the reason was.
            throw isRolledBack || !(fault instanceof GivenUp) ? fault : asFault(new Error(fault.message))
          }
        }),
      ),
    asOwner: (work) =>
      once(owner, work).catch((fault) => {
        throw asFault(fault)
      }),
    close: async () => {
      try {
        await end()
      } catch (fault) {
        throw asFault(fault)
      }
    },
  }
}

/** Two transactions that wait for each other: PostgreSQL ends one of them, and nothing of it stays. It is done again. */
const again = async <Result>(work: () => Promise<Result>, times = 3): Promise<Result> => {
  try {
    return await work()
  } catch (fault) {
    if (times === 0 || !isClash(fault)) throw fault
    return await again(work, times - 1)
  }
}

const isClash = (fault: unknown): boolean =>
  fault instanceof StoreFault &&
  fault.cause instanceof pg.DatabaseError &&
  (fault.cause.code === '40P01' || fault.cause.code === '40001')

/** A connection is given back sound; one on which anything failed is thrown away. */
const using = async <Result>(
  client: () => Promise<pg.PoolClient>,
  work: (client: pg.PoolClient) => Promise<Result>,
): Promise<Result> => {
  let held: pg.PoolClient | undefined
  try {
    held = await client()
    const result = await work(held)
    held.release()
    return result
  } catch (fault) {
    held?.release(!(fault instanceof GivenUp))
    throw asFault(fault)
  }
}
