import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { FastifyInstance, InjectOptions } from 'fastify'
import type { Grant } from '../../rights/viewer.ts'
import { beginSession } from '../../store/accounts/session.ts'
import { type Counties, countiesInMemory } from '../../store/current.ts'
import type { Database } from '../../store/database.ts'
import { buildServer } from '../app.ts'
import { installationOf } from '../operations/installation.ts'
import type { Installation } from './installation.ts'
import { sessionCookie } from './mount.ts'

/** A page that is nothing but a title, for servers that are asked for their API. */
export const barePage = (): string => {
  const web = mkdtempSync(join(tmpdir(), 'sanding-web-'))
  mkdirSync(join(web, 'assets'))
  writeFileSync(join(web, 'index.html'), '<!doctype html><title>三定</title>')
  return web
}

/** A server over a store, as an installation of its own starts it (not a demonstration unless said). */
export const serverOver = (
  database: Database,
  {
    counties = countiesInMemory(),
    ...more
  }: Partial<Pick<Installation, 'isDemo' | 'isReadOnly' | 'oidc' | 'publishes'>> & {
    counties?: Counties
  } = {},
) =>
  buildServer({
    database,
    counties,
    installation: { ...installationOf({ isDemo: false, version: '0.0.0' }), ...more },
    web: barePage(),
  })

let accounts = 0
/** An account with these rights and a session of it; gives the cookie that it is known by, and its id. */
export const signedIn = async (
  database: Database,
  grants: readonly Grant[],
  more: { readonly home?: string; readonly person?: string; readonly hasSecondFactor?: boolean } = {},
) => {
  accounts += 1
  const { home = '-', person = null, hasSecondFactor = true } = more
  const id = `test-${process.pid}-${accounts}`
  await database.query(
    `insert into account (county_id, account_id, username, display_name, person_id, created_by)
     values ($1, $2, $2, '示例', $3, 'local:test')`,
    [home, id, person],
  )
  await database.query(
    "insert into sign_in_name (county_id, username, home_county, account_id) values ('-', $1, $2, $1)",
    [id, home],
  )
  for (const [at, { role, over, unit = null }] of grants.entries())
    await database.query(
      `insert into role_grant (county_id, grant_id, account_id, role, over_county, unit, state, proposed_by, decided_by, decided_at)
       values ($1, $2, $3, $4, $5, $6, 'granted', 'local:proposer', 'local:decider', now())`,
      [home, `${id}-${at}`, id, role, over, unit],
    )
  const token = await beginSession(database, { home, id }, hasSecondFactor)
  return { id, home, cookie: `${sessionCookie}=${token}` }
}

/** Asks a server as somebody; the body is sent as JSON. */
export const asking =
  (app: FastifyInstance, cookie?: string) =>
  async (
    method: NonNullable<InjectOptions['method']>,
    url: string,
    body?: unknown,
    headers: Record<string, string> = {},
  ) => {
    const answer = await app.inject({
      method,
      url,
      headers: {
        ...(cookie === undefined ? {} : { cookie }),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body === undefined ? {} : { payload: JSON.stringify(body) }),
    })
    return answer
  }
