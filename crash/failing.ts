import type { Socket } from 'node:net'
import type pg from 'pg'
import type { Database } from '../src/store/database.ts'

/**
 * What befalls a statement: it is refused as by a database in trouble, or the connection is cut before it is sent, or
 * after it was carried out; of a commit the last is the commit whose answer is lost. A clash is what PostgreSQL says to
 * one of two transactions that wait for each other.
 */
export const faults = ['refused', 'cut before', 'cut after'] as const
export type Fault = (typeof faults)[number] | 'clash'

/** What became of an attempt under which a statement was to fail. */
export interface Seen {
  readonly isFired: boolean
  /** The statements of the attempt in their order. */
  readonly statements: readonly string[]
}

/** Makes one statement of a store fail, counted over all its connections from the moment it is armed. */
export interface Failing {
  /** From here on the `nth` statement (counted from 1) fails; with 0 none does. */
  arm(fault: Fault, nth: number): void
  disarm(): Seen
}

type Ask = (...given: unknown[]) => unknown

/** Has every connection that the store uses from now on pass through here. */
export const failing = ({ pool }: Database): Failing => {
  let armed: { readonly fault: Fault; readonly nth: number } | undefined
  let isFired = false
  let statements: string[] = []
  const watched = new WeakSet<pg.PoolClient>()
  pool.on('acquire', (client) => {
    if (watched.has(client)) return
    watched.add(client)
    const ask = client.query.bind(client) as Ask
    const met: Ask = (...given) => {
      if (armed === undefined) return ask(...given)
      statements.push(String(given[0]))
      if (statements.length !== armed.nth) return ask(...given)
      isFired = true
      return struck(client, armed.fault, {
        carryOut: () => ask(...given),
        refuse: (code) => ask(refusing(code)),
      })
    }
    Object.assign(client, { query: met })
  })
  return {
    arm: (fault, nth) => {
      armed = { fault, nth }
      isFired = false
      statements = []
    },
    disarm: () => {
      armed = undefined
      return { isFired, statements }
    },
  }
}

interface Ways {
  carryOut(): unknown
  refuse(code: string): unknown
}

const refusing = (code: string) => `do $$ begin raise exception sqlstate '${code}'; end $$`

const struck = async (client: pg.PoolClient, fault: Fault, { carryOut, refuse }: Ways): Promise<never> => {
  // Refused by the server itself, so that the transaction is over there as well.
  if (fault === 'refused') await refuse('53100')
  if (fault === 'clash') await refuse('40P01')
  if (fault === 'cut after') await carryOut()
  streamOf(client).destroy()
  throw new Error('Connection terminated unexpectedly')
}

const streamOf = (client: pg.PoolClient): Socket =>
  (client as unknown as { readonly connection: { readonly stream: Socket } }).connection.stream
